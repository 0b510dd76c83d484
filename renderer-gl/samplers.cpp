#include "renderer-gl/samplers.h"

#include <algorithm>
#include <bit>

#include "renderer-gl/hash.h"

namespace gl {

using pvg::mtl::AddressMode;
using pvg::mtl::BorderColor;
using pvg::mtl::MinMagFilter;
using pvg::mtl::MipFilter;

namespace {

// Above this many states the cache starts anew; guests use some dozens.
constexpr size_t kMostObjects = 4096;

GLint wrapMode(AddressMode mode) {
    switch (mode) {
    case AddressMode::ClampToEdge: return GL_CLAMP_TO_EDGE;
    case AddressMode::MirrorClampToEdge: return GL_MIRROR_CLAMP_TO_EDGE;
    case AddressMode::Repeat: return GL_REPEAT;
    case AddressMode::MirrorRepeat: return GL_MIRRORED_REPEAT;
    case AddressMode::ClampToZero:
    case AddressMode::ClampToBorderColor: return GL_CLAMP_TO_BORDER;
    }
    return GL_CLAMP_TO_EDGE;
}

GLint minFilter(const pvg::SamplerDescriptor& d) {
    const bool isLinear = d.minFilter == MinMagFilter::Linear;
    switch (d.mipFilter) {
    case MipFilter::NotMipmapped: return isLinear ? GL_LINEAR : GL_NEAREST;
    case MipFilter::Nearest: return isLinear ? GL_LINEAR_MIPMAP_NEAREST : GL_NEAREST_MIPMAP_NEAREST;
    case MipFilter::Linear: return isLinear ? GL_LINEAR_MIPMAP_LINEAR : GL_NEAREST_MIPMAP_LINEAR;
    }
    return GL_NEAREST;
}

bool hasMode(const pvg::SamplerDescriptor& d, AddressMode mode) { return d.s == mode || d.t == mode || d.r == mode; }

bool hasBorder(const pvg::SamplerDescriptor& d) {
    return !hasMode(d, AddressMode::ClampToZero) && hasMode(d, AddressMode::ClampToBorderColor) && d.border != BorderColor::TransparentBlack;
}

std::array<GLint, 4> borderColor(const pvg::SamplerDescriptor& d, bool isAlphaInRed) {
    if (!hasBorder(d)) return {0, 0, 0, 0};
    const GLint color = d.border == BorderColor::OpaqueWhite || isAlphaInRed ? 1 : 0;
    return {color, color, color, 1};
}

// Numbers of an integer texture stay numbers: GL keeps the two kinds apart.
void setBorder(GLuint sampler, const pvg::SamplerDescriptor& d, SamplerUse use) {
    const std::array<GLint, 4> color = borderColor(d, use.isAlphaInRed);
    if (use.isInteger) return glSamplerParameterIiv(sampler, GL_TEXTURE_BORDER_COLOR, color.data());
    const std::array<GLfloat, 4> real{GLfloat(color[0]), GLfloat(color[1]), GLfloat(color[2]), GLfloat(color[3])};
    glSamplerParameterfv(sampler, GL_TEXTURE_BORDER_COLOR, real.data());
}

pvg::SamplerDescriptor toInteger(pvg::SamplerDescriptor d) {
    d.minFilter = d.magFilter = MinMagFilter::Nearest;
    if (d.mipFilter == MipFilter::Linear) d.mipFilter = MipFilter::Nearest;
    d.maxAnisotropy = 1;
    return d;
}

} // namespace

size_t SamplerStore::KeyHash::operator()(const Key& key) const {
    const pvg::SamplerDescriptor& d = key.descriptor;
    Hasher h;
    h.add(uint64_t(d.minFilter) | uint64_t(d.magFilter) << 8 | uint64_t(d.mipFilter) << 16 | uint64_t(d.s) << 24 | uint64_t(d.t) << 32 |
          uint64_t(d.r) << 40 | uint64_t(d.border) << 48 | uint64_t(d.compare) << 56);
    h.add(uint64_t(d.maxAnisotropy) | uint64_t(d.normalizedCoordinates) << 8 | uint64_t(key.use.isCompare) << 16 | uint64_t(key.use.isInteger) << 24 |
          uint64_t(key.use.isAlphaInRed) << 25 | uint64_t(std::bit_cast<uint32_t>(key.lodBias)) << 32);
    h.add(uint64_t(std::bit_cast<uint32_t>(d.lodMin)) | uint64_t(std::bit_cast<uint32_t>(d.lodMax)) << 32);
    return h.value();
}

SamplerStore::SamplerStore(const Caps& caps, StateCache& state) : m_caps(caps), m_state(state), m_fetching(build(Key{})) {}

SamplerStore::~SamplerStore() = default;

pvg::Declined<pvg::SamplerId> SamplerStore::create(const pvg::SamplerDescriptor& descriptor) {
    if (m_samplers.isFull()) return pvg::decline(pvg::DeclineReason::HostFailure, "the table of samplers is full");
    // GL has one border for all directions.
    const bool isMixed = hasMode(descriptor, AddressMode::ClampToZero) && hasMode(descriptor, AddressMode::ClampToBorderColor);
    if (isMixed && descriptor.border != BorderColor::TransparentBlack)
        return pvg::decline(pvg::DeclineReason::NotImplemented, "a sampler that clamps to zero in one direction and to border color {} in another",
                            uint64_t(descriptor.border));
    if (!descriptor.normalizedCoordinates) ++m_pixelSamplers;
    return m_samplers.insert(std::make_unique<Sampler>(Sampler{descriptor}));
}

void SamplerStore::destroy(pvg::SamplerId id) {
    const auto sampler = m_samplers.take(id);
    if (sampler && !sampler->descriptor.normalizedCoordinates) --m_pixelSamplers;
}

bool SamplerStore::takesPixels(const pvg::SamplerBinding& binding) const {
    const Sampler* found = m_samplers.find(binding.sampler);
    return found != nullptr && !found->descriptor.normalizedCoordinates;
}

GLuint SamplerStore::resolve(const pvg::SamplerBinding& binding, SamplerUse use) {
    Sampler* sampler = m_samplers.find(binding.sampler);
    if (sampler == nullptr || binding.hasLodClamp) {
        Key key{sampler != nullptr ? sampler->descriptor : pvg::SamplerDescriptor{}, use, 0};
        if (binding.hasLodClamp) {
            key.descriptor.lodMin = binding.lodMin;
            key.descriptor.lodMax = binding.lodMax;
        }
        return resolveKey(key);
    }
    GLuint& name = sampler->names[size_t(use.isCompare) * 4 + size_t(use.isInteger) * 2 + size_t(use.isAlphaInRed)];
    if (name != 0 && sampler->generation == m_generation) return name;
    const GLuint found = resolveKey(Key{sampler->descriptor, use, 0});
    if (sampler->generation != m_generation) sampler->names = {};
    sampler->generation = m_generation;
    return name = found;
}

GLuint SamplerStore::resolveKey(const Key& key) {
    if (m_objects.size() >= kMostObjects) {
        for (const auto& [old, name] : m_objects) m_state.forgetSampler(name.get());
        m_objects.clear();
        ++m_generation;
    }
    return resolveIn(m_objects, key);
}

GLuint SamplerStore::resolve(const air::ConstexprSampler& s, SamplerUse use) {
    pvg::SamplerDescriptor d;
    d.minFilter = MinMagFilter(s.minFilter);
    d.magFilter = MinMagFilter(s.magFilter);
    d.mipFilter = MipFilter(s.mipFilter);
    d.s = AddressMode(s.s);
    d.t = AddressMode(s.t);
    d.r = AddressMode(s.r);
    d.border = BorderColor(s.border);
    d.compare = pvg::mtl::CompareFunction(s.compare);
    d.maxAnisotropy = s.maxAnisotropy;
    d.normalizedCoordinates = !s.pixelCoordinates;
    d.lodMin = s.lodMin;
    d.lodMax = s.lodMax;
    return resolveIn(m_constexprObjects, Key{d, use, s.lodBias});
}

GLuint SamplerStore::resolveIn(Objects& objects, Key key) {
    key.use.isAlphaInRed = key.use.isAlphaInRed && hasBorder(key.descriptor);
    if (const auto found = objects.find(key); found != objects.end()) return found->second.get();
    return objects.emplace(key, build(key)).first->second.get();
}

SamplerName SamplerStore::build(const Key& key) const {
    const pvg::SamplerDescriptor d = key.use.isInteger ? toInteger(key.descriptor) : key.descriptor;
    SamplerName sampler = makeSampler();
    const GLuint name = sampler.get();
    glSamplerParameteri(name, GL_TEXTURE_MIN_FILTER, minFilter(d));
    glSamplerParameteri(name, GL_TEXTURE_MAG_FILTER, d.magFilter == MinMagFilter::Linear ? GL_LINEAR : GL_NEAREST);
    glSamplerParameteri(name, GL_TEXTURE_WRAP_S, wrapMode(d.s));
    glSamplerParameteri(name, GL_TEXTURE_WRAP_T, wrapMode(d.t));
    glSamplerParameteri(name, GL_TEXTURE_WRAP_R, wrapMode(d.r));
    glSamplerParameterf(name, GL_TEXTURE_MIN_LOD, d.lodMin);
    glSamplerParameterf(name, GL_TEXTURE_MAX_LOD, d.lodMax);
    glSamplerParameterf(name, GL_TEXTURE_LOD_BIAS, key.lodBias);
    setBorder(name, d, key.use);
    if (key.use.isCompare) {
        glSamplerParameteri(name, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
        glSamplerParameteri(name, GL_TEXTURE_COMPARE_FUNC, GLint(GL_NEVER + GLenum(d.compare)));
    }
    if (m_caps.hasAnisotropy && d.maxAnisotropy > 1)
        glSamplerParameterf(name, GL_TEXTURE_MAX_ANISOTROPY_EXT, std::min(float(d.maxAnisotropy), m_caps.maxAnisotropy));
    return sampler;
}

} // namespace gl
