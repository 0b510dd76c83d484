#include "pvg/fifo/command_table.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pvg {

namespace {

#include "pvg/base/wire_fields.inc"
#define TASK(name) info.add({#name, "u32 task", 4});
#define VA(name) info.add({#name, "u64 task address", 8});
#define PN(name) info.add({#name, "u32 page number", 4});
#define RECORD(name, bytes) info.add({#name, "operation record", bytes});
#define ENTRIES(name, fields, bytes) info.add({#name, fields, bytes, true});

constexpr WireFields kFields[] = {
#define FIFO_COMMAND(id, name, payload, handler, ...)                                                                                      \
    [] {                                                                                                                                   \
        WireFields info;                                                                                                                   \
        __VA_ARGS__                                                                                                                        \
        return info;                                                                                                                       \
    }(),
#include "pvg/fifo/fifo_commands.inc"
#undef FIFO_COMMAND
};

#undef TASK
#undef VA
#undef PN
#undef RECORD
#undef ENTRIES
#include "pvg/base/wire_fields_end.inc"

constexpr FifoStatus statusOf(std::string_view handler) {
    if (handler == "accept" || handler == "displaySetProperties") return FifoStatus::Accepted;
    if (handler == "deprecated") return FifoStatus::Deprecated;
    return handler == "notExecuted" || handler == "displaySwapMapping" ? FifoStatus::Declined : FifoStatus::Runs;
}

constexpr auto kRows = [] {
    auto rows = std::to_array<FifoCommandRow>({
#define FIFO_COMMAND(id, name, payload, handler, ...) {id, name, payload, statusOf(#handler), Feature::None, {}},
#include "pvg/fifo/fifo_commands.inc"
#undef FIFO_COMMAND
    });
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i].gate = kFields[i].gate;
        rows[i].fields = kFields[i].fields();
    }
    return rows;
}();

constexpr bool arePayloadsRight() {
    for (size_t i = 0; i < kRows.size(); ++i)
        if (kFields[i].size() != kRows[i].minimalPayload) return false;
    return true;
}
static_assert(arePayloadsRight(), "the fields of a row add up to its least payload");

} // namespace

std::span<const FifoCommandRow> fifoCommandRows() { return kRows; }

const FifoCommandRow* findFifoCommand(uint16_t id) {
    auto row =
        std::lower_bound(std::begin(kRows), std::end(kRows), id, [](const FifoCommandRow& r, uint16_t wanted) { return r.id < wanted; });
    return row != std::end(kRows) && row->id == id ? row : nullptr;
}

} // namespace pvg
