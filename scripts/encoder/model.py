# SPDX-License-Identifier: Apache-2.0
"""The encoder (BERT's layers, with MPNet's relative positions where the weights have them) and the two heads on it."""
import json
import math
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

from corpus import AFTER, BEFORE, SHAPES

AROUND = BEFORE + AFTER


NOISE = np.random.Generator(np.random.SFC64(1))


def dropped(x, training, share=26 / 256):
    """Dropout; torch's own takes a quarter of the time of a step on a CPU."""
    if not training:
        return x
    kept = torch.frombuffer(bytearray(NOISE.bytes(x.numel())), dtype=torch.uint8).view(x.shape) >= round(share * 256)
    return x * kept.to(x.dtype).mul_(1 / (1 - share))


class Layer(nn.Module):
    """One layer after Devlin et al. 2019: attention, then feed-forward, a norm after each."""

    def __init__(self, width, heads, inner, epsilon):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=epsilon)

    def forward(self, x, bias):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.norm1(x + dropped(mixed, self.training))
        return self.norm2(x + dropped(self.down(F.gelu(self.up(x))), self.training))


def buckets(length, count=32, distance=128):
    """MPNet's buckets of relative positions (after T5, Raffel et al. 2020)."""
    relative = -(torch.arange(length)[None, :] - torch.arange(length)[:, None])
    half = count // 2
    result = (relative < 0).long() * half
    n = relative.abs()
    exact = half // 2
    large = exact + (torch.log(n.float().clamp(min=1) / exact) / math.log(distance / exact) * (half - exact)).long()
    return result + torch.where(n < exact, n, large.clamp(max=half - 1))


def attention_bias(present, relative):
    """What is added to attention: nothing is paid to padding, and `relative`, if any, tells by distance."""
    bias = (~present)[:, None, None, :] * -1e4
    if relative is not None:
        bias = bias + relative(buckets(present.shape[1])).permute(2, 0, 1)[None].detach()
    return bias


