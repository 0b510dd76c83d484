// Writes Metal libraries: for the project's own demo shaders and for tests. Shares no code with the reader, so that each can catch the
// other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pvg/base/result.h"
#include "shaders/air/container.h"

namespace air {

// One attribute of a vertex function's stage_in (VATT and VATY).
struct StageInAttribute {
    std::string name;
    uint16_t location = 0;
    uint8_t dataType = 0; // Metal data type: 4 float2, 6 float4
};

struct PackedFunction {
    std::string name{};
    FunctionKind kind = FunctionKind::Vertex;
    std::span<const std::byte> bitcode{}; // plain or wrapped; plain bitcode gets a wrapper
    std::vector<StageInAttribute> attributes{};
    std::array<uint16_t, 2> airVersion{2, 6};
    std::array<uint16_t, 2> languageVersion{3, 1};
};

// A library as a guest's driver hands it over (air.md 2): tags NAME TYPE HASH OFFT VERS MDSZ, one UUID in the header extension, public
// metadata empty but for VATT/VATY. Modules are wrapped and padded to 16. Fails on a name or attribute that does not fit its tag.
pvg::Result<std::vector<std::byte>> packContainer(std::span<const PackedFunction> functions);

} // namespace air
