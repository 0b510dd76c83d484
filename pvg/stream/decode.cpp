#include "pvg/stream/decode.h"

namespace pvg::stream::wire {

namespace {
// The 28 bytes all attachments share; the last two are never written (stream.md 3).
void readPrefix(ByteReader& r, PassAttachment& a) {
    a.texture = ObjectRef{r.u32()};
    a.resolveTexture = ObjectRef{r.u32()};
    a.level = r.u16();
    a.slice = r.u16();
    a.depthPlane = r.u16();
    a.resolveLevel = r.u16();
    a.resolveSlice = r.u16();
    a.resolveDepthPlane = r.u16();
    a.load = r.u16();
    a.store = r.u16();
    a.storeOptions = r.u16();
    r.skip(2);
}
} // namespace

PassDepth readDepth(ByteReader& r) {
    PassDepth a;
    readPrefix(r, a);
    a.clear = r.f64();
    a.resolveFilter = r.u16();
    r.skip(2);
    return a;
}

PassStencil readStencil(ByteReader& r) {
    PassStencil a;
    readPrefix(r, a);
    a.clear = r.u32();
    a.resolveFilter = r.u16();
    r.skip(2);
    return a;
}

PassColor readColor(ByteReader& r) {
    PassColor a;
    readPrefix(r, a);
    for (auto& v : a.clear) v = r.f64();
    return a;
}

} // namespace pvg::stream::wire
