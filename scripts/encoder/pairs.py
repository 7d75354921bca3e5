# SPDX-License-Identifier: Apache-2.0
"""Two statements read side by side: do they state one fact?

The lower layers of the encoder that hearsay ships read each statement by itself and stay as they are, so that a statement
is read once, whatever it is compared with (deferred interaction: MacAvaney et al. 2020). PairModel's layers then read the
two together. src/encoder/pair_reader.cpp does the same in C++; change both or neither.
"""
import struct

import numpy as np
import torch
from torch import nn

from corpus import NO_SHAPE
from export import GROUP, HEAD, unpacked
from model import Encoder, attention_bias

LABELS = ("S", "P", "C", "R")  # same fact, one in part the other's, contrary, other facts ("U", unrelated, counts as "R")
LONGEST = 72                   # pieces of a statement, its two marks among them
BELOW = 3                      # layers that read a statement by itself


def checksum_of(path):
    """Of a model's file, as its head gives it."""
    return struct.unpack_from("<I", path.read_bytes(), 12)[0]


def shipped(path, weights):
    """The encoder in a file such as accurate.model (src/encoder/MODEL_FORMAT.md), rounded as it is.
    `weights`: the folder of the pretrained ones, for the buckets of relative positions."""
    data = path.read_bytes()
    at = HEAD

    def numbers(form):
        nonlocal at
        found = struct.unpack_from(form, data, at)
        at += struct.calcsize(form)
        return found if len(found) > 1 else found[0]

    def tensor(kind, *shape):
        nonlocal at
        at += -at % 64
        count = int(np.prod(shape))
        found = np.frombuffer(data, kind, count, at).reshape(shape).copy()
        at += found.nbytes
        return torch.from_numpy(found)

    def skip_text():
        nonlocal at
        length = numbers("<I")
        at += length

    skip_text()  # the kind
    window, _, _, _, _, _, _, vocabulary = numbers("<8I")
    width, heads, inner, layers = numbers("<4I")
    numbers("<4I"), numbers("<3f")
    skip_text()  # the vocabulary
    tensor("<f4", 3)
    packed = tensor("u1", vocabulary, width // 2)
    scales = tensor("<i2", vocabulary, width // GROUP)
    encoder = Encoder.pretrained(weights).shortened(list(range(layers)))
    state = encoder.state_dict()
    state["words.weight"] = unpacked(packed, scales)
    state["positions.weight"][2:2 + window] = tensor("<f4", window, width)
    state["shapes.weight"] = tensor("<f4", 12, width)
    state["norm.weight"], state["norm.bias"] = tensor("<f4", width), tensor("<f4", width)
    tensor("<f4", heads, 2 * window + 1)

    def linear(name, inputs, outputs):
        numbers, scale = tensor("i1", outputs, inputs).float(), tensor("<f4", outputs)
        state[f"{name}.weight"], state[f"{name}.bias"] = numbers * scale[:, None], tensor("<f4", outputs)

    for n in range(layers):
        linear(f"layers.{n}.qkv", width, 3 * width)
        linear(f"layers.{n}.out", width, width)
        state[f"layers.{n}.norm1.weight"], state[f"layers.{n}.norm1.bias"] = tensor("<f4", width), tensor("<f4", width)
        linear(f"layers.{n}.up", width, inner)
        linear(f"layers.{n}.down", inner, width)
        state[f"layers.{n}.norm2.weight"], state[f"layers.{n}.norm2.bias"] = tensor("<f4", width), tensor("<f4", width)
    encoder.load_state_dict(state)
    return encoder.eval()


def statements(encoder, tokenizer, texts, below=BELOW, at_once=64):
    """What the lower layers make of each text: pieces × width."""
    items = []
    for text in texts:
        pieces = tokenizer.read(text)
        items.append((torch.tensor([tokenizer.first, *pieces.ids[:LONGEST - 2], tokenizer.last]),
                      torch.tensor([NO_SHAPE, *pieces.shapes[:LONGEST - 2], NO_SHAPE])))
    found = [None] * len(items)
    order = sorted(range(len(items)), key=lambda i: len(items[i][0]))
    with torch.no_grad():
        for begin in range(0, len(order), at_once):
            batch = order[begin:begin + at_once]
            lengths = torch.tensor([len(items[i][0]) for i in batch])
            padded = lambda part: nn.utils.rnn.pad_sequence([items[i][part] for i in batch], batch_first=True)
            present = torch.arange(int(lengths.max()))[None] < lengths[:, None]
            x = encoder.embed(padded(0), padded(1))
            bias = encoder.attention_bias(present)
            for layer in encoder.layers[:below]:
                x = layer(x, bias)
            for i, row, length in zip(batch, x, lengths):
                found[i] = row[:length].clone()
    return found


class PairModel(nn.Module):
    def __init__(self, encoder, kept):
        """Begins with some layers of an encoder."""
        super().__init__()
        width = encoder.config["hidden_size"]
        self.epsilon = encoder.config["layer_norm_eps"]
        self.layers = nn.ModuleList(encoder.layers[n] for n in kept)
        self.bias = encoder.bias.requires_grad_(False)
        self.sides = nn.Embedding(2, width)
        nn.init.zeros_(self.sides.weight)
        self.dense = nn.Linear(width, width)
        self.relation = nn.Linear(width, len(LABELS))

    def forward(self, pairs):
        """Scores of the labels for each pair of statements."""
        rows = [torch.cat(pair) for pair in pairs]
        sides = [torch.tensor([0] * len(a) + [1] * len(b)) for a, b in pairs]
        lengths = torch.tensor([len(r) for r in rows])
        x = nn.utils.rnn.pad_sequence(rows, batch_first=True) + self.sides(nn.utils.rnn.pad_sequence(sides, batch_first=True))
        present = torch.arange(x.shape[1])[None] < lengths[:, None]
        bias = attention_bias(present, self.bias)
        for layer in self.layers:
            x = layer(x, bias)
        mean = (x * present[..., None]).sum(1) / lengths[:, None]
        return self.relation(torch.tanh(self.dense(mean)))
