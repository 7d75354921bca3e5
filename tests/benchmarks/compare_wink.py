#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compare the speed of `hearsay extract` with that of wink-nlp, a fast annotator for JavaScript, on one core each.

    tests/benchmarks/compare_wink.py FILE.jsonl[.gz] [--build DIR] [--folder DIR] [--runs N]

FILE      documents as JSON lines; a million tokens or more, else starting up is what is measured
--build   a build folder with hearsay and count_tokens, configured with -DHEARSAY_BENCHMARKS=ON (build/release)
--folder  where npm installs wink-nlp and its English model, or has installed them; outside this repository (a temporary one)
--runs    how often each runs, alternately (3)

wink-nlp finds tokens, sentences, parts of speech and entities, and writes nothing; hearsay reads documents, finds attributions and
writes them. Tokens are counted by hearsay's tokenizer for both. Seconds are those of the processor, start-up included, so that what
else runs on the machine matters little; "running" leaves out what the same program needs for the first document alone.
"""
import argparse
import gzip
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACKAGES = ["wink-nlp@2.4.0", "wink-eng-lite-web-model@1.8.1"]


def on_one_core():
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def seconds_of(command):
    """Processor time of a command on one core, in seconds."""
    child = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL, preexec_fn=on_one_core)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit code {child.returncode}")
    return usage.ru_utime + usage.ru_stime


def install(folder):
    if folder.is_relative_to(ROOT):
        sys.exit(f"{folder} lies in the repository: choose another --folder")
    for program in ("node", "npm"):
        if not shutil.which(program):
            sys.exit(f"{program} is not installed: wink-nlp needs Node.js with npm")
    if all((folder / "node_modules" / package.split("@")[0]).is_dir() for package in PACKAGES):
        return
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *PACKAGES], check=True)


def unpacked(file, work):
    """The documents, and the first of them alone, as plain files."""
    everything, first = work / "documents.jsonl", work / "first.jsonl"
    with (gzip.open if file.suffix == ".gz" else open)(file, "rb") as packed, open(everything, "wb") as plain:
        shutil.copyfileobj(packed, plain)
    with open(everything, "rb") as lines:
        first.write_bytes(next(line for line in lines if line.strip()))
    return everything, first


def compare(options, work):
    everything, first = unpacked(options.file, work)
    folder = options.folder or work / "npm"
    install(folder.resolve())
    tokens = int(subprocess.run([options.build / "count_tokens", everything], stdout=subprocess.PIPE, check=True).stdout)
    programs = {"hearsay": lambda file: [options.build / "hearsay", "extract", file, "--threads", "1", "--quiet"],
                "wink-nlp": lambda file: ["node", HERE / "annotate_wink.cjs", folder, file]}
    start = {name: min(seconds_of(command(first)) for _ in range(options.runs)) for name, command in programs.items()}
    runs = [{name: seconds_of(command(everything)) for name, command in programs.items()} for _ in range(options.runs)]
    best = {name: min(run[name] for run in runs) for name in programs}
    running = {name: max(best[name] - start[name], 1e-9) for name in programs}
    print(f"{tokens:,} tokens, the best of {options.runs} runs each\n"
          f"{'':10}{'seconds':>12}{'start-up':>12}{'tokens/s':>16}{'running':>16}")
    for name in programs:
        print(f"{name:10}{best[name]:12.2f}{start[name]:12.2f}{tokens / best[name]:16,.0f}{tokens / running[name]:16,.0f}")
    print(f"hearsay extract is {best['wink-nlp'] / best['hearsay']:.2f} times as fast as wink-nlp, "
          f"{running['wink-nlp'] / running['hearsay']:.2f} times when running")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    for program in ("hearsay", "count_tokens"):
        if not (options.build / program).exists():
            sys.exit(f"no {program} in {options.build}: build it with -DHEARSAY_BENCHMARKS=ON")
    with tempfile.TemporaryDirectory() as work:
        compare(options, pathlib.Path(work))


if __name__ == "__main__":
    main()
