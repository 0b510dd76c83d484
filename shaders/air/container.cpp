#include "shaders/air/container.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"

namespace air {

using Bytes = std::span<const std::byte>;
using pvg::Code;
using pvg::Error;
using pvg::Result;

namespace {

constexpr uint32_t fourCC(const char (&s)[5]) {
    return uint32_t(uint8_t(s[0])) | uint32_t(uint8_t(s[1])) << 8 | uint32_t(uint8_t(s[2])) << 16 | uint32_t(uint8_t(s[3])) << 24;
}

constexpr uint32_t kLibraryMagic = fourCC("MTLB");
constexpr uint32_t kWrapperMagic = 0x0b17c0de;
constexpr uint32_t kBitcodeMagic = 0xdec04342; // 'B' 'C' c0 de
constexpr uint32_t kFatMagicLittle = 0xcbfebabe;
constexpr uint32_t kFatMagicBig = 0xbebafeca; // ca fe ba be
constexpr size_t kHeaderSize = 88;
constexpr size_t kWrapperSize = 20;
constexpr size_t kSliceSize = 20;
constexpr size_t kSmallestGroup = 8; // its size field and ENDT

Error malformed(std::string text) { return {Code::Protocol, std::move(text)}; }

// The part of `bytes`, which starts with a wrapper, that wrapper and bitcode take; the padding to 16 is not included.
Result<Bytes> wrappedModule(Bytes bytes) {
    if (bytes.size() < kWrapperSize) return malformed(fmt::format("bitcode wrapper cut off after {} bytes", bytes.size()));
    const uint64_t offset = pvg::loadAt<uint32_t>(bytes, 8);
    const uint64_t size = pvg::loadAt<uint32_t>(bytes, 12);
    if (offset < kWrapperSize || !pvg::fits(offset, size, bytes.size()))
        return malformed(fmt::format("bitcode wrapper names bytes {} to {} of {}", offset, offset + size, bytes.size()));
    return bytes.first(size_t(offset + size));
}

bool startsModule(Bytes bytes) {
    const auto magic = pvg::loadAt<uint32_t>(bytes, 0);
    return magic == kWrapperMagic || magic == kBitcodeMagic;
}

struct Section {
    uint64_t offset = 0, size = 0;
};

struct Header {
    Section functions, bitcode;
};

Section sectionAt(Bytes library, size_t at) { return {pvg::loadAt<uint64_t>(library, at), pvg::loadAt<uint64_t>(library, at + 8)}; }

// `library` is cut to the image size its header states.
Result<Header> readHeader(Bytes& library) {
    if (library.size() < kHeaderSize) return malformed(fmt::format("library header cut off: {} bytes of {}", library.size(), kHeaderSize));
    const auto total = pvg::loadAt<uint64_t>(library, 16);
    if (total < kHeaderSize || total > library.size())
        return malformed(fmt::format("library states {} bytes, {} are there", total, library.size()));
    library = library.first(size_t(total));
    const Header header{sectionAt(library, 24), sectionAt(library, 72)};
    // The list's size does not include its leading count (air.md 2).
    const auto listSize = pvg::checkedAdd<uint64_t>(header.functions.size, 4);
    if (!listSize || !pvg::fits(header.functions.offset, *listSize, total))
        return malformed(
            fmt::format("function list of {} bytes at {} leaves the library of {}", header.functions.size, header.functions.offset, total));
    if (!pvg::fits(header.bitcode.offset, header.bitcode.size, total))
        return malformed(
            fmt::format("bitcode section of {} bytes at {} leaves the library of {}", header.bitcode.size, header.bitcode.offset, total));
    return header;
}

// Function list tags a translator needs, by name: their order is not fixed, unknown ones are skipped.
struct Group {
    std::string name, hashHex;
    FunctionKind kind = FunctionKind::Unknown;
    std::optional<uint64_t> bitcodeOffset, moduleSize;
};

std::string textOf(Bytes data) {
    const auto end = std::find(data.begin(), data.end(), std::byte{0});
    return {reinterpret_cast<const char*>(data.data()), size_t(end - data.begin())};
}

std::string hexOf(Bytes data) {
    std::string hex;
    for (const std::byte b : data) fmt::format_to(std::back_inserter(hex), "{:02x}", uint8_t(b));
    return hex;
}

FunctionKind kindOf(uint8_t type) { return type <= uint8_t(FunctionKind::Object) ? FunctionKind(type) : FunctionKind::Unknown; }

void applyTag(Group& group, uint32_t tag, Bytes data) {
    if (tag == fourCC("NAME"))
        group.name = textOf(data);
    else if (tag == fourCC("TYPE") && !data.empty())
        group.kind = kindOf(uint8_t(data[0]));
    else if (tag == fourCC("HASH") && data.size() == 32)
        group.hashHex = hexOf(data);
    else if (tag == fourCC("OFFT") && data.size() >= 24)
        group.bitcodeOffset = pvg::loadAt<uint64_t>(data, 16);
    else if (tag == fourCC("MDSZ") && data.size() >= 8)
        group.moduleSize = pvg::loadAt<uint64_t>(data, 0);
}

Result<Group> readGroup(Bytes tags, uint32_t index) {
    pvg::ByteReader reader(tags);
    Group group;
    for (;;) {
        const auto tag = reader.u32();
        if (tag == fourCC("ENDT")) break;
        const Bytes data = reader.bytes(reader.u16());
        if (reader.failed()) return malformed(fmt::format("function {}: tag list runs past its {} bytes", index, tags.size()));
        applyTag(group, tag, data);
    }
    if (!group.bitcodeOffset) return malformed(fmt::format("function {}: no tag OFFT, so its module cannot be found", index));
    return group;
}

Result<std::vector<Group>> readGroups(Bytes list) {
    pvg::ByteReader reader(list);
    const auto count = reader.u32();
    if (count > list.size() / kSmallestGroup)
        return malformed(fmt::format("{} functions cannot lie in a list of {} bytes", count, list.size()));
    std::vector<Group> groups;
    for (uint32_t i = 0; i < count; ++i) {
        const auto size = reader.u32();
        if (reader.failed() || size < kSmallestGroup || size - 4 > reader.remaining())
            return malformed(
                fmt::format("function {}: group of {} bytes at {} leaves the list of {}", i, size, reader.position(), list.size()));
        PVG_TRY(auto group, readGroup(reader.bytes(size - 4), i));
        groups.push_back(std::move(group));
    }
    return groups;
}

// Tools of 2014 to 2016 wrote no MDSZ: the wrapper gives the size then, and for plain bitcode the rest of the section does.
Result<Bytes> moduleOf(const Group& group, Bytes section) {
    const uint64_t offset = *group.bitcodeOffset;
    if (offset > section.size())
        return malformed(fmt::format("module of '{}' at {} leaves the bitcode section of {}", group.name, offset, section.size()));
    Bytes bytes = section.subspan(size_t(offset));
    if (group.moduleSize) {
        if (*group.moduleSize > bytes.size())
            return malformed(fmt::format("module of '{}' has {} bytes, {} are there", group.name, *group.moduleSize, bytes.size()));
        bytes = bytes.first(size_t(*group.moduleSize));
    }
    if (!startsModule(bytes)) return malformed(fmt::format("module of '{}' at {} is not bitcode", group.name, offset));
    if (pvg::loadAt<uint32_t>(bytes, 0) != kWrapperMagic) return bytes;
    PVG_TRY(const Bytes wrapped, wrappedModule(bytes));
    if (group.moduleSize) return bytes;
    return bytes.first(std::min<size_t>(bytes.size(), pvg::alignUp(wrapped.size(), 16)));
}

Result<std::vector<FunctionEntry>> readTable(Bytes library) {
    PVG_TRY(const Header header, readHeader(library));
    const Bytes list = library.subspan(size_t(header.functions.offset), size_t(header.functions.size) + 4);
    const Bytes section = library.subspan(size_t(header.bitcode.offset), size_t(header.bitcode.size));
    PVG_TRY(auto groups, readGroups(list));
    std::vector<FunctionEntry> entries;
    entries.reserve(groups.size());
    for (Group& group : groups) {
        PVG_TRY(const Bytes module, moduleOf(group, section));
        entries.push_back({std::move(group.name), group.kind, module, std::move(group.hashHex)});
    }
    return entries;
}

// The function count where the header puts it; nothing when it cannot be read.
std::optional<uint32_t> statedCount(Bytes library) {
    const auto offset = pvg::loadAt<uint64_t>(library, 24);
    if (!pvg::fits(offset, 4, library.size())) return std::nullopt;
    return pvg::loadAt<uint32_t>(library, size_t(offset));
}

// objects.md 8: the first wrapper whose bytes lie inside the blob is the module.
Result<Bytes> findWrapper(Bytes library) {
    constexpr std::array kMagic{std::byte{0xde}, std::byte{0xc0}, std::byte{0x17}, std::byte{0x0b}};
    const auto at = std::search(library.begin(), library.end(), kMagic.begin(), kMagic.end());
    if (at == library.end()) return malformed("no bitcode wrapper in the library");
    return wrappedModule(library.subspan(size_t(at - library.begin())));
}

Result<std::vector<FunctionEntry>> readLibrary(Bytes library) {
    auto table = readTable(library);
    if (table) return table;
    // Only a single-function library may be read without its list: with several, the first module is not the one asked for.
    const auto count = statedCount(library);
    if (!count || *count > 1) return table;
    const auto module = findWrapper(library);
    if (!module) return table;
    return std::vector{FunctionEntry{{}, FunctionKind::Unknown, *module, {}}};
}

uint32_t fatField(Bytes fat, size_t at, bool isBig) {
    const auto v = pvg::loadAt<uint32_t>(fat, at);
    return isBig ? __builtin_bswap32(v) : v;
}

// Slices may also be native GPU images: the first MTLB slice is the library (air.md 2).
Result<Bytes> librarySlice(Bytes fat, bool isBig) {
    if (fat.size() < 8) return malformed("fat header cut off");
    const uint64_t count = fatField(fat, 4, isBig);
    if (count > (fat.size() - 8) / kSliceSize) return malformed(fmt::format("{} slices cannot lie in {} bytes", count, fat.size()));
    for (size_t i = 0; i < count; ++i) {
        const uint64_t offset = fatField(fat, 8 + i * kSliceSize + 8, isBig);
        const uint64_t size = fatField(fat, 8 + i * kSliceSize + 12, isBig);
        if (!pvg::fits(offset, size, fat.size()))
            return malformed(fmt::format("slice {} of {} bytes at {} leaves the file of {}", i, size, offset, fat.size()));
        const Bytes slice = fat.subspan(size_t(offset), size_t(size));
        if (pvg::loadAt<uint32_t>(slice, 0) == kLibraryMagic) return slice;
    }
    return malformed(fmt::format("none of {} slices is a Metal library", count));
}

std::vector<FunctionEntry> bareModule(Bytes module) { return {FunctionEntry{{}, FunctionKind::Unknown, module, {}}}; }

} // namespace

std::string_view kindName(FunctionKind kind) {
    constexpr std::array<std::string_view, 9> kNames{"vertex", "fragment",     "kernel", "unqualified", "visible",
                                                     "extern", "intersection", "mesh",   "object"};
    return size_t(kind) < kNames.size() ? kNames[size_t(kind)] : "unknown";
}

Result<std::vector<FunctionEntry>> readContainer(Bytes library) {
    switch (const auto magic = pvg::loadAt<uint32_t>(library, 0)) {
    case kLibraryMagic:
        return readLibrary(library);
    case kBitcodeMagic:
        return bareModule(library);
    case kWrapperMagic: {
        PVG_TRY(const Bytes module, wrappedModule(library));
        return bareModule(module);
    }
    case kFatMagicLittle:
    case kFatMagicBig: {
        PVG_TRY(const Bytes slice, librarySlice(library, magic == kFatMagicBig));
        return readLibrary(slice);
    }
    default:
        return malformed(fmt::format("{} bytes starting with {:#010x} are neither a Metal library nor bitcode", library.size(), magic));
    }
}

} // namespace air
