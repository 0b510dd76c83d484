// A Decline is a guest mistake (or a host limitation the guest ran into): named, with numbers, counted, visible in the HUD and
// in --stats. The command's stamp is still published.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "pvg/base/result.h"

namespace pvg {

enum class DeclineReason : uint16_t {
#define DECLINE(name, text) name,
#include "pvg/base/decline.inc"
#undef DECLINE
    Count
};

std::string_view declineName(DeclineReason reason);
std::string_view declineText(DeclineReason reason);

// `command` is the name of the command table row ("ExecIndirect2", "drawPrimitives", ...) and has static storage duration.
// `numbers` are what was found and what was expected; their meaning is given by `detail`, a static format with up to three {}.
struct Decline {
    DeclineReason reason = DeclineReason::BadField;
    const char* command = "";
    const char* detail = "";
    std::array<uint64_t, 3> numbers{};
    std::string text; // optional free text: a translator's or driver's message

    std::string sentence() const;
};

template <class T>
using Declined = Expected<T, Decline>;

inline Decline decline(DeclineReason reason, const char* detail = "", uint64_t a = 0, uint64_t b = 0, uint64_t c = 0) {
    return Decline{reason, "", detail, {a, b, c}, {}};
}

} // namespace pvg
