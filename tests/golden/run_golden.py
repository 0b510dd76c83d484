#!/usr/bin/env python3
"""Draws one scene headless and compares its last frame (a) with the independent reference and (b), on the Mesa version named in
images/mesa.txt, exactly with a stored llvmpipe picture. --update writes that picture and the version instead of comparing (b).
Exit 77: skipped."""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
SECONDS = 240


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


def common(args, folder):
    return ['--headless', '--frames', str(args.frames), '--mode', args.mode, '--screenshot', os.path.join(folder, 'last.png'),
            '--stats', os.path.join(folder, 'stats.json'), '--timeout', str(SECONDS - 40)]


def draw_demo(args, folder):
    call([args.pvgl, 'demo', args.scene] + common(args, folder), 'pvgl demo ' + args.scene)


def draw_metallib(args, folder):
    """Two Apple-compiled functions through the socket: `view` on one side, the guest on the other."""
    socket = os.path.join(folder, 'gpu.sock')
    view = subprocess.Popen([args.pvgl, 'view', '--socket', socket] + common(args, folder), env=environment(), stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True)
    try:
        deadline = time.monotonic() + 20
        while not os.path.exists(socket) and time.monotonic() < deadline and view.poll() is None:
            time.sleep(0.02)
        call([args.guest, '--socket', socket, '--metallib', args.metallib, '--vertex', 'vertexShader', '--fragment', 'fragmentShader'], 'pvgl-guest')
        out, _ = view.communicate(timeout=SECONDS)
        if view.returncode != 0:
            raise Failure('pvgl view ended with %d\n%s' % (view.returncode, out))
    finally:
        if view.poll() is None:
            view.kill()
            view.wait()


def mesa_version(stats):
    gl = stats.get('gl', {})
    found = re.search(r'Mesa [0-9.]+[^ ]*', gl.get('version', ''))
    return found.group(0) if found and 'llvmpipe' in gl.get('renderer', '') else None


def check_stats(stats, args):
    if stats.get('declines'):
        raise Failure('the host declined work: %s' % json.dumps(stats['declines']))
    if stats['gl_debug_errors']:
        raise Failure('OpenGL reported mistakes: %s' % json.dumps(stats['gl']['messages']))
    if stats.get('frames_presented', 0) < args.frames:
        raise Failure('only %s of %d frames were presented' % (stats.get('frames_presented'), args.frames))


def compare_stored(args, picture, version):
    stored, named = os.path.join(args.images, args.scene + '.png'), os.path.join(args.images, 'mesa.txt')
    if args.update:
        if version is None:
            raise Failure('--update needs llvmpipe; this was another renderer')
        os.makedirs(args.images, exist_ok=True)
        with open(picture, 'rb') as source, open(stored, 'wb') as target:
            target.write(source.read())
        with open(named, 'w') as f:
            f.write(version + '\n')
        return 'stored picture written for ' + version
    if not os.path.exists(named) or not os.path.exists(stored):
        return 'no stored picture'
    with open(named) as f:
        wanted = f.read().strip()
    if version != wanted:
        return 'stored picture is for %s, this is %s: not compared' % (wanted, version)
    return 'stored picture: ' + call([args.compare, 'exact', stored, picture], 'exact comparison of ' + args.scene)


def run(args):
    with tempfile.TemporaryDirectory(prefix='pvgl-golden-') as folder:
        draw_metallib(args, folder) if args.scene == 'metallib' else draw_demo(args, folder)
        picture = os.path.join(folder, 'last.png')
        with open(os.path.join(folder, 'stats.json')) as f:
            stats = json.load(f)
        if args.keep:
            with open(picture, 'rb') as source, open(args.keep, 'wb') as target:
                target.write(source.read())
        print('reference: ' + call([args.compare, 'reference', args.scene, str(args.frames - 1), picture], 'reference of ' + args.scene))
        check_stats(stats, args)
        print(compare_stored(args, picture, mesa_version(stats)))


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--pvgl', required=True)
    p.add_argument('--guest', help='pvgl-guest, for the scene metallib')
    p.add_argument('--compare', required=True)
    p.add_argument('--images', required=True)
    p.add_argument('--scene', required=True)
    p.add_argument('--frames', type=int, default=3)
    p.add_argument('--mode', default='640x480@60')
    p.add_argument('--keep', help='leave the picture here')
    p.add_argument('--update', action='store_true')
    args = p.parse_args()
    if args.scene == 'metallib':
        args.metallib = os.path.join(os.environ.get('PVGL_CORPUS', ''), 'darlinghq+indium', 'test__triangle__AAPLShaders.metallib')
        if not os.path.exists(args.metallib):
            print('PVGL_CORPUS does not lead to the Apple-compiled triangle: skipped')
            return 0 if args.update else SKIPPED
    try:
        run(args)
    except (Failure, subprocess.TimeoutExpired) as e:
        print('golden: %s: %s' % (args.scene, e), file=sys.stderr)
        return 1
    return 0


sys.exit(main())
