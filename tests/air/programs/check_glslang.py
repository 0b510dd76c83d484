#!/usr/bin/env python3
"""Every program that air_programs writes is compiled by glslang, and its stages are linked with each other.

    check_glslang.py --programs AIR_PROGRAMS --worker PVGL_SHADER [--every N] [FILE|FOLDER...]

Without files, those of the folder PVGL_CORPUS. Exit 0: all accepted; 1: some are not (each is named, with glslang's words); 77: no libraries
or no glslangValidator."""
import argparse
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
SECONDS = 120
BATCH = 40


def refused(folder, files, options=()):
    """glslang's complaints about these files; empty when it takes them."""
    done = subprocess.run(['glslangValidator', *options, *files], cwd=folder, timeout=SECONDS, capture_output=True, text=True, errors='replace')
    lines = [line for line in done.stdout.splitlines() if 'ERROR' in line]
    return '\n'.join(lines) or 'exit code %d' % done.returncode if done.returncode else ''


def check_kernels(folder, rows):
    """Many a process; one by one only when something is wrong, since a crash names no file."""
    if not refused(folder, [row['files'][0] for row in rows]):
        return []
    return [(row, words) for row in rows if (words := refused(folder, row['files']))]


def check_pair(folder, rows):
    return [(row, words) for row in rows if (words := refused(folder, row['files'], ['-l']))]


def check(folder, rows):
    kernels = [row for row in rows if len(row['files']) == 1]
    pairs = [row for row in rows if len(row['files']) != 1]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [pool.submit(check_kernels, folder, kernels[at:at + BATCH]) for at in range(0, len(kernels), BATCH)]
        jobs += [pool.submit(check_pair, folder, [row]) for row in pairs]
        return [problem for job in jobs for problem in job.result()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--programs', required=True)
    parser.add_argument('--worker', required=True)
    parser.add_argument('--every', default='1')
    parser.add_argument('inputs', nargs='*')
    args = parser.parse_args()
    if shutil.which('glslangValidator') is None:
        print('skipped: no glslangValidator')
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix='pvgl-glslang-') as folder:
        made = subprocess.run([args.programs, '--worker', args.worker, '--out', folder, '--every', args.every, *args.inputs]).returncode
        if made != 0:
            return made
        with open(os.path.join(folder, 'index.json'), encoding='utf-8') as file:
            rows = json.load(file)
        problems = check(folder, rows)
    for row, words in problems:
        print('%s: %s\n%s' % (row['library'], row['name'], words[:2000]))
    print('%d programs accepted by glslang, %d refused' % (len(rows) - len(problems), len(problems)))
    return 1 if problems or not rows else 0


if __name__ == '__main__':
    sys.exit(main())
