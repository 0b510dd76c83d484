// Result<T>: a value or an Error that is a sentence. Host-side failures travel up in it; guest mistakes travel in Declined<T>
// (decline.h). Nothing here throws.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace pvg {

enum class Code {
    InvalidArgument,
    OutOfRange,
    NotFound,
    Unsupported,
    NoMemory,
    Io,
    Protocol,
    Timeout,
};

// `text` says what was found, what was expected and, where there is one, the next step.
struct Error {
    Code code = Code::Io;
    std::string text;
};

template <class E>
struct Failure {
    E error;
};

template <class T, class E>
class [[nodiscard]] Expected {
public:
    Expected(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Expected(E error) : m_state(std::in_place_index<1>, std::move(error)) {}
    Expected(Failure<E> failure) : m_state(std::in_place_index<1>, std::move(failure.error)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    bool ok() const { return m_state.index() == 0; }
    T& value() { assert(ok()); return *std::get_if<0>(&m_state); }
    const T& value() const { assert(ok()); return *std::get_if<0>(&m_state); }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    E& error() { assert(!ok()); return *std::get_if<1>(&m_state); }
    const E& error() const { assert(!ok()); return *std::get_if<1>(&m_state); }
    Failure<E> failure() const { return {error()}; }

private:
    std::variant<T, E> m_state;
};

// Success carries nothing.
template <class E>
class [[nodiscard]] Expected<void, E> {
public:
    Expected() = default;
    Expected(E error) : m_error(std::move(error)), m_failed(true) {}
    Expected(Failure<E> failure) : m_error(std::move(failure.error)), m_failed(true) {}

    explicit operator bool() const { return !m_failed; }
    bool ok() const { return !m_failed; }
    E& error() { assert(m_failed); return m_error; }
    const E& error() const { assert(m_failed); return m_error; }
    Failure<E> failure() const { return {error()}; }

private:
    E m_error{};
    bool m_failed = false;
};

template <class T>
using Result = Expected<T, Error>;
using Status = Expected<void, Error>;

// PVG_TRY(declaration, expression): unwraps or returns the failure to the caller.
#define PVG_CONCAT_(a, b) a##b
#define PVG_CONCAT(a, b) PVG_CONCAT_(a, b)
#define PVG_TRY(decl, expr) \
    auto PVG_CONCAT(pvgTry_, __LINE__) = (expr); \
    if (!PVG_CONCAT(pvgTry_, __LINE__)) return PVG_CONCAT(pvgTry_, __LINE__).failure(); \
    decl = std::move(*PVG_CONCAT(pvgTry_, __LINE__))
#define PVG_CHECK(expr) \
    do { \
        auto pvgStatus = (expr); \
        if (!pvgStatus) return pvgStatus.failure(); \
    } while (0)

} // namespace pvg
