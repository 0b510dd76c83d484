#include "pvg/guest/command.h"

#include <doctest/doctest.h>

#include "guest_support.h"

using namespace pvg;
using namespace pvg::guest;
using guest_test::hex;

// device.md Appendix A
TEST_CASE("a DefineChildFIFO is the bytes of vector A1") {
    CHECK(encodeCommand({Command::DefineChildFifo, 1, {}}, ByteWriter().u32(5).view()) == hex("30000000 10000000 01000000 05000000"));
}

TEST_CASE("a GetDeviceInfo is the bytes of vector A2") {
    CHECK(encodeCommand({Command::GetDeviceInfo, 2, {}}, ByteWriter().u32(45).u32(512).u32(0x12345).view()) ==
          hex("3a000000 18000000 02000000 2d000000 00020000 45230100"));
}

TEST_CASE("a DisplaySetSharedStatePage is the bytes of vector A4") {
    CHECK(encodeCommand({Command::DisplaySetSharedStatePage, 1, {}}, ByteWriter().u32(0).u32(0x222).view()) ==
          hex("01000000 14000000 01000000 00000000 22020000"));
}

TEST_CASE("a present behind an Exec barrier is the bytes of vector A5") {
    const Fence exec{1, 7};
    CHECK(encodeCommand({Command::DisplayTransaction2, 9, {&exec, 1}}, ByteWriter().u32(0).u32(0x2a).u32(0).view()) ==
          hex("06000100 20000000 09000000 01000000 07000000 00000000 2a000000 00000000"));
}

TEST_CASE("a payload is padded to four bytes and the length says so") {
    const Bytes command = encodeCommand({Command::Nop, 3, {}}, ByteWriter().u8(1).view());
    CHECK(command.size() == 16);
    CHECK(guest_test::at<uint32_t>(command, 4) == 16);
}

TEST_CASE("a page-on carries the quad of vector A6") {
    const ResourceUse use{ObjectRef{0x21}, Written::ByCpu};
    CHECK(encodeInvalidate(TaskId{3}, {&use, 1}) == hex("03000000 01000000 21000000 01000001"));
}

TEST_CASE("an ExecIndirect2 has 24-byte resources and 16-byte command buffers behind them") {
    const std::array uses{ResourceUse{ObjectRef{0x40}, Written::ByGpu}, ResourceUse{ObjectRef{0x41}, Written::ByBoth}};
    const CommandBuffer buffer{GuestVirt{0x123456789000}, 0x64};
    CHECK(encodeExec(TaskId{2}, uses, {&buffer, 1}) == hex("02000000 02000000 01000000"
                                                           "40000000 00010100 00000000000000000000000000000000"
                                                           "41000000 01010101 00000000000000000000000000000000"
                                                           "0090785634120000 6400000000000000"));
}

TEST_CASE("a DeleteObject carries one 12-byte record") {
    CHECK(encodeDeleteObject(TaskId{1}, ObjectKind::Function, ObjectRef{0x30}) == hex("01000000 ed030000 0c000000 30000000"));
}

TEST_CASE("a cursor glyph is 44 bytes") {
    const Bytes glyph = encodeCursorGlyph({DisplayPort{0}, GuestVirt{0x10000000}, 24, 32, 1, 2, 0xdeadbeef});
    REQUIRE(glyph.size() == 44);
    CHECK(guest_test::at<uint64_t>(glyph, 16) == 24 * 4 * 32);
    CHECK(guest_test::at<uint64_t>(glyph, 24) == 24 * 4);
    CHECK(guest_test::at<uint16_t>(glyph, 34) == 32);
    CHECK(guest_test::at<uint32_t>(glyph, 40) == 0xdeadbeef);
}
