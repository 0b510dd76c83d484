#!/usr/bin/env python3
"""A GPU that fails on demand (--fault) under a guest that draws: the guest gets its stamps, says what it likes, resets and draws the right frame
again; the host ends well and its statistics name what happened."""
import argparse
import subprocess
import sys
import tempfile

import machine
from machine import Failure
from run_console import Console

SCENE = 'triangle'
FRAMES = 12     # tries; a fault strikes within them


def draw(guest):
    """One frame; None when the guest got none, after which it is a new driver's turn."""
    guest.type('frames %s 1 6' % SCENE)
    words = guest.process.stdout.readline().split()
    if words[:2] == ['ok', 'frames']:
        return words[4]
    if words[:1] != ['error']:
        raise Failure('the guest says %r' % ' '.join(words))
    guest.command('reset version')
    return None


def check(condition, what, stats):
    if not condition:
        raise Failure('%s: %r' % (what, {key: stats[key] for key in ('renderer_restarts', 'gpu_resets', 'gpu_hangs', 'lost_packets', 'declines')}))


def check_loss(stats, resets, hangs):
    check((stats['gpu_resets'], stats['gpu_hangs'], stats['renderer_restarts']) == (resets, hangs, 1), 'one renderer lost its GPU', stats)
    check(stats['lost_packets'] > 0, 'what it was working on is counted', stats)


def check_declined(stats, reason):
    check(stats['renderer_restarts'] == 0, 'no renderer is lost', stats)
    named = [d for d in stats['declines'] if d['reason'] == reason]
    check(named and all(d['last'] for d in named), 'it is declined as %s' % reason, stats)


CASES = (('context-reset@4', lambda stats: check_loss(stats, 1, 0)),
         ('fence-timeout@4', lambda stats: check_loss(stats, 0, 1)),
         ('out-of-memory@1', lambda stats: check_declined(stats, 'HostFailure')),
         ('out-of-memory@3', lambda stats: check_declined(stats, 'HostFailure')),
         ('link-failure@1', lambda stats: check_declined(stats, 'LinkFailed')))


def run(args, fault, judge, work):
    host = machine.Host(args.pvgl, work, ['--mode', '640x480@60', '--fault', fault])
    guest = Console(args.guest, host.socket)
    try:
        for _ in range(FRAMES):
            draw(guest)
        guest.command('reset version')
        if draw(guest) is None:
            raise Failure('no frame after the fault')
        stats = host.finish()
        judge(stats)
        if subprocess.run(args.compare + [host.screenshot]).returncode:
            raise Failure('the last frame is not the reference picture')
    except Failure as e:
        raise Failure('%s\n%s' % (e, host.tail()))
    finally:
        machine.stop(guest.process)
        host.stop()


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('--pvgl', required=True)
    ap.add_argument('--guest', required=True)
    ap.add_argument('--compare', nargs='+', required=True, help='command that gets the screenshot path appended; 0 = equal')
    args = ap.parse_args()
    for fault, judge in CASES:
        with tempfile.TemporaryDirectory(prefix='pvgl-faults.') as work:
            try:
                run(args, fault, judge, work)
            except Failure as e:
                print('faults: %s: %s' % (fault, e))
                return 1
        print('faults: %s: ok' % fault, flush=True)
    return 0


if __name__ == '__main__':
    sys.exit(main())
