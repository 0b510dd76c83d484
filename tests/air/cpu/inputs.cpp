#include "inputs.h"

#include <algorithm>
#include <array>
#include <bit>
#include <random>
#include <string>

namespace aircpu {

namespace {

constexpr size_t kPointerBytes = 32768, kGroupBytes = 4096;

class Filler {
public:
    Filler(const Grid& grid, uint64_t seed) : m_random(seed) {
        const uint32_t threads = grid.local[0] * grid.local[1] * grid.local[2] * grid.groups[0] * grid.groups[1] * grid.groups[2];
        m_sizes = {1, 2, 3, 4, 8, 16, 32, 64, threads, grid.local[0] * grid.groups[0], std::max(threads / 2, 1U)};
    }

    // `isSize`: the value stands alone, as element counts and strides do.
    void fill(Bytes& bytes, size_t offset, size_t size, const std::string& type, bool isSize) {
        const Element element = elementOf(type);
        const size_t step = bytesOf(element);
        for (size_t at = offset; at + step <= offset + size && at + step <= bytes.size(); at += step) {
            if (isFloat(element))
                writeFloat(element, bytes.data() + at, 0, real());
            else
                writeBits(element, bytes.data() + at, 0, type == "bool" ? m_random() & 1 : integer(isSize));
        }
    }

    Texture texture(const Argument& a) {
        Texture t;
        const bool isSigned = a.typeName.find("<int") != std::string::npos || a.typeName.find("<short") != std::string::npos;
        const bool isUnsigned = a.typeName.find("<u") != std::string::npos;
        t.kind = isSigned ? Texture::Kind::Int : isUnsigned ? Texture::Kind::Uint : Texture::Kind::Float;
        t.width = 5 + a.location * 3 % 6;
        t.height = 4 + a.location * 5 % 7;
        t.texels.resize(size_t(t.width) * t.height);
        for (Texture::Texel& texel : t.texels)
            for (uint32_t& lane : texel)
                lane = t.kind == Texture::Kind::Float ? std::bit_cast<uint32_t>(float(m_random() % 65) / 64) : uint32_t(m_random() % 24);
        return t;
    }
    Sampler sampler() {
        constexpr std::array kWraps = {Sampler::Wrap::Zero, Sampler::Wrap::Edge, Sampler::Wrap::Repeat, Sampler::Wrap::MirroredRepeat};
        Sampler s;
        s.s = kWraps[m_random() % kWraps.size()];
        s.t = kWraps[m_random() % kWraps.size()];
        s.isLinear = m_random() % 2 == 0;
        return s;
    }

private:
    static Element elementOf(const std::string& type) {
        const auto has = [&](const char* name) { return type.find(name) != std::string::npos; };
        if (has("bfloat")) return Element::BF16;
        if (has("half")) return Element::F16;
        if (has("float")) return Element::F32;
        if (has("long") || has("size_t")) return Element::I64;
        if (has("short")) return Element::I16;
        if (has("char") || has("bool") || has("int8") || type == "void") return Element::I8;
        return Element::I32;
    }
    uint64_t integer(bool isSize) { return isSize ? m_sizes[m_random() % m_sizes.size()] : m_random() % 24; }
    double real() {
        const uint64_t kind = m_random() % 64;
        if (kind == 0) return 0.0;
        const double value = std::uniform_real_distribution<double>(-2.0, 2.0)(m_random);
        return kind == 1 ? value * 1000 : value;
    }

    std::mt19937_64 m_random;
    std::array<uint64_t, 11> m_sizes;
};

Bytes bufferFor(const Argument& a, Filler& filler) {
    Bytes bytes(a.referenceSize ? (a.referenceSize + 15) / 16 * 16 : kPointerBytes);
    if (a.members.empty()) {
        const bool isUnnamed = a.loadedAs != Element::None && (a.typeName.find("short") != std::string::npos || a.typeName == "void");
        const std::string type = !isUnnamed ? a.typeName : a.loadedAs == Element::BF16 ? "bfloat" : "half";
        filler.fill(bytes, 0, bytes.size(), type, a.referenceSize != 0);
        return bytes;
    }
    const size_t stride = a.referenceSize ? bytes.size() : std::max<size_t>(a.typeSize, 1);
    for (size_t base = 0; base < bytes.size(); base += stride)
        for (const Member& m : a.members) filler.fill(bytes, base + m.offset, size_t(m.size) * m.count, m.type, a.referenceSize != 0);
    return bytes;
}

} // namespace

KernelMemory randomInputs(const std::vector<Argument>& arguments, const Grid& grid, uint64_t seed) {
    KernelMemory memory;
    Filler filler(grid, seed);
    for (const Argument& a : arguments) {
        if (a.kind == Argument::Kind::Buffer) memory.buffers[a.location] = bufferFor(a, filler);
        if (a.kind == Argument::Kind::Threadgroup) memory.groupBytes[a.location] = kGroupBytes;
        if (a.kind == Argument::Kind::Texture) memory.resources.textures[a.location] = filler.texture(a);
        if (a.kind == Argument::Kind::Sampler) memory.resources.samplers[a.location] = filler.sampler();
    }
    return memory;
}

} // namespace aircpu
