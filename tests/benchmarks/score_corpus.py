#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores a run over a generated corpus.

    score_corpus.py FOLDER/truth.jsonl RESULT/analysis.json [--show N]

A true claim is found in the run's claim that holds most of the sentences which state it; of equals the better ranked one.
Prints for each kind the share of claims with exactly the true number of independent origins, and with --show the first N
that fail. Reads the claims line by line, so that any run fits into memory.
"""
import argparse
import collections
import json


def claims_of(file):
    with open(file) as lines:
        for line in lines:
            if line.startswith('{"id": "c') and '"mentions"' in line:
                yield json.loads(line.rstrip().rstrip(","))


def overlaps(spans, begin, end):
    return any(b < end and begin < e for b, e in spans)


def found_claims(truths, file):
    """By true claim: (statements held, -rank, run's claim) of the best."""
    stating = collections.defaultdict(list)
    for number, truth in enumerate(truths):
        for place, (article, begin, end) in enumerate(truth["statements"]):
            stating[article].append((number, place, begin, end))
    best = {}
    for claim in claims_of(file):
        held = collections.defaultdict(set)
        for mention in claim["mentions"]:
            for number, place, begin, end in stating.get(mention["document"], ()):
                if overlaps(mention["spans"], begin, end):
                    held[number].add(place)
        for number, places in held.items():
            key = (len(places), -claim["rank"])
            if key > best.get(number, ((0, 0),))[0]:
                best[number] = (key, claim)
    return best


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("truth")
    arguments.add_argument("analysis")
    arguments.add_argument("--show", type=int, default=0)
    given = arguments.parse_args()
    truths = [json.loads(line) for line in open(given.truth)]
    best = found_claims(truths, given.analysis)
    kinds = collections.defaultdict(collections.Counter)
    for number, truth in enumerate(truths):
        claim = best[number][1] if number in best else None
        whole = claim is not None and best[number][0][0] == len(truth["statements"])
        right = claim is not None and claim["independent_origins"] == truth["origins"]
        kinds[truth["kind"]].update(claims=1, right=right, whole=whole)
        if not right and given.show:
            given.show -= 1
            print(f"{truth['kind']} {truth['statements'][0][0]}: {truth['origins']} expected, "
                  f"{claim['independent_origins'] if claim else 'none'} found: {truth['claim']}\n    "
                  f"{claim['explanation'] if claim else ''}")
    print(f"{'kind':20} {'claims':>7} {'one claim %':>12} {'exact %':>8}")
    for kind, counts in sorted(kinds.items()) + [("all", sum(kinds.values(), collections.Counter()))]:
        share = lambda key: 100 * counts[key] / counts["claims"]
        print(f"{kind:20} {counts['claims']:7} {share('whole'):12.1f} {share('right'):8.1f}")


if __name__ == "__main__":
    main()
