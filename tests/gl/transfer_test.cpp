#include <algorithm>
#include <bit>
#include <random>

#include "fixture.h"
#include "renderer-gl/formats.h"

using namespace gltest;

namespace {

std::mt19937& random() {
    static std::mt19937 engine(7);
    return engine;
}

// Bytes of one block that survive an exact round trip: no NaN, no second spelling of a value.
Bytes blockOf(const gl::PixelFormat& f) {
    const auto number = unsigned(f.metal);
    std::uniform_real_distribution<float> unit(0.0F, 1.0F);
    std::uniform_int_distribution<int> byte(0, 255);
    Bytes b(f.blockBytes);
    for (std::byte& x : b) x = std::byte(byte(random()));
    const auto halfs = [&] {
        for (size_t i = 1; i < b.size(); i += 2) b[i] = std::byte(0x30 + (byte(random()) & 0x0f)); // 0.125 .. 2
    };
    const auto floats = [&] {
        for (size_t i = 0; i < b.size(); i += 4) {
            const float v = unit(random());
            std::memcpy(&b[i], &v, 4);
        }
    };
    switch (number) {
    case 12: case 32: case 72: // -128 and -127 are both -1
    case 22: case 62: case 112:
        for (std::byte& x : b) x &= std::byte(0x7f);
        break;
    case 25: case 65: case 115: halfs(); break;
    case 55: case 105: case 125: case 252: floats(); break;
    case 92: b = toBytes<uint32_t>({0x3c0u | 0x3c0u << 11 | 0x1e0u << 22}); break;
    case 93: b = toBytes<uint32_t>({0x180u | 0x155u << 9 | 0x1ffu << 18 | 15u << 27}); break;
    case 552: case 553: // the value is in the upper ten of 16 bits
        for (size_t i = 0; i < b.size(); i += 2) b[i] &= std::byte(0xc0);
        break;
    case 554: case 555: b[3] &= std::byte(0x3f); break;
    case 260: {
        const float depth = unit(random());
        std::memcpy(b.data(), &depth, 4);
        b[5] = b[6] = b[7] = std::byte{0};
        break;
    }
    default: break;
    }
    return b;
}

bool canRoundTrip(const gl::PixelFormat& f) { return f.kind != gl::FormatKind::StencilView; }

} // namespace

TEST_CASE("every format reads back the bytes that were written, padding aside") {
    Fixture f;
    unsigned tried = 0;
    for (const gl::PixelFormat& pixels : gl::FormatTable{}) {
        if (!canRoundTrip(pixels)) continue;
        CAPTURE(pixels.name);
        const uint32_t width = pixels.blockWidth * 5, height = pixels.blockHeight * 3;
        auto created = f.backend().createTexture(body2d(unsigned(pixels.metal), width, height));
        if (!created) {
            CHECK(created.error().reason == pvg::DeclineReason::UnsupportedFormat);
            CHECK(pixels.need != gl::FormatNeed::Core);
            continue;
        }
        ++tried;
        const uint64_t tight = 5 * pixels.blockBytes, pitch = tight + 3 * pixels.blockBytes;
        Bytes given;
        for (unsigned row = 0; row < 3; ++row) {
            for (unsigned column = 0; column < 5; ++column) {
                const Bytes block = blockOf(pixels);
                given.insert(given.end(), block.begin(), block.end());
            }
            given.resize((row + 1) * pitch);
        }
        const std::span<const std::byte> run(given);
        REQUIRE(f.backend().writeTexture(*created, region2d(width, height), {pitch, pitch * 3}, {&run, 1}).ok());
        const Bytes got = f.read(*created, region2d(width, height), pitch);
        REQUIRE(got.size() >= pitch * 2 + tight);
        for (unsigned row = 0; row < 3; ++row) {
            const Bytes expected(given.begin() + long(row * pitch), given.begin() + long(row * pitch + tight));
            const Bytes actual(got.begin() + long(row * pitch), got.begin() + long(row * pitch + tight));
            CHECK(actual == expected);
        }
        f.backend().destroyTexture(*created);
    }
    CHECK(tried > 60);
}

TEST_CASE("new textures and buffers hold zeros") {
    Fixture f;
    for (const unsigned number : {80U, 115U, 252U, 53U, 152U, 260U}) {
        CAPTURE(number);
        auto body = body2d(number, 8, 8);
        body.mipCount = 2;
        const auto id = f.texture(body);
        auto region = region2d(4, 4);
        region.level = 1;
        const Bytes got = f.read(id, region, 64);
        const uint64_t tight = number == 152 ? 16 : 8;
        CHECK(std::all_of(got.begin(), got.begin() + long(tight), [](std::byte b) { return b == std::byte{0}; }));
    }
    const auto buffer = f.backend().createBuffer(1000);
    REQUIRE(buffer.ok());
    CHECK(f.read(*buffer, 0, 1000) == Bytes(1000));
}

