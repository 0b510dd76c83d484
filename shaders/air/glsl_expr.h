// GLSL expressions as text with a precedence, so that parentheses appear only where they are needed.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace air {

// Higher binds tighter; the order is GLSL's own.
enum class Precedence : uint8_t {
    Ternary,
    LogicalOr,
    LogicalXor,
    LogicalAnd,
    BitOr,
    BitXor,
    BitAnd,
    Equality,
    Relation,
    Shift,
    Add,
    Multiply,
    Unary,
    Primary
};

struct Expr {
    std::string text;
    Precedence precedence = Precedence::Primary;

    bool isIdentifier() const;
    // The text, in parentheses when it binds less tightly than `outer`.
    std::string in(Precedence outer) const;
};

Expr call(std::string_view function, std::initializer_list<Expr> arguments);
Expr call(std::string_view function, const std::vector<Expr>& arguments);
Expr binary(const Expr& a, std::string_view op, const Expr& b);
Expr unary(std::string_view op, const Expr& a);
Expr ternary(const Expr& condition, const Expr& yes, const Expr& no);
Expr swizzle(const Expr& vector, std::string_view lanes); // ".xyz"
Expr member(const Expr& vector, unsigned lane);           // ".x"

Expr uintLiteral(uint64_t value);
Expr uint64Literal(uint64_t value);
Expr floatLiteral(float value);
Expr boolLiteral(bool value);

} // namespace air
