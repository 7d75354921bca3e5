#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills a batch (SIGKILL) at random moments, each time followed by the same command anew, and compares what the run says
at the end with a run that was never disturbed. With --disk, a folder on a small file system of its own, it also runs into
a full disk there, makes room and goes on. Fixed seed. Exits with 1 where anything differs.

    batch_kill.py build/release/hearsay articles.jsonl --kills 25
"""
import argparse
import filecmp
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time


def batch(hearsay, articles, run):
    return [hearsay, "batch", *articles, "--run", str(run), "--quiet"]


def written(hearsay, run, out):
    """The run's whole content as one file."""
    subprocess.run([hearsay, "analyze", str(run), "--out", str(out), "--quiet"], check=True, stderr=subprocess.DEVNULL)
    return out / "analysis.json"


def is_sound(run):
    with sqlite3.connect(run / "hearsay.sqlite") as database:
        return (database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                and not database.execute("PRAGMA foreign_key_check").fetchall())


def kill_once(command, moment):
    """True where the command was killed, False where it had ended before."""
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    return process.wait() != 0


def fill_disk(command, run):
    """Lets the batch meet a full disk: all but a little of it is taken by another file. True where that stopped it."""
    ballast = run.parent / "ballast"
    run.mkdir(exist_ok=True)
    with open(ballast, "wb") as file:
        free = shutil.disk_usage(run.parent).free
        os.posix_fallocate(file.fileno(), 0, max(1, free - (2 << 20)))
    failed = subprocess.run(command, capture_output=True, text=True)
    ballast.unlink()
    print(f"full disk: exit {failed.returncode}, {failed.stderr.strip().splitlines()[:1]}")
    return failed.returncode == 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hearsay")
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--disk", help="a folder on a small file system")
    options = parser.parse_args()
    generator = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        began = time.monotonic()
        subprocess.run(batch(options.hearsay, options.articles, folder / "whole"), check=True, stderr=subprocess.DEVNULL)
        whole_time = time.monotonic() - began
        expected = written(options.hearsay, folder / "whole", folder / "expected")
        good = True
        for number in range(options.kills):
            run = folder / "run"
            command = batch(options.hearsay, options.articles, run)
            killed = kill_once(command, generator.uniform(0.02, whole_time))
            sound_then = not (run / "hearsay.sqlite").exists() or is_sound(run)
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            equal = filecmp.cmp(expected, written(options.hearsay, run, folder / "out"), shallow=False)
            good &= sound_then and equal and is_sound(run)
            print(f"kill {number + 1}: {'killed' if killed else 'had ended'}, "
                  f"{'sound' if sound_then and is_sound(run) else 'DAMAGED'}, {'equal' if equal else 'DIFFERENT'}", flush=True)
            shutil.rmtree(run)
        if options.disk:
            run = pathlib.Path(options.disk) / "run"
            command = batch(options.hearsay, options.articles, run)
            stopped = fill_disk(command, run)
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            equal = filecmp.cmp(expected, written(options.hearsay, run, folder / "out"), shallow=False)
            good &= stopped and equal and is_sound(run)
            print(f"after the full disk: {'sound' if is_sound(run) else 'DAMAGED'}, {'equal' if equal else 'DIFFERENT'}")
            shutil.rmtree(run)
    print("all equal" if good else "NOT equal")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
