#include "drawing.h"

using namespace gltest;

TEST_CASE("tokens grow by one and complete in order, each after its readbacks") {
    Fixture f;
    CHECK(f.backend().poll() == 0);
    const auto buffer = f.bufferOf<uint32_t>({1, 2, 3, 4});
    std::vector<uint32_t> seen;
    const auto ask = [&](uint64_t offset) {
        REQUIRE(f.backend().readBuffer(buffer, offset, 4, [&](std::span<const std::byte> bytes) {
            uint32_t value = 0;
            std::memcpy(&value, bytes.data(), 4);
            seen.push_back(value);
        }).ok());
    };
    ask(0);
    ask(4);
    const auto first = f.backend().submit();
    ask(8);
    const auto second = f.backend().submit();
    CHECK(second == first + 1);
    CHECK(f.backend().wait(second, 10'000'000'000));
    CHECK(seen == std::vector<uint32_t>{1, 2, 3});
    CHECK(f.backend().poll() == second);
    CHECK(f.backend().wait(first, 0));
    CHECK(!f.backend().wait(second + 1, 0));
}

TEST_CASE("a readback holds what the buffer held when it was asked for") {
    Fixture f;
    const auto buffer = f.bufferOf<uint32_t>({1});
    std::vector<Bytes> seen;
    for (uint32_t value = 2; value < 6; ++value) {
        REQUIRE(f.backend().readBuffer(buffer, 0, 4, [&](std::span<const std::byte> b) { seen.emplace_back(b.begin(), b.end()); }).ok());
        REQUIRE(f.backend().fillBuffer(buffer, 0, 4, value).ok());
    }
    f.finish();
    REQUIRE(seen.size() == 4);
    for (uint32_t i = 0; i < 4; ++i) CHECK(fromBytes<uint32_t>(seen[i])[0] == i + 1);
}

TEST_CASE("ranges outside a buffer are errors") {
    Fixture f;
    const auto buffer = f.buffer(Bytes(16));
    const Bytes bytes(8);
    const std::span<const std::byte> run(bytes);
    CHECK(!f.backend().writeBuffer(buffer, 9, {&run, 1}).ok());
    CHECK(!f.backend().writeBuffer(buffer, ~0ULL, {&run, 1}).ok());
    CHECK(!f.backend().readBuffer(buffer, 16, 1, {}).ok());
    CHECK(!f.backend().writeBuffer(pvg::BufferId{4711}, 0, {&run, 1}).ok());
    CHECK(!f.backend().createBuffer(1ULL << 40).ok());
    f.backend().destroyBuffer(buffer);
    CHECK(!f.backend().writeBuffer(buffer, 0, {&run, 1}).ok());
}
