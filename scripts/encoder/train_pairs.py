#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains the model of pairs on statements that readers compared.

    train_pairs.py --weights FOLDER --encoder ../../data/encoder/accurate.model --pairs pairs.jsonl --out pairs.pt

pairs.jsonl, from labelled_pairs.py: {"a", "b", "label", "part"} a line; those of the part "train" are trained on.
"""
import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from corpus import Tokenizer
from model import Encoder
from pairs import BELOW, LABELS, PairModel, shipped, statements

BATCH = 32


def ranking(scores, right):
    """Area under the curve and average precision."""
    order = np.argsort(-scores, kind="stable")
    right = right[order]
    ranks = np.arange(1, len(right) + 1)
    precision = (np.cumsum(right) / ranks)[right].mean()
    area = 1 - (ranks[right] - np.cumsum(right)[right]).sum() / (right.sum() * (~right).sum())
    return f"{area:.3f} / {precision:.3f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=2)
    parser.add_argument("--rate", type=float, default=5e-5)
    args = parser.parse_args()
    torch.manual_seed(1)
    shuffle = random.Random(1)
    tokenizer = Tokenizer(args.weights / "vocab.txt")
    pairs = [json.loads(line) for line in open(args.pairs, encoding="utf-8")]
    texts = sorted({p[side] for p in pairs for side in "ab"})
    encoder = shipped(args.encoder, args.weights)
    with torch.autocast("cpu", torch.bfloat16):
        read = dict(zip(texts, (s.bfloat16() for s in statements(encoder, tokenizer, texts))))
    for p in pairs:
        p["read"] = read[p["a"]], read[p["b"]]
        p["number"] = LABELS.index("R" if p["label"] == "U" else p["label"])
    train = [p for p in pairs if p["part"] == "train"]
    held_out = [p for p in pairs if p["part"] in ("held-out", "gold")]  # not "aside", which share articles with those
    model = PairModel(Encoder.pretrained(args.weights), range(BELOW, 2 * BELOW)).train()
    groups = [{"params": list(model.layers.parameters()), "lr": args.rate},
              {"params": [*model.sides.parameters(), *model.dense.parameters(), *model.relation.parameters()],
               "lr": 10 * args.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    peaks = [g["lr"] for g in groups]
    length = lambda p: sum(map(len, p["read"]))
    total, step = int(args.epochs * len(train) / BATCH), 0
    while step < total:
        order = sorted(train, key=lambda p: length(p) + 25 * shuffle.random())
        batches = [order[i:i + BATCH] for i in range(0, len(order), BATCH)]
        shuffle.shuffle(batches)
        for batch in batches[:total - step]:
            for group, peak in zip(optimizer.param_groups, peaks):
                group["lr"] = peak * min(1, step / (0.06 * total)) * (1 - step / total)
            with torch.autocast("cpu", torch.bfloat16):
                scores = model([p["read"] if shuffle.random() < 0.5 else p["read"][::-1] for p in batch])
            loss = F.cross_entropy(scores.float(), torch.tensor([p["number"] for p in batch]))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1)
            optimizer.step()
            step += 1
            if step % 50 == 0:
                print(f"{step} of {total}: {loss.item():.3f}", flush=True)
        torch.save(model.state_dict(), args.out)
    model.eval()
    held_out.sort(key=length)
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        chances = torch.cat([model([p["read"] for p in held_out[i:i + BATCH]]).float().softmax(-1)
                             for i in range(0, len(held_out), BATCH)]).numpy()
    label = np.array([p["number"] for p in held_out])
    print("area under the curve / average precision of the pairs held out:")
    print("  same fact:", ranking(chances[:, 0], label == 0))
    print("  same, in part or contrary:", ranking(chances[:, :3].sum(1), label < 3))


if __name__ == "__main__":
    main()
