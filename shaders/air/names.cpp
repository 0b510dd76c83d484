#include "shaders/air/names.h"

#include <cctype>

namespace air {

std::string sanitised(std::string_view name) {
    constexpr size_t kMaxLength = 40;
    std::string out;
    for (char c : name) {
        if (out.size() >= kMaxLength) break;
        if (std::isalnum(static_cast<unsigned char>(c)))
            out += c;
        else if (!out.empty() && out.back() != '_')
            out += '_'; // two underscores in a row are reserved
    }
    while (!out.empty() && out.back() == '_') out.pop_back();
    if (out.empty()) return "x";
    if (std::isdigit(static_cast<unsigned char>(out[0])) || out.starts_with("gl_")) return std::string("x").append(out);
    return out;
}

// generated(<length><name><type>): the digits say how long the name is; its type is not part of what links.
static std::string_view semanticName(std::string_view semantic) {
    const size_t open = semantic.find('('), close = semantic.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return semantic;
    std::string_view inner = semantic.substr(open + 1, close - open - 1);
    if (!semantic.starts_with("generated(")) return inner;
    size_t length = 0, digits = 0;
    while (digits < inner.size() && digits < 4 && std::isdigit(static_cast<unsigned char>(inner[digits])))
        length = length * 10 + size_t(inner[digits++] - '0');
    return digits > 0 && length > 0 && length <= inner.size() - digits ? inner.substr(digits, length) : inner;
}

std::string varyingName(std::string_view semantic, uint8_t componentType) {
    static constexpr const char* kPrefix[] = {"v_", "vi_", "vu_"};
    const char* kind = semantic.starts_with("user(") ? "user_" : "";
    return kPrefix[componentType % 3] + (kind + sanitised(semanticName(semantic)));
}

std::string Names::local(std::string_view hint) {
    const std::string number = std::to_string(m_next++);
    if (hint.empty()) return "t" + number;
    return sanitised(hint) + "_" + number;
}

} // namespace air
