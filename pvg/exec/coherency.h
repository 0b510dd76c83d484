// Keeps host copies and guest pages coherent (objects.md 5, decisions.md 14 to 17): uploads before use, write-backs before the stamp, and
// nothing written through a translation older than the write. Thread: engine; write-back callbacks run inside Backend::poll()/wait().
#pragma once

#include <memory>
#include <vector>

#include "pvg/base/counters.h"
#include "pvg/exec/executor.h"
#include "pvg/exec/host_objects.h"

namespace pvg {

class Coherency {
public:
    Coherency(TaskTable& tasks, GuestMemory& memory, Backend& backend, Counters& counters);
    // Write-backs under way end without effect afterwards.
    ~Coherency();

    void beginPacket(Epoch epoch);
    // The device instance on whose behalf guest pages are written from now on.
    void setEpoch(Epoch epoch) { m_epoch = epoch; }
    // Issues the write-backs that belong in front of the stamp. Call before Backend::submit(), then noteSubmitted() with its token.
    void endPacket();
    void noteSubmitted(CompletionToken token);
    // Textures over buffers: what commands wrote to them so far goes into the buffer, for whatever reads that next. Not inside a pass.
    void landAliases();

    // Bytes [range) of the host copy hold what guest pages hold, re-read once a packet.
    Declined<void> makeCurrent(HostBuffer& buffer, ByteRange range);
    void wrote(const std::shared_ptr<HostBuffer>& buffer, ByteRange range);
    // CPU copy of current bytes, GPU writes of this packet included. May wait for the GPU.
    Declined<void> fetch(const std::shared_ptr<HostBuffer>& buffer, uint64_t offset, std::span<std::byte> out);
    // The same without waiting: what GPU work of this packet may have written is ArgumentsOnGpu.
    Declined<void> known(HostBuffer& buffer, uint64_t offset, std::span<std::byte> out);
    // Answers of info queries: straight into guest pages.
    Declined<void> writeGuest(HostBuffer& buffer, uint64_t offset, std::span<const std::byte> bytes);
    Declined<void> writeGuest(TaskId task, GuestVirt at, std::span<const std::byte> bytes);

    Declined<void> makeCurrent(const std::shared_ptr<HostTexture>& texture, uint32_t level, uint32_t slice);
    Declined<void> makeCurrent(const TextureUse& use);
    // GPU work wrote `box`; when that is the whole subresource it needs no makeCurrent() first.
    void wrote(const std::shared_ptr<HostTexture>& texture, uint32_t level, uint32_t slice, const TexelBox& box);
    void wrote(const TextureUse& use);

    // One subresource, or all of them, into guest pages: the reads are issued at once, the writes follow when the GPU is done.
    void writeBack(const std::shared_ptr<HostTexture>& texture);
    void writeBack(const std::shared_ptr<HostTexture>& texture, uint32_t level, uint32_t slice);

    // Guest pages are authoritative; older GPU results that did not land are void (objects.md 5).
    void invalidate(HostTexture& texture);
    // Other pages stand behind the buffer now.
    void replaced(HostBuffer& buffer);

private:
    struct Life { // outlives this object in callbacks
        Coherency* owner;
    };
    Declined<void> compareAndUpload(HostBuffer& buffer, ByteRange range);
    Declined<void> upload(HostTexture& texture, uint32_t level, uint32_t slice);
    Declined<void> uploadFromBuffer(HostTexture& texture);
    Declined<void> settleSiblings(HostTexture& texture);
    Declined<void> landAlias(HostTexture& texture);
    void writeBack(const std::shared_ptr<HostBuffer>& buffer);
    Declined<void> landBuffer(HostBuffer& buffer, ByteRange range, std::span<const std::byte> data, Epoch epoch);
    void landTexture(HostTexture& texture, uint32_t level, uint32_t slice, const TexelBox& box, std::span<const std::byte> data, Epoch epoch);
    void waitFor(CompletionToken token);
    void record(const char* what, Decline why);

    TaskTable& m_tasks;
    GuestMemory& m_memory;
    Backend& m_backend;
    Counters& m_counters;
    std::shared_ptr<Life> m_life;
    Epoch m_epoch;
    uint64_t m_packet = 0;
    std::vector<std::shared_ptr<HostBuffer>> m_writtenBuffers;   // this packet's
    std::vector<std::shared_ptr<HostTexture>> m_writtenTextures; // this packet's, eager ones
    std::vector<std::shared_ptr<HostTexture>> m_aliasedTextures; // this encoder's, over buffers
    std::vector<std::weak_ptr<HostBuffer>> m_issuedBuffers;      // since the last submit
    std::vector<std::weak_ptr<HostTexture>> m_issuedTextures;
    ScatterList m_pages;
    std::vector<std::span<const std::byte>> m_runs;
    std::vector<std::byte> m_staging; // while somebody observes: pages are copied before the back end sees them
};

} // namespace pvg
