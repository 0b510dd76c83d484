// PNG encoding of a presented picture.
#pragma once

#include <cstddef>
#include <vector>

#include "pvg/base/result.h"
#include "pvg/exec/backend.h"

namespace app {

// 8-bit RGB; alpha is dropped, since a display has none (decisions.md 37).
pvg::Result<std::vector<std::byte>> encodePng(const pvg::PresentedImage& image);

} // namespace app
