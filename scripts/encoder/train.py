#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fine-tunes a pretrained encoder to find attributions.

    train.py --weights FOLDER --data ../data/polnear --out teacher.pt
    train.py --weights FOLDER --data ../data/polnear --teacher teacher.pt --layers 0,2,4,7,9,11 \
             --unlabelled news.jsonl.gz --out student.pt

README.md says where the weights come from and what each step takes.
"""
import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from corpus import BEFORE, IGNORED, Tokenizer, documents, examples
from model import Attributor, Encoder, crf_loss


def batches(collected, pieces, shuffle):
    """Windows of like length together, about so many pieces a batch."""
    order = sorted(collected, key=lambda e: len(e.ids) + (shuffle.random() * 64 if shuffle else 0))
    found, batch = [], []
    for e in order:
        if batch and max(len(x.ids) for x in batch + [e]) * (len(batch) + 1) > pieces:
            found.append(batch)
            batch = []
        batch.append(e)
    if batch:
        found.append(batch)
    if shuffle:
        shuffle.shuffle(found)
    return found


def tensors(batch):
    length = max(len(e.ids) for e in batch)
    padded = lambda name, value: torch.from_numpy(np.stack(
        [np.pad(getattr(e, name), (0, length - len(e.ids)), constant_values=value) for e in batch]))
    lengths = torch.tensor([len(e.ids) for e in batch])
    cues = torch.tensor([(w, b, e) for w, x in enumerate(batch) for b, e in x.cues], dtype=torch.long).reshape(-1, 3)
    links = [torch.from_numpy(l) for x in batch for l in x.links]
    return {"ids": padded("ids", 0), "shapes": padded("shapes", 0), "cue_labels": padded("cue_labels", IGNORED),
            "present": torch.arange(length)[None] < lengths[:, None], "lengths": lengths, "cues": cues,
            "links": torch.stack(links) if links else None}


def loss_of(model, batch):
    hidden, cue_scores = model.encode(batch["ids"], batch["shapes"], batch["present"])
    loss = F.cross_entropy(cue_scores.flatten(0, 1), batch["cue_labels"].flatten(), ignore_index=IGNORED,
                           reduction="sum") / max(1, (batch["cue_labels"] > 0).sum())
    if batch["links"] is not None:
        scores, there = model.roles(hidden, batch["lengths"], batch["cues"])
        loss = loss + crf_loss(scores, there, batch["links"], model.transitions).mean() * 0.2
    return loss


def soft_loss(model, teacher, batch, temperature=1.0):
    """How far the student's readings are from the teacher's (Hinton et al. 2015), at cues that the teacher sees."""
    with torch.no_grad():
        hidden_t, cue_t = teacher.encode(batch["ids"], batch["shapes"], batch["present"])
        p = cue_t.softmax(-1)
        begins = (p[..., 1] > 0.3) & batch["present"]
        begins[:, 0] = False
        cues = []
        for w, b in begins.nonzero().tolist():
            e = b + 1
            while e < batch["lengths"][w] - 1 and p[w, e].argmax() == 2:
                e += 1
            if b < batch["lengths"][w] - 1:
                cues.append((w, b, e))
        cues = torch.tensor(cues, dtype=torch.long).reshape(-1, 3)
        if len(cues):
            scores_t, there = teacher.roles(hidden_t, batch["lengths"], cues)
    hidden, cue_s = model.encode(batch["ids"], batch["shapes"], batch["present"])
    kl = F.kl_div(cue_s.log_softmax(-1), p, reduction="none").sum(-1)
    loss = (kl * batch["present"]).sum() / max(1, len(cues))
    if len(cues):
        scores, _ = model.roles(hidden, batch["lengths"], cues)
        kl = F.kl_div(scores.log_softmax(-1), scores_t.softmax(-1), reduction="none").sum(-1)
        loss = loss + (kl * there).sum() / len(cues) * 0.2
    return loss


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder with config.json, vocab.txt, model.safetensors")
    parser.add_argument("--data", type=Path, required=True, help="folder with train.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--rate", type=float, default=4e-5, help="learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=5e-4)
    parser.add_argument("--pieces", type=int, default=3200, help="word pieces a batch")
    parser.add_argument("--held-out", type=int, default=20, help="keep every n-th article for calibration")
    parser.add_argument("--layers", help="layers of the encoder to keep, as 0,2,4")
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--unlabelled", type=Path)
    parser.add_argument("--articles", type=int, default=0, help="unlabelled articles to take")
    parser.add_argument("--minutes", type=float, default=1e9, help="end early, the learning rate still falling to zero")
    parser.add_argument("--begin", type=Path, help="weights to go on from")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()

    torch.manual_seed(args.seed)
    shuffle = random.Random(args.seed)
    tokenizer = Tokenizer(args.weights / "vocab.txt")
    teacher = None
    encoder = Encoder.pretrained(args.weights)
    if args.teacher:
        teacher = Attributor(encoder)
        teacher.load_state_dict(torch.load(args.teacher))
        teacher.eval()
        encoder = teacher.encoder
    kept = [int(x) for x in args.layers.split(",")] if args.layers else None
    model = Attributor(encoder.shortened(kept) if kept else encoder)
    if teacher:
        model.load_state_dict({k: v for k, v in teacher.state_dict().items() if not k.startswith("encoder.")},
                              strict=False)
    if args.begin:
        model.load_state_dict(torch.load(args.begin))

    gold = [e for n, d in enumerate(documents(args.data / "train.jsonl")) if n % args.held_out != 0
            for e in examples(tokenizer, d)]
    plain = []
    if args.unlabelled:
        plain = [e for d in documents(args.unlabelled)[:args.articles] for e in examples(tokenizer, {"text": d["text"]})]
    print(f"{len(gold)} windows, {sum(len(e.ids) for e in gold)} pieces, {sum(len(e.cues) for e in gold)} cues; "
          f"{len(plain)} windows without labels", flush=True)

    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.") or "shapes" in n]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.") and "shapes" not in n]
    groups = [{"params": body, "lr": args.rate}, {"params": heads, "lr": args.head_rate if not teacher else args.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    peaks = [g["lr"] for g in groups]
    per_epoch = batches(gold, args.pieces, shuffle) + batches(plain, args.pieces, shuffle)
    total = int(args.epochs * len(per_epoch))
    began, step, mean = time.time(), 0, 0.0
    while step < total:
        mixed = [(b, True) for b in batches(gold, args.pieces, shuffle)] + \
                [(b, False) for b in batches(plain, args.pieces, shuffle)]
        shuffle.shuffle(mixed)
        for batch, labelled in mixed:
            done = max(step / total, (time.time() - began) / 60 / args.minutes)
            if done >= 1:
                step = total
                break
            for group, peak in zip(optimizer.param_groups, peaks):
                group["lr"] = peak * min(1, done / 0.08) * (1 - done) + 1e-9
            model.train()
            with torch.autocast("cpu", torch.bfloat16):
                made = tensors(batch)
                loss = 0
                if labelled:
                    loss = loss_of(model, made)
                if teacher:
                    loss = loss + soft_loss(model, teacher, made)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            mean = 0.98 * mean + 0.02 * float(loss.detach())
            step += 1
            if step % 25 == 0 or step == total:
                print(f"{step}/{total} loss {mean / (1 - 0.98 ** step):.4f} {(time.time() - began) / 60:.1f} min", flush=True)
        torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
