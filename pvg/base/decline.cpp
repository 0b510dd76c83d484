#include "pvg/base/decline.h"

#include <fmt/format.h>

namespace pvg {

namespace {
struct Row {
    std::string_view name, text;
};
constexpr Row kRows[] = {
#define DECLINE(name, text) {#name, text},
#include "pvg/base/decline.inc"
#undef DECLINE
};
} // namespace

std::string_view declineName(DeclineReason reason) {
    return reason < DeclineReason::Count ? kRows[size_t(reason)].name : "?";
}

std::string_view declineText(DeclineReason reason) {
    return reason < DeclineReason::Count ? kRows[size_t(reason)].text : "?";
}

std::string Decline::sentence() const {
    std::string out = fmt::format("{}{}{}: {}", declineName(reason), *command ? " in " : "", command, declineText(reason));
    if (*detail) out += " (" + fmt::format(fmt::runtime(detail), numbers[0], numbers[1], numbers[2]) + ")";
    if (!text.empty()) out += ": " + text;
    return out;
}

} // namespace pvg
