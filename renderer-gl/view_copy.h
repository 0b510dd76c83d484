// What a blit can read of a multisample view. Mesa's blits take a view's store from its first layer on and in the store's format, whatever the
// view's range and format are. Thread: the one of the context.
#pragma once

#include "renderer-gl/textures.h"

namespace gl {

// A texture of its own, of one level, with the samples of `slice` in the view's format; to be attached as image 0 of slice 0.
Texture copyOfSamples(const Texture& view, uint32_t slice);

} // namespace gl
