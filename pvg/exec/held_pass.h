// Pass merging: a render pass stays open behind its encoder while the next one may turn out to go on with it, that is, to load what it
// stored on the same attachments. Then the back end sees one pass: no end, no begin, nothing in between. Thread: engine.
#pragma once

#include "pvg/exec/exec_context.h"

namespace pvg {

class HeldPass {
public:
    // Ends what is held unless `next` goes on with it: before anything is read or written on behalf of `next`.
    void settle(const ExecContext& context, const RenderPass& next);
    // Opens `pass`, or goes on with the one that is held. After settle().
    Declined<void> begin(const ExecContext& context, const RenderPass& pass);
    // The encoder of the open pass is complete. The pass ends now, unless it may be held: it is when nothing but the attachments is left to
    // land, and nobody has to see that before the next encoder runs.
    Declined<void> end(const ExecContext& context, bool mayHold);
    // Before anything that is not a render encoder: blits, compute, events, queries, write-backs.
    void release(const ExecContext& context);

private:
    RenderPass m_pass;
    bool m_isHeld = false;
};

// Whether `next` loads on the same attachments what `held` stored there.
bool continues(const RenderPass& held, const RenderPass& next);

} // namespace pvg
