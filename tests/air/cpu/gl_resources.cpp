#include "gl_resources.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "renderer-gl/denormals.h"
#include "renderer-gl/gl_backend.h"

namespace aircpu {

namespace {

bool makeContext() {
    const gl::FlushedDenormals flushed;
    EGLDisplay display = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (!display || !eglInitialize(display, nullptr, nullptr) || !eglBindAPI(EGL_OPENGL_API)) return false;
    const EGLint attributes[] = {
        EGL_CONTEXT_MAJOR_VERSION,           4,       EGL_CONTEXT_MINOR_VERSION, 5, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    EGLContext context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
    return context && eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context);
}

constexpr size_t kUniformPadding = 65536; // a uniform block may be declared longer than the buffer is

void bindBuffer(GLuint program, const air::BufferUse& use, GLuint name) {
    const bool isUniform = use.kind == air::BlockKind::Uniform;
    const GLuint index = glGetProgramResourceIndex(program, isUniform ? GL_UNIFORM_BLOCK : GL_SHADER_STORAGE_BLOCK, use.blockName.c_str());
    glBindBufferBase(isUniform ? GL_UNIFORM_BUFFER : GL_SHADER_STORAGE_BUFFER, use.metalIndex, name);
    if (index == GL_INVALID_INDEX) return; // the driver found it unused
    if (isUniform)
        glUniformBlockBinding(program, index, use.metalIndex);
    else
        glShaderStorageBlockBinding(program, index, use.metalIndex);
}

bool isInArena(const air::BufferUse& use) { return use.blockName.ends_with(std::string("_") + air::kArenaName); }

void setPair(GLuint program, const std::string& array, uint32_t index, GLuint x, GLuint y) {
    glProgramUniform2ui(program, glGetUniformLocation(program, fmt::format("{}[{}]", array, index).c_str()), x, y);
}

struct Format {
    GLenum internal, format, type;
};
constexpr std::array<Format, 3> kFormats = {
    {{GL_RGBA32F, GL_RGBA, GL_FLOAT}, {GL_RGBA32I, GL_RGBA_INTEGER, GL_INT}, {GL_RGBA32UI, GL_RGBA_INTEGER, GL_UNSIGNED_INT}}};

GLuint upload(const Texture& t) {
    const Format& f = kFormats[size_t(t.kind)];
    const auto width = GLsizei(t.width), height = GLsizei(t.height), depth = GLsizei(t.depth);
    GLuint name = 0;
    glCreateTextures(t.dimensions == 3 ? GL_TEXTURE_3D : GL_TEXTURE_2D, 1, &name);
    if (t.dimensions == 3) {
        glTextureStorage3D(name, 1, f.internal, width, height, depth);
        glTextureSubImage3D(name, 0, 0, 0, 0, width, height, depth, f.format, f.type, t.texels.data());
    } else {
        glTextureStorage2D(name, 1, f.internal, width, height);
        glTextureSubImage2D(name, 0, 0, 0, width, height, f.format, f.type, t.texels.data());
    }
    glTextureParameteri(name, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTextureParameteri(name, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    return name;
}

GLuint makeSampler(GLenum min, GLenum mag, GLenum s, GLenum t, const Texture::Texel& border) {
    GLuint name = 0;
    glCreateSamplers(1, &name);
    glSamplerParameteri(name, GL_TEXTURE_MIN_FILTER, GLint(min));
    glSamplerParameteri(name, GL_TEXTURE_MAG_FILTER, GLint(mag));
    glSamplerParameteri(name, GL_TEXTURE_WRAP_S, GLint(s));
    glSamplerParameteri(name, GL_TEXTURE_WRAP_T, GLint(t));
    glSamplerParameterfv(name, GL_TEXTURE_BORDER_COLOR, reinterpret_cast<const GLfloat*>(border.data()));
    return name;
}

GLuint argumentSampler(const Sampler& s) {
    constexpr std::array<GLenum, 5> kWraps = {GL_CLAMP_TO_BORDER, GL_CLAMP_TO_EDGE, GL_REPEAT, GL_MIRRORED_REPEAT, GL_CLAMP_TO_BORDER};
    const GLenum filter = s.isLinear ? GL_LINEAR : GL_NEAREST;
    return makeSampler(filter, filter, kWraps[size_t(s.s)], kWraps[size_t(s.t)], s.border);
}

// MTLSamplerAddressMode and MTLSamplerBorderColor numbers.
GLuint constexprSampler(const air::ConstexprSampler& s) {
    constexpr std::array<GLenum, 6> kWraps = {GL_CLAMP_TO_EDGE,   GL_MIRROR_CLAMP_TO_EDGE, GL_REPEAT,
                                              GL_MIRRORED_REPEAT, GL_CLAMP_TO_BORDER,      GL_CLAMP_TO_BORDER};
    const uint32_t one = 0x3f800000, white = s.border == 2 ? one : 0;
    return makeSampler(s.minFilter ? GL_LINEAR : GL_NEAREST, s.magFilter ? GL_LINEAR : GL_NEAREST, kWraps.at(s.s), kWraps.at(s.t),
                       {white, white, white, s.border ? one : 0});
}

} // namespace

bool hasGl() {
    static const bool isThere = makeContext();
    return isThere;
}

const air::Capabilities& glCapabilities() {
    static const air::Capabilities capabilities = gl::measureShaderCapabilities();
    return capabilities;
}

std::string withPreamble(const std::string& glsl, const std::string& defines) {
    size_t at = glsl.find('\n') + 1;
    while (glsl.compare(at, 10, "#extension") == 0) at = glsl.find('\n', at) + 1;
    return glsl.substr(0, at) + defines + glsl.substr(at);
}

unsigned linkProgram(const std::vector<StageText>& stages, const std::vector<std::string>& captured, std::string& problem) {
    const GLuint program = glCreateProgram();
    for (const StageText& stage : stages) {
        const GLuint shader = glCreateShader(stage.kind);
        const char* source = stage.text.c_str();
        glShaderSource(shader, 1, &source, nullptr);
        glCompileShader(shader);
        glAttachShader(program, shader);
        GLint isCompiled = 0;
        glGetShaderiv(shader, GL_COMPILE_STATUS, &isCompiled);
        std::array<char, 2000> log{};
        if (!isCompiled) glGetShaderInfoLog(shader, log.size(), nullptr, log.data());
        problem += log.data();
        glDeleteShader(shader);
    }
    std::vector<const char*> names;
    for (const std::string& name : captured) names.push_back(name.c_str());
    if (!names.empty()) glTransformFeedbackVaryings(program, GLsizei(names.size()), names.data(), GL_INTERLEAVED_ATTRIBS);
    glLinkProgram(program);
    GLint isLinked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &isLinked);
    if (isLinked) return program;
    std::array<char, 2000> log{};
    glGetProgramInfoLog(program, log.size(), nullptr, log.data());
    problem = "driver: " + problem + log.data();
    glDeleteProgram(program);
    return 0;
}

GlBuffers::GlBuffers(unsigned program, const air::Reflection& reflection, const std::string& prefix,
                     const std::map<uint32_t, Bytes>& buffers) {
    for (const auto& [index, bytes] : buffers) {
        Bytes padded = bytes;
        padded.resize(std::max(bytes.size(), kUniformPadding));
        glCreateBuffers(1, &m_names[index]);
        glNamedBufferStorage(m_names[index], GLsizeiptr(padded.size()), padded.data(), 0);
        m_sizes[index] = bytes.size();
        setPair(program, prefix + "_info", index, 0, GLuint(bytes.size()));
        setPair(program, prefix + "_place", index, m_names[index], 0);
    }
    for (const air::BufferUse& use : reflection.buffers)
        if (!isInArena(use) && m_names.contains(use.metalIndex)) bindBuffer(program, use, m_names[use.metalIndex]);
    bindArena(program, reflection, prefix, buffers);
}

// Buffers without a block of their own: copies behind one another.
void GlBuffers::bindArena(unsigned program, const air::Reflection& reflection, const std::string& prefix,
                          const std::map<uint32_t, Bytes>& buffers) {
    Bytes all;
    for (const air::BufferUse& use : reflection.buffers) {
        const auto found = buffers.find(use.metalIndex);
        if (!isInArena(use) || found == buffers.end()) continue;
        setPair(program, prefix + "_info", use.metalIndex, GLuint(all.size()), GLuint(found->second.size()));
        m_inArena[use.metalIndex] = all.size();
        all.insert(all.end(), found->second.begin(), found->second.end());
        all.resize((all.size() + 15) / 16 * 16);
    }
    if (reflection.usesMemory) addMemory(program, prefix, buffers, all);
    if (all.empty()) return;
    constexpr GLuint kBinding = 31; // behind the Metal indices
    const GLuint index = glGetProgramResourceIndex(program, GL_SHADER_STORAGE_BLOCK, (prefix + "_" + air::kArenaName).c_str());
    if (index == GL_INVALID_INDEX) return;
    all.resize((all.size() + 15) / 16 * 16);
    glCreateBuffers(1, &m_arena);
    glNamedBufferStorage(m_arena, GLsizeiptr(all.size()), all.data(), 0);
    glShaderStorageBlockBinding(program, index, kBinding);
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, kBinding, m_arena);
}

// What pointers lead to that the function finds: copies of all buffers. Stores through them are not seen by contents().
void GlBuffers::addMemory(unsigned program, const std::string& prefix, const std::map<uint32_t, Bytes>& buffers, Bytes& arena) {
    std::vector<GLuint> table;
    const size_t start = arena.size();
    for (const auto& [index, bytes] : buffers) {
        const GLuint high = index + 1; // an address that no other buffer has
        table.insert(table.end(), {0, high, GLuint(bytes.size()), GLuint(arena.size() - start)});
        setPair(program, prefix + "_address", index, 0, high);
        arena.insert(arena.end(), bytes.begin(), bytes.end());
        arena.resize((arena.size() + 31) / 16 * 16);
    }
    const size_t end = arena.size();
    arena.resize(end + table.size() * sizeof(GLuint));
    std::memcpy(arena.data() + end, table.data(), table.size() * sizeof(GLuint));
    glProgramUniform4ui(program, glGetUniformLocation(program, (prefix + "_memory").c_str()), GLuint(start), GLuint(end - start),
                        GLuint(end / 4), GLuint(buffers.size()));
}

GlBuffers::~GlBuffers() {
    for (const auto& [index, name] : m_names) glDeleteBuffers(1, &name);
    glDeleteBuffers(1, &m_arena);
}

std::map<uint32_t, Bytes> GlBuffers::contents() const {
    std::map<uint32_t, Bytes> all;
    glMemoryBarrier(GL_BUFFER_UPDATE_BARRIER_BIT);
    for (const auto& [index, name] : m_names) {
        Bytes& bytes = all[index];
        bytes.resize(m_sizes.at(index));
        const auto copy = m_inArena.find(index);
        const bool isCopy = m_arena != 0 && copy != m_inArena.end();
        if (bytes.empty()) continue;
        glGetNamedBufferSubData(isCopy ? m_arena : name, isCopy ? GLintptr(copy->second) : 0, GLsizeiptr(bytes.size()), bytes.data());
    }
    return all;
}

const char* GlTextures::qualifier(uint8_t componentType) {
    constexpr std::array kQualifiers = {"rgba32f", "rgba32i", "rgba32ui"};
    return kQualifiers.at(componentType);
}

GlTextures::GlTextures(unsigned program, const air::Reflection& reflection, const Resources& resources) {
    for (const auto& [index, texture] : resources.textures)
        if (texture.isWritten) nameOf(index, texture); // contents() has those too that the translation found unused
    GLuint unit = 0;
    for (const air::TextureUse& use : reflection.textures) {
        const auto texture = resources.textures.find(use.metalIndex);
        if (texture == resources.textures.end()) {
            m_problem = "no texture for " + use.uniformName;
            return;
        }
        if (use.isImage) {
            bindImage(program, use, texture->second);
            continue;
        }
        GLuint sampler = 0;
        if (use.sampler == air::TextureUse::Sampler::Constexpr)
            sampler = constexprSampler(reflection.constexprSamplers.at(use.samplerIndex));
        if (use.sampler == air::TextureUse::Sampler::Argument) sampler = argumentSampler(resources.samplers.at(use.samplerIndex));
        if (sampler) m_samplers.push_back(sampler);
        glBindTextureUnit(unit, nameOf(use.metalIndex, texture->second));
        glBindSampler(unit, sampler);
        glProgramUniform1i(program, glGetUniformLocation(program, use.uniformName.c_str()), GLint(unit++));
    }
}

unsigned GlTextures::nameOf(uint32_t index, const Texture& texture) {
    if (texture.isWritten) m_written[index] = &texture;
    const auto [place, isNew] = m_textures.try_emplace(index, 0);
    if (isNew) place->second = upload(texture);
    return place->second;
}

void GlTextures::bindImage(unsigned program, const air::TextureUse& use, const Texture& texture) {
    const GLenum access = use.isImageRead ? GL_READ_WRITE : GL_WRITE_ONLY;
    glBindImageTexture(m_images, nameOf(use.metalIndex, texture), 0, GL_TRUE, 0, access, kFormats[size_t(texture.kind)].internal);
    glProgramUniform1i(program, glGetUniformLocation(program, use.uniformName.c_str()), GLint(m_images++));
}

std::map<uint32_t, Bytes> GlTextures::contents() const {
    std::map<uint32_t, Bytes> all;
    glMemoryBarrier(GL_TEXTURE_UPDATE_BARRIER_BIT);
    for (const auto& [index, texture] : m_written) {
        Bytes& bytes = all[kFirstImage + index];
        bytes.resize(texture->texels.size() * sizeof(Texture::Texel));
        const Format& f = kFormats[size_t(texture->kind)];
        glGetTextureImage(m_textures.at(index), 0, f.format, f.type, GLsizei(bytes.size()), bytes.data());
    }
    return all;
}

GlTextures::~GlTextures() {
    for (const auto& [index, name] : m_textures) glDeleteTextures(1, &name);
    glDeleteSamplers(GLsizei(m_samplers.size()), m_samplers.data());
}

} // namespace aircpu
