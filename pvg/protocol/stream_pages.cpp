// Pages of stream records, operation records, formats and declines.
#include "pvg/base/decline.h"
#include "pvg/exec/stream_status.h"
#include "pvg/object/operations.h"
#include "pvg/protocol/page.h"
#include "pvg/stream/opcodes.h"

namespace pvg::protocol {

namespace {

constexpr std::string_view kGroups[] = {"Render segments (type 0)", "Compute segments (type 1)", "Blit segments (type 2)",
                                        "Event segments (type 3)",  "Info segments (type 4)",    "Protection envelope (type 5)"};

std::string_view statusText(OperationStatus status) {
    switch (status) {
    case OperationStatus::Makes:
        return "runs";
    case OperationStatus::Kept:
        return "kept until deleted; commands that name it are declined: WrongKind";
    case OperationStatus::Asks:
        return "runs, inside FIFO command 0x40";
    case OperationStatus::Deletes:
        return "runs, inside FIFO command 0x28";
    }
    return "";
}

} // namespace

Page streamPage() {
    Page page("Stream records", "Lengths include the 8-byte header {u32 opcode, u32 length}; field offsets count from the first byte "
                                "behind it. Records whose length depends on "
                                "a count are padded to a multiple of 4.");
    const auto rows = stream::opcodes();
    for (size_t group = 0; group < stream::kGroupCount; ++group) {
        page.section(kGroups[group], {"opcode", "name", "length", "fields", "status", "gate"});
        for (size_t i = 0; i < rows.size(); ++i)
            if (size_t(rows[i].group) == group)
                page.row({fmt::format("0x{:03x}", rows[i].code), rows[i].name, lengthRule(rows[i].total, rows[i].fields),
                          fieldList(rows[i].fields, 0), executesOpcode(i) ? "runs" : "declined: NotImplemented", gateCell(rows[i].gate)});
    }
    page.paragraph(
        "The attachments of 0x01a are spelled out in [stream.md](../stream.md). Every other opcode is declined as UnknownOpcode.");
    return page;
}

Page operationsPage() {
    Page page("Operation records", "Lengths and offsets count from the record's first byte; +0 is u32 op, +4 u32 length. Bit fields are in "
                                   "[objects.md](../objects.md).");
    page.section("Records", {"op", "name", "length", "fields", "status", "gate"});
    for (const OperationRow& row : operationRows()) {
        size_t fixed = row.length ? row.length : 8;
        if (row.length == 0)
            for (const WireField& field : row.fields) fixed += field.isRepeated ? 0 : field.size;
        page.row({fmt::format("0x{:03x}", row.id), row.name, lengthRule(fixed, row.fields), fieldList(row.fields, 8),
                  std::string(statusText(row.status)), gateCell(row.gate)});
    }
    page.paragraph("Every other op is declined as BadDescriptor.");
    return page;
}

Page formatsPage() {
    Page page("Pixel formats", "MTLPixelFormat numbers, and the size of one block in guest memory.");
    page.section("Formats", {"number", "name", "bytes of a block", "block", "kind"});
#define PIXEL_FORMAT(number, name, bytes, width, height, flags)                                                                            \
    page.row({fmt::format("{}", number), #name, fmt::format("{}", bytes), #width " x " #height,                                            \
              std::string_view(#flags) == "0" ? "color" : #flags});
#include "pvg/object/pixel_formats.inc"
#undef PIXEL_FORMAT
    return page;
}

Page declinesPage() {
    Page page("Declines", "Why a piece of guest work was not executed, as `--stats`, HUD and log name it.");
    page.section("Reasons", {"name", "meaning"});
    for (unsigned i = 0; i < unsigned(DeclineReason::Count); ++i)
        page.row({std::string(declineName(DeclineReason(i))), std::string(declineText(DeclineReason(i)))});
    return page;
}

} // namespace pvg::protocol
