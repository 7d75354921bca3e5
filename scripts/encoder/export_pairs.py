#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a trained model of pairs as hearsay reads it (src/encoder/MODEL_FORMAT.md), beside the encoder it was trained on.

    export_pairs.py --weights FOLDER --model pairs.pt --encoder ../../data/encoder/accurate.model --out ../../data/encoder/accurate.pairs.model
"""
import argparse
import struct
from pathlib import Path

import torch

from export import ModelFile
from model import Encoder
from pairs import BELOW, LONGEST, PairModel, checksum_of


def write(model, checksum, below, path):
    file = ModelFile(b"statement-pairs/1")
    first = model.layers[0]
    file.numbers(checksum, below, LONGEST)
    file.numbers(first.out.in_features, first.heads, first.up.out_features, len(model.layers))
    file.body.extend(struct.pack("<f", model.epsilon))
    file.tensor(model.sides.weight)
    file.layers(model.layers)
    file.linear(model.dense)
    file.tensor(model.relation.weight), file.tensor(model.relation.bias)
    file.save(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    model = PairModel(Encoder.pretrained(args.weights), range(BELOW, 2 * BELOW))
    model.load_state_dict(torch.load(args.model))
    write(model, checksum_of(args.encoder), BELOW, args.out)


if __name__ == "__main__":
    main()
