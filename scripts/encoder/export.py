#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a trained model as hearsay reads it (src/encoder/MODEL_FORMAT.md).

    export.py --weights FOLDER --model student.pt --data ../data/polnear --out accurate.model
"""
import argparse
import copy
import math
import struct
from pathlib import Path

import numpy as np
import torch

from corpus import AFTER, BEFORE, CONTEXT, WINDOW, Tokenizer, documents
from model import buckets
from predict import load, read

MAGIC, VERSION, KIND = b"HEARSAYE", 1, b"attribution-encoder/1"
ALIGNMENT, HEAD, GROUP = 64, 24, 32


def checksum(body):
    """As src/learn/model_bytes.cpp: four sums over every fourth word of 8 bytes."""
    mask = (1 << 64) - 1

    def mix(h):
        h = ((h ^ (h >> 31)) * 0x9E3779B97F4A7C15) & mask
        return h ^ (h >> 29)

    sums = [len(body), 1, 2, 3]
    words = struct.unpack(f"<{(len(body) + 7) // 8}Q", body + b"\0" * (-len(body) % 8))
    for lane in range(4):
        h = sums[lane]
        for word in words[lane::4]:
            h = mix(h ^ word)
        sums[lane] = h
    total = 0
    for h in sums:
        total = mix(total ^ h)
    return total >> 32


def whole_numbers(weights):
    """Rows of weights as numbers of 8 bits, and the scale of each row."""
    scales = weights.abs().amax(1).clamp(min=1e-12) / 127
    return torch.round(weights / scales[:, None]).clamp(-127, 127).to(torch.int8), scales


def half_bytes(weights):
    """Rows of weights as numbers of 4 bits in groups, and the upper halves of the groups' scales: of some scales about
    the one that makes the largest number -8, the one with the least squared error."""
    grouped = weights.reshape(weights.shape[0], -1, GROUP)
    largest = grouped.gather(2, grouped.abs().argmax(2, keepdim=True))[:, :, 0]
    best_error = torch.full(largest.shape, math.inf)
    best_values, best_scales = None, None
    for share in torch.linspace(0.7, 1.15, 19):
        scales = (largest / -8 * share).to(torch.bfloat16)
        divisor = torch.where(scales == 0, 1, scales.float())[:, :, None]
        values = torch.round(grouped / divisor).clamp(-8, 7)
        error = ((values * scales.float()[:, :, None] - grouped) ** 2).sum(2)
        better = error < best_error
        best_error = torch.where(better, error, best_error)
        best_values = values if best_values is None else torch.where(better[:, :, None], values, best_values)
        best_scales = scales if best_scales is None else torch.where(better, scales, best_scales)
    values = best_values.to(torch.int16).reshape(weights.shape) + 8
    return (values[:, 0::2] | values[:, 1::2] << 4).to(torch.uint8), best_scales.view(torch.int16)


def unpacked(packed, scales):
    """The weights that half_bytes packed."""
    values = torch.stack([packed & 15, packed >> 4], 2).flatten(1).float() - 8
    return values * scales.view(torch.bfloat16).float().repeat_interleave(GROUP, 1)


def round_linear(linear):
    numbers, scales = whole_numbers(linear.weight)
    linear.weight.copy_(numbers.float() * scales[:, None])


def round_layers(layers):
    for layer in layers:
        for linear in (layer.qkv, layer.out, layer.up, layer.down):
            round_linear(linear)


def rounded(model):
    """A copy with the weights that the model's file will hold."""
    model = copy.deepcopy(model)
    with torch.no_grad():
        words = model.encoder.words.weight
        words.copy_(unpacked(*half_bytes(words)))
        round_layers([*model.encoder.layers, *model.readers])
        round_linear(model.narrow)
    return model


class ModelFile:
    """The body of a model's file as it is put together."""

    def __init__(self, kind):
        self.body = bytearray()
        self.numbers(len(kind))
        self.body.extend(kind)

    def numbers(self, *values):
        self.body.extend(struct.pack(f"<{len(values)}I", *values))

    def tensor(self, values):
        self.body.extend(b"\0" * (-(HEAD + len(self.body)) % ALIGNMENT))
        self.body.extend(values.detach().contiguous().numpy().tobytes())

    def linear(self, layer):
        values, scales = whole_numbers(layer.weight)
        for part in (values, scales, layer.bias):
            self.tensor(part)

    def layers(self, stack):
        for layer in stack:
            self.linear(layer.qkv)
            self.linear(layer.out)
            self.tensor(layer.norm1.weight), self.tensor(layer.norm1.bias)
            self.linear(layer.up)
            self.linear(layer.down)
            self.tensor(layer.norm2.weight), self.tensor(layer.norm2.bias)

    def save(self, path):
        body = bytes(self.body)
        path.write_bytes(MAGIC + struct.pack("<IIQ", VERSION, checksum(body), len(body)) + body)


