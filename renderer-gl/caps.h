// What the current context can do, measured once. Nothing is concluded from a vendor name.
#pragma once

#include <epoxy/gl.h>

#include <array>

#include "pvg/base/result.h"
#include "pvg/exec/backend.h"
#include "renderer-gl/formats.h"

namespace gl {

struct Caps {
    pvg::BackendCaps reported;

    // Clip origin. UPPER_LEFT where it follows Metal's top-left fill rule (tie_rule.h), else LOWER_LEFT with position.y negated in the
    // vertex stage and the winding exchanged.
    bool isUpperLeft = true;

    GLint storageAlignment = 16, uniformAlignment = 16;
    uint64_t maxStorageBytes = uint64_t(1) << 27; // of a block
    GLint maxStorageBindings = 16, maxUniformBindings = 36, maxTextureUnits = 96, maxImageUnits = 8;
    GLint maxVertexAttributes = 16, maxVertexBindings = 16, maxAttributeStride = 2048, maxAttributeOffset = 2047;
    GLint maxVolumeSize = 2048, maxCubeSize = 16384, maxTextureBufferTexels = 65536;
    GLint maxFramebufferSize = 16384;
    GLint maxColorSamples = 4, maxDepthSamples = 4, maxIntegerSamples = 1;
    std::array<GLint, 3> maxGroups{65535, 65535, 65535};
    float maxAnisotropy = 1.0F;

    bool hasPolygonOffsetClamp = false, hasParallelCompile = false, hasAnisotropy = false;
    bool hasS3tc = false, hasAstcLdr = false, hasAstcHdr = false;
    bool prefersClientPointers = true; // upload_probe.h

    bool supports(const PixelFormat& format) const;
};

// Fails when the context is not a 4.5 one.
pvg::Result<Caps> measureCaps();

} // namespace gl
