"""The number the guest gives for its pixels, from a screenshot: the two must agree."""
import struct
import zlib


def rgb_rows(path):
    """Rows of an 8-bit RGB PNG."""
    with open(path, 'rb') as f:
        data = f.read()
    at, compressed = 8, b''
    while at < len(data):
        size, kind = struct.unpack('>I4s', data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        if kind == b'IHDR':
            width, height, depth, colour = struct.unpack('>IIBB', body[:10])
            assert (depth, colour) == (8, 2), 'not 8-bit RGB'
        elif kind == b'IDAT':
            compressed += body
        at += 12 + size
    raw, stride, above = zlib.decompress(compressed), width * 3, bytes(width * 3)
    for y in range(height):
        start = y * (stride + 1)
        above = unfilter(raw[start], bytearray(raw[start + 1:start + 1 + stride]), above)
        yield above


def unfilter(kind, row, above):
    for i in range(len(row)) if kind else ():
        a, b, c = (row[i - 3], above[i], above[i - 3]) if i >= 3 else (0, above[i], 0)
        if kind == 4:
            pa, pb, pc = abs(b - c), abs(a - c), abs(a + b - 2 * c)
            add = a if pa <= pb and pa <= pc else b if pb <= pc else c
        else:
            add = (0, a, b, (a + b) // 2)[kind]
        row[i] = (row[i] + add) & 0xff
    return bytes(row)


def guest_sum(path):
    """FNV-1a, 64 bits, over B,G,R,255 of every pixel (pvg/guest/console.cpp)."""
    total = 0xcbf29ce484222325
    for row in rgb_rows(path):
        for i in range(0, len(row), 3):
            for byte in (row[i + 2], row[i + 1], row[i], 255):
                total = (total ^ byte) * 0x100000001b3 & 0xffffffffffffffff
    return '%016x' % total
