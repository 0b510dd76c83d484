#include "pvg/base/gpu_fault.h"

#include <charconv>

namespace pvg {

namespace {

struct Name {
    std::string_view text;
    GpuFault::Kind kind;
};
constexpr Name kNames[] = {
    {"context-reset", GpuFault::Kind::ContextReset},
    {"fence-timeout", GpuFault::Kind::FenceTimeout},
    {"out-of-memory", GpuFault::Kind::OutOfMemory},
    {"link-failure", GpuFault::Kind::LinkFailure},
};

} // namespace

Result<GpuFault> parseGpuFault(std::string_view text) {
    const size_t at = text.find('@');
    const std::string_view number = at == std::string_view::npos ? "" : text.substr(at + 1);
    GpuFault fault;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), fault.at);
    const bool isNumber = error == std::errc{} && end == number.data() + number.size() && fault.at > 0;
    for (const Name& name : kNames) {
        fault.kind = name.kind;
        if (isNumber && text.substr(0, at) == name.text) return fault;
    }
    return Error{Code::InvalidArgument, "'" + std::string(text) + "' is not a fault such as context-reset@3"};
}

} // namespace pvg
