#include "shaders/air/container_writer.h"

#include <fmt/format.h>
#include <openssl/sha.h>

#include <algorithm>
#include <string_view>

namespace air {

namespace {

// Little-endian byte sink.
class Sink {
public:
    template <class T>
    void number(T v) {
        for (size_t i = 0; i < sizeof(T); ++i) m_bytes.push_back(std::byte(uint64_t(v) >> (8 * i) & 0xff));
    }
    void text(std::string_view s) {
        for (const char c : s) m_bytes.push_back(std::byte(c));
    }
    void bytes(std::span<const std::byte> b) { m_bytes.insert(m_bytes.end(), b.begin(), b.end()); }
    void tag(std::string_view name, std::span<const std::byte> data) {
        text(name);
        number(uint16_t(data.size()));
        bytes(data);
    }
    void padTo(size_t alignment) {
        while (m_bytes.size() % alignment != 0) m_bytes.push_back(std::byte{0});
    }
    size_t size() const { return m_bytes.size(); }
    std::span<const std::byte> view() const { return m_bytes; }
    std::vector<std::byte> take() { return std::move(m_bytes); }

private:
    std::vector<std::byte> m_bytes;
};

constexpr size_t kLargestTag = 0xffff;

std::vector<std::byte> wrapped(std::span<const std::byte> bitcode) {
    Sink sink;
    const bool isPlain = bitcode.size() >= 4 && bitcode[0] == std::byte{'B'};
    if (isPlain) {
        for (const uint32_t v : {0x0b17c0deU, 0U, 0x14U, uint32_t(bitcode.size()), 0xffffffffU}) sink.number(v);
    }
    sink.bytes(bitcode);
    sink.padTo(16);
    return sink.take();
}

std::array<std::byte, 32> digest(std::span<const std::byte> module) {
    std::array<std::byte, 32> hash{};
    SHA256(reinterpret_cast<const unsigned char*>(module.data()), module.size(), reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

// u32 length that counts itself, tags, ENDT: the form seen in single-function libraries.
std::vector<std::byte> metadataBlock(const PackedFunction& function) {
    Sink names, types, tags;
    names.number(uint16_t(function.attributes.size()));
    types.number(uint16_t(function.attributes.size()));
    for (const StageInAttribute& attribute : function.attributes) {
        names.text(attribute.name);
        names.number(uint8_t(0));
        names.number(uint16_t(0x8000U | attribute.location)); // bit 15: active
        types.number(attribute.dataType);
    }
    if (!function.attributes.empty()) {
        tags.tag("VATT", names.view());
        tags.tag("VATY", types.view());
    }
    tags.text("ENDT");
    Sink block;
    block.number(uint32_t(tags.size() + 4));
    block.bytes(tags.view());
    return block.take();
}

struct Placement {
    uint64_t publicOffset = 0, privateOffset = 0, bitcodeOffset = 0;
    std::vector<std::byte> module;
};

std::vector<std::byte> functionGroup(const PackedFunction& function, const Placement& place) {
    Sink name, type, offsets, versions, size, tags;
    name.text(function.name);
    name.number(uint8_t(0));
    type.number(uint8_t(function.kind));
    for (const uint64_t v : {place.publicOffset, place.privateOffset, place.bitcodeOffset}) offsets.number(v);
    for (const uint16_t v : {function.airVersion[0], function.airVersion[1], function.languageVersion[0], function.languageVersion[1]})
        versions.number(v);
    size.number(uint64_t(place.module.size()));
    tags.tag("NAME", name.view());
    tags.tag("TYPE", type.view());
    tags.tag("HASH", digest(place.module));
    tags.tag("OFFT", offsets.view());
    tags.tag("VERS", versions.view());
    tags.tag("MDSZ", size.view());
    tags.text("ENDT");
    Sink group;
    group.number(uint32_t(tags.size() + 4));
    group.bytes(tags.view());
    return group.take();
}

// The UUID is made from the modules, so that equal input gives equal bytes.
std::vector<std::byte> headerExtension(std::span<const std::byte> modules) {
    const auto hash = digest(modules);
    Sink extension;
    extension.tag("UUID", std::span<const std::byte>(hash).first(16));
    extension.text("ENDT");
    return extension.take();
}

pvg::Status check(const PackedFunction& function) {
    size_t attributeBytes = 2;
    for (const StageInAttribute& attribute : function.attributes) attributeBytes += attribute.name.size() + 3;
    const auto hasNul = [](const std::string& s) { return s.find('\0') != std::string::npos; };
    if (function.name.empty() || function.name.size() >= kLargestTag || hasNul(function.name))
        return pvg::Error{pvg::Code::InvalidArgument, fmt::format("a function name of {} bytes cannot be stored", function.name.size())};
    if (attributeBytes > kLargestTag || std::ranges::any_of(function.attributes, hasNul, &StageInAttribute::name))
        return pvg::Error{pvg::Code::InvalidArgument, fmt::format("the attributes of '{}' cannot be stored", function.name)};
    if (function.bitcode.size() < 4 || function.bitcode.size() > 0x7fffffff)
        return pvg::Error{pvg::Code::InvalidArgument, fmt::format("'{}' has {} bytes of bitcode", function.name, function.bitcode.size())};
    return {};
}

struct Sections {
    Sink groups, publicData, privateData, bitcode;
};

void addFunction(Sections& s, const PackedFunction& function) {
    Placement place{s.publicData.size(), s.privateData.size(), s.bitcode.size(), wrapped(function.bitcode)};
    s.publicData.bytes(metadataBlock(function));
    s.privateData.bytes(metadataBlock({}));
    s.bitcode.bytes(place.module);
    s.groups.bytes(functionGroup(function, place));
}

} // namespace

pvg::Result<std::vector<std::byte>> packContainer(std::span<const PackedFunction> functions) {
    Sections s;
    for (const PackedFunction& function : functions) {
        PVG_CHECK(check(function));
        addFunction(s, function);
    }
    const auto extension = headerExtension(s.bitcode.view());
    constexpr uint64_t kListOffset = 88;
    const uint64_t publicOffset = kListOffset + 4 + s.groups.size() + extension.size();
    const uint64_t privateOffset = publicOffset + s.publicData.size();
    const uint64_t bitcodeOffset = (privateOffset + s.privateData.size() + 15) / 16 * 16;

    Sink out;
    out.text("MTLB");
    for (const uint16_t v : {0x8001, 2, 4}) out.number(v); // macOS, container version 2.4
    out.number(uint16_t(0));                               // executable; the OS byte is 0 up to minor 5
    for (const uint16_t v : {10, 15}) out.number(v);       // deployment OS
    out.number(uint64_t(bitcodeOffset + s.bitcode.size()));
    for (const uint64_t v : {kListOffset, uint64_t(s.groups.size()), publicOffset, uint64_t(s.publicData.size()), privateOffset,
                             uint64_t(s.privateData.size()), bitcodeOffset, uint64_t(s.bitcode.size())})
        out.number(v);
    out.number(uint32_t(functions.size()));
    out.bytes(s.groups.view());
    out.bytes(extension);
    out.bytes(s.publicData.view());
    out.bytes(s.privateData.view());
    out.padTo(16);
    out.bytes(s.bitcode.view());
    return out.take();
}

} // namespace air
