// `pvgl shader --constant INDEX:TYPE=VALUE`: a function constant as people write it.
#pragma once

#include <string>

#include "pvg/base/result.h"
#include "shaders/air/reflection.h"

namespace air {

// TYPE: bool, or (u)char, (u)short, (u)int, (u)long, half, float, each with 2, 3 or 4 behind it for a vector, whose values commas separate:
// "3:float2=1,0.5", "0:bool=true". An error is a sentence that quotes the text.
pvg::Result<FunctionConstant> parseConstant(const std::string& text);

} // namespace air
