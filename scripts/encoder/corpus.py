# SPDX-License-Identifier: Apache-2.0
"""Articles as an encoder reads them: word pieces in windows, with the labels of their attributions.

    tokenizer = Tokenizer("vocab.txt")
    for window in windows(tokenizer.read(text)):
        ...

The C++ reader (src/encoder) makes the same pieces and the same windows; change both or neither.
"""
import gzip
import json
import unicodedata
from dataclasses import dataclass, field

import numpy as np
from tokenizers import BertWordPieceTokenizer

WINDOW = 320          # pieces of a window, its first and last mark included
CONTEXT = 64          # pieces at most that a window repeats of the one before
BEFORE, AFTER = 64, 128  # pieces that may belong to a cue, before its first and from it on
MARK, NO_SHAPE, LINE_BEGINS, SHAPES = 4, 5, 6, 12  # see shape()

OUTSIDE, CUE_BEGINS, CUE_GOES_ON = 0, 1, 2  # labels of a piece
SOURCE, CONTENT = 1, 2                      # labels of a piece for one cue
IGNORED = -100


def shape(word, follows_break):
    """What lower-casing and splitting hide: the letters' case, and whether a line begins here."""
    categories = [unicodedata.category(c) for c in word]
    if categories[0][0] not in "LN":
        kind = MARK
    elif "Nd" in categories:
        kind = 3
    elif categories[0] != "Lu":
        kind = 0
    else:
        kind = 2 if len(word) > 1 and "Ll" not in categories else 1
    return kind + (LINE_BEGINS if follows_break else 0)


@dataclass
class Pieces:
    """One text in word pieces; spans in code points."""
    ids: np.ndarray
    shapes: np.ndarray
    spans: np.ndarray    # n × 2
    breaks: np.ndarray   # whether a line break precedes the piece


@dataclass
class Window:
    begin: int           # first piece
    end: int
    own: int             # pieces before this one are context: the window before has read them


class Tokenizer:
    def __init__(self, vocabulary):
        self.pieces = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
        self.first, self.last = (self.pieces.token_to_id(t) for t in self.marks(vocabulary))
        self.unknown = self.pieces.token_to_id("[UNK]")

    @staticmethod
    def marks(vocabulary):
        words = {line.rstrip("\n") for line in open(vocabulary, encoding="utf-8")}
        return ("<s>", "</s>") if "<s>" in words else ("[CLS]", "[SEP]")

    def read(self, text):
        encoded = self.pieces.encode(text, add_special_tokens=False)
        spans = np.array(encoded.offsets, dtype=np.int32).reshape(-1, 2)
        breaks = np.zeros(len(spans), dtype=bool)
        shapes = np.zeros(len(spans), dtype=np.int64)
        before = 0
        for i, (begin, end) in enumerate(spans):
            breaks[i] = i == 0 or "\n" in text[before:begin]
            shapes[i] = shape(text[begin:end], breaks[i])
            before = end
        return Pieces(np.array(encoded.ids, dtype=np.int64), shapes, spans, breaks)


def windows(pieces):
    """Windows of whole paragraphs where they fit; each begins with a part of the one before as its context."""
    room, size = WINDOW - 2, len(pieces.ids)
    result, own = [], 0
    while own < size:
        begin = own
        if own > 0:  # the earliest paragraph within reach; inside one, all of the reach
            begin = max(0, own - CONTEXT)
            starts = [i for i in range(begin, own + 1) if pieces.breaks[i]]
            if pieces.breaks[own]:
                begin = starts[0]
        end = min(size, begin + room)
        if end < size:
            starts = [i for i in range(own + 1, end + 1) if pieces.breaks[i]]
            if starts and starts[-1] - begin > room // 2:
                end = starts[-1]
        result.append(Window(begin, end, own))
        own = end
    return result


@dataclass
class Example:
    """A window with its labels, and the labels of the pieces around each of its cues."""
    ids: np.ndarray
    shapes: np.ndarray
    cue_labels: np.ndarray
    cues: list = field(default_factory=list)     # (begin, end) in the window, its first mark counted
    links: list = field(default_factory=list)    # labels of BEFORE + AFTER pieces, IGNORED outside of the window
    spans: np.ndarray = None
    own: int = 0


def mark(labels, pieces, spans, label, first=None):
    for begin, end in spans:
        inside = np.flatnonzero((pieces.spans[:, 0] < end) & (pieces.spans[:, 1] > begin))
        labels[inside] = label
        if first is not None and len(inside):
            labels[inside[0]] = first


def examples(tokenizer, document):
    """The windows of one annotated document. Stretches that the annotators set aside have no labels."""
    pieces = tokenizer.read(document["text"])
    cue_labels = np.zeros(len(pieces.ids), dtype=np.int64)
    attributions = []
    for a in document.get("attributions", []):
        if not a["cue"]:
            continue
        mark(cue_labels, pieces, a["cue"], CUE_GOES_ON, CUE_BEGINS)
        roles = np.zeros(len(pieces.ids), dtype=np.int64)
        mark(roles, pieces, a["source"], SOURCE)
        mark(roles, pieces, a["content"], CONTENT)
        cue = np.flatnonzero((pieces.spans[:, 0] < a["cue"][0][1]) & (pieces.spans[:, 1] > a["cue"][0][0]))
        if len(cue):
            roles[cue] = OUTSIDE
            attributions.append((cue[0], cue[-1] + 1, roles))
    mark(cue_labels, pieces, document.get("discard", []), IGNORED)
    for window in windows(pieces):
        part = slice(window.begin, window.end)
        framed = lambda inner, edge: np.concatenate([[edge[0]], inner, [edge[1]]])
        labels = cue_labels[part].copy()
        labels[:window.own - window.begin] = IGNORED
        example = Example(framed(pieces.ids[part], (tokenizer.first, tokenizer.last)),
                          framed(pieces.shapes[part], (NO_SHAPE, NO_SHAPE)), framed(labels, (IGNORED, IGNORED)),
                          spans=pieces.spans[part], own=window.own - window.begin)
        for begin, end, roles in attributions:
            if window.own <= begin < window.end:
                example.cues.append((begin - window.begin + 1, min(end, window.end) - window.begin + 1))
                around = np.full(BEFORE + AFTER, IGNORED, dtype=np.int64)
                low, high = max(window.begin, begin - BEFORE), min(window.end, begin + AFTER)
                around[low - begin + BEFORE:high - begin + BEFORE] = roles[low:high]
                example.links.append(around)
        yield example


def documents(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        return [json.loads(line) for line in lines if line.strip()]
