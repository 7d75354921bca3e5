#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes a large collection of articles out of a small one, for measuring how cost grows: each round over the articles
gives them other ids, moves their dates on by a month, and puts other words of like length in the place of some of
theirs, names and numbers among them. A fixed seed: equal arguments give equal bytes.

    many_articles.py articles.jsonl.gz 190430 > many.jsonl
"""
import argparse
import gzip
import json
import random
import re
import sys

CHANGED = 0.12  # of the distinct words of a round
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


def read(name):
    opener = gzip.open if name.endswith(".gz") else open
    with opener(name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def made_up(word, generator):
    """Another word with the pattern of vowels, consonants, digits and capitals of this one."""
    def other(c):
        pool = "0123456789" if c.isdigit() else "aeiou" if c.lower() in "aeiou" else "bcdfghklmnprstvw"
        new = generator.choice(pool)
        return new.upper() if c.isupper() else new
    return "".join(other(c) for c in word)


def substitutes(articles, generator):
    """For some words that begin with a capital, or are numbers: who, where and how many are others in each round."""
    words = sorted({w for a in articles for w in re.findall(r"\b[A-Z][a-z]{4,}\b|\b\d{2,}\b", a["text"])})
    return {w: made_up(w, generator) for w in words if generator.random() < CHANGED}


def later(date, months):
    """Dates as the Reuters collection has them: 26-FEB-1987 15:01:01.79."""
    found = re.match(r"\s*(\d+)-([A-Z]{3})-(\d{4})(.*)", date or "")
    if not found:
        return date
    month = MONTHS.index(found[2]) + months
    return f"{min(int(found[1]), 28)}-{MONTHS[month % 12]}-{int(found[3]) + month // 12}{found[4]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", help="JSON lines with id, text and published, also compressed")
    parser.add_argument("count", type=int, help="articles to write")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    articles = read(options.articles)
    for number in range(options.count):
        at, round_ = number % len(articles), number // len(articles)
        if at == 0:
            generator = random.Random(options.seed + round_)
            changes = substitutes(articles, generator) if round_ else {}
        article = dict(articles[at])
        if round_:
            article["id"] = f"{article['id']}-{round_}"
            article["published"] = later(article.get("published"), round_)
            for field in ("title", "text"):
                if article.get(field):
                    article[field] = re.sub(r"\w+", lambda w: changes.get(w[0], w[0]), article[field])
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
