// Every FIFO command of the table, sent with a payload of zeros: declined as its status says, stamped in any case.
#include "pvg/fifo/command_table.h"
#include "pvg/guest/command.h"
#include "tests/unit/engine_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {

Raw zeros(size_t size) {
    Raw out;
    for (size_t i = 0; i < size; ++i) out.u8(0);
    return out;
}

// Where the document puts a field of a payload; lists of one command stand behind each other, `entries` in front of this one.
size_t offsetOf(uint16_t id, std::string_view name, size_t entries = 0) {
    size_t offset = 0;
    for (const WireField& field : findFifoCommand(id)->fields) {
        if (field.name == name) return offset;
        offset += field.isRepeated ? entries * field.size : field.size;
    }
    FAIL("the document has no such field");
    return 0;
}
template <class T>
T fieldOf(uint16_t id, std::string_view name, const guest::Bytes& payload) {
    return loadAt<T>(payload, offsetOf(id, name));
}

} // namespace

TEST_CASE("a FIFO command is declined as its status says, and its stamp comes") {
    for (const FifoCommandRow& row : fifoCommandRows()) {
        CAPTURE(row.name);
        CAPTURE(row.id);
        EngineWorld w;
        w.enable();
        const uint32_t signal = w.root(row.id, zeros(row.minimalPayload));
        w.settle();
        if (w.stamp(0) != signal) w.advance(EngineCore::kMaxHold); // a pipeline that never gets ready
        CHECK(w.stamp(0) == signal);
        CHECK(w.declined(DeclineReason::UnknownCommand) == 0);
        CHECK(w.declined(DeclineReason::NotImplemented) == (row.status == FifoStatus::Declined));
        CHECK(w.declined(DeclineReason::DeprecatedCommand) == (row.status == FifoStatus::Deprecated));
        if (row.status == FifoStatus::Accepted) CHECK(w.counters.declineTotal() == 0);
        if (row.status == FifoStatus::Declined) CHECK(row.gate != Feature::None);
    }
}

TEST_CASE("payloads of the guest's own encoder have their fields where the document puts them") {
    const guest::Bytes glyph = guest::encodeCursorGlyph({DisplayPort{3}, GuestVirt{0x10000000}, 24, 32, 1, 2, 0xdeadbeef});
    CHECK(glyph.size() == findFifoCommand(0x04)->minimalPayload);
    CHECK(fieldOf<uint32_t>(0x04, "port", glyph) == 3);
    CHECK(fieldOf<uint64_t>(0x04, "pixels", glyph) == 0x10000000);
    CHECK(fieldOf<uint64_t>(0x04, "stride", glyph) == 96);
    CHECK(fieldOf<uint16_t>(0x04, "height", glyph) == 32);
    CHECK(fieldOf<uint16_t>(0x04, "hotY", glyph) == 2);
    CHECK(fieldOf<uint32_t>(0x04, "sum", glyph) == 0xdeadbeef);

    const std::array uses{guest::ResourceUse{ObjectRef{0x40}, guest::Written::ByGpu},
                          guest::ResourceUse{ObjectRef{0x41}, guest::Written::ByCpu}};
    const guest::CommandBuffer buffer{GuestVirt{0x123456789000}, 0x64};
    const guest::Bytes exec = guest::encodeExec(TaskId{2}, uses, {&buffer, 1});
    CHECK(fieldOf<uint32_t>(0x37, "task", exec) == 2);
    CHECK(fieldOf<uint32_t>(0x37, "resourceCount", exec) == 2);
    CHECK(fieldOf<uint32_t>(0x37, "chunkCount", exec) == 1);
    CHECK(fieldOf<uint32_t>(0x37, "resources", exec) == 0x40);
    CHECK(loadAt<uint64_t>(exec, offsetOf(0x37, "chunks", uses.size())) == 0x123456789000);

    const ObjectRef ref{7};
    const guest::Bytes synchronize = guest::encodeSynchronize(TaskId{5}, {&ref, 1});
    CHECK(fieldOf<uint32_t>(0x35, "task", synchronize) == 5);
    CHECK(fieldOf<uint32_t>(0x35, "refs", synchronize) == 7);
    const guest::Bytes gone = guest::encodeDeleteObject(TaskId{1}, guest::ObjectKind::Function, ObjectRef{0x30});
    CHECK(gone.size() == findFifoCommand(0x28)->minimalPayload);
    CHECK(fieldOf<uint32_t>(0x28, "operation", gone) == 0x3ed);
}
