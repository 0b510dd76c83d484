#include "shaders/air/command_constants.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <glm/gtc/packing.hpp>
#include <optional>
#include <string_view>

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Result;

namespace {

enum class Kind : uint8_t { Bool, Signed, Unsigned, Half, Float };

struct Type {
    std::string_view name;
    Kind kind;
    unsigned bytes;
};

constexpr Type kTypes[] = {{"bool", Kind::Bool, 1},      {"char", Kind::Signed, 1},    {"uchar", Kind::Unsigned, 1}, {"short", Kind::Signed, 2},
                           {"ushort", Kind::Unsigned, 2}, {"int", Kind::Signed, 4},     {"uint", Kind::Unsigned, 4},  {"long", Kind::Signed, 8},
                           {"ulong", Kind::Unsigned, 8},  {"half", Kind::Half, 2},      {"float", Kind::Float, 4}};

template <class T>
std::optional<T> numberIn(std::string_view text) {
    T number{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<uint64_t> bitsOf(const Type& type, std::string_view text) {
    switch (type.kind) {
    case Kind::Bool:
        if (text == "true" || text == "1") return 1;
        return text == "false" || text == "0" ? std::optional<uint64_t>(0) : std::nullopt;
    case Kind::Signed: {
        const auto number = numberIn<int64_t>(text);
        const int64_t most = int64_t(~uint64_t(0) >> (65 - type.bytes * 8));
        return number && *number <= most && *number >= -most - 1 ? std::optional(uint64_t(*number)) : std::nullopt;
    }
    case Kind::Unsigned: {
        const auto number = numberIn<uint64_t>(text);
        return number && *number <= ~uint64_t(0) >> (64 - type.bytes * 8) ? number : std::nullopt;
    }
    case Kind::Half:
    case Kind::Float:
        break;
    }
    const auto number = numberIn<float>(text);
    if (!number) return std::nullopt;
    return type.kind == Kind::Half ? glm::packHalf1x16(*number) : std::bit_cast<uint32_t>(*number);
}

} // namespace

Result<FunctionConstant> parseConstant(const std::string& text) {
    const Error mistake{Code::OutOfRange, fmt::format("'{}' is no INDEX:TYPE=VALUE with a type of Metal's and a value that fits it", text)};
    const std::string_view all = text;
    const size_t colon = all.find(':'), equals = all.find('=');
    if (colon == all.npos || equals == all.npos || equals < colon) return mistake;
    const auto index = numberIn<uint32_t>(all.substr(0, colon));
    std::string_view name = all.substr(colon + 1, equals - colon - 1), values = all.substr(equals + 1);
    size_t lanes = 1;
    if (!name.empty() && name.back() >= '2' && name.back() <= '4') {
        lanes = size_t(name.back() - '0');
        name.remove_suffix(1);
    }
    const auto type = std::ranges::find(kTypes, name, &Type::name);
    if (!index || type == std::end(kTypes)) return mistake;
    FunctionConstant constant{*index, {}};
    for (size_t lane = 0; lane < lanes; ++lane) {
        const size_t comma = lane + 1 < lanes ? values.find(',') : values.size();
        const auto bits = bitsOf(*type, values.substr(0, comma));
        if (comma == values.npos || !bits) return mistake;
        for (unsigned b = 0; b < type->bytes; ++b) constant.bytes.push_back(uint8_t(*bits >> 8 * b));
        values.remove_prefix(std::min(comma + 1, values.size()));
    }
    return constant;
}

} // namespace air
