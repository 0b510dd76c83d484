#include "pvg/fifo/command_table.h"

#include <algorithm>

namespace pvg {

namespace {
constexpr FifoCommandRow kRows[] = {
#define FIFO_COMMAND(id, name, payload, handler) {id, name, payload},
#include "pvg/fifo/fifo_commands.inc"
#undef FIFO_COMMAND
};
} // namespace

std::span<const FifoCommandRow> fifoCommandRows() { return kRows; }

const FifoCommandRow* findFifoCommand(uint16_t id) {
    auto row = std::lower_bound(std::begin(kRows), std::end(kRows), id, [](const FifoCommandRow& r, uint16_t wanted) { return r.id < wanted; });
    return row != std::end(kRows) && row->id == id ? row : nullptr;
}

} // namespace pvg
