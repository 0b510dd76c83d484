// Vertex fetch: the attributes of a pipeline as one vertex array object (objects.md 9.2), and the buffers a draw feeds it. What OpenGL cannot
// express that way - attributes and buffers beyond its numbers, long strides, shared exponents - the vertex function reads itself.
#pragma once

#include <optional>
#include <vector>

#include "renderer-gl/buffers.h"
#include "renderer-gl/handle.h"
#include "shaders/air/reflection.h"

namespace gl {

struct VertexFormatInfo {
    GLint components = 0;
    GLenum type = GL_FLOAT;
    bool isNormalized = false;
    bool isInteger = false; // may feed an integer input
};
// Null for numbers MTLVertexFormat does not define.
const VertexFormatInfo* findVertexFormat(pvg::mtl::VertexFormat format);

class VertexLayout {
public:
    // A shader without stage input gives an empty layout. `inputs` are what the shader reads.
    static pvg::Declined<VertexLayout> build(const std::optional<pvg::VertexDescriptor>& descriptor, std::span<const air::VertexInput> inputs,
                                             const Caps& caps);

    GLuint name() const { return m_array.get(); }
    uint32_t fetchedBuffers() const { return m_fetched; } // bit = Metal buffer index

    // Bits of the attributes that a draw with `bindings` pulls (air::pullInputs); what is pulled always is not in the array.
    uint32_t pulled(const pvg::StageBindings& bindings) const;

    // Elided while nothing changes.
    void bindBuffers(const pvg::StageBindings& bindings, const BufferStore& buffers, StateCache& state);
    // `id` is that of the buffer `name`, 0 for one that has none. Elided while it stays the same: ids are not reused soon, names are.
    void bindIndices(pvg::BufferId id, GLuint name, StateCache& state) {
        if (id && id == m_indices) return state.countElided(1);
        m_indices = id;
        state.countCalls(1);
        glVertexArrayElementBuffer(m_array.get(), name);
    }

private:
    struct Binding {
        uint32_t metalIndex = 0;
        uint32_t extraOffset = 0; // of attributes beyond GL's largest relative offset
        uint32_t stride = 0;
        bool isConstant = false, isDynamic = false;
        uint32_t attributes = 0; // bits of those it feeds
    };
    struct Bound {
        pvg::BufferId buffer; // ids are not reused soon, names are
        uint64_t offset = 0;
        GLsizei stride = -1;
        bool operator==(const Bound&) const = default;
    };
    // Nothing: there is no binding left.
    std::optional<GLuint> bindingFor(const pvg::VertexAttribute& attribute, const pvg::VertexBufferLayout& layout, const Caps& caps);
    pvg::Declined<void> addAttribute(const pvg::VertexDescriptor& descriptor, const air::VertexInput& input, const Caps& caps);
    void addZeroAttribute(const air::VertexInput& input);
    bool isTooLong(const Binding& binding, uint64_t stride) const { return !binding.isConstant && stride > uint64_t(m_maxStride); }
    static uint64_t strideOf(const Binding& binding, const pvg::BufferBinding& source);

    VertexArrayName m_array;
    std::vector<Binding> m_bindings;
    std::vector<Bound> m_bound;
    pvg::BufferId m_indices; // the last ones, 0 = none or unknown
    uint32_t m_fetched = 0, m_pulled = 0;
    GLint m_maxStride = 2048;
};

} // namespace gl
