// Every row of the opcode table, sent to the executor: what the document calls declined is declined by that name, the rest is not.
#include <set>

#include "exec_fixture.h"
#include "pvg/exec/stream_status.h"
#include "pvg/stream/opcodes.h"

using namespace pvg;
using namespace pvgtest;

namespace {

// The shortest legal record, all zeros, in a segment of its encoder.
Bytes segmentWith(const stream::Opcode& row) {
    Bytes payload;
    payload.zeros(row.total - stream::kRecordHeader);
    return segment(uint8_t(row.group), row.group == stream::Group::Envelope ? payload : record(row.code, payload));
}

struct NotExecuted {
    uint64_t count = 0;
    std::string sentence;
};
NotExecuted notExecuted(const Counters& counters, const char* command) {
    NotExecuted out;
    for (const auto& row : counters.declines()) {
        if (row.reason != DeclineReason::NotImplemented || std::string(row.command) != command) continue;
        out.count += row.count;
        out.sentence = row.lastSentence;
    }
    return out;
}

} // namespace

TEST_CASE("a stream record is declined as not executed if, and only if, the status page says so") {
    const auto rows = stream::opcodes();
    for (size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(rows[i].name);
        CAPTURE(rows[i].code);
        ExecFixture f;
        f.run(segmentWith(rows[i]));
        CHECK(f.declines(DeclineReason::UnknownOpcode) == 0);
        CHECK(f.declines(DeclineReason::BadRecord) == 0);
        const NotExecuted seen = notExecuted(f.counters, rows[i].name);
        CHECK(seen.count == (executesOpcode(i) ? 0 : 1));
        if (executesOpcode(i)) continue;
        REQUIRE(rows[i].gate != Feature::None);
        CHECK(seen.sentence.find(featureText(rows[i].gate).what) != std::string::npos);
    }
}

TEST_CASE("what an encoder is known to execute or to leave out") {
    std::set<std::string> running, leftOut;
    const auto rows = stream::opcodes();
    for (size_t i = 0; i < rows.size(); ++i) (executesOpcode(i) ? running : leftOut).insert(rows[i].name);
    for (const char* name :
         {"drawIndexedPrimitives", "drawPatches", "setVertexBuffers", "dispatchThreads", "copyFromBuffer:toTexture:", "computePipelineStateInfo"})
        CHECK(running.contains(name));
    for (const char* name : {"setTileBuffers", "executeCommandsInBuffer:withRange:", "encodeStartIf"})
        CHECK(leftOut.contains(name));
}

TEST_CASE("an encoder that executes a base command does not execute what derives from it") {
    // drawIndexedPatches derives from drawPatches, setTileBuffers from setVertexBuffers: neither may slip in that way.
    const auto rows = stream::opcodes();
    for (size_t i = 0; i < rows.size(); ++i)
        if (rows[i].group == stream::Group::Render && rows[i].code >= 0x9d && rows[i].code <= 0xa1) CHECK_FALSE(executesOpcode(i));
}
