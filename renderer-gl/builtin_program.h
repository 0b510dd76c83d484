// Programs of our own (shaders/builtin), linked when first used.
#pragma once

#include <initializer_list>

#include "renderer-gl/handle.h"

namespace gl {

struct BuiltinStage {
    GLenum stage;
    const char* text;
};

// A text the driver refuses is a mistake of ours: it is logged and the program is 0.
ProgramName linkBuiltin(std::initializer_list<BuiltinStage> stages);

} // namespace gl
