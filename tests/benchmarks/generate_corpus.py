#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a corpus of news articles with a known citation graph.

    generate_corpus.py FOLDER --articles N [--seed S]

FOLDER/articles.jsonl is input for `hearsay analyze`; FOLDER/truth.jsonl tells for each claim its kind, the true number of
independent origins by the rules of docs/method.md, and the sentences that state it, as [article, begin, end] in code
points. score_corpus.py compares. Standard library only; equal arguments give equal bytes.
"""
import argparse
import json
import pathlib
import random
from datetime import date, timedelta

import corpus_words as words


def capital(text):
    return text[0].upper() + text[1:]


class Story:
    """One claim and the articles about it."""

    def __init__(self, r, names, papers, number):
        self.r, self.names, self.number = r, names, number
        self.papers = r.sample(papers, 6)
        self.place = names.place()
        slots = dict(p=self.place, o=names.organisation(), n=r.randint(3, 980), w=r.choice(words.MONTH))
        self.wordings = [w.format(**slots) for w in r.choice(words.EVENTS).split("|")]
        self.day = date(2019, 1, 1) + timedelta(days=r.randrange(1500))
        self.articles, self.statements = [], []

    def clause(self):
        return self.r.choice(self.wordings)

    def speaker(self):
        return f"{self.r.choice(words.ROLE)} {self.names.person()}"

    def background(self, count):
        fill = lambda t: t.format(p=self.place, q=self.names.place(), m=self.r.randint(2, 90), t=self.r.randint(11, 99),
                                  y=self.r.randint(1950, 2017), d=self.r.choice(words.DAY), f=self.names.person())
        return [fill(t) + "." for t in self.r.sample(words.BACKGROUND, count)]

    def article(self, paper, stating, rest=None, later=0, note=""):
        """`stating`: the sentences that state the claim, the first of which opens the article."""
        rest = self.background(self.r.randint(5, 8)) if rest is None else rest
        sentences = [stating[0]] + rest[:3] + stating[1:] + rest[3:]
        text = note
        ident = f"s{self.number}-{len(self.articles) + 1}"
        for i, sentence in enumerate(sentences):
            text += ("\n\n" if text and i % 2 == 0 else " " if text else "")
            if sentence in stating:
                self.statements.append([ident, len(text), len(text) + len(sentence)])
            text += sentence
        published = (self.day + timedelta(days=later)).isoformat()
        self.articles.append(dict(id=ident, publisher=paper, published=published, text=text))
        return rest

    # How a sentence ascribes the claim.

    def says(self, who):
        c = self.clause()
        return self.r.choice([f"{capital(c)}, {who} said.", f"{who} said that {c}.", f"{who} said on {self.r.choice(words.DAY)} that {c}.",
                              f"According to {who}, {c}.", f"{who} announced that {c}.", f"{who} told reporters that {c}."])

    def told(self, who, paper):
        c = self.clause()
        return capital(self.r.choice([f"{who} told the {paper} that {c}.", f"{capital(c)}, {who} told the {paper}.",
                                      f"{who} said that {c}, according to the {paper}.", f"{who} said that {c}, the {paper} reported."]))

    def reported(self, paper):
        c = self.clause()
        return self.r.choice([f"{capital(c)}, the {paper} reported.", f"The {paper} reported that {c}.", f"{capital(c)}, according to the {paper}."])

    def cited(self, paper, earlier):
        c = self.clause()
        return self.r.choice([f"The {paper}, citing the {earlier}, reported that {c}.", f"The {paper} reported, citing the {earlier}, that {c}."])

    def own(self):
        return capital(self.clause()) + "."

    # The kinds of stories. Each returns the true number of independent origins.

    def single(self):
        self.article(self.papers[0], [self.says(self.speaker())])
        return 1

    def same_person(self):
        who = self.speaker()
        for i in range(self.r.randint(2, 4)):
            self.article(self.papers[i], [self.says(who)], later=i % 2)
        return 1

    def relay(self):
        who = self.speaker()
        first, second, third, fourth = self.papers[:4]
        self.article(first, [self.told(who, first)])
        self.article(second, [self.told(who, first)], later=1)
        if self.r.random() < .6:
            self.article(third, [self.cited(second, first)], later=2)
        if self.r.random() < .4:
            self.article(fourth, [self.reported(second)], later=2)
        return 1

    def reprint(self):
        stating = [self.r.choice([self.own(), self.says(self.speaker())])]
        rest = self.article(self.papers[0], stating)
        for i in range(1, self.r.randint(2, 4)):
            self.article(self.papers[i], stating, rest, later=1)
        return 1

    def rewrite(self):
        stating = [self.own()]
        rest = self.article(self.papers[0], stating, self.background(9))
        self.article(self.papers[1], stating, rest[:5] + self.background(4), later=1)
        return 1

    def versions(self):
        who = self.speaker()
        stating = [self.says(who)]
        rest = self.article(self.papers[0], stating)
        self.article(self.papers[0], stating, rest + self.background(2), later=1, note="(Updates with details)")
        return 1

    def several_people(self):
        count = self.r.randint(2, 3)
        for i in range(count):
            self.article(self.papers[i], [self.says(self.speaker())], later=i % 2)
        return count

    def own_voices(self):
        count = self.r.randint(2, 3)
        for i in range(count):
            self.article(self.papers[i], [self.own()], later=i % 2)
        return count

    def lead_and_source(self):
        who = self.speaker()
        for i in range(2):
            self.article(self.papers[i], [self.own(), self.says(who)], later=i)
        return 1

    def ring(self):
        first, second = self.papers[:2]
        self.article(first, [self.reported(second)])
        self.article(second, [self.reported(first)])
        return 0

    def long_ring(self):
        for i in range(3):
            self.article(self.papers[i], [self.reported(self.papers[(i + 1) % 3])])
        return 0

    def fed_ring(self):
        first, second = self.papers[:2]
        self.article(first, [self.reported(second)])
        self.article(second, [self.reported(first), self.says(self.speaker())])
        return 1

    def denial(self):
        self.article(self.papers[0], [self.says(self.speaker())])
        self.article(self.papers[1], [f"{self.speaker()} denied that {self.clause()}."], later=1)
        return 1

    def rumour(self):
        c = self.clause()
        self.article(self.papers[0], [self.r.choice([f"It is rumoured that {c}.", f"Unconfirmed reports said that {c}.", f"Rumours say that {c}."])])
        return 0

    def rumour_then_source(self):
        self.rumour()
        self.article(self.papers[1], [self.says(self.speaker())], later=1)
        return 1

    def unnamed(self):
        described = self.r.sample(words.UNNAMED, 2)
        count = self.r.randint(1, 2)
        for i in range(count):
            self.article(self.papers[i], [self.told(described[i], self.papers[i])], later=i)
        return count

    KINDS = (single, same_person, relay, reprint, rewrite, versions, several_people, own_voices, lead_and_source, ring, long_ring,
             fed_ring, denial, rumour, rumour_then_source, unnamed)

    def write(self):
        kind = self.KINDS[self.number % len(self.KINDS)]
        origins = kind(self)
        return dict(claim=self.wordings[0], kind=kind.__name__, origins=origins, statements=self.statements)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--articles", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=20241009)
    given = arguments.parse_args()
    r = random.Random(given.seed)
    names = words.Names(r)
    papers = [names.paper() for _ in range(300)]
    given.folder.mkdir(parents=True, exist_ok=True)
    written = number = 0
    with open(given.folder / "articles.jsonl", "w") as articles, open(given.folder / "truth.jsonl", "w") as truth:
        while written < given.articles:
            story = Story(r, names, papers, number)
            print(json.dumps(story.write()), file=truth)
            for article in story.articles:
                print(json.dumps(article), file=articles)
            written += len(story.articles)
            number += 1
    print(f"{written} articles, {number} claims")


if __name__ == "__main__":
    main()
