#include "inputs.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <random>
#include <string>

#include "size_arguments.h"

namespace aircpu {

namespace {

constexpr size_t kPointerBytes = 32768;
// Of threadgroup memory for all arguments together; the smallest GPU has 32 KiB.
constexpr uint32_t kGroupBytes = 32768, kMostGroupBytes = 16384;
// What threads of a simdgroup exchange goes through threadgroup memory (air.md 7): a word a thread, with matrices four more.
constexpr uint32_t kExchangeBytes = 20, kVoteBytes = 64;

constexpr uint32_t kTextureDepth = 4, kLargeTexture = 64;

// Of every eight seeds in a row, the last four are for functions that plain inputs lead nowhere.
constexpr uint64_t kOtherInputs = 4, kTame = 1, kLargeSources = 2;
bool hasStyle(uint64_t seed, uint64_t style) { return (seed & kOtherInputs) != 0 && (seed & style) != 0; }

class Filler {
public:
    Filler(const Program& program, const Grid& grid, uint64_t seed)
        : m_random(seed), m_sizes(grid, program.constants.integers, m_random), m_isOther((seed & kOtherInputs) != 0),
          m_isTame(hasStyle(seed, kTame)), m_areSourcesLarge(hasStyle(seed, kLargeSources)), m_constants(program.constants) {
        if (program.stage == Stage::Kernel && m_random() % 4 != 0)
            m_textureSize = {grid.local[0] * grid.groups[0], std::max(grid.local[1] * grid.groups[1], kTextureDepth)};
    }

    // `isSize`: the value stands alone, as element counts and strides do.
    void fill(Bytes& bytes, size_t offset, size_t size, const std::string& type, bool isSize) {
        const Element element = elementOf(type);
        const size_t step = bytesOf(element);
        for (size_t at = offset; at + step <= offset + size && at + step <= bytes.size(); at += step) {
            if (isFloat(element))
                writeFloat(element, bytes.data() + at, 0, real());
            else
                writeBits(element, bytes.data() + at, 0,
                          type == "bool" ? m_random() & 1
                          : isSize       ? argument(type, element)
                                         : integer(element));
        }
    }

