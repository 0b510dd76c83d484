#!/usr/bin/env python3
"""What counts leaks finds one of each kind, and none where there is none; the number of a picture is the guest's."""
import mmap
import os
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

import picture
from census import Census

ROUNDS, WARM_UP = 60, 6


class Leaks(unittest.TestCase):
    def findings(self, leak):
        census = Census(os.getpid(), WARM_UP)
        held = []
        for i in range(ROUNDS):
            held.append(leak(i))
            census.take()
        told = census.findings()
        for thing in held:
            if isinstance(thing, subprocess.Popen):
                thing.kill()
                thing.wait()
            elif isinstance(thing, int):
                os.close(thing)
        return told

    def assert_found(self, key, told):
        self.assertTrue(any(sentence.startswith(key + ' grew') for sentence in told), told)

    def test_nothing(self):
        self.assertEqual(self.findings(lambda i: None), [])

    def test_descriptors(self):
        self.assert_found('fds', self.findings(lambda i: os.open('/dev/null', os.O_RDONLY)))

    def test_maps(self):
        self.assert_found('maps', self.findings(lambda i: mmap.mmap(-1, 4096, prot=(mmap.PROT_READ, mmap.PROT_WRITE | mmap.PROT_READ)[i % 2])))

    def test_memory(self):
        self.assert_found('anon_kib', self.findings(lambda i: bytearray(os.urandom(1 << 18))))

    def test_processes(self):
        self.assert_found('processes', self.findings(lambda i: subprocess.Popen(['sleep', '60']) if i == ROUNDS // 2 else None))


class Pictures(unittest.TestCase):
    def png(self, rows, width):
        def chunk(kind, body):
            return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))
        header = struct.pack('>IIBBBBB', width, len(rows), 8, 2, 0, 0, 0)
        return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', zlib.compress(b''.join(rows))) + chunk(b'IEND', b'')

    def sum_of(self, rows, width):
        with tempfile.NamedTemporaryFile() as f:
            f.write(self.png(rows, width))
            f.flush()
            return picture.guest_sum(f.name)

    def test_the_published_value(self):
        # FNV-1a 64 of the four bytes 3, 2, 1, 255, worked out by hand from offset basis and prime.
        value = 0xcbf29ce484222325
        for byte in (3, 2, 1, 255):
            value = ((value ^ byte) * 0x100000001b3) % (1 << 64)
        self.assertEqual(self.sum_of([b'\x00\x01\x02\x03'], 1), '%016x' % value)

    def test_filters_change_nothing(self):
        plain = [b'\x00' + bytes((10, 20, 30, 15, 20, 25)), b'\x00' + bytes((11, 22, 33, 44, 55, 66))]
        up = [plain[0], b'\x02' + bytes((1, 2, 3, 29, 35, 41))]
        left = [b'\x01' + bytes((10, 20, 30, 5, 0, 251)), plain[1]]
        self.assertEqual(self.sum_of(plain, 2), self.sum_of(up, 2))
        self.assertEqual(self.sum_of(plain, 2), self.sum_of(left, 2))


if __name__ == '__main__':
    sys.exit(unittest.main())
