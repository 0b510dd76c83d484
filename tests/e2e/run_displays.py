#!/usr/bin/env python3
"""Runs pvgl with its built-in guest and checks what --stats says of each display, and the screenshot against colours computed here."""
import argparse
import json
import os
import subprocess
import sys
import tempfile

from picture import rgb_rows

FRAMES = 30


class Failure(Exception):
    pass


def check(condition, sentence):
    if not condition:
        raise Failure(sentence)


def run(pvgl, arguments, folder):
    picture, stats = os.path.join(folder, 'last.png'), os.path.join(folder, 'stats.json')
    command = [pvgl, 'demo'] + arguments + ['--headless', '--frames', str(FRAMES), '--screenshot', picture, '--stats', stats, '--timeout', '50']
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    check(done.returncode == 0, '%s ended with %d\n%s' % (' '.join(arguments), done.returncode, done.stderr))
    with open(stats) as f:
        return json.load(f), list(rgb_rows(picture))


def check_picture(rows, size, colour):
    check((len(rows[0]) // 3, len(rows)) == size, 'a screenshot of %d x %d, not %d x %d' % (len(rows[0]) // 3, len(rows), *size))
    check(all(row == bytes(colour) * size[0] for row in rows), 'the screenshot is not all %s, its first pixel is %s' % (colour, tuple(rows[0][:3])))


def check_display(display, **wanted):
    for key, value in wanted.items():
        check(display[key] == value, 'display %d: %s is %s, not %s' % (display['port'], key, display[key], value))


def several(pvgl, folder):
    """Three displays, each in another mode of the one list."""
    modes = [(640, 480, 60), (800, 600, 59.94), (320, 240, 30)]
    texts = [argument for width, height, rate in modes for argument in ('--mode', '%dx%d@%g' % (width, height, rate))]
    stats, rows = run(pvgl, ['displays', '--displays', '3'] + texts, folder)
    check(stats['declines'] == [], str(stats['declines']))
    check(len(stats['displays']) == 3, 'not three displays')
    for display, (width, height, rate) in zip(stats['displays'], modes):
        check_display(display, online=True, width=width, height=height, mode={'width': width, 'height': height, 'refresh': rate}, modes=3, acks=1,
                      unexpected_acks=0, stale_acks=0, frames_presented=FRAMES // 3)
    level = (FRAMES // 3 - 1) * 17 % 256
    check_picture(rows, (640, 480), (51, 0, level))


def gamma(pvgl, folder):
    """0x07 with tables; the screenshot keeps the guest's pixels. Without gamma the same guest presents with 0x06."""
    for arguments, is_on in ([], True), (['--no-gamma'], False):
        stats, rows = run(pvgl, ['gamma', '--mode', '640x480'] + arguments, folder)
        check(stats['declines'] == [], str(stats['declines']))
        check_display(stats['displays'][0], gamma=is_on, sum_mismatches=0)
        check(stats['commands']['DisplayTransaction3' if is_on else 'DisplayTransaction2'] == FRAMES, 'presents came by the other command')
        check_picture(rows, (640, 480), (204, 153, 102))


def hot_plug(pvgl, folder):
    """Unplugged at the eighth frame and plugged in again: off line, on line, and the frames go on."""
    stats, rows = run(pvgl, ['cursor', '--mode', '640x480', '--fault', 'hotplug@8'], folder)
    check_display(stats['displays'][0], online=True, unplugged=False, offline_events=1, acks=2, generation=2, frames_presented=FRAMES)
    strange = [d for d in stats['declines'] if d['reason'] != 'DisplayOffline']     # a frame may have been on its way
    check(strange == [], str(strange))
    check_picture(rows, (640, 480), (46, 82, 120))


def mode_change(pvgl, folder):
    """Another preferred mode at the eighth frame: the guest takes it."""
    stats, rows = run(pvgl, ['cursor', '--mode', '640x480', '--mode', '800x600@50', '--fault', 'modes@8'], folder)
    check(stats['declines'] == [], str(stats['declines']))
    check_display(stats['displays'][0], online=True, offline_events=0, acks=2, generation=2, width=800, height=600,
                  mode={'width': 800, 'height': 600, 'refresh': 50.0})
    check_picture(rows, (800, 600), (46, 82, 120))


def nonsense(pvgl, _):
    """What is no mode, no number of displays and no fault is a usage error with a sentence."""
    for arguments in (['--mode', 'big'], ['--mode', '0x0'], ['--mode', '63x64'], ['--mode', '640x480@0'], ['--mode', '640x480@nan'],
                      ['--mode', '16384x16384'], ['--mode', '640x480', '--mode', '640x480@60'], ['--displays', '0'], ['--displays', '9'],
                      ['--fault', 'hotplug'], ['--fault', 'fire@3'],
                      [a for i in range(129) for a in ('--mode', '%dx480' % (640 + i))]):
        done = subprocess.run([pvgl, 'demo', '--headless', '--frames', '1'] + arguments, capture_output=True, text=True, timeout=20)
        check(done.returncode == 2 and done.stderr + done.stdout, '%s ended with %d' % (arguments[:4], done.returncode))


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--pvgl', required=True)
    args = p.parse_args()
    for case in several, gamma, hot_plug, mode_change, nonsense:
        with tempfile.TemporaryDirectory(prefix='pvgl-displays-') as folder:
            try:
                case(args.pvgl, folder)
            except (Failure, subprocess.TimeoutExpired, OSError) as e:
                print('displays: %s: %s' % (case.__name__, e), file=sys.stderr)
                return 1
        print('displays: %s: ok' % case.__name__)
    return 0


sys.exit(main())
