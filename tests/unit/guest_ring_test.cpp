#include "pvg/guest/ring.h"

#include <doctest/doctest.h>

#include "guest_support.h"

using namespace pvg::guest;

namespace {

Bytes pattern(size_t size, uint8_t seed) {
    Bytes bytes(size);
    for (size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::byte>(seed + i);
    return bytes;
}

std::byte byteAt(const Ring& ring, size_t position) { return ring.pages()[position / 4096].bytes[position % 4096]; }

} // namespace

TEST_CASE("a command crosses a page and the ring's end without a gap") {
    guest_test::FakeMachine machine;
    Ring ring(machine.allocate(2));
    ring.put(pattern(4090, 1));
    ring.put(pattern(20, 50)); // 4090..4109
    CHECK(byteAt(ring, 4090) == std::byte{50});
    CHECK(byteAt(ring, 4095) == std::byte{55});
    CHECK(byteAt(ring, 4096) == std::byte{56});
    ring.put(pattern(4080, 0));
    CHECK(ring.written() == 8190);
    ring.put(pattern(8, 200)); // 8190, 8191, then 0..5
    CHECK(byteAt(ring, 8191) == std::byte{201});
    CHECK(byteAt(ring, 0) == std::byte{202});
    CHECK(byteAt(ring, 5) == std::byte{207});
    CHECK(byteAt(ring, 6) == std::byte{7}); // of the first command, untouched
}

TEST_CASE("room is counted over the wrapped counters") {
    guest_test::FakeMachine machine;
    Ring ring(machine.allocate(1));
    CHECK(ring.hasRoom(0, 4096));
    ring.put(pattern(4000, 0));
    CHECK_FALSE(ring.hasRoom(0, 100));
    CHECK(ring.hasRoom(0, 96));
    CHECK(ring.hasRoom(4000, 4096));
}
