#include "tests/support/fake_executor.h"

#include <fmt/format.h>

namespace pvg {

using test::executorScript;

namespace test {
ExecutorScript& executorScript() {
    static ExecutorScript script;
    return script;
}
} // namespace test

namespace {
template <class... Args>
void note(fmt::format_string<Args...> format, Args&&... args) {
    auto& calls = executorScript().calls;
    if (executorScript().keepsNotes && calls.size() < 10000) calls.push_back(fmt::format(format, std::forward<Args>(args)...));
}
std::string bits(ValidityQuad q) { return fmt::format("{:d}{:d}{:d}{:d}", q.clearHost, q.setHost, q.clearGuest, q.setGuest); }
} // namespace

struct Executor::Work {};
struct Executor::Impl {};

Executor::Executor(TaskTable&, GuestMemory&, Backend&, Counters&) {}
Executor::~Executor() = default;

std::shared_ptr<Executor::Work> Executor::accept(ExecPacket packet, Epoch) {
    note("accept task {} resources {} chunks {}", packet.task.value, packet.resources.size(), packet.chunks.size());
    if (executorScript().keepsNotes && executorScript().packets.size() < 1000) executorScript().packets.push_back(std::move(packet));
    return std::make_shared<Work>();
}
bool Executor::prepare(Work&) { return executorScript().isReady; }
std::span<const ObjectRef> Executor::leftOut(const Work&) { return {}; }
void Executor::leaveOut(Work&, std::span<const ObjectRef>) {}
CompletionToken Executor::execute(Work&, bool late) {
    note("execute{}", late ? " late" : "");
    if (executorScript().onExecute) executorScript().onExecute();
    return executorScript().nextToken;
}
void Executor::invalidateResource(TaskId task, ObjectRef ref, ValidityQuad validity) {
    note("invalidate {} {} {}", task.value, ref.value, bits(validity));
}
CompletionToken Executor::synchronize(TaskId task, std::span<const ObjectRef> refs, Epoch) {
    note("synchronize {} count {}", task.value, refs.size());
    return executorScript().nextToken;
}
void Executor::deleteResource(TaskId task, ObjectRef ref) { note("deleteResource {} {}", task.value, ref.value); }
void Executor::deleteObject(TaskId task, uint32_t op, ObjectRef ref) { note("deleteObject {} {:#x} {}", task.value, op, ref.value); }
void Executor::deleteSurface(TaskId task, ObjectRef surface) { note("deleteSurface {} {}", task.value, surface.value); }
void Executor::replacePhysical(TaskId task, ObjectRef ref) { note("replacePhysical {} {}", task.value, ref.value); }
void Executor::unmapped(TaskId task, GuestVirt va, uint64_t size) { note("unmapped {} {:#x} {:#x}", task.value, va.value, size); }
void Executor::deleteTask(TaskId task) { note("deleteTask {}", task.value); }
bool Executor::computeInfo(TaskId, ObjectRef, Declined<ComputePipelineUsage>& out) {
    out = executorScript().computeInfo;
    return executorScript().hasComputeInfo;
}
Declined<void> Executor::present(TaskId task, ObjectRef surface, DisplayPort port, uint32_t& width, uint32_t& height) {
    note("present {} {} on {}", task.value, surface.value, port.value);
    if (executorScript().refusesPresents) return decline(DeclineReason::UnresolvedRef, "surface {}", surface.value);
    width = executorScript().presentWidth;
    height = executorScript().presentHeight;
    return {};
}
void Executor::reset(Epoch) { note("reset"); }

} // namespace pvg
