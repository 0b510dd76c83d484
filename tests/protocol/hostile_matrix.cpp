#include "tests/protocol/hostile_matrix.h"

#include <algorithm>
#include <cstring>

namespace hostile {

namespace {

constexpr size_t kWord = 4;

bool isScalar(const WireField& field) { return field.size == 1 || field.size == 2 || field.size == 4 || field.size == 8; }

// A page number that a guest of these tests uses itself is no hostile one: only its own memory would suffer.
bool isPageNumber(const WireField& field) { return std::strcmp(field.type, "u32 page number") == 0; }

} // namespace

std::vector<uint64_t> extremesOf(const WireField& field) {
    if (isPageNumber(field)) return {0, 1, 2, 0x40000, 0x7fffffff, 0x80000000, 0xffffffff};
    switch (field.size) {
    case 1: return {0, 1, 0x7f, 0x80, 0xff};
    case 2: return {0, 1, 0xfff, 0x1001, 0x7fff, 0x8000, 0xffff};
    case 4: return {0, 1, 2, 0xfff, 0x1000, 0x1001, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff};
    default:
        return {0, 1, 0xfff, 0x1000, 0x1001, 0xffffffff, uint64_t{1} << 32, (uint64_t{1} << 36) - 1, uint64_t{1} << 36, (uint64_t{1} << 63) - 1,
                uint64_t{1} << 63, ~uint64_t{0xfff}, ~uint64_t{0}};
    }
}

std::vector<FieldPlace> placesOf(std::span<const WireField> fields) {
    std::vector<FieldPlace> places;
    size_t at = 0;
    for (const WireField& field : fields) {
        if (isScalar(field)) places.push_back({field.name, at, field});
        for (size_t word = 0; !isScalar(field) && word + kWord <= field.size; word += kWord)
            places.push_back({field.name + ("+" + std::to_string(word)), at + word, {field.name, "u32", kWord, field.isRepeated}});
        at += field.size;
    }
    return places;
}

void patch(Bytes& bytes, const FieldPlace& place, uint64_t value) {
    if (place.offset + place.field.size <= bytes.size()) std::memcpy(bytes.data() + place.offset, &value, std::min<size_t>(place.field.size, sizeof value));
}

Bytes decentRecord(Guest& guest, std::span<const WireField> fields, const Decent& decent) {
    Bytes bytes;
    for (const FieldPlace& place : placesOf(fields)) {
        bytes.resize(std::max(bytes.size(), place.offset + place.field.size));
        patch(bytes, place, decent(guest, place.field));
    }
    return bytes;
}

std::string caseName(const char* row, const std::string& what, uint64_t value) {
    char text[32];
    std::snprintf(text, sizeof text, " %#llx", static_cast<unsigned long long>(value));
    return std::string(row) + ", " + what + text;
}

} // namespace hostile
