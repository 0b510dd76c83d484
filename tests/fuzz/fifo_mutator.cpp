// Commands of the table with payloads of a plausible length, mixed with what else a guest can do.
#include "pvg/fifo/command_table.h"
#include "tests/fuzz/step_mutator.h"

namespace pvg::fuzz {

namespace {

void addWord(std::vector<uint8_t>& bytes, uint32_t word) {
    for (int i = 0; i < 4; ++i) bytes.push_back(uint8_t(word >> 8 * i));
}

void inventCommand(Random& random, std::vector<uint8_t>& script) {
    const auto rows = fifoCommandRows();
    const FifoCommandRow& row = rows[below(random, uint32_t(rows.size()))];
    std::vector<uint8_t> bytes{uint8_t(row.id)};
    const uint32_t count = row.minimalPayload / 4 + below(random, 4);
    for (uint32_t i = 0; i < count; ++i) addWord(bytes, below(random, 3) == 0 ? edgeNumber(random) : below(random, 4));
    appendStep(script, uint8_t(below(random, 4) << 6), bytes);
}

} // namespace

void inventStep(Random& random, std::vector<uint8_t>& script) {
    if (below(random, 3) != 0) return inventCommand(random, script);
    std::vector<uint8_t> bytes;
    for (uint32_t i = below(random, 6); i > 0; --i) addWord(bytes, edgeNumber(random));
    appendStep(script, uint8_t(below(random, 4) << 6 | (4 + below(random, 14))), bytes);
}

} // namespace pvg::fuzz
