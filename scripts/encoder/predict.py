#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads articles with a trained model and writes what tools/score_attributions.py scores.

    predict.py --weights FOLDER --model model.pt ARTICLES.jsonl > predicted.jsonl
"""
import argparse
import json
import math
import sys
from pathlib import Path

import numpy as np
import torch

from corpus import BEFORE, CONTENT, LINE_BEGINS, MARK, SOURCE, Tokenizer, documents, examples
from model import Attributor, Encoder, viterbi
from train import tensors


def load(weights, path, layers=None):
    encoder = Encoder.pretrained(weights)
    state = torch.load(path)
    count = 1 + max(int(k.split(".")[2]) for k in state if k.startswith("encoder.layers."))
    model = Attributor(encoder.shortened(range(count)))
    model.load_state_dict(state)
    return model.eval()


def runs(labels, label):
    edges = np.flatnonzero(np.diff(np.concatenate([[0], labels == label, [0]])))
    return edges.reshape(-1, 2)


@torch.no_grad()
def read(model, tokenizer, document, threshold, autocast=False):
    """Attributions of one document: spans in code points and the log odds that the cue and the link are right."""
    found = []
    for example in examples(tokenizer, {"text": document["text"]}):
        batch = tensors([example])
        with torch.autocast("cpu", torch.bfloat16, enabled=autocast):
            hidden, cue_scores = model.encode(batch["ids"], batch["shapes"], batch["present"])
        p = cue_scores[0].softmax(-1).numpy()
        last = len(example.ids) - 1
        cues, chances = [], []
        before, i = 0, example.own + 1
        while i < last:
            if p[i, 1] + p[i, 2] < 0.5 or p[i, 1] < p[i, 2] and before == i:
                i += 1
                continue
            e = i + 1
            while e < last and p[e, 2] > max(p[e, 0], p[e, 1]):
                e += 1
            if p[i, 1] + p[i, 2] >= threshold:
                cues.append((0, i, e))
                chances.append(float(p[i, 1] + p[i, 2]))
            before = i = e
        if not cues:
            continue
        with torch.autocast("cpu", torch.bfloat16, enabled=autocast):
            scores, there = model.roles(hidden.float(), batch["lengths"], torch.tensor(cues))
        labels, logs = viterbi(scores, there, model.transitions)
        for (_, b, e), chance, row, log in zip(cues, chances, labels.numpy(), logs.tolist()):
            row = row.copy()
            row[BEFORE:BEFORE + e - b] = 0
            for x in range(max(1, 1 + BEFORE - b + 1), min(len(row), last + BEFORE - b) - 1):
                # A single mark between two pieces of one role is of it too.
                outside = x < BEFORE or x >= BEFORE + e - b
                if outside and row[x] == 0 and row[x - 1] == row[x + 1] and example.shapes[x + b - BEFORE] % LINE_BEGINS == MARK:
                    row[x] = row[x - 1]
            def spans(label):
                return [[int(example.spans[x - 1 + b - BEFORE][0]), int(example.spans[y - 2 + b - BEFORE][1])]
                        for x, y in runs(row, label)]
            if not spans(CONTENT):
                continue
            found.append({"source": spans(SOURCE), "cue": [[int(example.spans[b - 1][0]), int(example.spans[e - 2][1])]],
                          "content": spans(CONTENT), "cue_chance": chance, "link_chance": math.exp(log)})
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--threshold", type=float, default=0.4)
    parser.add_argument("--every", type=int, default=1, help="read every n-th article")
    parser.add_argument("--bfloat16", action="store_true")
    parser.add_argument("articles", type=Path)
    args = parser.parse_args()
    tokenizer = Tokenizer(args.weights / "vocab.txt")
    model = load(args.weights, args.model)
    for document in documents(args.articles)[::args.every]:
        print(json.dumps({"id": document["id"],
                          "attributions": read(model, tokenizer, document, args.threshold, args.bfloat16)}))


if __name__ == "__main__":
    main()
