#!/usr/bin/env python3
"""What Radeon compilers make of the translator's programs: radeonsi without a Radeon (get_driver.sh) compiles, links and uses each of them.

    run.py --driver FOLDER --compiler RADEONSI_COMPILER --programs AIR_PROGRAMS --worker PVGL_SHADER [--out DIR] [--gpus NAME,NAME...]
           [--samples DIR] [--threads N] [--jobs N] [--keep] [--only TEXT] [FILE|FOLDER...]

FOLDER is what get_driver.sh was given (or the environment's PVGL_RADEONSI). Without files, those of the folder PVGL_CORPUS, and the samples.
DIR gets the programs and results.json, results.csv: one row a function and GPU with the compiler's complaint, the CPU time of compiling and
linking (link_ms) and of the first use (use_ms), and of the function's own stage its registers, spills, scratch memory and code size.
A table a GPU is printed at the end. Exit 0: all accepted; 1: some are not, or killed the driver (each is named); 77: no driver, no functions.

Programs of the same text are compiled once. Where times matter, run one job a core at most."""
import argparse
import concurrent.futures
import csv
import json
import math
import os
import re
import select
import subprocess
import sys

SKIPPED = 77
SECONDS = 300           # of one program, on a machine that may be busy
PROGRAMS_A_PROCESS = 400
PROGRESS = 250          # programs between signs of life on stderr
SLOW_MS = 300
LISTED = 12
GPUS = 'pitcairn,bonaire,polaris10,vega10,navi10,navi31'
STAGES = {'kernel': 'CS', 'fragment': 'PS', 'vertex': 'VS', 'tessellation': 'TES'}
# Columns and their names in "Shader Stats: SGPRS: 16 VGPRS: 4 ... (CS, W64)".
FIGURES = {'sgprs': 'SGPRS', 'vgprs': 'VGPRS', 'code_bytes': 'Code Size', 'lds': 'LDS', 'scratch_bytes': 'Scratch', 'waves': 'Max Waves',
           'spilled_sgprs': 'Spilled SGPRs', 'spilled_vgprs': 'Spilled VGPRs', 'private_vgprs': 'PrivMem VGPRs'}


def driver_environment(folder, gpu):
    mesa = os.path.join(os.path.abspath(folder), 'mesa')
    libraries = os.path.join(mesa, 'lib')
    return {**os.environ, 'AMDGPU_GPU_ID': gpu, 'LD_LIBRARY_PATH': libraries, 'GBM_BACKENDS_PATH': os.path.join(libraries, 'gbm'),
            'LD_PRELOAD': os.path.join(libraries, 'libamdgpu_noop_drm_shim.so'), 'MESA_SHADER_CACHE_DISABLE': 'true',
            'mesa_glthread': 'false', 'GALLIUM_THREAD': '0',   # threaded contexts give no statistics
            '__EGL_VENDOR_LIBRARY_FILENAMES': os.path.join(mesa, 'share/glvnd/egl_vendor.d/50_mesa.json')}


class Death(Exception):
    """The compiler process ended, or was ended because it took too long."""


