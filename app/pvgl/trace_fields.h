// Records, commands and registers as names and values: the one form from which the text and the JSON of pvgl trace dump come.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "pvg/base/wire_field.h"
#include "pvg/trace/reader.h"

namespace app {

using Json = nlohmann::ordered_json;

std::string hexBytes(std::span<const std::byte> bytes);
// Text of the file as a terminal and a JSON reader may see it: what is not printable ASCII becomes '?'.
std::string printable(std::string_view text);
std::string commandName(uint16_t id);                 // of the command table; an id without a row in hex
std::string registerName(uint32_t offset);            // same
std::string kindName(pvg::trace::RecordKind kind);

// The fields that `bytes` hold. Repeated ones: as many as their count says and as are there, the first ones only where they are many.
Json wireFields(std::span<const pvg::WireField> fields, std::span<const std::byte> bytes);
// Name, barriers and payload of a FIFO command.
Json commandFields(const pvg::trace::Command& command);
// All of a record: its kind as "record", its fields, and the names of what they number.
Json recordFields(const pvg::trace::RecordView& view);
// name=value, byte strings cut short.
std::string lineOf(const Json& fields);

} // namespace app
