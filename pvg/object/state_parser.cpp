// Sampler and depth-stencil records (objects.md 10, operations table).
#include <cmath>

#include "pvg/base/byte_reader.h"
#include "pvg/object/record_parsers.h"

namespace pvg {

namespace {

constexpr uint32_t bits(uint32_t word, uint32_t low, uint32_t count) { return (word >> low) & ((1U << count) - 1); }

// The sampler's state word.
constexpr uint32_t kMinFilter = 0, kMagFilter = 2, kCompare = 5, kAddressS = 8, kAddressT = 12, kAddressR = 16, kBorder = 20, kMipFilter = 24,
                   kAnisotropy = 26, kNormalized = 31;

bool isAddressMode(mtl::AddressMode mode) { return mode <= mtl::AddressMode::ClampToBorderColor; }

StencilFace parseFace(ByteReader& in) {
    StencilFace face;
    uint32_t ops = in.u32();
    face.compare = mtl::CompareFunction(bits(ops, 0, 3));
    face.stencilFail = mtl::StencilOperation(bits(ops, 3, 3));
    face.depthFail = mtl::StencilOperation(bits(ops, 6, 3));
    face.pass = mtl::StencilOperation(bits(ops, 9, 3));
    face.readMask = uint8_t(in.u32()); // decisions.md 21: the low 8 bits
    face.writeMask = uint8_t(in.u32());
    return face;
}

} // namespace

Declined<ObjectDescriptor> parseSampler(Bytes record) {
    constexpr size_t kState = 12, kLodMin = 20, kLodMax = 24;
    auto state = loadAt<uint32_t>(record, kState);
    SamplerDescriptor sampler;
    sampler.minFilter = mtl::MinMagFilter(bits(state, kMinFilter, 1));
    sampler.magFilter = mtl::MinMagFilter(bits(state, kMagFilter, 1));
    sampler.mipFilter = mtl::MipFilter(bits(state, kMipFilter, 2));
    sampler.s = mtl::AddressMode(bits(state, kAddressS, 3));
    sampler.t = mtl::AddressMode(bits(state, kAddressT, 3));
    sampler.r = mtl::AddressMode(bits(state, kAddressR, 3));
    sampler.border = mtl::BorderColor(bits(state, kBorder, 2));
    sampler.compare = mtl::CompareFunction(bits(state, kCompare, 3));
    uint32_t anisotropy = bits(state, kAnisotropy, 5);
    sampler.maxAnisotropy = uint8_t(anisotropy == 0 ? 1 : anisotropy); // 0 is malformed and means 1 (objects.md 10)
    sampler.normalizedCoordinates = bits(state, kNormalized, 1) != 0;
    sampler.lodMin = loadAt<float>(record, kLodMin);
    sampler.lodMax = loadAt<float>(record, kLodMax);
    bool isDefined = isAddressMode(sampler.s) && isAddressMode(sampler.t) && isAddressMode(sampler.r) &&
                     sampler.mipFilter <= mtl::MipFilter::Linear && sampler.border <= mtl::BorderColor::OpaqueWhite;
    if (!isDefined) return decline(DeclineReason::BadDescriptor, "sampler state {:#x}", state);
    if (std::isnan(sampler.lodMin) || std::isnan(sampler.lodMax)) return decline(DeclineReason::BadDescriptor, "sampler level clamp is not a number");
    return ObjectDescriptor{sampler};
}

Declined<ObjectDescriptor> parseDepthStencil(Bytes record) {
    constexpr size_t kDepth = 12, kFaces = 16;
    ByteReader in(record);
    in.seek(kDepth);
    uint32_t depth = in.u8();
    DepthStencilDescriptor descriptor;
    descriptor.depthCompare = mtl::CompareFunction(bits(depth, 0, 3));
    descriptor.depthWrite = bits(depth, 3, 1) != 0;
    in.seek(kFaces);
    descriptor.front = parseFace(in);
    descriptor.back = parseFace(in);
    if (in.failed()) return decline(DeclineReason::BadDescriptor, "depth-stencil record of {} bytes", record.size());
    return ObjectDescriptor{descriptor};
}

} // namespace pvg
