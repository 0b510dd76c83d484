#!/usr/bin/env python3
"""Records a scene through the real processes and replays it: the last pictures are the same file. With --cuts the trace is also cut at random
bytes, with --kill the renderer is killed in the middle of a recording. Fixed seed."""
import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

SECONDS = 200


class Failure(Exception):
    pass


def environment():
    env = dict(os.environ)
    env.setdefault('LIBGL_ALWAYS_SOFTWARE', '1')
    return env


def run(command, allowed=(0,)):
    done = subprocess.run(command, env=environment(), timeout=SECONDS, capture_output=True, text=True)
    if done.returncode not in allowed:
        raise Failure('%s ended with %d\n%s%s' % (' '.join(command), done.returncode, done.stdout, done.stderr))
    return done


def load(path):
    with open(path) as f:
        return json.load(f)


def read(path):
    with open(path, 'rb') as f:
        return f.read()


def replay(args, trace, folder, name, allowed=(0,)):
    picture, stats = os.path.join(folder, name + '.png'), os.path.join(folder, name + '.json')
    done = run([args.pvgl, 'replay', trace, '--headless', '--unpaced', '--screenshot', picture, '--stats', stats, '--timeout', '150'], allowed)
    return done, picture, stats


def record_and_replay(args, folder):
    trace, live = os.path.join(folder, 'a.pvgltrace'), os.path.join(folder, 'live.png')
    done = run([args.pvgl, 'demo', args.scene, '--headless', '--frames', str(args.frames), '--mode', args.mode, '--record', trace,
                '--screenshot', live, '--stats', os.path.join(folder, 'live.json'), '--timeout', '150'])
    if "guest's screen" not in done.stderr:
        raise Failure('the notice of what a trace contains is missing: ' + done.stderr)
    if os.stat(trace).st_mode & 0o777 != 0o600:
        raise Failure('the trace may be read by others: mode %o' % os.stat(trace).st_mode)
    _, picture, stats = replay(args, trace, folder, 'replay')
    if read(picture) != read(live):
        raise Failure('the replay of %s shows another picture' % args.scene)
    before, after = load(os.path.join(folder, 'live.json')), load(stats)
    for key in ('frames_presented', 'draws', 'passes', 'packets'):
        if before[key] != after[key]:
            raise Failure('%s: %s live, %s in the replay' % (key, before[key], after[key]))
    if after['replay']['unknown_pages'] or after['replay']['bad_records'] or after['replay']['cut']:
        raise Failure('the replay was not exact: %s' % after['replay'])
    print('%s: %d frames, %d bytes, same picture' % (args.scene, after['frames_presented'], os.path.getsize(trace)))
    return trace


def cut(args, trace, folder):
    whole, chance = read(trace), random.Random(5)
    for i in range(args.cuts):
        size = chance.randrange(len(whole)) if i else len(whole) - 1
        path = os.path.join(folder, 'cut.pvgltrace')
        with open(path, 'wb') as f:
            f.write(whole[:size])
        done, _, stats = replay(args, path, folder, 'cut', (0, 1))
        if done.returncode == 1 and not done.stderr.strip():
            raise Failure('a cut at byte %d failed without a sentence' % size)
        print('cut at byte %d: exit %d' % (size, done.returncode))


def parents():
    found = {}
    for pid in filter(str.isdigit, os.listdir('/proc')):
        try:
            with open('/proc/%s/stat' % pid) as f:
                name, rest = f.read().rsplit(')', 1)
            found[int(pid)] = (int(rest.split()[1]), name.split('(', 1)[1])
        except OSError:
            pass
    return found


def renderer_below(pid):
    table = parents()
    for child, (parent, name) in table.items():
        if not name.startswith('pvgl-renderer'):
            continue
        while parent in table and parent != pid:
            parent = table[parent][0]
        if parent == pid:
            return child
    return None


def kill_renderer(args, folder):
    trace = os.path.join(folder, 'kill.pvgltrace')
    command = [args.pvgl, 'demo', args.scene, '--headless', '--mode', args.mode, '--record', trace, '--timeout', '100']
    view = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        first = wait_for(lambda: renderer_below(view.pid), 'a renderer')
        wait_for(lambda: os.path.exists(trace) and os.path.getsize(trace) > 4000, 'a trace that grows')
        time.sleep(2)
        os.kill(first, signal.SIGKILL)
        wait_for(lambda: renderer_below(view.pid) not in (None, first), 'another renderer')
        time.sleep(2)
    finally:
        view.send_signal(signal.SIGTERM)
        view.wait(timeout=30)
    _, _, stats = replay(args, trace, folder, 'kill')
    figures = load(stats)
    if figures['replay']['segments'] != 2 or figures['frames_presented'] < 1:
        raise Failure('expected frames and two segments: %s, %d frames' % (figures['replay'], figures['frames_presented']))
    print('killed renderer: two segments, %d frames' % figures['frames_presented'])


def wait_for(condition, what):
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise Failure('waited in vain for ' + what)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--pvgl', required=True)
    p.add_argument('--scene', required=True)
    p.add_argument('--frames', type=int, default=4)
    p.add_argument('--mode', default='640x480@60')
    p.add_argument('--cuts', type=int, default=0)
    p.add_argument('--kill', action='store_true')
    args = p.parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix='pvgl-trace-') as folder:
            if args.kill:
                kill_renderer(args, folder)
            else:
                cut(args, record_and_replay(args, folder), folder)
    except (Failure, subprocess.TimeoutExpired) as e:
        print('trace: %s: %s' % (args.scene, e), file=sys.stderr)
        return 1
    return 0


sys.exit(main())