class Encoder(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        width, heads = config["hidden_size"], config["num_attention_heads"]
        epsilon = config["layer_norm_eps"]
        self.relative = config["model_type"] == "mpnet"
        self.words = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.shapes = nn.Embedding(SHAPES, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.layers = nn.ModuleList(Layer(width, heads, config["intermediate_size"], epsilon)
                                    for _ in range(config["num_hidden_layers"]))
        if self.relative:
            self.bias = nn.Embedding(config["relative_attention_num_buckets"], heads)

    @staticmethod
    def pretrained(folder):
        """From a folder with config.json and model.safetensors, as Hugging Face's transformers lay them out."""
        folder = Path(folder)
        config = json.loads((folder / "config.json").read_text())
        weights = load_file(folder / "model.safetensors")
        weights = {k.removeprefix("bert.").removeprefix("mpnet."): v for k, v in weights.items()}
        encoder = Encoder(config)
        mpnet = encoder.relative
        state = encoder.state_dict()
        state["words.weight"] = weights["embeddings.word_embeddings.weight"]
        state["positions.weight"] = weights["embeddings.position_embeddings.weight"]
        state["shapes.weight"].zero_()
        if not mpnet:  # the type of the first segment is the same everywhere
            state["positions.weight"] = state["positions.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        for part in ("weight", "bias"):
            state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
            for n in range(config["num_hidden_layers"]):
                old, new = f"encoder.layer.{n}.", f"layers.{n}."
                qkv = [f"attention.attn.{x}" for x in "qkv"] if mpnet else \
                    [f"attention.self.{x}" for x in ("query", "key", "value")]
                names = {"out": "attention.attn.o" if mpnet else "attention.output.dense",
                         "norm1": "attention.LayerNorm" if mpnet else "attention.output.LayerNorm",
                         "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
                state[f"{new}qkv.{part}"] = torch.cat([weights[f"{old}{x}.{part}"] for x in qkv])
                for ours, theirs in names.items():
                    state[f"{new}{ours}.{part}"] = weights[f"{old}{theirs}.{part}"]
        if mpnet:
            state["bias.weight"] = weights["encoder.relative_attention_bias.weight"]
        encoder.load_state_dict(state)
        return encoder

    def shortened(self, kept):
        """The same encoder with only some of its layers, as Sanh et al. 2019 begin a student."""
        student = Encoder({**self.config, "num_hidden_layers": len(kept)})
        state = {k: v for k, v in self.state_dict().items() if not k.startswith("layers.")}
        for new, old in enumerate(kept):
            state.update({f"layers.{new}.{k}": v for k, v in self.layers[old].state_dict().items()})
        student.load_state_dict(state)
        return student

    def embed(self, ids, shapes):
        # MPNet's first two positions are padding's.
        positions = torch.arange(ids.shape[1]) + (2 if self.relative else 0)
        x = self.words(ids) + self.positions(positions) + self.shapes(shapes)
        return dropped(self.norm(x), self.training)

    def attention_bias(self, present):
        return attention_bias(present, self.bias if self.relative else None)

    def forward(self, ids, shapes, present):
        x = self.embed(ids, shapes)
        bias = self.attention_bias(present)
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Attributor(nn.Module):
    """Cues over every piece; for one cue, the roles of the pieces around it."""

    def __init__(self, encoder, width=256, layers=2):
        super().__init__()
        self.encoder = encoder
        self.cue = nn.Linear(encoder.config["hidden_size"], 3)
        self.narrow = nn.Linear(encoder.config["hidden_size"], width)
        self.offsets = nn.Embedding(AROUND, width)
        self.within = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.readers = nn.ModuleList(Layer(width, width // 64, 4 * width, 1e-12) for _ in range(layers))
        self.role = nn.Linear(width, 3)
        self.transitions = nn.Parameter(torch.zeros(3, 3))
        nn.init.normal_(self.offsets.weight, std=0.02)
        nn.init.normal_(self.within.weight, std=0.02)

    def encode(self, ids, shapes, present):
        hidden = self.encoder(ids, shapes, present)
        return hidden, self.cue(hidden).float()

    def roles(self, hidden, lengths, cues):
        """Scores (cues × AROUND × 3) and which of the pieces there are. `cues`: (window, begin, end)."""
        window, begin, end = cues.T
        places = begin[:, None] - BEFORE + torch.arange(AROUND)
        there = (places >= 1) & (places < lengths[window][:, None] - 1)
        clamped = places.clamp(0, hidden.shape[1] - 1)
        within = ((places >= begin[:, None]) & (places < end[:, None])).long()
        x = self.narrow(hidden)[window[:, None], clamped]
        x = self.norm(x + self.offsets.weight + self.within(within))
        x = dropped(x, self.training)
        bias = (~there)[:, None, None, :] * -1e4
        for layer in self.readers:
            x = layer(x, bias)
        return self.role(x).float(), there


def crf_loss(scores, there, labels, transitions):
    """Negative log-likelihood of a linear chain (Lafferty et al. 2001) over the pieces that are there; they are one run.
    A piece without a label may have any."""
    n, length, k = scores.shape
    known = labels >= 0
    allowed = torch.where(known[:, :, None], F.one_hot(labels.clamp(min=0), k).bool(), torch.ones((), dtype=torch.bool))
    first = there & ~F.pad(there, (1, 0))[:, :-1]
    zero = torch.zeros(n, k)
    free, gold = zero, zero
    for t in range(length):
        def step(a, s):
            moved = torch.logsumexp(a[:, :, None] + transitions[None], 1) + s
            return torch.where(first[:, t, None], s, torch.where(there[:, t, None], moved, a))
        s = scores[:, t]
        free = step(free, s)
        gold = step(gold, s.masked_fill(~allowed[:, t], -1e4))
    return torch.logsumexp(free, 1) - torch.logsumexp(gold, 1)


@torch.no_grad()
def viterbi(scores, there, transitions):
    """The likeliest labels, and the log of how likely they are."""
    n, length, k = scores.shape
    first = there & ~F.pad(there, (1, 0))[:, :-1]
    best = torch.zeros(n, k)
    total = torch.zeros(n, k)
    back = torch.arange(k).expand(length, n, k).clone()
    for t in range(length):
        s = scores[:, t]
        top, arg = (best[:, :, None] + transitions[None]).max(1)
        summed = torch.logsumexp(total[:, :, None] + transitions[None], 1)
        f, h = first[:, t, None], there[:, t, None]
        back[t] = torch.where(h & ~f, arg, back[t])
        best = torch.where(f, s, torch.where(h, top + s, best))
        total = torch.where(f, s, torch.where(h, summed + s, total))
    score, label = best.max(1)
    labels = torch.zeros(n, length, dtype=torch.long)
    for t in range(length - 1, -1, -1):
        labels[:, t] = torch.where(there[:, t], label, 0)
        label = torch.where(there[:, t], back[t].gather(1, label[:, None])[:, 0], label)
    return labels, score - torch.logsumexp(total, 1)
