#!/usr/bin/env python3
"""Plays all feature scenes of one topic in one guest and compares each picture, as the guest reads it back, with the independent reference and,
on the Mesa version named in images/mesa.txt, exactly with the stored llvmpipe picture. Then once more with every narrowing switch on (the other
clip origin, the other upload strategy) and recorded, and the recording replayed, which must end in the same sheet of pictures.
--update writes the stored pictures instead of comparing them; --keep FOLDER leaves pictures and sheets there."""
import argparse
import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time

SECONDS = 200
SHEET = '2048x1024@60'  # 8 by 8 pictures
NARROW = ['--narrow', 'lower-left', '--narrow', 'upload-ring']


class Failure(Exception):
    pass


def environment():
    env = dict(os.environ)
    env.setdefault('LIBGL_ALWAYS_SOFTWARE', '1')     # the stored pictures are llvmpipe's
    return env


def call(command, what):
    done = subprocess.run(command, env=environment(), timeout=SECONDS, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure('%s ended with %d\n%s%s' % (what, done.returncode, done.stdout, done.stderr))
    return done.stdout.strip()


def load(path):
    with open(path) as f:
        return json.load(f)


def read(path):
    with open(path, 'rb') as f:
        return f.read()


@contextlib.contextmanager
def host(args, folder, extra):
    """pvgl view; the body plays the guest. Its statistics are in stats.json and its last frame in sheet.png afterwards."""
    socket = os.path.join(folder, 'gpu.sock')
    command = [args.pvgl, 'view', '--socket', socket, '--headless', '--frames', '1', '--mode', SHEET, '--screenshot', os.path.join(folder, 'sheet.png'),
               '--stats', os.path.join(folder, 'stats.json'), '--timeout', str(SECONDS - 40)]
    with open(os.path.join(folder, 'view.log'), 'w+') as log:
        view = subprocess.Popen(command + extra, env=environment(), stdout=log, stderr=subprocess.STDOUT, text=True)
        try:
            deadline = time.monotonic() + 20
            while not os.path.exists(socket) and time.monotonic() < deadline and view.poll() is None:
                time.sleep(0.02)
            yield socket
            if view.wait(timeout=SECONDS) != 0:
                log.seek(0)
                raise Failure('pvgl view ended with %d\n%s' % (view.returncode, log.read()))
        finally:
            if view.poll() is None:
                view.kill()
                view.wait()


def play(args, folder, extra):
    os.makedirs(folder)
    with host(args, folder, extra) as socket:
        call([args.guest, '--socket', socket, '--gallery', args.topic, '--pictures', folder], 'pvgl-guest')
    return folder, load(os.path.join(folder, 'stats.json'))


def play_patiently(args, folder, extra):
    """Once more when the machine was too busy for a shader (decisions.md 31b): what has been translated is kept on disk."""
    played = play(args, folder, extra)
    if any('ShaderLate' in name for name in declines_of(played[1])):
        played = play(args, folder + '-again', extra)
    return played


def declines_of(stats):
    return {'%s %s' % (d['reason'], d['command']): d['count'] for d in stats.get('declines') or []}


def mesa_version(stats):
    gl = stats.get('gl', {})
    found = re.search(r'Mesa [0-9.]+[^ ]*', gl.get('version', ''))
    return found.group(0) if found and 'llvmpipe' in gl.get('renderer', '') else None


def how_stored(args, stats):
    version = mesa_version(stats)
    if args.update:
        if version is None:
            raise Failure('--update needs llvmpipe; this was another renderer')
        return 'update'
    named = os.path.join(args.images, 'mesa.txt')
    return 'stored' if os.path.exists(named) and read(named).decode().strip() == version else 'unstored'


def check_declines(args, stats):
    """Scenes at a limit want their work declined: expected_declines.json says how often, by topic, reason and command."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'expected_declines.json')) as f:
        expected = json.load(f).get(args.topic, {})
    if declines_of(stats) != expected:
        raise Failure('declined: %s; expected: %s' % (json.dumps(stats['declines'], indent=1), json.dumps(expected)))
    if stats['gl_debug_errors']:
        raise Failure('OpenGL reported mistakes: %s' % json.dumps(stats['gl']['messages']))


def compare(args, folder, how):
    return call([args.compare, 'features', folder, args.topic, os.path.join(args.images, 'features'), how], 'comparison of ' + folder)


def run(args, base):
    plain, stats = play_patiently(args, os.path.join(base, 'plain'), [])
    print('as measured: ' + compare(args, plain, how_stored(args, stats)))
    check_declines(args, stats)
    if args.update:
        return
    trace = os.path.join(base, 'a.pvgltrace')
    narrow, stats = play_patiently(args, os.path.join(base, 'narrow'), NARROW + ['--record', trace])
    print('lower left, upload ring: ' + compare(args, narrow, 'unstored'))
    check_declines(args, stats)
    replayed = os.path.join(base, 'replay.png')
    call([args.pvgl, 'replay', trace, '--headless', '--unpaced', '--screenshot', replayed, '--timeout', '150'] + NARROW, 'pvgl replay')
    if read(replayed) != read(os.path.join(narrow, 'sheet.png')):
        raise Failure('the replay shows other pictures')
    print('replay: the same sheet')


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--pvgl', required=True)
    p.add_argument('--guest', required=True)
    p.add_argument('--compare', required=True)
    p.add_argument('--images', required=True)
    p.add_argument('--topic', required=True)
    p.add_argument('--keep')
    p.add_argument('--update', action='store_true')
    args = p.parse_args()
    try:
        if args.keep:
            os.makedirs(args.keep, exist_ok=True)
            run(args, tempfile.mkdtemp(dir=args.keep))
        else:
            with tempfile.TemporaryDirectory(prefix='pvgl-features-') as base:
                run(args, base)
    except (Failure, subprocess.TimeoutExpired) as e:
        print('features: %s: %s' % (args.topic, e), file=sys.stderr)
        return 1
    return 0


sys.exit(main())
