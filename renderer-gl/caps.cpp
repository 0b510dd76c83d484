#include "renderer-gl/caps.h"

#include <algorithm>
#include <string>

#include "renderer-gl/gl_backend.h"
#include "renderer-gl/loop_probe.h"

namespace gl {

namespace {

GLint integer(GLenum name) {
    GLint value = 0;
    glGetIntegerv(name, &value);
    return value;
}

GLint integerAt(GLenum name, GLuint index) {
    GLint value = 0;
    glGetIntegeri_v(name, index, &value);
    return value;
}

std::string text(GLenum name) {
    const auto* bytes = reinterpret_cast<const char*>(glGetString(name));
    return bytes != nullptr ? bytes : "";
}

GLint least(std::initializer_list<GLenum> names) {
    GLint result = integer(*names.begin());
    for (const GLenum name : names) result = std::min(result, integer(name));
    return result;
}

// maxSamples is what one pass may ask of colour and depth together.
void measureReported(pvg::BackendCaps& caps) {
    caps.renderer = text(GL_RENDERER);
    caps.version = text(GL_VERSION);
    caps.maxSamples = uint32_t(std::clamp(least({GL_MAX_COLOR_TEXTURE_SAMPLES, GL_MAX_DEPTH_TEXTURE_SAMPLES, GL_MAX_SAMPLES}), 1, 8));
    for (GLuint axis = 0; axis < 3; ++axis) caps.maxThreadsPerThreadgroup[axis] = uint32_t(integerAt(GL_MAX_COMPUTE_WORK_GROUP_SIZE, axis));
    caps.maxTotalThreadsPerThreadgroup = uint32_t(std::min(integer(GL_MAX_COMPUTE_WORK_GROUP_INVOCATIONS), 1024));
    caps.maxThreadgroupMemory = uint32_t(integer(GL_MAX_COMPUTE_SHARED_MEMORY_SIZE));
    caps.maxTextureSize = uint32_t(std::min(integer(GL_MAX_TEXTURE_SIZE), 16384));
    caps.maxTextureLayers = uint32_t(std::min(integer(GL_MAX_ARRAY_TEXTURE_LAYERS), 2048));
}

void measureExtensions(Caps& caps) {
    const auto has = [](const char* name) { return epoxy_has_gl_extension(name); };
    const int version = epoxy_gl_version();
    caps.hasPolygonOffsetClamp = version >= 46 || has("GL_ARB_polygon_offset_clamp");
    caps.hasParallelCompile = has("GL_KHR_parallel_shader_compile") || has("GL_ARB_parallel_shader_compile");
    caps.hasAnisotropy = version >= 46 || has("GL_EXT_texture_filter_anisotropic") || has("GL_ARB_texture_filter_anisotropic");
    caps.hasS3tc = has("GL_EXT_texture_compression_s3tc") && has("GL_EXT_texture_sRGB");
    caps.hasAstcLdr = has("GL_KHR_texture_compression_astc_ldr");
    caps.hasAstcHdr = has("GL_KHR_texture_compression_astc_hdr");
    if (caps.hasAnisotropy) glGetFloatv(GL_MAX_TEXTURE_MAX_ANISOTROPY_EXT, &caps.maxAnisotropy);
}

void measureLimits(Caps& caps) {
    caps.storageAlignment = integer(GL_SHADER_STORAGE_BUFFER_OFFSET_ALIGNMENT);
    caps.uniformAlignment = integer(GL_UNIFORM_BUFFER_OFFSET_ALIGNMENT);
    GLint64 bytes = 0;
    glGetInteger64v(GL_MAX_SHADER_STORAGE_BLOCK_SIZE, &bytes);
    caps.maxStorageBytes = uint64_t(std::max<GLint64>(bytes, 1 << 27));
    caps.maxStorageBindings = integer(GL_MAX_SHADER_STORAGE_BUFFER_BINDINGS);
    caps.maxUniformBindings = integer(GL_MAX_UNIFORM_BUFFER_BINDINGS);
    caps.maxTextureUnits = integer(GL_MAX_COMBINED_TEXTURE_IMAGE_UNITS);
    caps.maxImageUnits = integer(GL_MAX_IMAGE_UNITS);
    caps.maxVertexAttributes = integer(GL_MAX_VERTEX_ATTRIBS);
    caps.maxVertexBindings = integer(GL_MAX_VERTEX_ATTRIB_BINDINGS);
    caps.maxAttributeStride = integer(GL_MAX_VERTEX_ATTRIB_STRIDE);
    caps.maxAttributeOffset = integer(GL_MAX_VERTEX_ATTRIB_RELATIVE_OFFSET);
    caps.maxVolumeSize = integer(GL_MAX_3D_TEXTURE_SIZE);
    caps.maxCubeSize = integer(GL_MAX_CUBE_MAP_TEXTURE_SIZE);
    caps.maxTextureBufferTexels = integer(GL_MAX_TEXTURE_BUFFER_SIZE);
    caps.maxFramebufferSize = least({GL_MAX_FRAMEBUFFER_WIDTH, GL_MAX_FRAMEBUFFER_HEIGHT});
    caps.maxColorSamples = integer(GL_MAX_COLOR_TEXTURE_SAMPLES);
    caps.maxDepthSamples = integer(GL_MAX_DEPTH_TEXTURE_SAMPLES);
    caps.maxIntegerSamples = integer(GL_MAX_INTEGER_SAMPLES);
    for (GLuint axis = 0; axis < 3; ++axis) caps.maxGroups[axis] = integerAt(GL_MAX_COMPUTE_WORK_GROUP_COUNT, axis);
}

} // namespace

bool Caps::supports(const PixelFormat& format) const {
    switch (format.need) {
    case FormatNeed::Core: return true;
    case FormatNeed::S3tc: return hasS3tc;
    case FormatNeed::AstcLdr: return hasAstcLdr;
    case FormatNeed::AstcHdr: return hasAstcHdr;
    }
    return false;
}

pvg::Result<Caps> measureCaps() {
    if (epoxy_gl_version() < 45)
        return pvg::Error{pvg::Code::Unsupported, "the current OpenGL context is " + text(GL_VERSION) + "; pvgl needs a 4.5 core context"};
    Caps caps;
    measureReported(caps.reported);
    measureExtensions(caps);
    measureLimits(caps);
    return caps;
}

air::Capabilities measureShaderCapabilities() {
    const auto has = [](const char* name) { return epoxy_has_gl_extension(name); };
    air::Capabilities caps;
    caps.maxStorageBlocks =
        uint32_t(least({GL_MAX_VERTEX_SHADER_STORAGE_BLOCKS, GL_MAX_FRAGMENT_SHADER_STORAGE_BLOCKS, GL_MAX_COMPUTE_SHADER_STORAGE_BLOCKS}));
    caps.maxUniformBlocks = uint32_t(least({GL_MAX_VERTEX_UNIFORM_BLOCKS, GL_MAX_FRAGMENT_UNIFORM_BLOCKS, GL_MAX_COMPUTE_UNIFORM_BLOCKS}));
    caps.maxUniformBlockSize = uint32_t(integer(GL_MAX_UNIFORM_BLOCK_SIZE));
    caps.maxTextureUnits =
        uint32_t(least({GL_MAX_VERTEX_TEXTURE_IMAGE_UNITS, GL_MAX_TEXTURE_IMAGE_UNITS, GL_MAX_COMPUTE_TEXTURE_IMAGE_UNITS}));
    caps.maxImageUnits = uint32_t(least({GL_MAX_VERTEX_IMAGE_UNIFORMS, GL_MAX_FRAGMENT_IMAGE_UNIFORMS, GL_MAX_COMPUTE_IMAGE_UNIFORMS}));
    caps.maxSharedMemory = uint32_t(integer(GL_MAX_COMPUTE_SHARED_MEMORY_SIZE));
    caps.int64 = has("GL_ARB_gpu_shader_int64");
    caps.drawParameters = has("GL_ARB_shader_draw_parameters");
    caps.viewportLayerArray = has("GL_ARB_shader_viewport_layer_array");
    caps.stencilExport = has("GL_ARB_shader_stencil_export");
    caps.shaderBallot = has("GL_ARB_shader_ballot");
    caps.shadowLod = has("GL_EXT_texture_shadow_lod");
    caps.loopExitsByFlag = !breakKeepsValues();
    return caps;
}

} // namespace gl
