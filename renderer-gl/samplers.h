// Sampler objects by value: one GL object for each state, LOD clamp and use.
#pragma once

#include <unordered_map>

#include "pvg/exec/backend.h"
#include "renderer-gl/handle.h"
#include "renderer-gl/slot_table.h"
#include "renderer-gl/state_cache.h"
#include "shaders/air/reflection.h"

namespace gl {

// What a shader does with the sampler; GL wants it in the object.
struct SamplerUse {
    bool isCompare = false; // sampler*Shadow: only then is Metal's compare function meant (objects.md 10)
    bool isInteger = false; // integer textures are incomplete with any filter but nearest
    bool isAlphaInRed = false; // of an A8 texture: the border's alpha has to be in red as well (formats.h)
    bool operator==(const SamplerUse&) const = default;
};

class SamplerStore {
public:
    SamplerStore(const Caps& caps, StateCache& state);
    ~SamplerStore();

    pvg::Declined<pvg::SamplerId> create(const pvg::SamplerDescriptor& descriptor);
    void destroy(pvg::SamplerId id);

    // Never 0: an unbound slot samples as Metal's default sampler.
    GLuint resolve(const pvg::SamplerBinding& binding, SamplerUse use);
    GLuint resolve(const air::ConstexprSampler& sampler, SamplerUse use);
    // Whether coordinates of the binding's sampler count texels: GL has no such sampler, the program divides (pixel_coordinates.h).
    bool takesPixels(const pvg::SamplerBinding& binding) const;
    bool anyTakesPixels() const { return m_pixelSamplers != 0; }
    // For texel fetches: nearest without mip filter, so that every texture is complete.
    GLuint fetching() const { return m_fetching.get(); }

private:
    struct Key {
        pvg::SamplerDescriptor descriptor;
        SamplerUse use;
        float lodBias = 0;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        size_t operator()(const Key& key) const;
    };
    using Objects = std::unordered_map<Key, SamplerName, KeyHash>;
    GLuint resolveIn(Objects& objects, Key key);
    SamplerName build(const Key& key) const;

    const Caps& m_caps;
    StateCache& m_state;
    struct Sampler {
        pvg::SamplerDescriptor descriptor;
        // By use, of m_objects as they were in that generation; 0 = not asked for yet.
        std::array<GLuint, 8> names{};
        uint64_t generation = 0;
    };
    GLuint resolveKey(const Key& key);

    SlotTable<pvg::SamplerId, Sampler> m_samplers;
    Objects m_objects;
    uint64_t m_generation = 1; // raised when m_objects starts anew
    Objects m_constexprObjects; // linked programs keep their names, so these stay
    SamplerName m_fetching;
    size_t m_pixelSamplers = 0;
};

} // namespace gl