    Texture texture(const Argument& a) {
        Texture t;
        const bool isSigned = a.typeName.find("<int") != std::string::npos || a.typeName.find("<short") != std::string::npos;
        const bool isUnsigned = a.typeName.find("<u") != std::string::npos;
        t.kind = isSigned ? Texture::Kind::Int : isUnsigned ? Texture::Kind::Uint : Texture::Kind::Float;
        t.isWritten = a.typeName.ends_with("write>");
        t.width = m_textureSize[0] ? m_textureSize[0] : 5 + a.location * 3 % 6;
        t.height = m_textureSize[1] ? m_textureSize[1] : 4 + a.location * 5 % 7;
        if (m_areSourcesLarge && !t.isWritten) t.width = t.height = kLargeTexture;
        if (a.typeName.starts_with("texture3d")) t.dimensions = 3, t.depth = kTextureDepth;
        t.texels.resize(size_t(t.width) * t.height * t.depth);
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

    // Two times in three, with `bytes` as they are then.
    bool isLeftEmpty(Bytes& bytes) {
        const uint64_t kind = m_random() % 3;
        if (kind == 1) std::ranges::fill(bytes, std::byte{0xff});
        return kind != 0;
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
    // Other inputs have limits of the data among the references, not sizes alone.
    uint64_t argument(const std::string& type, Element element) {
        const uint64_t size = m_sizes.next(type, m_random);
        return m_isOther && m_random() % 3 == 0 ? integer(element) : size;
    }
    // Every fourth one of those that the code looks for, or next to it.
    uint64_t integer(Element element) {
        const uint64_t kind = m_random() % 8;
        if (m_isTame || kind > 1 || m_constants.integers.empty()) return m_random() % 24;
        const int64_t constant = m_constants.integers[m_random() % m_constants.integers.size()];
        const bool fits = bitsOf(element) >= 64 || constant >> bitsOf(element) == 0 || constant >> (bitsOf(element) - 1) == -1;
        if (!fits) return m_random() % 24;
        return uint64_t(constant) + (kind == 0 ? m_random() % 3 - 1 : 0);
    }
    double real() {
        const uint64_t kind = m_random() % 64;
        if (kind == 0 && !m_isTame) return 0.0;
        const double value = std::uniform_real_distribution<double>(-2.0, 2.0)(m_random);
        if (m_isTame) return std::max(std::fabs(value) / 2, 0x1p-10);
        if (kind < 6 && !m_constants.reals.empty())
            return m_constants.reals[m_random() % m_constants.reals.size()] * (kind == 2 ? 1.0 : 1.0 + value / 16);
        return kind == 1 ? value * 1000 : value;
    }

    std::mt19937_64 m_random;
    SizeArguments m_sizes;
    std::array<uint32_t, 2> m_textureSize{}; // of all textures: the grid's; 0: each has its own
    const bool m_isOther, m_isTame, m_areSourcesLarge;
    const Constants& m_constants;
};

// What the metadata calls the elements, or what is loaded where that is only a name for bytes.
std::string elementType(const Argument& a) {
    const auto has = [&](const char* name) { return a.typeName.find(name) != std::string::npos; };
    const bool areBytes = a.typeName == "void" || has("char");
    if (a.loadedAs == Element::BF16 && (areBytes || has("short"))) return "bfloat";
    if (a.loadedAs == Element::F16 && (areBytes || has("short"))) return "half";
    if (!areBytes) return a.typeName;
    struct Name {
        Element element;
        const char* text;
    };
    constexpr std::array<Name, 4> kNames = {
        {{Element::F32, "float"}, {Element::I16, "short"}, {Element::I32, "int"}, {Element::I64, "long"}}};
    const auto name = std::ranges::find(kNames, a.loadedAs, &Name::element);
    return name == kNames.end() ? a.typeName : name->text;
}

// Counters and hash tables start empty: zeros, or all ones.
bool isAtomic(const Argument& a) { return a.typeName.find("atomic") != std::string::npos; }

Bytes bufferFor(const Argument& a, Filler& filler) {
    Bytes bytes(a.referenceSize ? (a.referenceSize + 15) / 16 * 16 : kPointerBytes);
    if (isAtomic(a) && filler.isLeftEmpty(bytes)) return bytes;
    if (a.members.empty()) {
        filler.fill(bytes, 0, bytes.size(), elementType(a), a.referenceSize != 0);
        return bytes;
    }
    const size_t stride = a.referenceSize ? bytes.size() : std::max<size_t>(a.typeSize, 1);
    for (size_t base = 0; base < bytes.size(); base += stride)
        for (const Member& m : a.members) filler.fill(bytes, base + m.offset, size_t(m.size) * m.count, m.type, a.referenceSize != 0);
    return bytes;
}

void shareGroupMemory(const Program& program, const Grid& grid, KernelMemory& memory) {
    const uint32_t used =
        std::max(program.translatedGroupBytes, std::accumulate(program.sharedBytes.begin(), program.sharedBytes.end(), 0U));
    const bool meets = std::ranges::any_of(program.intrinsics, [](const auto& i) { return i->kind == Intrinsic::Kind::Simd; });
    const uint32_t threads = grid.local[0] * grid.local[1] * grid.local[2],
                   taken = used + (meets ? threads * kExchangeBytes + kVoteBytes : 0);
    const auto count = uint32_t(memory.groupBytes.size());
    for (auto& [index, bytes] : memory.groupBytes)
        bytes = std::min(kMostGroupBytes, (kGroupBytes - std::min(taken, kGroupBytes)) / count / 16 * 16);
}

} // namespace

KernelMemory randomInputs(const Program& program, const Grid& grid, uint64_t seed) {
    KernelMemory memory;
    Filler filler(program, grid, seed);
    for (const Argument& a : program.arguments) {
        if (a.kind == Argument::Kind::Buffer) memory.buffers[a.location] = bufferFor(a, filler);
        if (a.kind == Argument::Kind::Threadgroup) memory.groupBytes[a.location] = 0;
        if (a.kind == Argument::Kind::Texture) memory.resources.textures[a.location] = filler.texture(a);
        if (a.kind == Argument::Kind::Sampler) memory.resources.samplers[a.location] = filler.sampler();
    }
    shareGroupMemory(program, grid, memory);
    return memory;
}

} // namespace aircpu
