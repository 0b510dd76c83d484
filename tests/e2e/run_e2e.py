#!/usr/bin/env python3
"""Draws one scene from inside stock QEMU: Debian's kernel boots a static program (the same encoder as pvgl-guest) as its init, with the
GPU forwarded to `pvgl view` over vfio-user. KVM where it gets that far within a time limit, else TCG. Exit 77: cannot run here."""
import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time

SKIP = 77
KVM_LIMIT = 20      # seconds until the init program must have spoken
RUN_LIMIT = 150     # seconds for one whole run
STARTED = 'PVGL-E2E start'


class Failure(Exception):
    pass


def make_initramfs(work, init, files):
    """newc archive with /init and `files` {name in guest: path here}."""
    root = os.path.join(work, 'initramfs')
    os.makedirs(root, exist_ok=True)
    for name, path in {'init': init, **files}.items():
        with open(path, 'rb') as src, open(os.path.join(root, name), 'wb') as dst:
            dst.write(src.read())
    os.chmod(os.path.join(root, 'init'), 0o755)
    out = os.path.join(work, 'initramfs.cpio')
    names = '\n'.join(sorted(os.listdir(root))).encode()
    with open(out, 'wb') as f:
        subprocess.run(['cpio', '-o', '-H', 'newc', '--quiet'], cwd=root, input=names, stdout=f, check=True)
    return out


class Serial:
    """Reads QEMU's serial console; keeps every line and says when the init program has started."""
    def __init__(self, stream):
        self.lines, self.started = [], threading.Event()
        threading.Thread(target=self.read, args=(stream,), daemon=True).start()

    def read(self, stream):
        for raw in stream:
            line = raw.decode('utf8', 'replace').rstrip()
            self.lines.append(line)
            if STARTED in line:
                self.started.set()


def qemu_arguments(args, accel, socket, initramfs, append):
    device = {'driver': 'vfio-user-pci', 'bus': 'bridge', 'addr': '0x1', 'socket': {'type': 'unix', 'path': socket}}
    return [os.path.join(args.cache, 'qemu-system-x86_64'), '-accel', accel, '-cpu', 'host' if accel == 'kvm' else 'max',
            '-machine', 'q35,memory-backend=ram', '-object', 'memory-backend-memfd,id=ram,size=512M,share=on', '-m', '512M',
            '-nodefaults', '-display', 'none', '-vga', 'none', '-serial', 'stdio', '-no-reboot',
            '-device', 'pci-bridge,id=bridge,chassis_nr=1,addr=0x1e', '-device', json.dumps(device),
            '-kernel', os.path.join(args.cache, 'vmlinuz'), '-initrd', initramfs, '-append', append]


def stop(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def attempt(args, accel, work, initramfs, append):
    """One run. Returns the serial lines, or None when this accelerator did not get as far as the init program."""
    socket = os.path.join(work, 'gpu.sock')
    for name in ('shot.png', 'stats.json', 'gpu.sock'):
        if os.path.exists(os.path.join(work, name)):
            os.unlink(os.path.join(work, name))
    host_log = open(os.path.join(work, 'pvgl.log'), 'wb')
    host = subprocess.Popen([args.pvgl, 'view', '--socket', socket, '--headless', '--frames', str(args.frames), '--mode', args.mode + '@60',
                             '--screenshot', os.path.join(work, 'shot.png'), '--stats', os.path.join(work, 'stats.json'),
                             '--timeout', str(RUN_LIMIT)], stdout=host_log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    qemu = None
    try:
        end = time.time() + 30
        while not os.path.exists(socket):
            if host.poll() is not None or time.time() > end:
                raise Failure('pvgl view does not listen: ' + tail(host_log.name))
            time.sleep(0.05)
        qemu = subprocess.Popen(qemu_arguments(args, accel, socket, initramfs, append), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT)
        serial = Serial(qemu.stdout)
        if not serial.started.wait(KVM_LIMIT if accel == 'kvm' else RUN_LIMIT):
            if accel == 'kvm':
                return None
            raise Failure('the guest did not start:\n' + '\n'.join(serial.lines[-20:]))
        try:
            code = host.wait(RUN_LIMIT)
        except subprocess.TimeoutExpired:
            raise Failure('pvgl did not end after %d frames\n%s\n%s' % (args.frames, '\n'.join(serial.lines[-20:]), tail(host_log.name)))
        if code != 0:
            raise Failure('pvgl exit code %d\n%s\n%s' % (code, '\n'.join(serial.lines[-20:]), tail(host_log.name)))
        qemu.wait(30)
        return serial.lines
    finally:
        if qemu:
            stop(qemu)
        stop(host)
        host_log.close()


def tail(path, size=2000):
    with open(path, 'rb') as f:
        return f.read()[-size:].decode('utf8', 'replace')


def verdict_file(args):
    return os.path.join(args.cache, 'accelerator')


def accelerators(args):
    """Order to try. A verdict of an earlier run on this machine is kept beside the fetched QEMU."""
    if os.environ.get('PVGL_E2E_ACCEL'):
        return [os.environ['PVGL_E2E_ACCEL']]
    if os.path.exists(verdict_file(args)):
        return [open(verdict_file(args)).read().strip()]
    return (['kvm'] if os.access('/dev/kvm', os.R_OK | os.W_OK) else []) + ['tcg']


def run(args, work):
    files = {}
    if args.metallib:
        files = {n: os.path.join(work, n + '.bin') for n in ('vertex', 'fragment')}
        subprocess.run([args.cut, args.metallib, args.vertex, args.fragment, files['vertex'], files['fragment']], check=True)
    initramfs = make_initramfs(work, args.init, files)
    append = 'console=ttyS0 quiet panic=-1 pvgl_scene=%s pvgl_frames=%d' % (args.scene, args.frames)
    for accel in accelerators(args):
        lines = attempt(args, accel, work, initramfs, append)
        if lines is not None:
            with open(verdict_file(args), 'w') as f:
                f.write(accel)
            return accel, lines
        print('e2e: %s did not reach the guest program within %d s' % (accel, KVM_LIMIT))
    raise Failure('no accelerator reached the guest program')


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
    args.cache = os.environ.get('PVGL_E2E_CACHE') or os.path.join(
        os.environ.get('XDG_CACHE_HOME') or os.path.expanduser('~/.cache'), 'pvgl', 'qemu')
    if args.metallib:
        args.metallib = os.path.join(os.environ.get('PVGL_CORPUS', ''), args.metallib)
        if not os.path.exists(args.metallib):
            print('e2e: PVGL_CORPUS does not lead to the library: skipped')
            return SKIP
    fetch = subprocess.run([os.path.join(os.path.dirname(os.path.abspath(__file__)), 'fetch_qemu.sh'), args.cache])
    if fetch.returncode:
        print('e2e: QEMU with vfio-user cannot be fetched here')
        return SKIP if fetch.returncode == SKIP else 1
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
