// Members of argument buffers as their metadata describes them (air.md 3, struct_type_info).
#pragma once

#include <cstdint>
#include <optional>

#include "shaders/air/entry.h"

namespace air {

struct ArgumentMember {
    Argument argument;  // the resource that the eight bytes name, read as an argument node
    uint32_t count = 0; // elements from `offset` on when it is an array, else 0
};

// The member that lies at byte `offset` of the struct (or of an array of such structs) that `holder` leads to. Null: nothing is said.
std::optional<ArgumentMember> argumentMember(const Argument& holder, uint64_t offset);

} // namespace air
