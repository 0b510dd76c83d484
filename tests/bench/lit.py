#!/usr/bin/env python3
"""Frames a second of the scenes cube and gears through the whole device, unpaced, against the same models drawn with plain OpenGL. The best of rounds
that take turns. --check FACTOR fails when a scene takes more than FACTOR times as long."""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time


def wall_time(args, scene, folder, frames):
    stats = os.path.join(folder, 'stats.json')
    start = time.monotonic()
    subprocess.run([args.pvgl, 'demo', scene, '--headless', '--unpaced', '--frames', str(frames), '--mode', '%dx%d@60' % tuple(args.size),
                    '--stats', stats, '--timeout', '200'], check=True, capture_output=True)
    seconds = time.monotonic() - start
    with open(stats) as f:
        figures = json.load(f)
    if figures['declines']:
        raise SystemExit('%s was declined: %s' % (scene, figures['declines']))
    return seconds


def through_device(args, scene, folder):
    """Milliseconds a frame: what a long run takes more than a short one, so that starting and ending do not count."""
    short = args.frames // 10
    return 1000 * (wall_time(args, scene, folder, args.frames) - wall_time(args, scene, folder, short)) / (args.frames - short)


def directly(args, scene):
    done = subprocess.run([args.direct, scene, str(args.frames)] + [str(s) for s in args.size], check=True, capture_output=True, text=True)
    return float(done.stdout)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--pvgl', required=True)
    p.add_argument('--direct', required=True)
    p.add_argument('--frames', type=int, default=200)
    p.add_argument('--rounds', type=int, default=3)
    p.add_argument('--size', type=int, nargs=2, default=(1280, 720))
    p.add_argument('--check', type=float)
    args = p.parse_args()
    isSlow = False
    for scene in ('cube', 'gears'):
        with tempfile.TemporaryDirectory(prefix='pvgl-lit-') as folder:
            rounds = [(through_device(args, scene, folder), directly(args, scene)) for _ in range(args.rounds)]
        device, direct = (min(r[i] for r in rounds) for i in (0, 1))
        print('%-6s %6.1f fps through the device, %6.1f fps directly: %.2f times as long' % (scene, 1000 / device, 1000 / direct, device / direct))
        isSlow = isSlow or (args.check is not None and device > args.check * direct)
    return 1 if isSlow else 0


sys.exit(main())
