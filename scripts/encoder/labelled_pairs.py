#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Puts the statements' texts to what readers said of them.

    labelled_pairs.py --data DATA [--program ../../build/release/hearsay] --out pairs.jsonl

statement_pairs.tsv holds no text of others, but each statement's document and the first 12 hexadecimal digits of its text's
SHA-1, white space as single blanks. The texts come from a run over DATA; those that hearsay no longer takes out of an
article just so are left out, and counted.
"""
import argparse
import hashlib
import json
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SETS = {"news": "news/web.jsonl.gz", "wikinews": "wikinews/dev.jsonl", "emergent": "emergent/dev.jsonl",
        "reuters": "reuters/reuters21578.jsonl.gz"}


def labels():
    """One dict a pair: set, document_a, statement_a, document_b, statement_b, label, part, weight."""
    lines = open(HERE / "statement_pairs.tsv", encoding="utf-8").read().splitlines()
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


def digest(text):
    return hashlib.sha1(" ".join(text.split()).encode()).hexdigest()[:12]


def mentions(analysis):
    """(claim, document's id, text, mention) of each mention."""
    contents = {a["id"]: a["content"]["text"] for a in analysis["attributions"]}
    for claim in analysis["claims"]:
        for m in claim["mentions"]:
            yield claim, m["document"], m.get("text") or contents[m["attribution"]], m


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--program", type=pathlib.Path, default=HERE.parents[1] / "build/release/hearsay")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    texts = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, path in SETS.items():
            subprocess.run([args.program, "analyze", args.data / path, "--out", folder, "--model", "fast", "--quiet"], check=True)
            with open(pathlib.Path(folder) / "analysis.json", encoding="utf-8") as analysis:
                for _, document, text, _ in mentions(json.load(analysis)):
                    texts[name, document, digest(text)] = text
    found = lost = 0
    with open(args.out, "w", encoding="utf-8") as out:
        for pair in labels():
            sides = [texts.get((pair["set"], pair[f"document_{x}"], pair[f"statement_{x}"])) for x in "ab"]
            lost += None in sides
            if None not in sides:
                found += 1
                out.write(json.dumps({"a": sides[0], "b": sides[1], "label": pair["label"], "part": pair["part"]}) + "\n")
    print(f"{found} pairs; {lost} that hearsay no longer finds")


if __name__ == "__main__":
    main()
