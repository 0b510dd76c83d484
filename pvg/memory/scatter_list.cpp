#include <algorithm>
#include <cassert>

#include "pvg/memory/guest_copy.h"
#include "pvg/memory/guest_memory.h"

namespace pvg {

namespace {

// Calls copy(span, inside, done, n) for each piece of [offset, offset + size) in list order.
template <class Copy>
void forEachPiece(const ScatterList& list, uint64_t offset, uint64_t size, Copy&& copy) {
    uint64_t done = 0;
    for (const GuestSpan& span : list) {
        if (done == size) return;
        if (offset >= span.size) {
            offset -= span.size;
            continue;
        }
        uint64_t n = std::min(span.size - offset, size - done);
        copy(span, offset, done, n);
        done += n;
        offset = 0;
    }
    assert(done == size && "the range must lie inside the list");
}

} // namespace

uint64_t scatterSize(const ScatterList& list) {
    uint64_t size = 0;
    for (const GuestSpan& span : list) size += span.size;
    return size;
}

void gatherBytes(const ScatterList& list, uint64_t offset, std::span<std::byte> out) {
    forEachPiece(list, offset, out.size(), [&](const GuestSpan& span, uint64_t inside, uint64_t done, uint64_t n) {
        copyFromGuest(out.data() + done, span.data + inside, n);
    });
}

void GuestMemory::copy(const GuestSpan& span, uint64_t offset, std::span<std::byte> out) const {
    assert(offset + out.size() <= span.size);
    GuestPhys base{span.base.value + offset};
    if (m_readObserver) m_readObserver->beforeRead(base, out.size());
    copyFromGuest(out.data(), span.data + offset, out.size());
    if (m_readObserver) m_readObserver->onRead(base, out);
}

void GuestMemory::gather(const ScatterList& list, uint64_t offset, std::span<std::byte> out) const {
    if (!m_readObserver) return gatherBytes(list, offset, out);
    forEachPiece(list, offset, out.size(),
                 [&](const GuestSpan& span, uint64_t inside, uint64_t done, uint64_t n) { copy(span, inside, out.subspan(done, n)); });
}

void scatterBytes(const ScatterList& list, uint64_t offset, std::span<const std::byte> in) {
    forEachPiece(list, offset, in.size(), [&](const GuestSpan& span, uint64_t inside, uint64_t done, uint64_t n) {
        copyToGuest(span.data + inside, in.data() + done, n);
    });
}

} // namespace pvg
