// How many functions the Metal library behind a function object says it holds (objects.md 8, decisions.md 25). Only counted here: the
// translator reads the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace pvg {

// `library`: a private copy. 1 for bare bitcode and for whatever is no library: that is the translator's to refuse.
uint32_t functionCount(std::span<const std::byte> library);

} // namespace pvg
