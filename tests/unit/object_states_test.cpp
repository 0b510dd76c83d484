#include <doctest/doctest.h>

#include "tests/unit/object_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {
// The seven bytes nobody writes carry garbage on purpose.
Raw sampler(uint32_t state, float lodMin = 0.0F, float lodMax = 1000.0F) {
    return record(0x03, 1, Raw().u32(state).bytes({0xf0, 0xde, 0xad, 0xbe}).f32(lodMin).f32(lodMax).u64(0x5a5a5a5a5a5a5a5a));
}
} // namespace

TEST_CASE("sampler: the default state word") {
    auto s = parsed<SamplerDescriptor>(7, sampler(0x84000000));
    CHECK(s == SamplerDescriptor{});
    CHECK(s.maxAnisotropy == 1);
    CHECK(s.normalizedCoordinates);
}

TEST_CASE("sampler: every field at its bits") {
    uint32_t state = 1U | 1U << 2 | 3U << 5 | 2U << 8 | 3U << 12 | 5U << 16 | 2U << 20 | 2U << 24 | 16U << 26;
    auto s = parsed<SamplerDescriptor>(7, sampler(state, 0.5F, 2.0F));
    CHECK(s.minFilter == mtl::MinMagFilter::Linear);
    CHECK(s.magFilter == mtl::MinMagFilter::Linear);
    CHECK(s.compare == mtl::CompareFunction::LessEqual);
    CHECK(s.s == mtl::AddressMode::Repeat);
    CHECK(s.t == mtl::AddressMode::MirrorRepeat);
    CHECK(s.r == mtl::AddressMode::ClampToBorderColor);
    CHECK(s.border == mtl::BorderColor::OpaqueWhite);
    CHECK(s.mipFilter == mtl::MipFilter::Linear);
    CHECK(s.maxAnisotropy == 16);
    CHECK(!s.normalizedCoordinates);
    CHECK(s.lodMin == 0.5F);
    CHECK(s.lodMax == 2.0F);
}

TEST_CASE("sampler: bits 1 and 3 are ignored, anisotropy 0 means 1") {
    auto s = parsed<SamplerDescriptor>(7, sampler(0x80000000 | 2 | 8));
    CHECK(s.minFilter == mtl::MinMagFilter::Nearest);
    CHECK(s.magFilter == mtl::MinMagFilter::Nearest);
    CHECK(s.maxAnisotropy == 1);
}

TEST_CASE("sampler: undefined modes and levels that are no numbers are declined") {
    CHECK(refused(7, sampler(6U << 8)) == DeclineReason::BadDescriptor);
    CHECK(refused(7, sampler(7U << 16)) == DeclineReason::BadDescriptor);
    CHECK(refused(7, sampler(3U << 20)) == DeclineReason::BadDescriptor);
    CHECK(refused(7, sampler(3U << 24)) == DeclineReason::BadDescriptor);
    CHECK(refused(7, sampler(0, __builtin_nanf(""), 1)) == DeclineReason::BadDescriptor);
}

TEST_CASE("depth-stencil: compare, write and both faces") {
    Raw front = Raw().u32(1U | 2U << 3 | 3U << 6 | 4U << 9).u32(0xffffff12).u32(0xabcdef34);
    Raw back = Raw().u32(7U | 7U << 3).u32(0x56).u32(0x78);
    auto d = parsed<DepthStencilDescriptor>(7, record(0x04, 2, Raw().u8(3 | 1 << 3 | 3 << 4 | 0xc0).bytes({0xaa, 0xbb, 0xcc}).append(front).append(back)));
    CHECK(d.depthCompare == mtl::CompareFunction::LessEqual);
    CHECK(d.depthWrite);
    CHECK(d.front.compare == mtl::CompareFunction::Less);
    CHECK(d.front.stencilFail == mtl::StencilOperation::Replace);
    CHECK(d.front.depthFail == mtl::StencilOperation::IncrementClamp);
    CHECK(d.front.pass == mtl::StencilOperation::DecrementClamp);
    CHECK(d.front.readMask == 0x12);
    CHECK(d.front.writeMask == 0x34);
    CHECK(d.back.stencilFail == mtl::StencilOperation::DecrementWrap);
    CHECK(d.back.readMask == 0x56);
    CHECK(d.back.writeMask == 0x78);
}

TEST_CASE("fence") { (void)parsed<FenceDescriptor>(7, record(0x0d, 2, Raw())); }
