#include <algorithm>
#include <array>
#include <cstring>

#include "pvg/base/checked.h"
#include "pvg/exec/coherency.h"
#include "pvg/memory/guest_copy.h"

namespace pvg {

namespace {

constexpr uint64_t kCompareBytes = 4096;

// Calls found(begin, end) for each maximal run of bytes in which a and b differ.
template <class Found>
void forEachDifference(const std::byte* a, const std::byte* b, uint64_t size, Found&& found) {
    uint64_t i = 0;
    while (i < size) {
        while (i + 8 <= size && std::memcmp(a + i, b + i, 8) == 0) i += 8;
        while (i < size && a[i] == b[i]) ++i;
        if (i == size) return;
        const uint64_t begin = i;
        while (i < size && a[i] != b[i]) ++i;
        found(begin, i);
    }
}

} // namespace

Declined<void> Coherency::makeCurrent(HostBuffer& buffer, ByteRange range) {
    range.end = std::min(range.end, buffer.size);
    if (range.empty()) return {};
    if (buffer.comparedIn != m_packet) {
        buffer.comparedIn = m_packet;
        buffer.compared = {};
        waitFor(buffer.pending); // what the GPU wrote has to land before guest pages are the newer copy
        buffer.pending = 0;
    }
    if (buffer.compared.contains(range)) return {};
    if (buffer.compared.empty()) {
        PVG_CHECK(compareAndUpload(buffer, range));
        buffer.compared = range;
        return {};
    }
    // The known part grows to a hull; rings are bound by ever changing offsets.
    if (range.begin < buffer.compared.begin) {
        PVG_CHECK(compareAndUpload(buffer, {range.begin, buffer.compared.begin}));
        buffer.compared.begin = range.begin;
    }
    if (range.end > buffer.compared.end) {
        PVG_CHECK(compareAndUpload(buffer, {buffer.compared.end, range.end}));
        buffer.compared.end = range.end;
    }
    return {};
}

Declined<void> Coherency::compareAndUpload(HostBuffer& buffer, ByteRange range) {
    Task* task = m_tasks.find(buffer.task);
    if (!task) return decline(DeclineReason::UnknownTask, "task {}", buffer.task.value);
    m_pages.clear();
    PVG_CHECK(task->space.spans(GuestVirt{buffer.base.value + range.begin}, range.size(), false, m_pages));
    ByteRange changed;
    uint64_t uploaded = 0;
    Status status;
    const auto flush = [&] {
        if (changed.empty()) return;
        const std::span<const std::byte> run(buffer.shadow.data() + changed.begin, changed.size());
        if (status) status = m_backend.writeBuffer(buffer.id, changed.begin, {&run, 1});
        uploaded += changed.size();
        changed = {};
    };
    uint64_t at = range.begin;
    std::array<std::byte, kCompareBytes> copy; // while somebody observes: what is compared is what was seen
    for (const GuestSpan& page : m_pages) {
        for (uint64_t done = 0; done < page.size;) {
            const uint64_t n = std::min(page.size - done, kCompareBytes - at % kCompareBytes);
            std::byte* mine = buffer.shadow.data() + at;
            const std::byte* fresh = page.data + done;
            if (m_memory.readObserver()) {
                m_memory.copy(page, done, std::span(copy).first(n));
                fresh = copy.data();
            }
            if (!equalsGuest(mine, fresh, n)) {
                copyFromGuest(mine, fresh, n); // the copy that is uploaded is the copy that is kept
                if (changed.end != at) flush();
                if (changed.empty()) changed.begin = at;
                changed.end = at + n;
            }
            done += n;
            at += n;
        }
    }
    flush();
    if (uploaded == 0) {
        m_counters.add(Counter::UploadsSkipped);
        return {};
    }
    ++buffer.version;
    m_counters.add(Counter::BytesUploaded, uploaded);
    if (status) return {};
    Decline why = decline(DeclineReason::HostFailure, "upload of {} bytes", uploaded);
    why.text = status.error().text;
    return why;
}

void Coherency::wrote(const std::shared_ptr<HostBuffer>& buffer, ByteRange range) {
    range.end = std::min(range.end, buffer->size);
    if (range.empty()) return;
    if (buffer->written.empty()) m_writtenBuffers.push_back(buffer);
    buffer->written.add(range);
    ++buffer->version;
}

Declined<void> Coherency::fetch(const std::shared_ptr<HostBuffer>& buffer, uint64_t offset, std::span<std::byte> out) {
    if (!fits(offset, out.size(), buffer->size))
        return decline(DeclineReason::BadField, "{} bytes at {} of a buffer of {} bytes", out.size(), offset, buffer->size);
    PVG_CHECK(makeCurrent(*buffer, {offset, offset + out.size()}));
    if (buffer->written.empty()) {
        std::memcpy(out.data(), buffer->shadow.data() + offset, out.size());
        return {};
    }
    m_backend.memoryBarrier();
    const auto done = std::make_shared<std::vector<std::byte>>();
    const Status status = m_backend.readBuffer(buffer->id, offset, out.size(), [done](std::span<const std::byte> bytes) { done->assign(bytes.begin(), bytes.end()); });
    if (!status) return decline(DeclineReason::HostFailure, "read of {} bytes", out.size());
    const CompletionToken token = m_backend.submit();
    noteSubmitted(token);
    waitFor(token);
    if (done->size() < out.size()) return decline(DeclineReason::HostFailure, "read of {} bytes gave {}", out.size(), done->size());
    std::memcpy(out.data(), done->data(), out.size());
    return {};
}

Declined<void> Coherency::known(HostBuffer& buffer, uint64_t offset, std::span<std::byte> out) {
    if (!fits(offset, out.size(), buffer.size))
        return decline(DeclineReason::BadField, "{} bytes at {} of a buffer of {} bytes", out.size(), offset, buffer.size);
    const ByteRange range{offset, offset + out.size()};
    PVG_CHECK(makeCurrent(buffer, range));
    for (const ByteRange& written : buffer.written.ranges())
        if (written.begin < range.end && range.begin < written.end)
            return decline(DeclineReason::ArgumentsOnGpu, "{} bytes at {}, written from {} on", out.size(), offset, written.begin);
    std::memcpy(out.data(), buffer.shadow.data() + offset, out.size());
    return {};
}

Declined<void> Coherency::writeGuest(HostBuffer& buffer, uint64_t offset, std::span<const std::byte> bytes) {
    if (!fits(offset, bytes.size(), buffer.size))
        return decline(DeclineReason::BadField, "{} bytes at {} of a buffer of {} bytes", bytes.size(), offset, buffer.size);
    PVG_CHECK(writeGuest(buffer.task, GuestVirt{buffer.base.value + offset}, bytes));
    buffer.compared = {}; // the next use sees it
    return {};
}

Declined<void> Coherency::writeGuest(TaskId task, GuestVirt at, std::span<const std::byte> bytes) {
    Task* owner = m_tasks.find(task);
    if (!owner) return decline(DeclineReason::UnknownTask, "task {}", task.value);
    const auto pass = m_memory.gate().enter(m_epoch);
    if (!pass) return decline(DeclineReason::StaleEpoch, "epoch {}", m_epoch.value);
    return owner->space.write(at, bytes);
}

void Coherency::replaced(HostBuffer& buffer) {
    ++buffer.writeBackEpisode;
    buffer.written.clear();
    buffer.compared = {};
}

void Coherency::writeBack(const std::shared_ptr<HostBuffer>& buffer) {
    const Epoch epoch = m_epoch;
    for (const ByteRange range : buffer->written.ranges()) {
        const auto land = [life = m_life, weak = std::weak_ptr(buffer), episode = buffer->writeBackEpisode, range, epoch](std::span<const std::byte> data) {
            const auto target = weak.lock();
            if (!life->owner || !target || data.size() < range.size()) return;
            if (target->writeBackEpisode == episode)
                if (const auto landed = life->owner->landBuffer(*target, range, data, epoch); !landed) life->owner->record("write-back", landed.error());
            // The host copy holds these bytes, landed or not: the next comparison with guest pages starts from them.
            std::memcpy(target->shadow.data() + range.begin, data.data(), range.size());
        };
        const Status status = m_backend.readBuffer(buffer->id, range.begin, range.size(), land);
        if (!status) {
            Decline why = decline(DeclineReason::HostFailure, "write-back of {} bytes", range.size());
            why.text = status.error().text;
            record("write-back", why);
        }
    }
    buffer->written.clear();
    m_issuedBuffers.push_back(buffer);
}

// Only bytes the GPU changed are written, so that what the CPU wrote meanwhile elsewhere in the buffer survives.
Declined<void> Coherency::landBuffer(HostBuffer& buffer, ByteRange range, std::span<const std::byte> data, Epoch epoch) {
    Task* task = m_tasks.find(buffer.task);
    const std::byte* known = buffer.shadow.data() + range.begin;
    if (!task || std::memcmp(known, data.data(), range.size()) == 0) return {};
    const auto pass = m_memory.gate().enter(epoch);
    if (!pass) return decline(DeclineReason::StaleEpoch, "epoch {}", epoch.value);
    // Walked anew: an unmap may have passed since the work was submitted.
    const GuestVirt va{buffer.base.value + range.begin};
    task->space.invalidate(va, range.size());
    ScatterList pages;
    PVG_CHECK(task->space.spans(va, range.size(), true, pages));
    uint64_t at = 0;
    for (const GuestSpan& page : pages) {
        forEachDifference(known + at, data.data() + at, page.size, [&](uint64_t begin, uint64_t end) {
            copyToGuest(page.data + begin, data.data() + at + begin, end - begin);
            m_counters.add(Counter::BytesWrittenBack, end - begin);
        });
        at += page.size;
    }
    return {};
}

} // namespace pvg
