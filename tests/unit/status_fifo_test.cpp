// Every FIFO command of the table, sent with a payload of zeros: declined as its status says, stamped in any case.
#include "pvg/fifo/command_table.h"
#include "tests/unit/engine_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {

Raw zeros(size_t size) {
    Raw out;
    for (size_t i = 0; i < size; ++i) out.u8(0);
    return out;
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
