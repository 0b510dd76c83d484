// Compressed blocks whose texels were worked out by hand from the formats' definitions.
#include <bit>
#include <cmath>
#include <functional>

#include "pixel_codec.h"
#include "probe.h"

using namespace gltest;

namespace {

using Texels = std::function<Rgba(uint32_t x, uint32_t y)>;

struct Block {
    unsigned number, width, height;
    std::vector<uint8_t> bytes;
    Texels texel;
    double tolerance = 2.5 / 255;
};

// Hardware interpolates BC4 and BC5 with weights of few bits; a step is 1/7 and more.
constexpr double kRampTolerance = 7.5 / 255;

// Appends fields from the lowest bit on.
class BitString {
public:
    BitString& add(uint64_t value, unsigned bits) {
        for (unsigned i = 0; i < bits; ++i, ++m_at) {
            if (m_at % 8 == 0) m_bytes.push_back(0);
            m_bytes.back() |= uint8_t((value >> i & 1) << (m_at % 8));
        }
        return *this;
    }
    const std::vector<uint8_t>& bytes() const { return m_bytes; }

private:
    std::vector<uint8_t> m_bytes;
    unsigned m_at = 0;
};

std::vector<uint8_t> joined(std::vector<uint8_t> a, const std::vector<uint8_t>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// Red and blue, each row the indices 0 1 2 3.
const std::vector<uint8_t> kRedBlue = {0x00, 0xf8, 0x1f, 0x00, 0xe4, 0xe4, 0xe4, 0xe4};
Rgba redBlue(uint32_t x) {
    static constexpr double kRed[] = {1, 0, 2.0 / 3, 1.0 / 3};
    return {kRed[x], 0, 1 - kRed[x], 1};
}

// Eight interpolated values, texel i has index i % 8.
std::vector<uint8_t> rampBlock(uint8_t first, uint8_t second) {
    BitString bits;
    bits.add(first, 8).add(second, 8);
    for (uint64_t i = 0; i < 16; ++i) bits.add(i % 8, 3);
    return bits.bytes();
}
double ramp(double first, double second, uint32_t x, uint32_t y) {
    const uint32_t k = (y * 4 + x) % 8;
    return k == 0 ? first : k == 1 ? second : ((8 - k) * first + (k - 1) * second) / 7;
}
// The other mode: six values, then the ends of the range.
double shortRamp(double first, double second, uint32_t x, uint32_t y) {
    const uint32_t k = (y * 4 + x) % 8;
    return k == 0 ? first : k == 1 ? second : k == 6 ? 0 : k == 7 ? 1 : ((6 - k) * first + (k - 1) * second) / 5;
}

// Mode 6 of BC7: red 0 to 255, green 254 to 255, blue 0 to 1, alpha 254 to 255; texel i has index i.
std::vector<uint8_t> bc7Block() {
    BitString bits;
    bits.add(0x40, 7).add(0, 7).add(127, 7).add(127, 7).add(127, 7).add(0, 7).add(0, 7).add(127, 7).add(127, 7).add(0, 1).add(1, 1).add(0, 3);
    for (uint64_t i = 1; i < 16; ++i) bits.add(i, 4);
    return bits.bytes();
}
Rgba bc7(uint32_t x, uint32_t y) {
    static constexpr int kWeights[] = {0, 4, 9, 13, 17, 21, 26, 30, 34, 38, 43, 47, 51, 55, 60, 64};
    const int w = kWeights[y * 4 + x];
    const auto mix = [w](int a, int b) { return ((64 - w) * a + w * b + 32) / 64 / 255.0; };
    return {mix(0, 255), mix(254, 255), mix(0, 1), mix(254, 255)};
}

// Mode 11 of BC6H: every texel is the first endpoint, of three times ten bits.
std::vector<uint8_t> bc6Block(uint64_t r, uint64_t g, uint64_t b) {
    BitString bits;
    bits.add(3, 5).add(r, 10).add(g, 10).add(b, 10).add(0, 30).add(0, 63);
    return bits.bytes();
}
double fromHalf(unsigned bits) {
    const double value = std::ldexp(1 + (bits & 1023) / 1024.0, int(bits >> 10 & 31) - 15);
    return (bits & 0x8000) != 0 ? -value : value;
}

// EAC: base, multiplier, table 0; texel i, counted down the columns, has index i % 8, the first in the highest bits.
std::vector<uint8_t> eacBlock(uint8_t base, uint8_t multiplier) {
    uint64_t indices = 0;
    for (uint64_t i = 0; i < 16; ++i) indices |= (i % 8) << (45 - 3 * i);
    std::vector<uint8_t> bytes{base, uint8_t(multiplier << 4)};
    for (int shift = 40; shift >= 0; shift -= 8) bytes.push_back(uint8_t(indices >> shift));
    return bytes;
}
int eacModifier(uint32_t x, uint32_t y) {
    static constexpr int kTable[] = {-3, -6, -9, -15, 2, 5, 8, 14};
    return kTable[(x * 4 + y) % 8];
}
double eacUnorm(uint32_t x, uint32_t y) { return (128 * 8 + 4 + eacModifier(x, y) * 4 * 8) / 2047.0; }
double eacSnorm(uint32_t x, uint32_t y) { return eacModifier(x, y) * 4 * 8 / 1023.0; }

// ETC2 with both halves of one base and table 0: texel 0 of the columns adds 8, texel 1 subtracts 2, the last one subtracts 8, others add 2.
const std::vector<uint8_t> kEtcIndices = {0x80, 0x02, 0x80, 0x01};
std::vector<uint8_t> etcBlock(std::vector<uint8_t> head) { return joined(std::move(head), kEtcIndices); }
uint32_t etcIndex(uint32_t x, uint32_t y) {
    const uint32_t i = x * 4 + y;
    return i == 0 ? 1 : i == 1 ? 2 : i == 15 ? 3 : 0;
}
Rgba etc(int r, int g, uint32_t x, uint32_t y) {
    static constexpr int kModifiers[] = {2, 8, -2, -8};
    const int m = kModifiers[etcIndex(x, y)];
    return {(r + m) / 255.0, (g + m) / 255.0, std::max(0, m) / 255.0, 1};
}
// Without the opaque bit index 0 adds nothing and index 2 is transparent.
Rgba punched(int r, int g, uint32_t x, uint32_t y) {
    if (etcIndex(x, y) == 2) return {0, 0, 0, 0};
    return etcIndex(x, y) == 0 ? Rgba{r / 255.0, g / 255.0, 0, 1} : etc(r, g, x, y);
}

Texels decodedSrgb(const Texels& texel) {
    return [texel](uint32_t x, uint32_t y) {
        const Rgba v = texel(x, y);
        return Rgba{srgbToLinear(v[0]), srgbToLinear(v[1]), srgbToLinear(v[2]), v[3]};
    };
}

std::vector<Block> blocks() {
    const Texels bc1 = [](uint32_t x, uint32_t) { return redBlue(x); };
    const Texels bc2 = [](uint32_t x, uint32_t y) { return Rgba{redBlue(x)[0], 0, redBlue(x)[2], (y * 4 + x) / 15.0}; };
    const Texels bc3 = [](uint32_t x, uint32_t y) { return Rgba{redBlue(x)[0], 0, redBlue(x)[2], ramp(1, 0, x, y)}; };
    const std::vector<uint8_t> alpha4 = {0x10, 0x32, 0x54, 0x76, 0x98, 0xba, 0xdc, 0xfe};
    const Texels etc2 = [](uint32_t x, uint32_t y) { return etc(136, 68, x, y); };
    const Texels etc2a1 = [](uint32_t x, uint32_t y) { return punched(132, 66, x, y); };
    const Texels eac8 = [](uint32_t x, uint32_t y) {
        const Rgba v = etc(136, 68, x, y);
        return Rgba{v[0], v[1], v[2], (128 + eacModifier(x, y) * 4) / 255.0};
    };
    std::vector<Block> all = {
        {130, 4, 4, kRedBlue, bc1},
        {131, 4, 4, kRedBlue, decodedSrgb(bc1)},
        {132, 4, 4, joined(alpha4, kRedBlue), bc2},
        {133, 4, 4, joined(alpha4, kRedBlue), decodedSrgb(bc2)},
        {134, 4, 4, joined(rampBlock(255, 0), kRedBlue), bc3},
        {135, 4, 4, joined(rampBlock(255, 0), kRedBlue), decodedSrgb(bc3)},
        {140, 4, 4, rampBlock(255, 0), [](uint32_t x, uint32_t y) { return Rgba{ramp(1, 0, x, y), 0, 0, 1}; }, kRampTolerance},
        {141, 4, 4, rampBlock(127, 0x81), [](uint32_t x, uint32_t y) { return Rgba{ramp(1, -1, x, y), 0, 0, 1}; }, kRampTolerance},
        {142, 4, 4, joined(rampBlock(255, 0), rampBlock(0, 255)),
         [](uint32_t x, uint32_t y) { return Rgba{ramp(1, 0, x, y), shortRamp(0, 1, x, y), 0, 1}; }, kRampTolerance},
        {143, 4, 4, joined(rampBlock(127, 0x81), rampBlock(127, 0)),
         [](uint32_t x, uint32_t y) { return Rgba{ramp(1, -1, x, y), ramp(1, 0, x, y), 0, 1}; }, kRampTolerance},
        // 10 bits to 16: 256 is 16416, 128 is 8224; the last step takes 31/32 of them as the bits of a half.
        {150, 4, 4, bc6Block(256, 1024 - 128, 0), [](uint32_t, uint32_t) { return Rgba{fromHalf(15903), -fromHalf(7967), 0, 1}; }, 1e-6},
        // And 512 is 32800, 256 is 16416; 31/64 of them.
        {151, 4, 4, bc6Block(512, 256, 0), [](uint32_t, uint32_t) { return Rgba{fromHalf(15887), fromHalf(7951), 0, 1}; }, 1e-6},
        {152, 4, 4, bc7Block(), bc7},
        {153, 4, 4, bc7Block(), decodedSrgb(bc7)},
        {170, 4, 4, eacBlock(128, 4), [](uint32_t x, uint32_t y) { return Rgba{eacUnorm(x, y), 0, 0, 1}; }},
        {172, 4, 4, eacBlock(0, 4), [](uint32_t x, uint32_t y) { return Rgba{eacSnorm(x, y), 0, 0, 1}; }},
        {174, 4, 4, joined(eacBlock(128, 4), eacBlock(128, 4)), [](uint32_t x, uint32_t y) { return Rgba{eacUnorm(x, y), eacUnorm(x, y), 0, 1}; }},
        {176, 4, 4, joined(eacBlock(0, 4), eacBlock(0, 4)), [](uint32_t x, uint32_t y) { return Rgba{eacSnorm(x, y), eacSnorm(x, y), 0, 1}; }},
        {178, 4, 4, joined(eacBlock(128, 4), etcBlock({0x88, 0x44, 0, 0})), eac8},
        {179, 4, 4, joined(eacBlock(128, 4), etcBlock({0x88, 0x44, 0, 0})), decodedSrgb(eac8)},
        {180, 4, 4, etcBlock({0x88, 0x44, 0, 0}), etc2},
        {181, 4, 4, etcBlock({0x88, 0x44, 0, 0}), decodedSrgb(etc2)},
        {182, 4, 4, etcBlock({0x80, 0x40, 0, 0}), etc2a1},
        {183, 4, 4, etcBlock({0x80, 0x40, 0, 0}), decodedSrgb(etc2a1)},
    };
    // ASTC: a void-extent block is one colour of four times 16 bits.
    const std::vector<uint8_t> constant = {0xfc, 0xfd, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x80, 0x80, 0, 0, 0x40, 0x40};
    const Texels one = [](uint32_t, uint32_t) { return Rgba{1, 0x80 / 255.0, 0, 0x40 / 255.0}; };
    static constexpr unsigned kSizes[][2] = {{4, 4}, {5, 4}, {5, 5}, {6, 5}, {6, 6}, {0, 0}, {8, 5}, {8, 6}, {8, 8}, {10, 5}, {10, 6}, {10, 8}, {10, 10}, {12, 10}, {12, 12}};
    for (unsigned i = 0; i < std::size(kSizes); ++i) {
        if (kSizes[i][0] == 0) continue;
        all.push_back({186 + i, kSizes[i][0], kSizes[i][1], constant, decodedSrgb(one)});
        all.push_back({204 + i, kSizes[i][0], kSizes[i][1], constant, one});
    }
    return all;
}

} // namespace

TEST_CASE("compressed blocks decode to the texels worked out by hand") {
    Fixture f;
    Probe probe(f, "uniform sampler2D fs_t2;", "texelFetch(fs_t2, ivec2(gl_FragCoord.xy), 0)", {fetched()}, 12, 12);
    unsigned tried = 0;
    for (const Block& block : blocks()) {
        CAPTURE(block.number);
        auto created = f.backend().createTexture(body2d(block.number, block.width, block.height));
        if (!created) { // an extension the driver lacks
            CHECK(created.error().reason == pvg::DeclineReason::UnsupportedFormat);
            continue;
        }
        ++tried;
        f.write(*created, region2d(block.width, block.height), block.bytes.size(), toBytes(block.bytes));
        CHECK(f.read(*created, region2d(block.width, block.height), block.bytes.size()) == toBytes(block.bytes));
        probe.state.fragment.textures[2] = *created;
        const std::vector<float> got = probe.run();
        for (uint32_t y = 0; y < block.height; ++y)
            for (uint32_t x = 0; x < block.width; ++x) {
                const Rgba expected = block.texel(x, y);
                for (size_t c = 0; c < 4; ++c) {
                    CAPTURE(x);
                    CAPTURE(y);
                    CAPTURE(c);
                    const double value = double(got[(y * 12 + x) * 4 + c]);
                    CAPTURE(value);
                    CAPTURE(expected[c]);
                    CHECK(std::abs(value - expected[c]) <= block.tolerance);
                }
            }
        f.backend().destroyTexture(*created);
    }
    CHECK(tried >= 24);
}

TEST_CASE("three-colour blocks of BC1 have a transparent texel") {
    Fixture f;
    Probe probe(f, "uniform sampler2D fs_t2;", "texelFetch(fs_t2, ivec2(gl_FragCoord.xy), 0)", {fetched()}, 4, 1);
    const auto texture = f.texture(body2d(130, 4, 4));
    f.write(texture, region2d(4, 4), 8, toBytes<uint8_t>({0x1f, 0x00, 0x00, 0xf8, 0xe4, 0xe4, 0xe4, 0xe4}));
    probe.state.fragment.textures[2] = texture;
    const std::vector<float> got = probe.run(), expected = {0, 0, 1, 1, 1, 0, 0, 1, 0.5F, 0, 0.5F, 1, 0, 0, 0, 0};
    for (size_t i = 0; i < 16; ++i) CHECK(std::abs(got[i] - expected[i]) < 0.01F);
}

TEST_CASE("compressed formats have no shape that OpenGL cannot give them") {
    Fixture f;
    const auto refused = [&](unsigned number, pvg::mtl::TextureType type, uint16_t samples) {
        auto body = body2d(number, 8, 8);
        body.type = type;
        body.depth = type == pvg::mtl::TextureType::Type3D ? 4 : 1;
        body.sampleCount = samples;
        const auto made = f.backend().createTexture(body);
        REQUIRE(!made.ok());
        CHECK(made.error().reason == pvg::DeclineReason::UnsupportedFormat);
    };
    refused(130, pvg::mtl::TextureType::Type3D, 1);
    refused(130, pvg::mtl::TextureType::Type1D, 1);
    refused(152, pvg::mtl::TextureType::Type2DMultisample, 4);
    refused(93, pvg::mtl::TextureType::Type2DMultisample, 4);
    refused(252, pvg::mtl::TextureType::Type3D, 1);
    refused(554, pvg::mtl::TextureType::TypeTextureBuffer, 1);
    refused(80, pvg::mtl::TextureType::TypeTextureBuffer, 1); // red and blue would be exchanged, and texels have no swizzle
    refused(160, pvg::mtl::TextureType::Type2D, 1);
    auto volume = body2d(152, 8, 8);
    volume.type = pvg::mtl::TextureType::Type3D;
    volume.depth = 4;
    CHECK(f.backend().createTexture(volume).ok());
}
