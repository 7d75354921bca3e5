#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes what tests/encoder compares the C++ reader with: a tiny random model, and what Python reads with it.

    fixtures.py --weights FOLDER --out ../../tests/encoder

The weights' vocabulary is all that is taken from FOLDER: expected.json holds the pieces of awkward texts as the reference
tokenizer cuts them, vocabulary.txt the lines of the vocabulary that they need.
"""
import argparse
import json
from pathlib import Path

import torch

from corpus import Tokenizer
from export import round_layers, round_linear, rounded, write
from export_pairs import write as write_pairs
from model import Attributor, Encoder
from pairs import PairModel, checksum_of, statements
from predict import read

TEXTS = [
    "The mayor said Tuesday that the bridge is safe.",
    "“We’ll decide on Friday,” O’Neill told the Kurier; “not before!” he added…",
    "Café, cafe\u0301, naïve, Ångström, İstanbul, ΣΊΣΥΦΟΣ, straße, ﬁne, ２０２４, ½.",
    "東京の記者 wrote about 東京タワー. 서울 too.",
    "tab\tand\u00a0nbsp\u2003em\u200bzero\u00adsoft\x00nul\x07bell\ufffd\ufeffbom \u2028line\u0085next",
    "😀 emoji 👩‍👩‍👧 family, e-mail@example.org, https://example.org/a_b?c=1#d, $5.6bn, 10%, R&D, C++ `x` ^ ~",
    "a" * 99 + " " + "b" * 100 + " " + "c" * 101 + " antidisestablishmentarianism pseudopseudohypoparathyroidism",
    "U.S.-led NATO’s COVID-19 iPhone McDonald’s ISIS B2B\n\nNew paragraph.\nNew line.\r\n  \r\nIndented",
    "",
    " \n\t ",
]

ARTICLE = """Bridge to close in spring, says mayor

Harbour City - The old harbour bridge will close for repairs in April, Mayor Anna Berg said on Tuesday. "It is safe for now," she told reporters, "but we will not wait for something to break."

According to the port authority, two thirds of all lorries will have to go round by the northern ring. A spokesman for the hauliers' union called the plan reckless.

""" * 6


STATEMENTS = ["The old harbour bridge will close for repairs in April", "the bridge is safe", "two thirds of all lorries will have to go " * 12]


def filled(model):
    """With random weights, large enough that every part tells."""
    for parameter in model.parameters():
        if parameter.dim() > 1:
            torch.nn.init.normal_(parameter, std=0.15)
        else:
            torch.nn.init.uniform_(parameter, -0.2, 0.2)
    for name, parameter in model.named_parameters():
        if "norm" in name and name.endswith("weight"):
            torch.nn.init.uniform_(parameter, 0.7, 1.3)
    return model.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tokenizer = Tokenizer(args.weights / "vocab.txt")
    words = [line.rstrip("\n") for line in open(args.weights / "vocab.txt", encoding="utf-8")]

    def needed(texts):
        """The vocabulary without what the texts don't use: the longest match finds the same pieces in it."""
        used = {int(i) for text in texts for i in tokenizer.read(text).ids}
        used |= {tokenizer.first, tokenizer.last, tokenizer.unknown}
        used |= {i for i, word in enumerate(words) if word in ("[CLS]", "[SEP]")}  # which the tokenizer asks for
        return [words[i] for i in sorted(used)]

    cases = []
    vocabulary = needed(TEXTS + [ARTICLE])
    (args.out / "vocabulary.txt").write_text("".join(w + "\n" for w in vocabulary), encoding="utf-8")
    small = Tokenizer(args.out / "vocabulary.txt")
    for text in TEXTS:
        pieces, whole = small.read(text), tokenizer.read(text)
        assert [vocabulary[i] for i in pieces.ids] == [words[i] for i in whole.ids], text
        cases.append({"text": text, "pieces": [[int(i), int(b), int(e), int(s)] for i, (b, e), s in
                                               zip(pieces.ids, pieces.spans, pieces.shapes)]})

    torch.manual_seed(7)
    config = {"hidden_size": 64, "num_attention_heads": 4, "intermediate_size": 128, "num_hidden_layers": 2,
              "layer_norm_eps": 1e-5, "model_type": "mpnet", "vocab_size": len(vocabulary),
              "max_position_embeddings": 330, "relative_attention_num_buckets": 32}
    model = Attributor(Encoder(config), width=64, layers=1)
    reference = rounded(filled(model))
    calibration = [0.1, 0.5, 0.5]
    threshold = next(t / 100 for t in range(99, 0, -1) if len(read(reference, small, {"text": ARTICLE}, t / 100)) >= 8)
    write(model, vocabulary, (small.first, small.last), small.unknown, threshold, calibration, args.out / "tiny.model")
    found = read(reference, small, {"text": ARTICLE}, threshold)

    torch.manual_seed(8)
    pairs = filled(PairModel(Encoder(config), [1]))
    pairs.bias = reference.encoder.bias
    write_pairs(pairs, checksum_of(args.out / "tiny.model"), 1, args.out / "tiny_pairs.model")
    with torch.no_grad():
        round_layers(pairs.layers)
        round_linear(pairs.dense)
        a, b, c = (s.bfloat16().float() for s in statements(reference.encoder, small, STATEMENTS, below=1))
        relations = [pairs([pair]).softmax(-1)[0, :3].tolist() for pair in ((a, b), (b, a), (b, c))]
    expected = {"pieces": cases, "article": ARTICLE, "attributions": found, "statements": STATEMENTS,
                "relations": relations}
    (args.out / "expected.json").write_text(json.dumps(expected, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(vocabulary)} pieces in the vocabulary, {len(found)} attributions")


if __name__ == "__main__":
    main()