def write(model, vocabulary, marks, unknown, threshold, calibration, path):
    encoder, config = model.encoder, model.encoder.config
    file = ModelFile(KIND)
    body, numbers, tensor, linear, layers = file.body, file.numbers, file.tensor, file.linear, file.layers
    numbers(WINDOW, CONTEXT, BEFORE, AFTER, *marks, unknown, config["vocab_size"])
    numbers(config["hidden_size"], config["num_attention_heads"], config["intermediate_size"], len(encoder.layers))
    width = model.narrow.out_features
    numbers(width, model.readers[0].heads, model.readers[0].up.out_features, len(model.readers))
    body.extend(struct.pack("<3f", config["layer_norm_eps"], model.norm.eps, threshold))
    text = "".join(word + "\n" for word in vocabulary).encode()
    numbers(len(text))
    body.extend(text)
    tensor(torch.tensor(calibration, dtype=torch.float32))
    for part in half_bytes(encoder.words.weight):
        tensor(part)
    first = 2 if encoder.relative else 0
    tensor(encoder.positions.weight[first:first + WINDOW])
    tensor(encoder.shapes.weight)
    tensor(encoder.norm.weight), tensor(encoder.norm.bias)
    reach = torch.zeros(config["num_attention_heads"], 2 * WINDOW + 1)
    if encoder.relative:  # of the key at distance d from the query, at WINDOW + d
        row = buckets(2 * WINDOW + 1)[WINDOW]
        reach = encoder.bias(row).T
    tensor(reach)
    layers(encoder.layers)
    tensor(model.cue.weight), tensor(model.cue.bias)
    linear(model.narrow)
    tensor(model.offsets.weight), tensor(model.within.weight)
    tensor(model.norm.weight), tensor(model.norm.bias)
    layers(model.readers)
    tensor(model.role.weight), tensor(model.role.bias)
    tensor(model.transitions)
    file.save(path)


def right(found, document):
    """Whether an attribution is leniently one of the annotators', as linked_lenient of `hearsay evaluate`."""
    overlap = lambda a, b: any(x[0] < y[1] and y[0] < x[1] for x in a for y in b)
    places = lambda spans: {place for begin, end in spans for place in range(begin, end)}
    content = places(found["content"])

    def like(a):
        gold = places(a["content"])
        sources = overlap(found["source"], a["source"]) or not (found["source"] or a["source"])
        return overlap(found["cue"], a["cue"]) and sources and len(gold & content) >= 0.5 * len(gold | content)

    return any(like(a) for a in document["attributions"])


def calibrate(model, tokenizer, articles, threshold):
    """Logistic regression of being right on the log odds of cue and link."""
    logit = lambda p: math.log(min(max(p, 1e-4), 1 - 1e-4) / (1 - min(max(p, 1e-4), 1 - 1e-4)))
    rows, labels = [], []
    for document in articles:
        for a in read(model, tokenizer, document, threshold):
            rows.append([1.0, logit(a["cue_chance"]), logit(a["link_chance"])])
            labels.append(right(a, document))
    x, y = np.array(rows), np.array(labels, dtype=float)
    w = np.zeros(3)
    for _ in range(50):  # Newton's steps
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + 1e-3 * np.eye(3), x.T @ (y - p))
    print(f"calibrated on {len(y)} attributions, of which {y.mean():.1%} are right: {w}")
    return w


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--threshold", type=float, default=0.4)
    parser.add_argument("--held-out", type=int, default=20, help="as train.py was told")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = Tokenizer(args.weights / "vocab.txt")
    model = load(args.weights, args.model)
    held_out = documents(args.data / "train.jsonl")[::args.held_out]
    calibration = calibrate(rounded(model), tokenizer, held_out, args.threshold)
    vocabulary = [line.rstrip("\n") for line in open(args.weights / "vocab.txt", encoding="utf-8")]
    write(model, vocabulary, (tokenizer.first, tokenizer.last), tokenizer.unknown, args.threshold, calibration, args.out)


if __name__ == "__main__":
    main()
