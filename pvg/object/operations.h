// Serializer operation records: {u32 op, u32 length, fields}; the tail of every object descriptor but types 1 and 4, and the body of 0x28
// (objects.md 0, 4; operations table). Pure functions over private copies.
#pragma once

#include <cstdint>
#include <span>

#include "pvg/base/decline.h"
#include "pvg/base/wire_field.h"
#include "pvg/object/descriptors.h"

namespace pvg {

enum class Operation : uint32_t {
#define OPERATION(id, name, length, Makes, ...) name = id,
#include "pvg/object/operations.inc"
#undef OPERATION
};

// What a record becomes. Kept: for its kind alone, so that it can be deleted; a command that names it is declined.
enum class OperationStatus : uint8_t { Makes, Kept, Asks, Deletes };
struct OperationRow {
    uint32_t id = 0;
    const char* name = "";
    uint32_t length = 0; // 0: the record carries its own
    OperationStatus status = OperationStatus::Makes;
    Feature gate = Feature::None;
    std::span<const WireField> fields; // behind id and length
};
std::span<const OperationRow> operationRows();

struct OperationRecord {
    Operation op{};
    std::span<const std::byte> bytes; // the whole record: field offsets count from its first byte
};

// The record that fills `bytes` exactly. An unknown op, or a length other than the table's or the span's, is declined.
Declined<OperationRecord> openRecord(std::span<const std::byte> bytes);

// Whether a 0x28 record with this op deletes an object of that kind (objects.md 3: nothing else may go).
bool deletesKind(Operation op, const ObjectDescriptor& descriptor);

} // namespace pvg
