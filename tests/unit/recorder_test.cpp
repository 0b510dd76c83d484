// What the recorder makes of the engine's calls, one by one.
#include "pvg/trace/recorder.h"

#include <functional>
#include <thread>

#include "tests/unit/trace_support.h"

using namespace test;

namespace {

struct Recording {
    Recording() : recorder(file.writer()) {}

    void begin(uint16_t id = 0x37) {
        FifoCommand command;
        command.id = id;
        command.signal = ++signal;
        command.bytes = Bytes(12);
        recorder.onCommandBegin({ChannelId{2}, StampSlot{3}, command});
    }
    void end() { recorder.onCommandEnd(ChannelId{2}, false, {}); }
    void read(uint64_t base, uint8_t value) { recorder.onRead(GuestPhys{base}, Bytes(256, std::byte{value})); }

    // Names of the records the engine's calls led to; content and housekeeping left out.
    std::vector<std::string> names() {
        std::vector<std::string> out;
        walk([&](const RecordView& view) {
            for (const RecordKind kind : {KindOf<Blob>::value, KindOf<BlobList>::value, KindOf<SegmentStart>::value, KindOf<RecordingEnd>::value})
                if (view.kind == kind) return;
            out.emplace_back(recordName(view.kind));
        });
        return out;
    }
    template <class T>
    std::vector<T> records() {
        std::vector<T> out;
        walk([&](const RecordView& view) {
            if (const auto record = decode<T>(view)) out.push_back(*record);
        });
        return out;
    }

    TraceFile file;
    Recorder recorder;
    uint32_t signal = 0;

private:
    void walk(const std::function<void(const RecordView&)>& visitor) {
        REQUIRE(recorder.close());
        const Bytes bytes = file.bytes();
        const auto reader = readerOf(bytes);
        while (const auto view = reader->next()) visitor(*view);
    }
};

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("RAM that comes or goes while a command runs stands behind the command in the trace") {
    Recording r;
    r.recorder.mapped(GuestPhys{0}, 0x10000, true);
    r.begin();
    r.recorder.mapped(GuestPhys{0x10000}, 0x1000, false);
    r.recorder.unmapped(GuestPhys{0}, 0x10000);
    r.read(0x100, 1);
    r.end();
    r.recorder.unmapped(GuestPhys{0x10000}, 0x1000);
    CHECK(r.names() == Names{"map", "command", "read", "command end", "map", "unmap", "unmap"});
    const auto maps = r.records<trace::Map>();
    CHECK(maps[0].isWritable);
    CHECK(!maps[1].isWritable);
    CHECK(maps[1].base == GuestPhys{0x10000});
}

TEST_CASE("bytes known to the replay are not written again until their RAM was gone") {
    Recording r;
    const auto command = [&] {
        r.begin();
        r.read(0x1000, 5);
        r.end();
    };
    command();
    command();
    r.recorder.unmapped(GuestPhys{0}, 0x10000);
    r.recorder.mapped(GuestPhys{0}, 0x10000, true);
    command();
    CHECK(r.names() == Names{"command", "read", "command end", "command", "command end", "unmap", "map", "command", "read", "command end"});
}

TEST_CASE("reads name their cause, and those of no command, poll or landing are left out") {
    Recording r;
    r.read(0, 1); // a ring's bytes
    r.begin();
    r.read(0x1000, 2);
    r.read(0x1000, 3);
    r.end();
    r.recorder.onPollBegin();
    r.read(0x2000, 4);
    r.recorder.onPollEnd();
    r.recorder.onCompletionsBegin();
    r.read(0x3000, 5);
    r.recorder.onCompletionsEnd();
    r.recorder.onResume(ChannelId{2}, true);
    r.read(0x4000, 6);
    r.end();
    const auto reads = r.records<Read>();
    REQUIRE(reads.size() == 5);
    CHECK(reads[0].cause == ReadCause::Command);
    CHECK(reads[0].order == 0);
    CHECK(reads[1].order == 2); // the second copy of its command took other bytes than the first
    CHECK(reads[2].cause == ReadCause::Display);
    CHECK(reads[3].cause == ReadCause::Other);
    CHECK(reads[4].cause == ReadCause::Command);
    CHECK(reads[4].runs[0].base == GuestPhys{0x4000});
    CHECK(reads[4].runs[0].length == 256);
    const auto resumes = r.records<Resume>();
    REQUIRE(resumes.size() == 1);
    CHECK(resumes[0].isLate);
    CHECK(resumes[0].channel == ChannelId{2});
}

TEST_CASE("the user's hand on a display, presents and stamps come back as they were") {
    Recording r;
    using Kind = DisplayControl::Kind;
    r.recorder.onControl({Kind::Unplug, DisplayPort{1}});
    r.recorder.onControl({Kind::Plug, DisplayPort{2}});
    r.recorder.onControl({Kind::SetModes, DisplayPort{0}, {{800, 600, 75}, {640, 480, 60}}});
    r.recorder.onPresent({DisplayPort{1}, TaskId{4}, ObjectRef{5}, 800, 600});
    r.recorder.onStamp(StampSlot{6}, 7);
    CHECK(r.names() == Names{"display", "display", "display", "present", "stamp"});
    const auto displays = r.records<Display>();
    CHECK(displays[0].change == DisplayChange::Unplugged);
    CHECK(displays[0].port == DisplayPort{1});
    CHECK(displays[0].modes.empty());
    CHECK(displays[1].change == DisplayChange::Plugged);
    CHECK(displays[2].change == DisplayChange::Modes);
    REQUIRE(displays[2].modes.size() == 2);
    CHECK(displays[2].modes[0].width == 800);
    CHECK(displays[2].modes[1].refresh == 60);
    CHECK(r.records<Present>()[0].surface == ObjectRef{5});
    CHECK(r.records<Stamp>()[0].value == 7);
}

TEST_CASE("declines are noted with reason, command and sentence") {
    Recording r;
    Decline why;
    why.reason = DeclineReason::BadField;
    why.command = "setCullMode";
    r.recorder.declined(why, "9 is above 2");
    const auto notes = r.records<DeclineNote>();
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].reason == "BadField");
    CHECK(notes[0].command == "setCullMode");
    CHECK(notes[0].text == "9 is above 2");
}

TEST_CASE("a recording that ended by itself goes on taking calls and says why it ended") {
    TraceFile file;
    Recorder recorder(file.writer({.chunkBytes = 4096, .flushInterval = 1ms, .maxFileBytes = 50000}));
    CHECK(recorder.isRecording());
    for (uint32_t i = 0; i < 3000 && recorder.isRecording(); ++i) {
        recorder.onLibrary(std::to_string(i), randomBytes(3000, i));
        std::this_thread::sleep_for(1ms);
    }
    CHECK(!recorder.isRecording());
    recorder.onStamp(StampSlot{0}, 1);
    CHECK(!recorder.close().ok());
    CHECK(recorder.reason() == EndReason::SizeLimit);
    CHECK(!recorder.reasonText().empty());
    CHECK(file.size() < 70000);
}
