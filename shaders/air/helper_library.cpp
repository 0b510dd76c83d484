#include "shaders/air/helper_library.h"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <cctype>

namespace air {

namespace {

struct Helper {
    std::string_view name;
    unsigned parameters; // 0: the text serves any width
    std::string_view text;
};

constexpr Helper kHelpers[] = {
#define ANY_WIDTH(name, text) {#name, 0, text},
#define PER_LANE(name, parameters, text) {#name, parameters, text},
#include "shaders/air/helper_library.inc"
#undef ANY_WIDTH
#undef PER_LANE
};

// Rounds to half precision and back.
constexpr std::array<std::string_view, 4> kRoundHalf = {
    "float air_h(float x) { return unpackHalf2x16(packHalf2x16(vec2(x, 0.0))).x; }",
    "vec2 air_h(vec2 x) { return unpackHalf2x16(packHalf2x16(x)); }",
    "vec3 air_h(vec3 x) { return vec3(unpackHalf2x16(packHalf2x16(x.xy)), unpackHalf2x16(packHalf2x16(vec2(x.z, 0.0))).x); }",
    "vec4 air_h(vec4 x) { return vec4(unpackHalf2x16(packHalf2x16(x.xy)), unpackHalf2x16(packHalf2x16(x.zw))); }",
};

bool isWordCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string placeholder(char c, GlslType type) {
    switch (c) {
    case 'T':
        return type.name();
    case 'B':
        return type.of(GlslType::Base::Bool).name();
    case 'I':
        return type.of(GlslType::Base::Int).name();
    case 'U':
        return type.of(GlslType::Base::Uint).name();
    default:
        return {c};
    }
}

std::string instantiate(std::string_view text, GlslType type) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool isWord = (i == 0 || !isWordCharacter(text[i - 1])) && (i + 1 == text.size() || !isWordCharacter(text[i + 1]));
        out += isWord ? placeholder(text[i], type) : std::string(1, text[i]);
    }
    return out;
}

std::string laneByLane(const Helper& helper, GlslType type) {
    std::string parameters, lanes;
    for (unsigned p = 0; p < helper.parameters; ++p) parameters += fmt::format("{}{} {}", p ? ", " : "", type.name(), char('a' + p));
    for (unsigned lane = 0; lane < type.lanes; ++lane) {
        std::string arguments;
        for (unsigned p = 0; p < helper.parameters; ++p) arguments += fmt::format("{}{}.{}", p ? ", " : "", char('a' + p), "xyzw"[lane]);
        lanes += fmt::format("{}{}({})", lane ? ", " : "", helper.name, arguments);
    }
    return fmt::format("{0} {1}({2}) {{ return {0}({3}); }}", type.name(), helper.name, parameters, lanes);
}

} // namespace

void HelperLibrary::add(const std::string& name, const std::string& text) {
    if (m_seen.emplace(name, true).second) m_texts.push_back(text);
}

std::string HelperLibrary::use(std::string_view name, GlslType type) {
    const std::string key = fmt::format("{} {}", name, type.name());
    if (name == "air_h") {
        add(key, std::string(kRoundHalf[size_t(type.lanes - 1) & 3U]));
        return std::string(name);
    }
    for (const Helper& helper : kHelpers) {
        if (helper.name != name) continue;
        if (helper.parameters && type.isVector()) {
            use(name, type.scalar());
            add(key, laneByLane(helper, type));
        } else {
            add(key, instantiate(helper.text, type));
        }
        return std::string(name);
    }
    assert(false && "unknown helper");
    return std::string(name);
}

} // namespace air
