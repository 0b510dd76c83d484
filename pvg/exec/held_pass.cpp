#include "pvg/exec/held_pass.h"

#include <utility>

namespace pvg {

namespace {

bool resolves(const ColorAttachment& a) {
    return bool(a.resolveTexture) || a.store == mtl::StoreAction::MultisampleResolve || a.store == mtl::StoreAction::StoreAndMultisampleResolve;
}

bool sameImage(const ColorAttachment& a, const ColorAttachment& b) {
    return a.texture == b.texture && a.level == b.level && a.slice == b.slice && a.depthPlane == b.depthPlane;
}

bool isLoaded(const ColorAttachment& held, const ColorAttachment& next) {
    if (!held.texture && !next.texture) return true;
    // What the last pass would resolve is decided when the first one begins.
    return sameImage(held, next) && next.load == mtl::LoadAction::Load && !resolves(next);
}

bool isKept(const ColorAttachment& a) { return !a.texture || (a.store == mtl::StoreAction::Store && !resolves(a)); }

template <class Test>
bool all(const RenderPass& pass, const Test& test) {
    for (const ColorAttachment& color : pass.colors)
        if (!test(color)) return false;
    return test(pass.depth) && test(pass.stencil);
}

} // namespace

bool continues(const RenderPass& held, const RenderPass& next) {
    for (size_t i = 0; i < held.colors.size(); ++i)
        if (!isLoaded(held.colors[i], next.colors[i])) return false;
    return isLoaded(held.depth, next.depth) && isLoaded(held.stencil, next.stencil) && held.width == next.width && held.height == next.height &&
           held.arrayLength == next.arrayLength && !next.visibilityBuffer;
}

void HeldPass::settle(const ExecContext& context, const RenderPass& next) {
    if (!continues(m_pass, next)) release(context);
}

Declined<void> HeldPass::begin(const ExecContext& context, const RenderPass& pass) {
    m_pass = pass; // its store actions count from here on
    if (std::exchange(m_isHeld, false)) return {};
    PVG_CHECK(context.backend.beginRenderPass(pass));
    context.counters.add(Counter::Passes);
    return {};
}

Declined<void> HeldPass::end(const ExecContext& context, bool mayHold) {
    const bool isEmpty = all(m_pass, [](const ColorAttachment& a) { return !a.texture; });
    m_isHeld = mayHold && !isEmpty && !m_pass.visibilityBuffer && all(m_pass, isKept);
    return m_isHeld ? Declined<void>() : context.backend.endRenderPass();
}

void HeldPass::release(const ExecContext& context) {
    if (!std::exchange(m_isHeld, false)) return;
    auto ended = context.backend.endRenderPass();
    if (ended) return;
    ended.error().command = "renderPassDescriptor"; // the record that made it
    context.counters.record(ended.error());
}

} // namespace pvg
