#!/usr/bin/env python3
"""Draws one scene from inside stock QEMU: Debian's kernel boots a static program (the same encoder as pvgl-guest) as its init, with the
GPU forwarded to `pvgl view` over vfio-user. KVM where it gets that far within a time limit, else TCG. Exit 77: cannot run here."""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import machine
from machine import RUN_LIMIT, SKIP, Failure


def run(args, work):
    files = {}
    if args.metallib:
        files = {n: os.path.join(work, n + '.bin') for n in ('vertex', 'fragment')}
        subprocess.run([args.cut, args.metallib, args.vertex, args.fragment, files['vertex'], files['fragment']], check=True)
    initramfs = machine.make_initramfs(work, args.init, files)
    append = 'console=ttyS0 quiet panic=-1 pvgl_scene=%s pvgl_frames=%d' % (args.scene, args.frames)
    host, guest = machine.Host(args.pvgl, work, ['--frames', str(args.frames), '--mode', args.mode + '@60', '--timeout', str(RUN_LIMIT)]), None
    try:
        guest, accel = machine.boot(args.cache, host.socket, initramfs, append)
        try:
            code = host.process.wait(RUN_LIMIT)
        except subprocess.TimeoutExpired:
            raise Failure('pvgl did not end after %d frames\n%s\n%s' % (args.frames, guest.tail(), host.tail()))
        if code != 0:
            raise Failure('pvgl exit code %d\n%s\n%s' % (code, guest.tail(), host.tail()))
        guest.process.wait(30)
        print('e2e: replayed from a trace of %d bytes: the same picture' % host.check_replay(args.frames))
        return accel, guest.lines
    finally:
        if guest:
            guest.stop()
        host.stop()


def check(args, work, lines):
    told = {}
    for line in lines:
        if 'PVGL-E2E ' in line:
            words = line.split('PVGL-E2E ', 1)[1].split()
            told[words[0]] = words[1:]
    if 'error' in told:
        raise Failure('the guest says: ' + ' '.join(told['error']))
    if int(told.get('stamps', ['0'])[0]) < 1:
        raise Failure('the guest saw no stamp advance\n' + '\n'.join(lines[-20:]))
    stats = json.load(open(os.path.join(work, 'stats.json')))
    if stats['frames_presented'] != args.frames:
        raise Failure('frames_presented %r, expected %d' % (stats['frames_presented'], args.frames))
    if stats['declines']:
        raise Failure('declines: %r' % stats['declines'][:3])
    fired = stats['registers']['interrupts']
    if fired < args.frames:
        raise Failure('the host wrote only %d interrupts' % fired)
    received = told.get('msi', ['unavailable'])[0]
    if received != 'unavailable' and int(received) < 1:
        raise Failure('the guest kernel counted no MSI although %d were fired' % fired)
    return fired, received


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('--pvgl', required=True)
    ap.add_argument('--init', required=True, help='the static guest program')
    ap.add_argument('--compare', nargs='+', required=True, help='command that gets the screenshot path appended; 0 = equal')
    ap.add_argument('--scene', required=True)
    ap.add_argument('--mode', default='640x480')
    ap.add_argument('--frames', type=int, default=3)
    ap.add_argument('--metallib', help='draw with two functions of this library of the folder PVGL_CORPUS; --scene metallib')
    ap.add_argument('--cut', help='the program that cuts single functions out of a library')
    ap.add_argument('--vertex')
    ap.add_argument('--fragment')
    args = ap.parse_args()
    args.cache = machine.cache_folder()
    if args.metallib:
        args.metallib = os.path.join(os.environ.get('PVGL_CORPUS', ''), args.metallib)
        if not os.path.exists(args.metallib):
            print('e2e: PVGL_CORPUS does not lead to the library: skipped')
            return SKIP
    if code := machine.fetch(args.cache):
        return code
    with tempfile.TemporaryDirectory(prefix='pvgl-e2e.') as work:
        try:
            accel, lines = run(args, work)
            fired, received = check(args, work, lines)
            code = subprocess.run(args.compare + [os.path.join(work, 'shot.png')]).returncode
        except Failure as e:
            print('e2e: ' + str(e))
            return 1
        print('e2e: %s under %s, %d interrupts fired, guest kernel counted: %s, picture %s'
              % (args.scene, accel, fired, received, 'equal' if code == 0 else 'DIFFERENT'))
        return code


if __name__ == '__main__':
    sys.exit(main())
