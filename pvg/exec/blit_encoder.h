// Blit segments (stream.md 6): raw copies, fills, mip generation, synchronisation.
#pragma once

#include "pvg/exec/exec_context.h"
#include "pvg/stream/commands.h"

namespace pvg {

class BlitEncoder {
public:
    explicit BlitEncoder(ExecContext& context) : m_context(context) {}

    // blit_copy.cpp
    Declined<void> run(const stream::CopyBufferToBuffer& c);
    Declined<void> run(const stream::CopyBufferToTexture& c);
    Declined<void> run(const stream::CopyTextureToBuffer& c);
    Declined<void> run(const stream::CopyTextureToTexture& c);
    Declined<void> run(const stream::CopyTextureSlices& c);
    // blit_fill.cpp
    Declined<void> run(const stream::FillBuffer& c);
    Declined<void> run(const stream::FillBufferPattern& c);
    Declined<void> run(const stream::GenerateMipmaps& c);
    Declined<void> run(const stream::SynchronizeResource& c);
    Declined<void> run(const stream::SynchronizeTexture& c);
    // One context in order satisfies every fence; layouts are the driver's business.
    Declined<void> run(const stream::UpdateFence&) { return {}; }
    Declined<void> run(const stream::WaitForFence&) { return {}; }
    Declined<void> run(const stream::LayoutHint&) { return {}; }

    Declined<void> end();

private:
    // A region inside one subresource of a root texture.
    struct Place {
        TextureUse use;
        TextureRegion region; // level and slice count from the root's
        TexelBox box() const;
    };
    Declined<Place> place(ObjectRef texture, uint32_t level, uint32_t slice, const stream::Size3& origin, const stream::Size3& size);
    Declined<void> makeCurrent(const Place& place);
    Declined<void> prepareDestination(const Place& place);
    void wrote(const Place& place);
    Declined<void> copy(const Place& from, const Place& to);

    ExecContext& m_context;
};

} // namespace pvg
