// Turns what the engine does and reads into a trace. What a replay's memory holds already is not written again (memory_image.h); what was
// written before under another address costs a reference. Thread: the overrides on the engine's; maps on the seam's; figures on any.
#pragma once

#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

#include "pvg/exec/engine_observer.h"
#include "pvg/memory/read_observer.h"
#include "pvg/seam/register_log.h"
#include "pvg/trace/memory_image.h"
#include "pvg/trace/writer.h"

namespace pvg::trace {

class Recorder final : public EngineObserver, public ReadObserver {
public:
    // `registers`: accesses to drain, null where there are none. `maxImageBytes`: of what the replay's memory is known to hold; beyond it that
    // memory starts from zero again.
    explicit Recorder(std::unique_ptr<TraceWriter> writer, seam::RegisterLog* registers = nullptr, uint64_t maxImageBytes = kMaxImageBytes);
    ~Recorder() override;

    // First; before the engine runs.
    void begin(const SessionInfo& session);
    // Guest RAM, when the region is there and before it is gone. All of it: base 0, size ~0.
    void mapped(GuestPhys base, uint64_t size, bool isWritable);
    void unmapped(GuestPhys base, uint64_t size);
    void declined(const Decline& why, const std::string& sentence); // thread: any

    bool isRecording() const { return m_writer->isRecording(); }
    EndReason reason() const { return m_writer->reason(); }
    std::string reasonText() const { return m_writer->reasonText(); }
    WriterFigures figures() const { return m_writer->figures(); }
    // After the engine. Idempotent; `registers` is not touched afterwards.
    Status close();

    void onEvent(const EngineEvent& event) override;
    void onCommandBegin(const StartedCommand& started) override;
    void onCommandEnd(ChannelId channel, bool isHeld, std::span<const ObjectRef> leftOut) override;
    void onResume(ChannelId channel, bool isLate) override;
    void onPresent(const PresentNote& present) override;
    void onStamp(StampSlot slot, uint32_t value) override;
    void onControl(const DisplayControl& control) override;
    void onPollBegin() override { beginScope(Scope::Poll); }
    void onPollEnd() override { endScope(); }
    void onCompletionsBegin() override { beginScope(Scope::Completions); }
    void onCompletionsEnd() override { endScope(); }
    void onRound() override { drainRegisters(); }

    void beforeRead(GuestPhys, uint64_t) override {}
    void onRead(GuestPhys base, std::span<const std::byte> copy) override;
    void onLibrary(const std::string& hash, std::span<const std::byte> bytes) override;

    static constexpr uint64_t kMaxImageBytes = uint64_t{512} << 20;

private:
    enum class Scope : uint8_t { None, Command, Poll, Completions };
    struct Region {
        GuestPhys base;
        uint64_t size = 0;
        bool isWritable = false;
        bool isMapped = true; // false: a removal
    };

    void beginScope(Scope scope);
    void beginCommand();
    void endScope();
    void apply(const Region& change); // holds m_mutex
    void drainRegisters();
    void limitImage();

    std::unique_ptr<TraceWriter> m_writer;
    seam::RegisterLog* m_registers;
    uint64_t m_command = 0; // number of the running one
    uint32_t m_copies = 0;  // of the running command
    Read m_read;
    std::unordered_set<std::string> m_libraries; // hashes the trace has

    std::mutex m_mutex; // the seam thread's maps against what runs
    Scope m_scope = Scope::None; // read without the lock on the engine thread, which alone changes it
    std::vector<Region> m_changes; // that came during a scope
    MemoryImage m_image;
    const uint64_t m_maxImageBytes;
};

} // namespace pvg::trace
