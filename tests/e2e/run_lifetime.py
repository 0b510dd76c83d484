#!/usr/bin/env python3
"""A machine's whole life in stock QEMU: device resets from inside, reboots, a panic, a sleep, a power-off and another QEMU on the same socket.
After each the guest draws, reads its frame back, and the frame is the right one; what pvgl holds stays flat; all of it is recorded, and the
replay ends with the same picture. Exit 77: cannot run here."""
import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import time

import machine
import picture
from census import Census
from machine import SKIP, Failure

SCENE = 'triangle'
KINDS = ('version', 'fifo', 'function')
APPEND = 'console=ttyS0 quiet panic=-1 no_console_suspend pvgl_console=1'


class Life:
    def __init__(self, args, work):
        self.args, self.work = args, work
        self.initramfs = machine.make_initramfs(work, args.init, {})
        self.host = machine.Host(args.pvgl, work, ['--mode', '640x480@60'])
        self.versions, self.sum, self.frames, self.guest = itertools.cycle((6, 4)), None, 0, None

    def boot(self):
        self.guest, self.accel = machine.boot(self.args.cache, self.host.socket, self.initramfs, APPEND, may_reboot=True,
                                              qmp=os.path.join(self.work, 'qmp.sock'))
        self.guest.expect('ready')
        self.frame()

    def booted_again(self):
        self.guest.expect('start')
        self.guest.expect('ready')
        self.frame()

    def frame(self):
        """One frame by a fresh driver; the guest's own pixels are those of every other frame."""
        words = self.guest.command('frames %s 1 %d' % (SCENE, next(self.versions)))
        self.frames += 1
        self.sum = self.sum or words[4]
        if words[4] != self.sum:
            raise Failure('frame %d has the sum %s, the ones before had %s' % (self.frames, words[4], self.sum))

    def resets(self, count, census):
        for i in range(count):
            self.guest.command('reset ' + KINDS[i % len(KINDS)])
            self.frame()
            census.take()

    def reboots(self, count, census):
        """By turns the guest's own and QEMU's."""
        for i in range(count):
            if i % 2 == 0:
                self.guest.type('reboot')
            else:
                self.guest.qmp('system_reset')
            self.booted_again()
            census.take()

    def panic(self):
        self.guest.type('panic')
        self.booted_again()
        if not any('Kernel panic' in line for line in self.guest.lines):
            raise Failure('the guest did not panic:\n' + self.guest.tail())

    def sleep(self):
        """What a driver does around a sleep, and the machine's own sleep where it can."""
        self.guest.command('reset sleep')
        self.frame()
        self.guest.type('suspend')
        words = self.guest.answer(60).split()
        self.slept = words[0] == 'ok'
        if not self.slept:
            return
        if words[-1] != '0':
            raise Failure('0x1034 reads %s after a sleep in which the device was without power' % words[-1])
        self.guest.command('reset version')
        self.frame()

    def another(self):
        """A machine that powers off, and one that is killed: the next one finds the device on the same socket."""
        self.guest.type('poweroff')
        try:
            self.guest.process.wait(60)
        except subprocess.TimeoutExpired:
            raise Failure('the guest does not power off:\n' + self.guest.tail())
        self.boot()
        self.guest.process.kill()
        self.guest.process.wait(10)
        self.boot()

    def finish(self):
        stats = self.host.finish()
        if stats['declines']:
            raise Failure('declines: %r' % stats['declines'][:3])
        if stats['frames_presented'] != self.frames:
            raise Failure('frames_presented %r, the guest presented %d' % (stats['frames_presented'], self.frames))
        if stats['renderer_restarts']:
            raise Failure('%d renderers were lost on the way:\n%s' % (stats['renderer_restarts'], self.host.tail()))
        if subprocess.run(self.args.compare + [self.host.screenshot]).returncode:
            raise Failure('the last frame is not the reference picture')
        if picture.guest_sum(self.host.screenshot) != self.sum:
            raise Failure('the guest reads back other pixels than the screenshot has')
        print('lifetime: replayed from a trace of %d bytes: the same picture' % self.host.check_replay(self.frames))

    def stop(self):
        if self.guest:
            self.guest.stop()
        self.host.stop()


def timed(what, count, work):
    start = time.time()
    work()
    seconds = time.time() - start
    print('lifetime: %s: %.1f s%s' % (what, seconds, ' (%.2f s each)' % (seconds / count) if count > 1 else ''), flush=True)


def flat(what, census):
    print('lifetime: held after %s: %s' % (what, census.report()), flush=True)
    if told := census.findings():
        raise Failure('not flat over %s: %s' % (what, '; '.join(told)))


def live(life, args):
    pid = life.host.process.pid
    timed('first boot and frame', 1, life.boot)
    if args.resets:
        census = Census(pid, min(args.resets // 2, 12))
        timed('%d resets' % args.resets, args.resets, lambda: life.resets(args.resets, census))
        flat('resets', census)
    if args.reboots:
        census = Census(pid, min(args.reboots // 2, 4))
        timed('%d reboots' % args.reboots, args.reboots, lambda: life.reboots(args.reboots, census))
        flat('reboots', census)
    if args.ends:
        timed('panic and reboot', 1, life.panic)
        timed('power-off, kill, two more machines', 1, life.another)
        timed('sleep', 1, life.sleep)
        print('lifetime: suspend to RAM: %s' % ('done' if life.slept else 'not possible here'))
    life.finish()


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('--pvgl', required=True)
    ap.add_argument('--init', required=True, help='the static guest program')
    ap.add_argument('--compare', nargs='+', required=True, help='command that gets the screenshot path appended; 0 = equal')
    ap.add_argument('--resets', type=int, default=0)
    ap.add_argument('--reboots', type=int, default=0)
    ap.add_argument('--ends', action='store_true', help='also panic, sleep, power-off and another QEMU')
    args = ap.parse_args()
    args.cache = machine.cache_folder()
    if code := machine.fetch(args.cache):
        return code
    with tempfile.TemporaryDirectory(prefix='pvgl-e2e.') as work:
        life = Life(args, work)
        try:
            live(life, args)
        except Failure as e:
            print('lifetime: %s\n%s' % (e, life.host.tail()))
            return 1
        finally:
            life.stop()
        print('lifetime: %d frames under %s, all of them right' % (life.frames, life.accel))
    return 0


if __name__ == '__main__':
    sys.exit(main())
