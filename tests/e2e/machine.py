"""What the end-to-end tests share: a host (`pvgl view`), stock QEMU with the synthetic guest as init, and its serial console."""
import json
import os
import queue
import signal
import socket
import subprocess
import threading
import time

SKIP = 77
KVM_LIMIT = 20      # seconds until the init program must have spoken
RUN_LIMIT = 150     # seconds for one boot, one answer, one short run


class Failure(Exception):
    pass


def cache_folder():
    return os.environ.get('PVGL_E2E_CACHE') or os.path.join(os.environ.get('XDG_CACHE_HOME') or os.path.expanduser('~/.cache'), 'pvgl', 'qemu')


def fetch(cache):
    """0: QEMU and kernel are there; SKIP: they cannot be had on this machine."""
    code = subprocess.run([os.path.join(os.path.dirname(os.path.abspath(__file__)), 'fetch_qemu.sh'), cache]).returncode
    if code:
        print('e2e: QEMU with vfio-user cannot be fetched here')
    return code if code in (0, SKIP) else 1


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


def stop(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def tail(path, size=2000):
    with open(path, 'rb') as f:
        return f.read()[-size:].decode('utf8', 'replace')


class Host:
    """`pvgl view --headless` in a folder of its own; no shader of an earlier run is kept, so that its workers have work."""
    def __init__(self, pvgl, work, arguments):
        self.socket, self.log = os.path.join(work, 'gpu.sock'), os.path.join(work, 'pvgl.log')
        self.pvgl, self.work, self.trace = pvgl, work, os.path.join(work, 'session.pvgltrace')
        self.screenshot, self.stats = os.path.join(work, 'shot.png'), os.path.join(work, 'stats.json')
        for path in (self.screenshot, self.stats, self.socket, self.trace):
            if os.path.exists(path):
                os.unlink(path)
        with open(self.log, 'wb') as log:
            self.process = subprocess.Popen([pvgl, 'view', '--socket', self.socket, '--headless', '--screenshot', self.screenshot,
                                             '--stats', self.stats, '--record', self.trace] + arguments, stdout=log, stderr=subprocess.STDOUT,
                                            stdin=subprocess.DEVNULL, env={**os.environ, 'XDG_CACHE_HOME': os.path.join(work, 'cache')})
        end = time.time() + 30
        while not os.path.exists(self.socket):
            if self.process.poll() is not None or time.time() > end:
                raise Failure('pvgl view does not listen: ' + self.tail())
            time.sleep(0.02)

    def tail(self):
        return tail(self.log)

    def finish(self):
        """Ends it as a user would; screenshot and statistics are there afterwards."""
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(30)
        except subprocess.TimeoutExpired:
            raise Failure('pvgl does not end on SIGTERM: ' + self.tail())
        if code != 0:
            raise Failure('pvgl exit code %d: %s' % (code, self.tail()))
        with open(self.stats) as f:
            return json.load(f)

    def check_replay(self, frames):
        """What was recorded on the way shows the same last picture, without guest and QEMU."""
        picture, stats = os.path.join(self.work, 'replay.png'), os.path.join(self.work, 'replay.json')
        done = subprocess.run([self.pvgl, 'replay', self.trace, '--headless', '--unpaced', '--screenshot', picture, '--stats', stats,
                               '--timeout', str(RUN_LIMIT)], capture_output=True, text=True)
        if done.returncode:
            raise Failure('the replay ended with %d\n%s' % (done.returncode, done.stderr[-2000:]))
        with open(stats) as f:
            replayed = json.load(f)
        if replayed['frames_presented'] != frames or replayed['declines']:
            raise Failure('the replay has %d frames of %d, declines: %r' % (replayed['frames_presented'], frames, replayed['declines'][:3]))
        with open(picture, 'rb') as a, open(self.screenshot, 'rb') as b:
            if a.read() != b.read():
                raise Failure('the replay shows another picture')
        return os.path.getsize(self.trace)

    def stop(self):
        stop(self.process)


class Machine:
    """QEMU with the device behind a PCI bridge, alone on its bus, so that the guest's kernel can reset it there."""
    MARK = 'PVGL-E2E '

    def __init__(self, cache, accel, gpu_socket, initramfs, append, may_reboot=False, qmp=None):
        device = {'driver': 'vfio-user-pci', 'bus': 'bridge', 'addr': '0x1', 'socket': {'type': 'unix', 'path': gpu_socket}}
        arguments = [os.path.join(cache, 'qemu-system-x86_64'), '-accel', accel, '-cpu', 'host' if accel == 'kvm' else 'max',
                     '-machine', 'q35,memory-backend=ram', '-object', 'memory-backend-memfd,id=ram,size=512M,share=on', '-m', '512M',
                     '-nodefaults', '-display', 'none', '-vga', 'none', '-serial', 'stdio', '-global', 'ICH9-LPC.disable_s3=0',
                     '-device', 'pci-bridge,id=bridge,chassis_nr=1,addr=0x1e', '-device', json.dumps(device),
                     '-kernel', os.path.join(cache, 'vmlinuz'), '-initrd', initramfs, '-append', append]
        if not may_reboot:
            arguments.append('-no-reboot')
        if qmp:
            arguments += ['-qmp', 'unix:%s,server=on,wait=off' % qmp]
        self.lines, self.answers, self.qmp_path = [], queue.Queue(), qmp
        self.process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for raw in self.process.stdout:
            line = raw.decode('utf8', 'replace').rstrip()
            self.lines.append(line)
            if self.MARK in line:
                self.answers.put(line.split(self.MARK, 1)[1])
        self.answers.put('end')

    def tail(self):
        return '\n'.join(self.lines[-20:])

    def answer(self, limit=RUN_LIMIT):
        try:
            return self.answers.get(timeout=limit)
        except queue.Empty:
            raise Failure('the guest says nothing for %d s:\n%s' % (limit, self.tail()))

    def expect(self, word, limit=RUN_LIMIT):
        """The next answer, which has to begin with `word`; its words."""
        words = self.answer(limit).split()
        if words[:1] != [word]:
            raise Failure('the guest says %r instead of %r:\n%s' % (' '.join(words), word, self.tail()))
        return words

    def type(self, line):
        self.process.stdin.write(line.encode() + b'\n')
        self.process.stdin.flush()

    def command(self, line, limit=RUN_LIMIT):
        self.type(line)
        return self.expect('ok', limit)

    def qmp(self, name):
        with socket.socket(socket.AF_UNIX) as s:
            s.connect(self.qmp_path)
            f = s.makefile('rw')
            f.readline()
            for command in ('qmp_capabilities', name):
                f.write(json.dumps({'execute': command}) + '\n')
                f.flush()
                while 'return' not in (reply := json.loads(f.readline())):
                    if 'error' in reply:
                        raise Failure('QMP %s: %r' % (name, reply))

    def stop(self):
        stop(self.process)


def accelerators(cache):
    """Order to try. A verdict of an earlier run on this machine is kept beside the fetched QEMU."""
    if os.environ.get('PVGL_E2E_ACCEL'):
        return [os.environ['PVGL_E2E_ACCEL']]
    verdict = os.path.join(cache, 'accelerator')
    if os.path.exists(verdict):
        return [open(verdict).read().strip()]
    return (['kvm'] if os.access('/dev/kvm', os.R_OK | os.W_OK) else []) + ['tcg']


def boot(cache, gpu_socket, initramfs, append, **more):
    """A machine whose init program has started, and the accelerator that got it there: KVM where it does so within a time limit, else TCG."""
    for accel in accelerators(cache):
        machine = Machine(cache, accel, gpu_socket, initramfs, append, **more)
        try:
            machine.expect('start', KVM_LIMIT if accel == 'kvm' else RUN_LIMIT)
        except Failure as e:
            machine.stop()
            if accel != 'kvm':
                raise
            print('e2e: kvm: ' + str(e).splitlines()[0])
            continue
        except BaseException:
            machine.stop()
            raise
        with open(os.path.join(cache, 'accelerator'), 'w') as f:
            f.write(accel)
        return machine, accel
    raise Failure('no accelerator reached the guest program')
