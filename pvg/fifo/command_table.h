// Rows of fifo_commands.inc without their handlers: names, length rules, fields, and what becomes of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "pvg/base/wire_field.h"

namespace pvg {

// By the row's handler. Accepted: nothing to do. Deprecated and Declined end in a Decline of that name.
enum class FifoStatus : uint8_t { Runs, Accepted, Deprecated, Declined };

struct FifoCommandRow {
    uint16_t id = 0;
    const char* name = "";
    uint32_t minimalPayload = 0;
    FifoStatus status = FifoStatus::Runs;
    Feature gate = Feature::None;
    std::span<const WireField> fields; // of the payload
};

std::span<const FifoCommandRow> fifoCommandRows();
// Null for an id without a row.
const FifoCommandRow* findFifoCommand(uint16_t id);

inline constexpr const char* kUnknownCommandName = "unknown";

} // namespace pvg
