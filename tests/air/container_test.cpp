#include "shaders/air/container.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <openssl/sha.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "shaders/air/container_writer.h"

namespace {

using Bytes = std::vector<std::byte>;

Bytes bytesOf(std::string_view text) {
    Bytes bytes(text.size());
    std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
}

// Plain bitcode as far as a container cares: the magic and some body.
Bytes plainModule(size_t bodyBytes, char fill) { return bytesOf(std::string("BC\xC0\xDE", 4) + std::string(bodyBytes, fill)); }

void put(Bytes& bytes, size_t at, uint64_t value, size_t width) {
    for (size_t i = 0; i < width; ++i) bytes[at + i] = std::byte(value >> (8 * i) & 0xff);
}

Bytes packed(std::vector<air::PackedFunction> functions) {
    auto library = air::packContainer(functions);
    REQUIRE(library);
    return *library;
}

Bytes oneFunction() {
    const Bytes module = plainModule(40, 'x');
    return packed({{.name = "vertexMain", .kind = air::FunctionKind::Vertex, .bitcode = module, .attributes = {{"position", 0, 4}}}});
}

std::string sha256Hex(std::span<const std::byte> bytes) {
    unsigned char hash[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash);
    std::string hex;
    for (const unsigned char b : hash) hex += fmt::format("{:02x}", b);
    return hex;
}

bool liesWithin(std::span<const std::byte> part, std::span<const std::byte> whole) {
    return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

std::string hexText(std::span<const std::byte> bytes) {
    std::string hex;
    for (const std::byte b : bytes) hex += fmt::format("{:02x}", uint8_t(b));
    return hex;
}

} // namespace

TEST_CASE("the writer lays a library out as the format document says, byte by byte") {
    const Bytes module = plainModule(4, 'x');
    const Bytes library = packed({{.name = "f", .kind = air::FunctionKind::Kernel, .bitcode = module}});
    const std::string hex = hexText(library);
    // By hand: list at 0x58, one group of 119 bytes, extension of 26, two metadata blocks of 8, bitcode at the next multiple of 16.
    CHECK(hex.substr(0, 32) == "4d544c4201800200"
                               "040000000a000f00");
    CHECK(hex.substr(2 * 16, 16) == "2001000000000000");
    CHECK(hex.substr(2 * 24, 32) == "5800000000000000"
                                    "7700000000000000");
    CHECK(hex.substr(2 * 40, 32) == "ed00000000000000"
                                    "0800000000000000");
    CHECK(hex.substr(2 * 56, 32) == "f500000000000000"
                                    "0800000000000000");
    CHECK(hex.substr(2 * 72, 32) == "0001000000000000"
                                    "2000000000000000");
    CHECK(hex.substr(2 * 88, 8) == "01000000");
    CHECK(hex.substr(2 * 92, 8) == "77000000");
    CHECK(hex.substr(2 * 96, 16) == "4e414d4502006600"); // NAME, 2, "f"
    CHECK(hex.substr(2 * 104, 14) == "54595045010002");  // TYPE, 1, kernel
    CHECK(hex.substr(2 * 0xed, 32) == "08000000454e4454"
                                      "08000000454e4454");
    CHECK(hex.substr(2 * 0x100) == "dec0170b00000000140000000800000"
                                   "0ffffffff4243c0de78787878"
                                   "00000000");
}

TEST_CASE("what was packed is read back: names, kinds, modules, hashes") {
    const Bytes first = plainModule(100, 'a'), second = plainModule(33, 'b'), third = plainModule(0, 'c');
    const Bytes library =
        packed({{.name = "v", .kind = air::FunctionKind::Vertex, .bitcode = first, .attributes = {{"p", 0, 4}, {"uv", 1, 4}}},
                {.name = "fragment_with_a_long_name", .kind = air::FunctionKind::Fragment, .bitcode = second},
                {.name = "k", .kind = air::FunctionKind::Kernel, .bitcode = third}});
    const auto entries = air::readContainer(library);
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    const std::array names{"v", "fragment_with_a_long_name", "k"};
    const std::array kinds{air::FunctionKind::Vertex, air::FunctionKind::Fragment, air::FunctionKind::Kernel};
    const std::array modules{&first, &second, &third};
    for (size_t i = 0; i < 3; ++i) {
        const air::FunctionEntry& entry = (*entries)[i];
        CHECK(entry.name == names[i]);
        CHECK(entry.kind == kinds[i]);
        CHECK(entry.bitcode.size() == (20 + modules[i]->size() + 15) / 16 * 16);
        CHECK(entry.hashHex == sha256Hex(entry.bitcode));
        REQUIRE(liesWithin(entry.bitcode, library));
        CHECK(std::memcmp(entry.bitcode.data() + 20, modules[i]->data(), modules[i]->size()) == 0);
        CHECK((entry.bitcode.data() - library.data()) % 16 == 0);
    }
}

TEST_CASE("a library cut off anywhere is refused or gives a whole module inside what is left") {
    const Bytes library = oneFunction();
    const auto whole = air::readContainer(library);
    REQUIRE(whole);
    const size_t moduleStart = size_t(whole->front().bitcode.data() - library.data());
    const size_t moduleEnd = moduleStart + 20 + 44; // wrapper and plain bitcode, without the padding
    for (size_t length = 0; length < library.size(); ++length) {
        const Bytes cut(library.begin(), library.begin() + ptrdiff_t(length)); // exactly sized, so that a sanitizer sees an overrun
        const auto entries = air::readContainer(cut);
        CHECK_MESSAGE(bool(entries) == (length >= moduleEnd), "length " << length);
        if (!entries) {
            CHECK_FALSE(entries.error().text.empty());
            continue;
        }
        REQUIRE(entries->size() == 1);
        CHECK(entries->front().bitcode.size() == 64);
    }
}

TEST_CASE("no single damaged byte makes the reader leave its input") {
    const Bytes library = oneFunction();
    for (size_t at = 0; at < 0x130; ++at) {
        for (const uint8_t value : {0x00, 0x01, 0x7f, 0x80, 0xff}) {
            Bytes damaged = library;
            damaged[at] = std::byte{value};
            const auto entries = air::readContainer(damaged);
            if (!entries) continue;
            for (const auto& entry : *entries) CHECK(liesWithin(entry.bitcode, damaged));
        }
    }
}

TEST_CASE("a damaged list of one function still gives its module; a damaged list of two is refused") {
    const Bytes module = plainModule(12, 'm');
    Bytes one = packed({{.name = "f", .bitcode = module}});
    put(one, 92, 3, 4); // group smaller than its own size field
    const auto found = air::readContainer(one);
    REQUIRE(found);
    CHECK(found->front().name.empty());
    CHECK(found->front().kind == air::FunctionKind::Unknown);
    CHECK(std::memcmp(found->front().bitcode.data() + 20, module.data(), module.size()) == 0);

    Bytes two = packed({{.name = "f", .bitcode = module}, {.name = "g", .bitcode = module}});
    put(two, 92, 3, 4);
    CHECK_FALSE(air::readContainer(two));
}

TEST_CASE("counts, sizes and offsets that overflow are refused") {
    const Bytes module = plainModule(12, 'm');
    const Bytes two = packed({{.name = "f", .bitcode = module}, {.name = "g", .bitcode = module}});
    REQUIRE(air::readContainer(two));
    struct Damage {
        size_t at, width;
        uint64_t value;
    };
    for (const Damage d : {Damage{16, 8, two.size() + 1},
                           {16, 8, 87},
                           {16, 8, UINT64_MAX},
                           {24, 8, UINT64_MAX - 3},
                           {32, 8, UINT64_MAX - 2},
                           {32, 8, two.size()},
                           {72, 8, UINT64_MAX},
                           {80, 8, UINT64_MAX},
                           {72, 8, two.size() - 8},
                           {88, 4, UINT32_MAX},
                           {88, 4, 3},
                           {92, 4, UINT32_MAX},
                           {100, 2, UINT16_MAX}}) {
        Bytes damaged = two;
        put(damaged, d.at, d.value, d.width);
        CHECK_MESSAGE(!air::readContainer(damaged), "offset " << d.at << " value " << d.value);
    }
}

TEST_CASE("old tools wrote no MDSZ: the wrapper gives the size") {
    const Bytes module = plainModule(50, 'o');
    Bytes library = packed({{.name = "a", .bitcode = module}, {.name = "b", .bitcode = module}});
    size_t renamed = 0;
    for (size_t at = 0; at + 4 <= library.size(); ++at)
        if (std::memcmp(library.data() + at, "MDSZ", 4) == 0) {
            std::memcpy(library.data() + at, "XXXX", 4);
            ++renamed;
        }
    REQUIRE(renamed == 2);
    const auto entries = air::readContainer(library);
    REQUIRE(entries);
    REQUIRE(entries->size() == 2);
    for (const auto& entry : *entries) CHECK(entry.bitcode.size() == 80); // 20 + 54, rounded up to 16
}

TEST_CASE("bare modules are one nameless entry, without what follows the wrapper's end") {
    const Bytes plain = plainModule(16, 'p');
    const auto bare = air::readContainer(plain);
    REQUIRE(bare);
    CHECK(bare->front().bitcode.size() == plain.size());

    Bytes wrapped(20);
    const std::array<uint32_t, 5> fields{0x0b17c0de, 0, 20, uint32_t(plain.size()), 0xffffffff};
    std::memcpy(wrapped.data(), fields.data(), 20);
    wrapped.insert(wrapped.end(), plain.begin(), plain.end());
    wrapped.resize(wrapped.size() + 7);
    const auto entries = air::readContainer(wrapped);
    REQUIRE(entries);
    CHECK(entries->front().bitcode.size() == 40);
    put(wrapped, 12, 0xfffffff0, 4);
    CHECK_FALSE(air::readContainer(wrapped));
}

TEST_CASE("of a fat file the library slice is read, in both byte orders") {
    const Bytes library = oneFunction();
    const auto fat = [&](bool isBig, uint32_t size) {
        Bytes file(8 + 2 * 20);
        const auto field = [&](size_t at, uint32_t v) { put(file, at, isBig ? __builtin_bswap32(v) : v, 4); };
        field(0, isBig ? 0xcafebabe : 0xcbfebabe);
        field(4, 2);
        field(8 + 8, 48); // a native image: eight other bytes
        field(8 + 12, 8);
        field(28 + 8, 56);
        field(28 + 12, size);
        file.resize(56);
        file.insert(file.end(), library.begin(), library.end());
        return file;
    };
    for (const bool isBig : {false, true}) {
        const Bytes file = fat(isBig, uint32_t(library.size()));
        const auto entries = air::readContainer(file);
        REQUIRE(entries);
        CHECK(entries->front().name == "vertexMain");
        const Bytes tooLong = fat(isBig, uint32_t(library.size()) + 1);
        CHECK_FALSE(air::readContainer(tooLong));
    }
}

TEST_CASE("the writer refuses what its tags cannot hold") {
    const Bytes module = plainModule(4, 'x');
    const auto refuses = [&](air::PackedFunction function) {
        function.bitcode = module;
        return !air::packContainer(std::span(&function, 1));
    };
    CHECK(refuses({.name = ""}));
    CHECK(refuses({.name = std::string("a\0b", 3)}));
    CHECK(refuses({.name = std::string(70000, 'n')}));
    CHECK(refuses({.name = "f", .attributes = {{std::string(65540, 'a'), 0, 4}}}));
    CHECK_FALSE(refuses({.name = "f"}));
}

TEST_CASE("real libraries: every module's SHA-256 is its HASH tag") {
    const char* corpus = std::getenv("PVGL_CORPUS");
    if (!corpus || !*corpus) {
        MESSAGE("PVGL_CORPUS is not set: no real libraries to read");
        return;
    }
    size_t files = 0, modules = 0, hashed = 0;
    for (const auto& item : std::filesystem::recursive_directory_iterator(corpus)) {
        const auto extension = item.path().extension();
        if (extension != ".metallib" && extension != ".air") continue;
        std::ifstream in(item.path(), std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        const Bytes library = bytesOf(text);
        const auto entries = air::readContainer(library);
        REQUIRE_MESSAGE(entries.ok(), item.path().string() << ": " << (entries ? "" : entries.error().text));
        ++files;
        for (const auto& entry : *entries) {
            ++modules;
            if (entry.hashHex.empty()) continue;
            CHECK_MESSAGE(entry.hashHex == sha256Hex(entry.bitcode), item.path().string() << ": " << entry.name);
            ++hashed;
        }
    }
    MESSAGE(files << " files, " << modules << " modules, " << hashed << " hashes compared");
    CHECK(hashed > 0);
}
