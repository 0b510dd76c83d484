// Rows of fifo_commands.inc without their handlers: names and length rules.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace pvg {

struct FifoCommandRow {
    uint16_t id = 0;
    const char* name = "";
    uint32_t minimalPayload = 0;
};

std::span<const FifoCommandRow> fifoCommandRows();
// Null for an id without a row.
const FifoCommandRow* findFifoCommand(uint16_t id);

inline constexpr const char* kUnknownCommandName = "unknown";

} // namespace pvg
