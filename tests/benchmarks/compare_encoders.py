#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times hearsay's encoder beside ONNX Runtime and PyTorch on the same weights, articles and cores, in one run.

    compare_encoders.py --weights FOLDER --model second.pt --articles dev.jsonl --program build/encode_articles \
                        --file data/encoder/accurate.model [--count 20] [--threads 2]

Needs scripts/encoder/requirements.txt, onnx and onnxscript. The others run the six layers alone, over the same windows, one at a time
(no padding) and in batches; hearsay, which takes a window at a time, runs the layers and its cue head. The rows "whole" are of everything from text to
attributions, in PyTorch as scripts/encoder/predict.py reads.
"""
import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts" / "encoder"))

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from corpus import Tokenizer, documents, examples
from predict import load, read
from train import batches, tensors


def timed(run, batches_of_windows):
    run(batches_of_windows[0])
    begin = time.perf_counter()
    for batch in batches_of_windows:
        run(batch)
    return time.perf_counter() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("weights", "model", "articles", "program", "file"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    articles = documents(args.articles)[:args.count]
    tokenizer = Tokenizer(args.weights / "vocab.txt")
    windows = [e for d in articles for e in examples(tokenizer, {"text": d["text"]})]
    pieces = sum(len(tokenizer.read(d["text"]).ids) for d in articles)
    model = load(args.weights, args.model)
    encoder = model.encoder
    groups = {"one window": [tensors([e]) for e in windows]}
    groups |= {f"batches of {n}": [tensors(b) for b in batches(windows, n * 320, None)] for n in (4, 16)}

    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        sample = groups["batches of 4"][-1]
        length, batch = torch.export.Dim("length", min=2, max=320), torch.export.Dim("batch", min=1, max=512)
        shape = {0: batch, 1: length}
        inputs = (sample["ids"], sample["shapes"], sample["present"])
        torch.onnx.export(encoder, inputs, folder / "encoder.onnx", input_names=["ids", "shapes", "present"],
                          dynamic_shapes=(shape, shape, shape), dynamo=True)
        quantize_dynamic(folder / "encoder.onnx", folder / "int8.onnx", weight_type=QuantType.QInt8)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = args.threads
        sessions = {"ONNX Runtime, float32": "encoder.onnx", "ONNX Runtime, int8": "int8.onnx"}
        runs = {}
        for name, file in sessions.items():
            session = onnxruntime.InferenceSession(folder / file, options, providers=["CPUExecutionProvider"])
            runs[name] = lambda b, s=session: s.run(None, {k: b[k].numpy() for k in ("ids", "shapes", "present")})

        def in_torch(precision):
            def run(b):
                with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=precision == "bfloat16"):
                    encoder(b["ids"], b["shapes"], b["present"])
            return run

        runs.update({f"PyTorch, {p}": in_torch(p) for p in ("float32", "bfloat16")})
        for name, run in runs.items():
            for how, group in groups.items():
                print(f"{name:24} {how:14} {pieces / timed(run, group):8.0f} pieces a second", flush=True)
        for precision in ("float32", "bfloat16"):
            whole = lambda d, p=precision: read(model, tokenizer, d, 0.7, p == "bfloat16")
            print(f"{'PyTorch, ' + precision:24} {'whole':14} {pieces / timed(whole, articles):8.0f} pieces a second", flush=True)

    lines = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in articles)
    for precision in ("single", "whole"):
        for mode, how in (("layers", "one window"), ("all", "whole")):
            done = subprocess.run([args.program, args.file, precision, str(args.threads), mode], input=lines, text=True,
                                  capture_output=True, check=True)
            speed = float(done.stderr.splitlines()[-1].split(", ")[1].split()[0])
            print(f"{'hearsay, ' + precision:24} {how:14} {speed:8.0f} pieces a second")


if __name__ == "__main__":
    main()