class Compiler:
    """One process of compiler.cpp, asked about one program at a time; a new one after PROGRAMS_A_PROCESS or a death."""

    def __init__(self, args, gpu, folder):
        self.command, self.environment, self.folder = [os.path.abspath(args.compiler)], driver_environment(args.driver, gpu), folder
        self.process, self.asked, self.deaths, self.renderer = None, 0, 0, ''

    def ask(self, files):
        if self.process is not None and self.asked >= PROGRAMS_A_PROCESS:
            self.stop()
        if self.process is None:
            self.start()
        self.asked += 1
        try:
            self.process.stdin.write((' '.join(files) + '\n').encode())
            self.process.stdin.flush()
        except BrokenPipeError:
            pass                                     # read_line() says how it ended
        return self.read_line()

    def start(self):
        self.process = subprocess.Popen(self.command, cwd=self.folder, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.asked = 0
        self.renderer = self.read_line()['renderer']

    def read_line(self):
        ready, _, _ = select.select([self.process.stdout], [], [], SECONDS)
        line = self.process.stdout.readline() if ready else b''
        if line:
            return json.loads(line)
        status = self.stop()
        raise Death('no answer within %d s' % SECONDS if not ready else 'the driver ended the process: %d' % status)

    def stop(self):
        process, self.process = self.process, None
        if process is None:
            return 0
        process.stdin.close()
        try:
            status = process.wait(2)
        except subprocess.TimeoutExpired:
            process.kill()
            status = process.wait()
        process.stdout.close()
        return status


def own_stage(kind, messages):
    """The figures of the function's stage; the largest of each where the driver compiled it more than once."""
    figures = {}
    for message in messages:
        stage = re.search(r'\((\w+), W(\d+)\)', message)
        if stage is None or stage.group(1) != STAGES[kind]:
            continue
        figures['wave'] = int(stage.group(2))
        for column, name in FIGURES.items():
            found = re.search(r'(?<!\w)%s: (\d+)' % re.escape(name), message)
            if found:
                figures[column] = max(figures.get(column, 0), int(found.group(1)))
    return figures


def contents(folder, files):
    def read(name):
        with open(os.path.join(folder, name), 'rb') as file:
            return file.read()
    return tuple(read(name) for name in files)


def ask_twice(compiler, files):
    """A death counts when a fresh process dies of the same program: some come of what a process did before."""
    try:
        return compiler.ask(files)
    except Death:
        compiler.deaths += 1
        return compiler.ask(files)


def compile_one(compiler, program):
    try:
        answer = ask_twice(compiler, program['files'])
    except Death as death:
        return {'problem': str(death)}
    figures = {key: answer[key] for key in ('problem', 'link_ms', 'use_ms', 'wall_ms') if key in answer}
    return {**figures, **own_stage(program['kind'], answer.get('statistics', []))}


def compile_all(args, gpu, programs):
    """The renderer's name and a row a program; what has the same text is compiled once."""
    compiler, rows, known = Compiler(args, gpu, args.out), [], {}
    for number, program in enumerate(programs):
        if number % PROGRESS == 0:
            print('%s: %d of %d' % (gpu, number, len(programs)), file=sys.stderr, flush=True)
        text = contents(args.out, program['files'])
        if text not in known:
            known[text] = compile_one(compiler, program)
        rows.append({'gpu': gpu, 'library': program['library'], 'name': program['name'], 'kind': program['kind'],
                     'partner': program['partner'], 'program': program['files'][-1], **known[text]})
    compiler.stop()
    died = ', died %d times' % compiler.deaths if compiler.deaths else ''
    return compiler.renderer + died, rows


def percentile(values, p):
    """Nearest rank."""
    values = sorted(values)
    return values[max(0, math.ceil(p * len(values)) - 1)] if values else 0


def summary_row(rows):
    good = [row for row in rows if not row['problem']]
    column = lambda name: [row.get(name, 0) for row in good]
    times = [row['link_ms'] + row['use_ms'] for row in good]
    return [len(rows), len(rows) - len(good), percentile(times, 0.5), percentile(times, 0.99), max(times, default=0), sum(t > SLOW_MS for t in times),
            sum(n > 0 for n in column('spilled_sgprs')), sum(n > 0 for n in column('spilled_vgprs')), sum(n > 0 for n in column('scratch_bytes')),
            max(column('vgprs'), default=0), max(column('code_bytes'), default=0)]


def named(row):
    return '%s: %s' % (os.path.basename(row['library']), row['name'])


def worst(rows, figure, unit):
    worst_of = {}
    for row in rows:
        if not row['problem'] and figure(row) > figure(worst_of.get(named(row), {})):
            worst_of[named(row)] = row
    for row in sorted(worst_of.values(), key=figure, reverse=True)[:LISTED]:
        print('  %10.0f %-8s %-9s %s %s' % (figure(row), unit, row['gpu'], named(row), row['program']))


def report(results):
    print('| GPU | programs | failed | p50 ms | p99 ms | max ms | over %d ms | SGPR spills | VGPR spills | scratch | most VGPRs | most code bytes |' % SLOW_MS)
    print('|---|' + '---|' * 11)
    for gpu, (_, rows) in results.items():
        print('| %s | %d | %d | %.1f | %.1f | %.1f | %d | %d | %d | %d | %d | %d |' % (gpu, *summary_row(rows)))
    for gpu, (renderer, _) in results.items():
        print('%-10s %s' % (gpu, renderer))
    rows = [row for _, some in results.values() for row in some]
    for title, figure, unit in (('Slowest', lambda r: r.get('link_ms', 0) + r.get('use_ms', 0), 'ms'),
                                ('Most scratch memory', lambda r: r.get('scratch_bytes', 0), 'bytes'),
                                ('Most VGPRs spilled', lambda r: r.get('spilled_vgprs', 0), 'VGPRs'),
                                ('Most SGPRs spilled', lambda r: r.get('spilled_sgprs', 0), 'SGPRs')):
        print(title)
        worst(rows, figure, unit)
    failures = [row for row in rows if row['problem']]
    for row in failures:
        print('FAILED %s %s (%s): %s' % (row['gpu'], named(row), row['program'], row['problem'][:400]))
    return len(failures)


def write(out, results):
    rows = [row for _, some in results.values() for row in some]
    with open(os.path.join(out, 'results.json'), 'w', encoding='utf-8') as file:
        json.dump({'renderers': {gpu: renderer for gpu, (renderer, _) in results.items()}, 'rows': rows}, file, indent=1)
    columns = ['gpu', 'library', 'name', 'kind', 'partner', 'program', 'problem', 'link_ms', 'use_ms', 'wall_ms', 'wave', *FIGURES]
    with open(os.path.join(out, 'results.csv'), 'w', encoding='utf-8', newline='') as file:
        table = csv.DictWriter(file, columns)
        table.writeheader()
        table.writerows(rows)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], epilog='\n'.join(__doc__.splitlines()[2:]),
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--driver', default=os.environ.get('PVGL_RADEONSI', ''))
    parser.add_argument('--out', default='radeonsi-results')
    parser.add_argument('--gpus', default=GPUS)
    parser.add_argument('--samples', default=os.path.join(os.path.dirname(__file__), '../air/samples'))
    parser.add_argument('--threads', type=int, default=256, help='of a threadgroup')
    parser.add_argument('--jobs', type=int, default=1, help='GPUs at a time')
    parser.add_argument('--keep', action='store_true', help='the programs that DIR holds, where it holds some')
    parser.add_argument('--only', default='', help='functions whose library or name holds TEXT')
    for program in ('compiler', 'programs', 'worker'):
        parser.add_argument('--' + program, required=True)
    parser.add_argument('inputs', nargs='*')
    return parser.parse_args()


def make_programs(args):
    if args.keep and os.path.exists(os.path.join(args.out, 'index.json')):
        return wanted(args)
    command = [args.programs, '--worker', args.worker, '--out', args.out, '--threads', str(args.threads), '--samples', args.samples, *args.inputs]
    subprocess.run(command, check=True)
    return wanted(args)


def wanted(args):
    with open(os.path.join(args.out, 'index.json'), encoding='utf-8') as file:
        return [row for row in json.load(file) if args.only in named(row)]


def main():
    args = arguments()
    if not args.driver or not os.path.exists(os.path.join(args.driver, 'mesa/ready')):
        print('skipped: no driver; make one with get_driver.sh FOLDER, and name FOLDER in PVGL_RADEONSI')
        return SKIPPED
    programs = make_programs(args)
    gpus = args.gpus.split(',')
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        jobs = {pool.submit(compile_all, args, gpu, programs): gpu for gpu in gpus}
        results = {}
        for job in concurrent.futures.as_completed(jobs):
            results[jobs[job]] = job.result()
            write(args.out, results)                 # a run that is ended early has something to show
    return 1 if report({gpu: results[gpu] for gpu in gpus}) or not programs else 0


if __name__ == '__main__':
    sys.exit(main())