TEST_CASE("a pitch that is no multiple of the texel size is taken as it is") {
    Fixture f;
    const auto id = f.texture(body2d(70, 3, 3));
    constexpr uint64_t kPitch = 14;
    Bytes given(kPitch * 3);
    for (size_t i = 0; i < given.size(); ++i) given[i] = std::byte(i);
    f.write(id, region2d(3, 3), kPitch, given);
    const Bytes tight = f.read(id, region2d(3, 3), 12);
    for (unsigned row = 0; row < 3; ++row)
        for (unsigned i = 0; i < 12; ++i) CHECK(tight[row * 12 + i] == std::byte(row * kPitch + i));
}

TEST_CASE("scattered runs are one image") {
    Fixture f;
    const auto id = f.texture(body2d(70, 2, 2));
    const Bytes a = toBytes<uint8_t>({1, 2, 3, 4, 5}), b = toBytes<uint8_t>({6, 7, 8, 9}), c = toBytes<uint8_t>({10, 11, 12, 13, 14, 15, 16});
    const std::array<std::span<const std::byte>, 3> runs{a, b, c};
    REQUIRE(f.backend().writeTexture(id, region2d(2, 2), {8, 16}, runs).ok());
    CHECK(f.read(id, region2d(2, 2), 8) == toBytes<uint8_t>({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}));
    const auto buffer = f.backend().createBuffer(32);
    REQUIRE(buffer.ok());
    REQUIRE(f.backend().writeBuffer(*buffer, 3, runs).ok());
    CHECK(f.read(*buffer, 3, 16) == toBytes<uint8_t>({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}));
}

TEST_CASE("every texture type keeps its slices, faces, planes and levels apart") {
    using pvg::mtl::TextureType;
    Fixture f;
    for (const TextureType type : {TextureType::Type1D, TextureType::Type1DArray, TextureType::Type2D, TextureType::Type2DArray,
                                   TextureType::TypeCube, TextureType::TypeCubeArray, TextureType::Type3D}) {
        CAPTURE(int(type));
        pvg::TextureBody body = body2d(53, 4, 4);
        body.type = type;
        const bool isLine = type == TextureType::Type1D || type == TextureType::Type1DArray;
        const bool isArray = type == TextureType::Type1DArray || type == TextureType::Type2DArray || type == TextureType::TypeCubeArray;
        const bool isCube = type == TextureType::TypeCube || type == TextureType::TypeCubeArray;
        body.arrayLength = isArray ? 2 : 1;
        body.depth = type == TextureType::Type3D ? 4 : 1;
        body.mipCount = 2;
        const auto id = f.texture(body);
        const uint32_t slices = (isArray ? 2U : 1U) * (isCube ? 6U : 1U);
        const auto place = [&](uint32_t level, uint32_t slice, uint32_t plane) {
            pvg::TextureRegion region = region2d(4 >> level, isLine ? 1 : 4 >> level);
            region.level = level;
            region.slice = slice;
            region.z = plane;
            return region;
        };
        const auto forEach = [&](const auto& visit) {
            for (uint32_t level = 0; level < 2; ++level)
                for (uint32_t slice = 0; slice < slices; ++slice)
                    for (uint32_t plane = 0; plane < std::max<uint32_t>(1, body.depth >> level); ++plane)
                        visit(place(level, slice, plane), level * 10000 + slice * 100 + plane);
        };
        forEach([&](const pvg::TextureRegion& region, uint32_t value) {
            f.write(id, region, region.width * 4, toBytes(std::vector<uint32_t>(region.width * region.height, value)));
        });
        forEach([&](const pvg::TextureRegion& region, uint32_t value) {
            CHECK(fromBytes<uint32_t>(f.read(id, region, region.width * 4)) == std::vector<uint32_t>(region.width * region.height, value));
        });
    }
}

