// What this host leaves out, and why: rows that do not run, by the feature that gates them.
#include "pvg/exec/stream_status.h"
#include "pvg/fifo/command_table.h"
#include "pvg/object/operations.h"
#include "pvg/protocol/page.h"
#include "pvg/stream/opcodes.h"

namespace pvg::protocol {

namespace {

struct Tally {
    std::string_view table;
    size_t rows = 0, running = 0, declined = 0;
};

std::array<Tally, 3> tallies() {
    Tally fifo{"FIFO commands", 0, 0, 0}, operations{"operation records", 0, 0, 0}, opcodes{"stream records", 0, 0, 0};
    const auto count = [](Tally& tally, bool runs) {
        ++tally.rows;
        ++(runs ? tally.running : tally.declined);
    };
    for (const FifoCommandRow& row : fifoCommandRows()) count(fifo, row.status == FifoStatus::Runs || row.status == FifoStatus::Accepted);
    for (const OperationRow& row : operationRows()) count(operations, row.status != OperationStatus::Kept);
    for (size_t i = 0; i < stream::opcodes().size(); ++i) count(opcodes, executesOpcode(i));
    return {fifo, operations, opcodes};
}

void append(std::string& list, std::string item) {
    if (!list.empty()) list += ", ";
    list += std::move(item);
}

// Rows behind this gate that run, and those that do not.
struct Gated {
    std::string running, declined;
};
Gated gatedBy(Feature feature) {
    Gated out;
    for (const FifoCommandRow& row : fifoCommandRows())
        if (row.gate == feature)
            append(row.status == FifoStatus::Declined ? out.declined : out.running, fmt::format("FIFO 0x{:02x}", row.id));
    for (const OperationRow& row : operationRows())
        if (row.gate == feature)
            append(row.status == OperationStatus::Kept ? out.declined : out.running, fmt::format("op 0x{:02x}", row.id));
    const auto rows = stream::opcodes();
    for (size_t i = 0; i < rows.size(); ++i)
        if (rows[i].gate == feature) append(executesOpcode(i) ? out.running : out.declined, fmt::format("0x{:03x}", rows[i].code));
    return out;
}

} // namespace

Page statusPage() {
    Page page("Status", "A stream record runs when an encoder of this host has a handler of its type; a FIFO command by its handler; an "
                        "operation by the descriptor it "
                        "becomes. Unit tests send every row and compare.");
    page.section("Totals", {"table", "rows", "run or are accepted", "declined by design"});
    for (const Tally& tally : tallies())
        page.row(
            {std::string(tally.table), fmt::format("{}", tally.rows), fmt::format("{}", tally.running), fmt::format("{}", tally.declined)});
    page.section("By feature", {"feature", "what it is", "a guest uses it when", "runs", "declined"});
#define FEATURE(name, what, permission)                                                                                                    \
    {                                                                                                                                      \
        const Gated gated = gatedBy(Feature::name);                                                                                        \
        page.row({#name, what, permission, gated.running, gated.declined});                                                                \
    }
#include "pvg/base/feature.inc"
#undef FEATURE
    page.paragraph("Registers all work; those marked as storage are read by the boot firmware alone. Ids marked deprecated have no payload "
                   "that anybody knows and are "
                   "declined as DeprecatedCommand. Parts of a command that are declined although the command runs are listed in "
                   "[limits.md](../limits.md).");
    return page;
}

} // namespace pvg::protocol
