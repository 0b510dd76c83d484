#include "renderer-gl/vertex_layout.h"

#include <algorithm>

namespace gl {

using pvg::DeclineReason;
using pvg::mtl::VertexStepFunction;

namespace {

constexpr uint32_t kDynamicStride = 0xffffffff;     // taken from 0xa5 / 0xa6 (objects.md 9.2)
constexpr uint32_t kZeroBinding = pvg::mtl::kMaxBuffers; // stands for the zero buffer

bool isConstantStep(const pvg::VertexBufferLayout& layout) {
    return layout.stepFunction == VertexStepFunction::Constant || layout.stepRate == 0;
}

GLuint divisorOf(const pvg::VertexBufferLayout& layout) {
    return layout.stepFunction == VertexStepFunction::PerInstance && !isConstantStep(layout) ? layout.stepRate : 0;
}

// A stride of the descriptor that GL cannot express.
bool isFar(const pvg::VertexBufferLayout& layout, const Caps& caps) {
    return !isConstantStep(layout) && layout.stride != kDynamicStride && layout.stride > uint32_t(caps.maxAttributeStride);
}

// The largest multiple of this that GL's relative offset still covers starts a binding of its own.
uint32_t extraOffset(uint32_t offset, GLint maxOffset) { return offset <= uint32_t(maxOffset) ? 0 : offset / 4 * 4; }

} // namespace

pvg::Declined<VertexLayout> VertexLayout::build(const std::optional<pvg::VertexDescriptor>& descriptor, std::span<const air::VertexInput> inputs,
                                                const Caps& caps) {
    VertexLayout layout;
    layout.m_array = makeVertexArray();
    layout.m_maxStride = caps.maxAttributeStride;
    const pvg::VertexDescriptor none;
    for (const air::VertexInput& input : inputs) {
        if (input.attribute >= pvg::mtl::kMaxVertexAttributes)
            return pvg::decline(DeclineReason::LimitExceeded, "vertex attribute {}, at most {}", input.attribute, pvg::mtl::kMaxVertexAttributes - 1);
        PVG_CHECK(layout.addAttribute(descriptor ? *descriptor : none, input, caps));
    }
    layout.m_bound.resize(layout.m_bindings.size());
    return layout;
}

std::optional<GLuint> VertexLayout::bindingFor(const pvg::VertexAttribute& attribute, const pvg::VertexBufferLayout& layout, const Caps& caps) {
    const uint32_t extra = extraOffset(attribute.offset, caps.maxAttributeOffset);
    const auto same = [&](const Binding& b) { return b.metalIndex == attribute.bufferIndex && b.extraOffset == extra; };
    const auto found = std::find_if(m_bindings.begin(), m_bindings.end(), same);
    if (found != m_bindings.end()) return GLuint(found - m_bindings.begin());
    if (m_bindings.size() + 1 >= size_t(caps.maxVertexBindings)) return std::nullopt; // one is for zeros
    const auto index = GLuint(m_bindings.size());
    m_bindings.push_back({attribute.bufferIndex, extra, layout.stride, isConstantStep(layout), layout.stride == kDynamicStride, 0});
    glVertexArrayBindingDivisor(m_array.get(), index, divisorOf(layout));
    return index;
}

pvg::Declined<void> VertexLayout::addAttribute(const pvg::VertexDescriptor& descriptor, const air::VertexInput& input, const Caps& caps) {
    const auto named = [&](const pvg::VertexAttribute& a) { return a.index == input.attribute; };
    const auto found = std::find_if(descriptor.attributes.begin(), descriptor.attributes.end(), named);
    const bool isFloatInput = input.componentType == 0;
    const bool isThere = found != descriptor.attributes.end();
    if (isThere && found->bufferIndex >= pvg::mtl::kMaxBuffers)
        return pvg::decline(DeclineReason::BadDescriptor, "attribute {} in buffer {}", input.attribute, found->bufferIndex);
    const VertexFormatInfo* format = isThere ? findVertexFormat(found->format) : nullptr;
    const bool isInArray = input.attribute < uint32_t(caps.maxVertexAttributes);
    const bool isZero = !isThere || (!isFloatInput && (format == nullptr || !format->isInteger));
    if (isZero && isInArray) {
        addZeroAttribute(input);
        return {};
    }
    if (!isZero) m_fetched |= 1U << found->bufferIndex;
    const bool isPlain = !isZero && format != nullptr && isInArray && !isFar(descriptor.layouts[found->bufferIndex], caps);
    const std::optional<GLuint> place = isPlain ? bindingFor(*found, descriptor.layouts[found->bufferIndex], caps) : std::nullopt;
    if (!place) {
        m_pulled |= 1U << input.attribute;
        return {};
    }
    const GLuint binding = *place;
    m_bindings[binding].attributes |= 1U << input.attribute;
    const GLuint relative = found->offset - m_bindings[binding].extraOffset;
    glEnableVertexArrayAttrib(m_array.get(), input.attribute);
    if (isFloatInput)
        glVertexArrayAttribFormat(m_array.get(), input.attribute, format->components, format->type, format->isNormalized ? GL_TRUE : GL_FALSE, relative);
    else
        glVertexArrayAttribIFormat(m_array.get(), input.attribute, format->components, format->type, relative);
    glVertexArrayAttribBinding(m_array.get(), input.attribute, binding);
    return {};
}

// An input the descriptor does not feed reads zeros.
void VertexLayout::addZeroAttribute(const air::VertexInput& input) {
    const auto same = [](const Binding& b) { return b.metalIndex == kZeroBinding; };
    auto found = std::find_if(m_bindings.begin(), m_bindings.end(), same);
    if (found == m_bindings.end()) found = m_bindings.insert(m_bindings.end(), Binding{kZeroBinding, 0, 0, true, false, 0});
    glEnableVertexArrayAttrib(m_array.get(), input.attribute);
    if (input.componentType == 0)
        glVertexArrayAttribFormat(m_array.get(), input.attribute, 4, GL_FLOAT, GL_FALSE, 0);
    else
        glVertexArrayAttribIFormat(m_array.get(), input.attribute, 4, input.componentType == 1 ? GL_INT : GL_UNSIGNED_INT, 0);
    glVertexArrayAttribBinding(m_array.get(), input.attribute, GLuint(found - m_bindings.begin()));
}

uint64_t VertexLayout::strideOf(const Binding& b, const pvg::BufferBinding& source) {
    if (b.isConstant) return 0;
    return source.attributeStride != 0 ? source.attributeStride : b.isDynamic ? 0 : b.stride;
}

uint32_t VertexLayout::pulled(const pvg::StageBindings& bindings) const {
    uint32_t bits = m_pulled;
    for (const Binding& b : m_bindings)
        if (b.metalIndex != kZeroBinding && isTooLong(b, strideOf(b, bindings.buffers[b.metalIndex]))) bits |= b.attributes;
    return bits;
}

void VertexLayout::bindBuffers(const pvg::StageBindings& bindings, const BufferStore& buffers, StateCache& state) {
    for (size_t i = 0; i < m_bindings.size(); ++i) {
        const Binding& b = m_bindings[i];
        const pvg::BufferBinding source = b.metalIndex == kZeroBinding ? pvg::BufferBinding{} : bindings.buffers[b.metalIndex];
        const uint64_t asked = strideOf(b, source);
        const uint64_t stride = isTooLong(b, asked) ? 0 : asked; // then the function pulls
        const Buffer* buffer = buffers.find(source.buffer);
        const Bound wanted = buffer != nullptr ? Bound{source.buffer, source.offset + b.extraOffset, GLsizei(stride)} : Bound{{}, 0, 0};
        if (m_bound[i] == wanted) {
            state.countElided(1);
            continue;
        }
        m_bound[i] = wanted;
        state.countCalls(1);
        const GLuint name = buffer != nullptr ? buffer->name.get() : buffers.zeros();
        glVertexArrayVertexBuffer(m_array.get(), GLuint(i), name, GLintptr(wanted.offset), wanted.stride);
    }
}

} // namespace gl