TEST_CASE("a volume is written and read image by image when its images are padded") {
    Fixture f;
    pvg::TextureBody body = body2d(10, 2, 2);
    body.type = pvg::mtl::TextureType::Type3D;
    body.depth = 2;
    const auto id = f.texture(body);
    pvg::TextureRegion region = region2d(2, 2);
    region.depth = 2;
    const Bytes given = toBytes<uint8_t>({1, 2, 0, 3, 4, 0, 99, 5, 6, 0, 7, 8});
    const std::span<const std::byte> run(given);
    REQUIRE(f.backend().writeTexture(id, region, {3, 7}, {&run, 1}).ok());
    Bytes got;
    REQUIRE(f.backend().readTexture(id, region, {2, 4}, [&](std::span<const std::byte> b) { got.assign(b.begin(), b.end()); }).ok());
    f.finish();
    CHECK(got == toBytes<uint8_t>({1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST_CASE("texture buffers keep their texels") {
    Fixture f;
    pvg::TextureBody body = body2d(53, 100, 1);
    body.type = pvg::mtl::TextureType::TypeTextureBuffer;
    const auto id = f.texture(body);
    pvg::TextureRegion region = region2d(2, 1);
    region.x = 7;
    f.write(id, region, 8, toBytes<uint32_t>({5, 6}));
    region.x = 6;
    region.width = 4;
    CHECK(fromBytes<uint32_t>(f.read(id, region, 16)) == std::vector<uint32_t>{0, 5, 6, 0});
}

TEST_CASE("what does not fit a texture is declined") {
    Fixture f;
    const auto id = f.texture(body2d(80, 4, 4));
    const Bytes bytes(1024);
    const std::span<const std::byte> run(bytes);
    const auto refused = [&](pvg::TextureRegion region, pvg::ImageLayout layout, pvg::DeclineReason reason) {
        const auto written = f.backend().writeTexture(id, region, layout, {&run, 1});
        REQUIRE(!written.ok());
        CHECK(written.error().reason == reason);
    };
    pvg::TextureRegion region = region2d(4, 4);
    region.x = 1;
    refused(region, {16, 64}, pvg::DeclineReason::BadField);
    region = region2d(4, 4);
    region.level = 1;
    refused(region, {16, 64}, pvg::DeclineReason::BadField);
    refused(region2d(0, 4), {16, 64}, pvg::DeclineReason::BadField);
    refused(region2d(4, 4), {15, 64}, pvg::DeclineReason::BadLength);
    refused(region2d(4, 4), {1000, 4000}, pvg::DeclineReason::BadLength);
    region = region2d(4, 4);
    region.x = 0xffffffff;
    refused(region, {16, 64}, pvg::DeclineReason::BadField);
    CHECK(!f.backend().createTexture(body2d(160, 8, 8)).ok());
    CHECK(!f.backend().createTexture(body2d(9999, 8, 8)).ok());
    CHECK(!f.backend().createTexture(body2d(80, 0, 8)).ok());
    CHECK(!f.backend().createTexture(body2d(80, 1U << 30, 1U << 30)).ok());
    auto body = body2d(80, 8, 8);
    body.mipCount = 9;
    CHECK(!f.backend().createTexture(body).ok());
}

// A driver that packs pixels on the CPU must not lose what is written to the rest of the buffer around it.
TEST_CASE("a buffer that texels were copied into takes the writes that follow") {
    gl::BackendOptions options;
    SUBCASE("as measured") {}
    SUBCASE("through the upload ring") { options.forceUploadRing = true; }
    Fixture f(options);
    const auto texture = f.texture(body2d(53, 8, 4));
    f.write(texture, region2d(8, 4), 32, Bytes(128, std::byte{0x11}));
    const auto target = f.buffer(Bytes(4096)), source = f.buffer(Bytes(64, std::byte{0x33}));
    const auto texels = f.texture(body2d(53, 16, 1));
    REQUIRE(f.backend().copyTextureToBuffer(texture, region2d(8, 1), target, 0, {32, 32}, pvg::Aspect::All).ok());
    const Bytes fresh(64, std::byte{0x22});
    const std::span<const std::byte> run(fresh);
    REQUIRE(f.backend().writeBuffer(target, 1024, {&run, 1}).ok());
    REQUIRE(f.backend().copyBuffer(source, 0, target, 2048, 64).ok());
    REQUIRE(f.backend().fillBuffer(target, 3072, 64, 0x44444444).ok());
    REQUIRE(f.backend().copyBufferToTexture(target, 1024, {64, 64}, texels, region2d(16, 1), pvg::Aspect::All).ok());
    CHECK(f.read(texels, region2d(16, 1), 64) == fresh);
    CHECK(f.read(target, 0, 32) == Bytes(32, std::byte{0x11}));
    CHECK(f.read(target, 1024, 64) == fresh);
    CHECK(f.read(target, 2048, 64) == Bytes(64, std::byte{0x33}));
    CHECK(f.read(target, 3072, 64) == Bytes(64, std::byte{0x44}));
    CHECK(f.read(target, 64, 64) == Bytes(64));
}
