#include <doctest/doctest.h>

#include "exec_guest.h"
#include "pvg/stream/framing.h"

using namespace pvg::stream;
using pvgtest::Bytes;

TEST_CASE("segments follow each other until the chunk is used up") {
    Bytes chunk = pvgtest::segment(0, Bytes().zeros(16));
    chunk.append(pvgtest::segment(2, Bytes(), true)).append(pvgtest::segment(200, Bytes().zeros(4)));
    SegmentWalker walker(chunk.raw());
    const auto first = walker.next(), second = walker.next(), third = walker.next();
    REQUIRE(first);
    CHECK(first->type == 0);
    CHECK_FALSE(first->continues);
    CHECK(first->body.size() == 16);
    REQUIRE(second);
    CHECK(second->continues);
    CHECK(second->body.empty());
    REQUIRE(third); // the caller decides about unknown types; their length is honoured
    CHECK(third->type == 200);
    CHECK_FALSE(walker.next());
    CHECK_FALSE(walker.problem());
}

TEST_CASE("a segment length that cannot be right ends the chunk with a reason") {
    for (const uint32_t length : {0U, 7U, 25U, 0xffffffffU}) {
        CAPTURE(length);
        Bytes chunk;
        chunk.u32(length).zeros(20);
        SegmentWalker walker(chunk.raw());
        CHECK_FALSE(walker.next());
        REQUIRE(walker.problem());
        CHECK(walker.problem()->reason == pvg::DeclineReason::BadSegment);
        CHECK_FALSE(walker.next());
    }
    for (size_t size = 1; size < 8; ++size) {
        Bytes stub;
        stub.u8(8).zeros(size - 1);
        SegmentWalker walker(stub.raw());
        CHECK_FALSE(walker.next());
        CHECK(walker.problem());
    }
}

TEST_CASE("records need a length of at least 8, a multiple of 4, inside the segment") {
    Bytes body = pvgtest::record(1, Bytes().u32(5));
    body.append(pvgtest::record(2, Bytes()));
    RecordWalker walker(body.raw());
    const auto first = walker.next(), second = walker.next();
    REQUIRE(first);
    CHECK(first->opcode == 1);
    CHECK(first->total == 12);
    CHECK(first->payload.size() == 4);
    REQUIRE(second);
    CHECK(second->payload.empty());
    CHECK_FALSE(walker.next());
    CHECK_FALSE(walker.problem());
    for (const uint32_t length : {0U, 4U, 10U, 20U, 0xfffffffcU}) {
        CAPTURE(length);
        Bytes bad;
        bad.u32(1).u32(length).zeros(8);
        RecordWalker broken(bad.raw());
        CHECK_FALSE(broken.next());
        REQUIRE(broken.problem());
        CHECK(broken.problem()->reason == pvg::DeclineReason::BadRecord);
    }
}
