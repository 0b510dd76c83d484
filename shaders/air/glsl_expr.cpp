#include "shaders/air/glsl_expr.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace air {

namespace {

constexpr std::array<std::pair<std::string_view, Precedence>, 18> kOperators = {{
    {"||", Precedence::LogicalOr},
    {"^^", Precedence::LogicalXor},
    {"&&", Precedence::LogicalAnd},
    {"|", Precedence::BitOr},
    {"^", Precedence::BitXor},
    {"&", Precedence::BitAnd},
    {"==", Precedence::Equality},
    {"!=", Precedence::Equality},
    {"<", Precedence::Relation},
    {"<=", Precedence::Relation},
    {">", Precedence::Relation},
    {">=", Precedence::Relation},
    {"<<", Precedence::Shift},
    {">>", Precedence::Shift},
    {"+", Precedence::Add},
    {"-", Precedence::Add},
    {"*", Precedence::Multiply},
    {"/", Precedence::Multiply},
}};

Precedence precedenceOf(std::string_view op) {
    for (const auto& [text, precedence] : kOperators)
        if (text == op) return precedence;
    return Precedence::Multiply; // "%"
}

Precedence tighter(Precedence p) { return p == Precedence::Primary ? p : Precedence(uint8_t(p) + 1); }

} // namespace

bool Expr::isIdentifier() const {
    if (text.empty() || precedence != Precedence::Primary) return false;
    for (char c : text)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '_' && c != '.') return false;
    return true;
}

std::string Expr::in(Precedence outer) const { return precedence < outer ? "(" + text + ")" : text; }

Expr call(std::string_view function, std::initializer_list<Expr> arguments) { return call(function, std::vector<Expr>(arguments)); }

Expr call(std::string_view function, const std::vector<Expr>& arguments) {
    std::string text(function);
    text += '(';
    for (size_t i = 0; i < arguments.size(); ++i) {
        if (i) text += ", ";
        text += arguments[i].text;
    }
    text += ')';
    return {std::move(text), Precedence::Primary};
}

Expr binary(const Expr& a, std::string_view op, const Expr& b) {
    const Precedence p = precedenceOf(op);
    return {fmt::format("{} {} {}", a.in(p), op, b.in(tighter(p))), p};
}

Expr unary(std::string_view op, const Expr& a) {
    // "- -x" must not become "--x".
    const Precedence inner = a.text.starts_with(op) ? Precedence::Primary : Precedence::Unary;
    return {std::string(op) + a.in(inner), Precedence::Unary};
}

Expr ternary(const Expr& condition, const Expr& yes, const Expr& no) {
    return {fmt::format("{} ? {} : {}", condition.in(Precedence::LogicalOr), yes.in(Precedence::LogicalOr), no.in(Precedence::Ternary)),
            Precedence::Ternary};
}

// Lanes of chosen lanes are chosen at once: "v.zw" and "y" give "v.w".
static Expr swizzledAgain(const Expr& vector, size_t dot, std::string_view lanes) {
    std::string text = vector.text.substr(0, dot + 1);
    for (const char lane : lanes) text += vector.text[dot + 1 + std::string_view("xyzw").find(lane)];
    return {std::move(text), Precedence::Primary};
}

Expr swizzle(const Expr& vector, std::string_view lanes) {
    const size_t dot = vector.precedence == Precedence::Primary ? vector.text.rfind('.') : std::string::npos;
    const bool isSwizzle =
        dot != std::string::npos && vector.text.size() > dot + 2 && vector.text.find_first_not_of("xyzw", dot + 1) == std::string::npos;
    if (isSwizzle) return swizzledAgain(vector, dot, lanes);
    return {fmt::format("{}.{}", vector.in(Precedence::Primary), lanes), Precedence::Primary};
}

Expr member(const Expr& vector, unsigned lane) { return swizzle(vector, std::string_view("xyzw").substr(lane & 3U, 1)); }

Expr uintLiteral(uint64_t value) {
    const auto v = uint32_t(value);
    return {v > 0xffffU ? fmt::format("{:#x}u", v) : fmt::format("{}u", v), Precedence::Primary};
}

Expr uint64Literal(uint64_t value) { return {fmt::format("{:#x}ul", value), Precedence::Primary}; }

Expr boolLiteral(bool value) { return {value ? "true" : "false", Precedence::Primary}; }

Expr floatLiteral(float value) {
    if (!std::isfinite(value)) return {fmt::format("uintBitsToFloat({:#x}u)", std::bit_cast<uint32_t>(value)), Precedence::Primary};
    std::string text = fmt::format("{}", value); // the shortest text that reads back as the same value
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return {text, std::signbit(value) ? Precedence::Unary : Precedence::Primary};
}

} // namespace air
