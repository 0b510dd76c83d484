#include "shaders/air/storage.h"

#include <fmt/format.h>

#include <cstdlib>
#include <optional>

namespace air {

using Kind = Storage::Kind;

std::string Storage::wordCount() const {
    // A last partial word still holds bytes that are in range.
    if (kind == Kind::Block) return fmt::format("({}.y + 3u >> 2u)", infoName);
    return wordsText.empty() ? fmt::format("{}u", words) : wordsText;
}

namespace {

std::string wordType(const Storage& s, unsigned words) {
    if (words == 1) return s.isFloat ? "float" : "uint";
    return fmt::format("{}{}", s.isFloat ? "vec" : "uvec", words);
}

std::optional<uint32_t> constantIndex(const Expr& e) {
    char* end = nullptr;
    if (e.text.empty() || e.text[0] < '0' || e.text[0] > '9') return std::nullopt;
    const unsigned long value = std::strtoul(e.text.c_str(), &end, 0);
    if (std::string_view(end) != "u") return std::nullopt;
    return uint32_t(value);
}

} // namespace

// One word of the storage; `index` counts words from its start.
std::string StorageAccess::element(const Storage& s, const std::string& index) const {
    switch (s.kind) {
    case Kind::Block:
        return fmt::format("{}[({}) + ({}.x >> 2u)]", s.arrayName(), index, s.infoName);
    case Kind::Uniform:
        return fmt::format("{0}[({1}) >> 2u][({1}) & 3u]", s.arrayName(), index);
    default:
        if (s.isVectorTable()) return fmt::format("{0}[({1}) >> 2u][({1}) & 3u]", s.arrayName(), index);
        return fmt::format("{}[{}]", s.arrayName(), index);
    }
}

std::string StorageAccess::inBounds(const Storage& s, const std::string& index, unsigned words) const {
    const std::string count = s.wordCount();
    if (words == 1) return fmt::format("{} < {}", index, count);
    return fmt::format("{} < max({}, {}u) - {}u", index, count, words - 1, words - 1);
}

// Constant words of a uniform block: picked out of its vectors without a function.
Expr StorageAccess::loadUniformConstant(const Storage& s, uint32_t index, unsigned words) {
    const uint32_t lane = index & 3U;
    const std::string vector = fmt::format("{}[{}]", s.arrayName(), index / 4);
    if (lane == 0 && words == 4) return {vector, Precedence::Primary};
    if (lane + words <= 4) return {fmt::format("{}.{}", vector, std::string_view("xyzw").substr(lane, words)), Precedence::Primary};
    const unsigned first = 4 - lane;
    return {fmt::format("{}({}.{}, {}[{}].{})", wordType(s, words), vector, std::string_view("xyzw").substr(lane, first), s.arrayName(),
                        index / 4 + 1, std::string_view("xyzw").substr(0, words - first)),
            Precedence::Primary};
}

Expr StorageAccess::load(const Storage& s, const Expr& index, unsigned words) {
    const auto constant = constantIndex(index);
    const bool isKnown = constant && s.words && *constant + uint64_t(words) <= s.words;
    if (s.kind == Kind::Uniform && isKnown) return loadUniformConstant(s, *constant, words);
    if (words == 1 && isKnown && s.kind != Kind::Uniform) return {element(s, index.text), Precedence::Primary};
    if (words == 1 && s.isVectorTable()) {
        const std::string name = s.name + "_ld";
        m_helpers.add(name, fmt::format("{0} {1}(uint i) {{ uint n = min(i, {2}u); return {3}[n >> 2u][n & 3u]; }}", wordType(s, 1), name,
                                        s.words - 1, s.arrayName()));
        return call(name, {index});
    }
    if (words == 1 && (s.kind == Kind::Local || s.kind == Kind::Table))
        return {fmt::format("{}[min({}, {}u)]", s.arrayName(), index.text, s.words - 1), Precedence::Primary};
    const std::string name = fmt::format("{}_ld{}", s.name, words == 1 ? "" : std::to_string(words));
    std::string lanes;
    for (unsigned w = 0; w < words; ++w) lanes += (w ? ", " : "") + element(s, w ? fmt::format("i + {}u", w) : "i");
    m_helpers.add(name, fmt::format("{0} {1}(uint i) {{ return {2} ? {0}({3}) : {0}(0); }}", wordType(s, words), name,
                                    inBounds(s, "i", words), lanes));
    return call(name, {index});
}

Expr StorageAccess::loadNarrow(const Storage& s, const Expr& offset, unsigned bits) {
    const std::string name = fmt::format("{}_ld_u{}", s.name, bits);
    const std::string word = load(s, {"o >> 2u", Precedence::Shift}, 1).text;
    m_helpers.add(
        name, fmt::format("uint {}(uint o) {{ return bitfieldExtract({}, int(o & {}u) * 8, {}); }}", name, word, bits == 8 ? 3 : 2, bits));
    return call(name, {offset});
}

Expr StorageAccess::loadUnaligned(const Storage& s, const Expr& offset) {
    const std::string name = fmt::format("{}_ld_any", s.name);
    const std::string low = load(s, {"o >> 2u", Precedence::Shift}, 1).text, high = load(s, {"(o >> 2u) + 1u", Precedence::Add}, 1).text;
    m_helpers.add(name, fmt::format("uint {}(uint o) {{ uint n = (o & 3u) * 8u; return n == 0u ? {} : {} >> n | {} << (32u - n); }}", name,
                                    low, low, high));
    return call(name, {offset});
}

std::string StorageAccess::store(const Storage& s, const Expr& index, const Expr& value, unsigned words) {
    if (words == 1 && s.kind == Kind::Local) {
        const auto constant = constantIndex(index);
        const bool isKnown = constant && *constant < s.words;
        return fmt::format("{}[{}] = {}", s.name, isKnown ? index.text : fmt::format("min({}, {}u)", index.text, s.words - 1), value.text);
    }
    const std::string name = fmt::format("{}_st{}", s.name, words == 1 ? "" : std::to_string(words));
    std::string body;
    for (unsigned w = 0; w < words; ++w) {
        const std::string lane = words == 1 ? "v" : fmt::format("v.{}", "xyzw"[w]);
        body += fmt::format(" {} = {};", element(s, w ? fmt::format("i + {}u", w) : "i"), lane);
    }
    m_helpers.add(name,
                  fmt::format("void {}(uint i, {} v) {{ if ({}) {{{} }} }}", name, wordType(s, words), inBounds(s, "i", words), body));
    return call(name, {index, value}).text;
}

std::string StorageAccess::storeNarrow(const Storage& s, const Expr& offset, const Expr& value, unsigned bits) {
    const std::string name = fmt::format("{}_st_u{}", s.name, bits);
    const std::string word = element(s, "o >> 2u");
    const std::string mask = bits == 8 ? "0xffu" : "0xffffu";
    // Neighbours in the same word may be written by other threads, so memory that is shared is changed by atomics (air.md 6.6).
    std::string body = fmt::format("atomicAnd({0}, ~({1} << n)); atomicOr({0}, (v & {1}) << n);", word, mask);
    if (s.kind == Kind::Local) body = fmt::format("{0} = {0} & ~({1} << n) | (v & {1}) << n;", word, mask);
    m_helpers.add(name, fmt::format("void {}(uint o, uint v) {{ uint n = (o & {}u) * 8u; if ({}) {{ {} }} }}", name, bits == 8 ? 3 : 2,
                                    inBounds(s, "(o >> 2u)", 1), body));
    return call(name, {offset, value}).text;
}

Expr StorageAccess::atomic(const Storage& s, const std::string& function, const Expr& index, const std::vector<Expr>& arguments) {
    const std::string name = fmt::format("{}_{}", s.name, function);
    std::string parameters, passed;
    for (size_t i = 0; i < arguments.size(); ++i) {
        parameters += fmt::format(", uint {}", char('a' + i));
        passed += fmt::format(", {}", char('a' + i));
    }
    std::string operation = fmt::format("{}({}{})", function, element(s, "i"), passed);
    // Signed minimum and maximum work on the same word: there is no signed view of it, so they go by compare and swap. The loop is left at
    // its head (loop_exits.h).
    if (function == "atomicMin_s" || function == "atomicMax_s") {
        const std::string word = element(s, "i");
        operation.clear();
        m_helpers.add(
            name,
            fmt::format(
                "uint {0}(uint i{1}) {{ if (!({2})) return 0u; uint old = {3}; for (uint seen = ~old; old != seen;) {{ seen = old; old = "
                "atomicCompSwap({3}, seen, uint({4}(int(seen), int(a)))); }} return old; }}",
                name, parameters, inBounds(s, "i", 1), word, function == "atomicMin_s" ? "min" : "max"));
    } else {
        m_helpers.add(name, fmt::format("uint {}(uint i{}) {{ return {} ? {} : 0u; }}", name, parameters, inBounds(s, "i", 1), operation));
    }
    std::vector<Expr> all{index};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return call(name, all);
}

Expr StorageAccess::atomicFloatAdd(const Storage& s, const Expr& index, const Expr& value) {
    const std::string name = fmt::format("{}_atomicAdd_f", s.name);
    const std::string word = element(s, "i");
    m_helpers.add(
        name,
        fmt::format(
            "float {}(uint i, float a) {{ if (!({})) return 0.0; uint old = {}; for (uint seen = ~old; old != seen;) {{ seen = old; old = "
            "atomicCompSwap({}, seen, floatBitsToUint(uintBitsToFloat(seen) + a)); }} return uintBitsToFloat(old); }}",
            name, inBounds(s, "i", 1), word, word));
    return call(name, {index, value});
}

} // namespace air
