#include "pvg/exec/executor.h"

#include "pvg/exec/packet.h"
#include "pvg/exec/packet_run.h"
#include "pvg/object/operations.h"

namespace pvg {

namespace {

constexpr const char* kExec = "ExecIndirect2";

} // namespace

struct Executor::Impl {
    Impl(TaskTable& taskTable, GuestMemory& guestMemory, Backend& back, Counters& count)
        : tasks(taskTable), backend(back), counters(count), objects(taskTable, guestMemory, back, count),
          coherency(taskTable, guestMemory, back, count), opcodeCounters(registerOpcodes(count)) {}

    ExecContext context(Work& work) { return {tasks, backend, counters, objects, coherency, work.task, work.buffers, work.leftOut}; }
    void record(Decline why) {
        why.command = kExec;
        counters.record(why);
    }

    TaskTable& tasks;
    Backend& backend;
    Counters& counters;
    HostObjects objects;
    Coherency coherency;
    EventTable events;
    std::vector<size_t> opcodeCounters;
};

Executor::Executor(TaskTable& tasks, GuestMemory& memory, Backend& backend, Counters& counters)
    : m_impl(std::make_unique<Impl>(tasks, memory, backend, counters)) {}

Executor::~Executor() = default;

std::shared_ptr<Executor::Work> Executor::accept(ExecPacket packet, Epoch epoch) {
    auto work = std::make_shared<Work>();
    work->task = packet.task;
    work->epoch = epoch;
    // Before any command runs, and also when none will (stream.md 1.2, decisions.md 12).
    for (const ResourceRecord& record : packet.resources) invalidateResource(packet.task, record.object, record.validity);
    Task* owner = m_impl->tasks.find(packet.task);
    work->buffers = packet.chunks;
    const auto gathered = owner ? work->gather(*owner, packet.chunks) : Declined<void>(decline(DeclineReason::UnknownTask, "task {}", packet.task.value));
    if (!gathered) {
        m_impl->record(gathered.error());
        work->refused = true;
        work->chunks.clear();
        work->buffers.clear();
        return work;
    }
    for (const auto& chunk : work->chunks) m_impl->counters.add(Counter::BytesGathered, chunk.size());
    return work;
}

bool Executor::prepare(Work& work) {
    if (work.refused) return true;
    work.scan();
    const auto isLeftOut = [&](ObjectRef ref) { return std::find(work.leftOut.begin(), work.leftOut.end(), ref) != work.leftOut.end(); };
    // A ref that does not resolve waits for nothing: its draws decline, or find it, when they run (decisions.md 2).
    std::erase_if(work.renderPipelines, [&](ObjectRef ref) {
        if (isLeftOut(ref)) return true;
        const auto pipeline = m_impl->objects.renderPipeline(work.task, ref);
        return !pipeline || (*pipeline)->usage || (*pipeline)->failure;
    });
    std::erase_if(work.computePipelines, [&](ObjectRef ref) {
        if (isLeftOut(ref)) return true;
        const auto pipeline = m_impl->objects.computePipeline(work.task, ref);
        return !pipeline || (*pipeline)->usage || (*pipeline)->failure;
    });
    return work.renderPipelines.empty() && work.computePipelines.empty();
}

std::span<const ObjectRef> Executor::leftOut(const Work& work) { return work.leftOut; }

void Executor::leaveOut(Work& work, std::span<const ObjectRef> pipelines) { work.leftOut.assign(pipelines.begin(), pipelines.end()); }

CompletionToken Executor::execute(Work& work, bool /*late*/) {
    // Late or not, a draw whose pipeline is not ready declines as ShaderLate (decisions.md 31b).
    m_impl->counters.add(Counter::Packets);
    if (work.refused) return 0;
    work.scan();
    m_impl->objects.beginPacket();
    m_impl->coherency.beginPacket(work.epoch);
    ExecContext context = m_impl->context(work);
    PacketRun(context, m_impl->events, m_impl->opcodeCounters, work).run();
    m_impl->objects.endPacket();
    m_impl->coherency.endPacket();
    const CompletionToken token = m_impl->backend.submit();
    m_impl->coherency.noteSubmitted(token);
    return token;
}

void Executor::invalidateResource(TaskId task, ObjectRef ref, ValidityQuad validity) {
    // The other three bits tell what the host derives from the stream itself (decisions.md 14).
    if (!validity.clearHost) return;
    for (const auto& texture : m_impl->objects.existingTextures(task, ref)) m_impl->coherency.invalidate(*texture);
    if (const auto buffer = m_impl->objects.existingBuffer(task, ref)) buffer->compared = {};
}

CompletionToken Executor::synchronize(TaskId task, std::span<const ObjectRef> refs, Epoch epoch) {
    m_impl->coherency.setEpoch(epoch);
    for (const ObjectRef ref : refs)
        for (const auto& texture : m_impl->objects.existingTextures(task, ref)) m_impl->coherency.writeBack(texture);
    const CompletionToken token = m_impl->backend.submit();
    m_impl->coherency.noteSubmitted(token);
    return token;
}

void Executor::deleteResource(TaskId task, ObjectRef ref) { m_impl->objects.forget(task, ref); }

void Executor::deleteObject(TaskId task, uint32_t deleteOp, ObjectRef ref) {
    Task* owner = m_impl->tasks.find(task);
    if (!owner) return;
    const auto snapshot = owner->objects.find(ref.value);
    if (snapshot != owner->objects.end() && deletesKind(Operation(deleteOp), snapshot->second->descriptor)) m_impl->objects.forget(task, ref);
}

void Executor::deleteSurface(TaskId task, ObjectRef surface) { m_impl->objects.forgetSurface(task, surface); }

void Executor::replacePhysical(TaskId task, ObjectRef ref) {
    if (Task* owner = m_impl->tasks.find(task)) owner->space.invalidateAll();
    for (const auto& texture : m_impl->objects.existingTextures(task, ref)) m_impl->coherency.invalidate(*texture);
    if (const auto buffer = m_impl->objects.existingBuffer(task, ref)) m_impl->coherency.replaced(*buffer);
}

void Executor::unmapped(TaskId task, GuestVirt va, uint64_t size) {
    if (Task* owner = m_impl->tasks.find(task)) owner->space.invalidate(va, size);
}

void Executor::deleteTask(TaskId task) {
    m_impl->objects.forgetTask(task);
    m_impl->events.forget(task);
}

bool Executor::computeInfo(TaskId task, ObjectRef pipeline, Declined<ComputePipelineUsage>& out) {
    const auto host = m_impl->objects.computePipeline(task, pipeline);
    if (!host) {
        out = host.error();
        return true;
    }
    if ((*host)->failure) out = *(*host)->failure;
    else if ((*host)->usage) out = *(*host)->usage;
    return (*host)->failure || (*host)->usage;
}

Declined<void> Executor::present(TaskId task, ObjectRef surface, DisplayPort port, uint32_t& width, uint32_t& height) {
    SurfaceDescriptor descriptor;
    PVG_TRY(const TextureUse use, m_impl->objects.surfaceImage(task, surface, descriptor));
    PVG_CHECK(m_impl->coherency.makeCurrent(use.root, 0, 0));
    width = descriptor.planes[0].width;
    height = descriptor.planes[0].height;
    return m_impl->backend.present(port, use.id, width, height);
}

void Executor::reset(Epoch epoch) {
    m_impl->objects.clear();
    m_impl->events.clear();
    m_impl->coherency.setEpoch(epoch);
}

} // namespace pvg
