#include "inputs.h"

#include <algorithm>
#include <array>
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
    }
    return memory;
}

} // namespace aircpu
