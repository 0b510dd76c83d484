#!/usr/bin/env python3
"""The synthetic guest over the real socket, without QEMU: many resets and new drivers of both protocol generations, and a renderer that is
killed under traffic again and again. Every frame is the right one, registers go on answering, what pvgl holds stays flat."""
import argparse
import itertools
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import machine
import picture
from census import Census, children, niceness, role
from machine import Failure

SCENE = 'triangle'
KINDS = ('version', 'fifo', 'function')
ANSWER_LIMIT = 60
FRAMES_BEFORE_KILL = 60     # fewer would count as a renderer that dies in a row
WORST_READ_US = 1000000     # the quiesce limit: no read may wait longer, renderer or not
MEDIAN_LIMIT, TAIL_LIMIT = 3, 10    # times a socket ping-pong at the same moments


class Console:
    """`pvgl-guest --console`: QEMU and guest in one process."""
    def __init__(self, guest, socket):
        self.process = subprocess.Popen([guest, '--socket', socket, '--console'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def type(self, line):
        self.process.stdin.write(line + '\n')
        self.process.stdin.flush()

    def expect(self, word):
        words = self.process.stdout.readline().split()
        if words[:1] != [word]:
            raise Failure('the guest says %r instead of %r' % (' '.join(words), word))
        return words

    def command(self, line):
        self.type(line)
        return self.expect('ok')

    def quit(self):
        self.process.communicate('quit\n', ANSWER_LIMIT)
        if self.process.returncode:
            raise Failure('pvgl-guest ends with exit code %d' % self.process.returncode)


class Run:
    def __init__(self, args, work):
        self.host = machine.Host(args.pvgl, work, ['--mode', '640x480@60'])
        self.guest, self.args = Console(args.guest, self.host.socket), args
        self.versions, self.sum, self.busy = itertools.cycle((6, 4)), None, []
        self.pid = self.host.process.pid

    def frame(self):
        words = self.guest.command('frames %s 1 %d' % (SCENE, next(self.versions)))
        self.sum = self.sum or words[4]
        if words[4] != self.sum:
            raise Failure('a frame has the sum %s, the ones before had %s' % (words[4], self.sum))

    def check_niceness(self):
        """Whatever draws or translates stands back behind the virtual machine's processors, in all of its threads."""
        own = niceness(self.pid)[0]
        found = {pid: (role(pid), niceness(pid)) for pid in children(self.pid)}
        busy = [(name, nice) for name, nice in found.values() if name in ('pvgl-renderer', 'pvgl-shader')]
        if {name for name, _ in busy} != {'pvgl-renderer', 'pvgl-shader'} or any(min(nice) < min(own + 5, 19) for _, nice in busy):
            raise Failure('renderer and workers do not run at nice +5 over %d: %r' % (own, found))

    def resets(self, count):
        census = Census(self.pid, min(count // 2, 50))
        for i in range(count):
            self.guest.command('reset ' + KINDS[i % len(KINDS)])
            self.frame()
            if i % self.args.every == 0 or count < 200:
                census.take()
        return census

    def renderer(self):
        """The renderer there is now; it takes a moment until a new one has its name."""
        for _ in range(500):
            for pid in children(self.pid):
                try:
                    if role(pid) == 'pvgl-renderer':
                        return pid
                except OSError:
                    pass
            time.sleep(0.01)
        raise Failure('no renderer runs:\n' + self.host.tail())

    def kills(self, count):
        """Kills it while frames are being drawn; the guest reads registers before, through and after it, then resets and draws again."""
        census, dice = Census(self.pid, min(count // 2, 5)), random.Random(3)
        for i in range(count):
            self.guest.type('busy %d' % FRAMES_BEFORE_KILL)
            self.guest.expect('drawing')
            time.sleep(dice.uniform(0, 0.05))
            os.kill(self.renderer(), signal.SIGKILL)
            time.sleep(dice.uniform(0, 0.3))
            self.guest.type('stop')
            words = self.guest.expect('ok')
            self.busy.append([float(w) for w in words[4:7] + words[8:11]])
            self.guest.command('reset ' + KINDS[i % len(KINDS)])
            self.frame()
            census.take()
        return census

    def check_reads(self):
        """Medians over all rounds; the worst of all."""
        read50, read99, _, ping50, ping99, _ = (statistics.median(column) for column in zip(*self.busy))
        _, _, read_worst, _, _, ping_worst = (max(column) for column in zip(*self.busy))
        text = 'register reads while renderers were killed: median %.1f us, p99 %.1f us, worst %.0f us; ping-pong: %.1f, %.1f, %.0f us' % (
            read50, read99, read_worst, ping50, ping99, ping_worst)
        print('console: ' + text)
        if read50 > MEDIAN_LIMIT * ping50 or read99 > TAIL_LIMIT * ping99 or read_worst > WORST_READ_US:
            raise Failure(text)

    def finish(self):
        self.guest.quit()
        stats = self.host.finish()
        if subprocess.run(self.args.compare + [self.host.screenshot]).returncode:
            raise Failure('the last frame is not the reference picture')
        if picture.guest_sum(self.host.screenshot) != self.sum:
            raise Failure('the guest reads back other pixels than the screenshot has')
        if stats['renderer_restarts'] != self.args.kills:
            raise Failure('%d renderers were lost, %d were killed:\n%s' % (stats['renderer_restarts'], self.args.kills, self.host.tail()))
        if stats['declines'] and not self.args.kills:
            raise Failure('declines: %r' % stats['declines'][:3])

    def stop(self):
        machine.stop(self.guest.process)
        self.host.stop()


def flat(what, start, census):
    print('console: %s: %.1f s; %s' % (what, time.time() - start, census.report()), flush=True)
    if told := census.findings():
        raise Failure('not flat over %s: %s' % (what, '; '.join(told)))


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('--pvgl', required=True)
    ap.add_argument('--guest', required=True)
    ap.add_argument('--compare', nargs='+', required=True, help='command that gets the screenshot path appended; 0 = equal')
    ap.add_argument('--resets', type=int, default=0)
    ap.add_argument('--every', type=int, default=10, help='sample every so many rounds of a long run')
    ap.add_argument('--kills', type=int, default=0)
    args = ap.parse_args()
    with tempfile.TemporaryDirectory(prefix='pvgl-console.') as work:
        run = Run(args, work)
        try:
            run.frame()
            run.check_niceness()
            if args.resets:
                start = time.time()
                flat('%d resets' % args.resets, start, run.resets(args.resets))
            if args.kills:
                start = time.time()
                flat('%d killed renderers' % args.kills, start, run.kills(args.kills))
                run.check_reads()
            run.finish()
        except Failure as e:
            print('console: %s\n%s' % (e, run.host.tail()))
            return 1
        finally:
            run.stop()
    return 0


if __name__ == '__main__':
    sys.exit(main())
