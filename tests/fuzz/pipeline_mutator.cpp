// Half of the inputs come from a writer of property lists: nested lists, arrays and texts whose offsets point where they should, with values
// near the ends of their enumerations. The byte mutator takes it from there.
#include <algorithm>
#include <cstring>

#include "tests/fuzz/step_mutator.h"

using namespace pvg::fuzz;

namespace {

using Bytes = std::vector<uint8_t>;

// {u8 tag, u8 4, u32 value}; offsets are filled in when what they point at is appended.
class ListWriter {
public:
    ListWriter() : m_bytes{0} {}
    void value(uint8_t tag, uint32_t value) {
        ++m_bytes[0];
        m_bytes.insert(m_bytes.end(), {tag, 4});
        word(value);
    }
    void nested(uint8_t tag, Bytes target) {
        value(tag, 0);
        m_pending.push_back({m_bytes.size() - 4, std::move(target)});
    }
    Bytes finish() {
        for (auto& [at, target] : m_pending) {
            const auto offset = uint32_t(m_bytes.size());
            std::memcpy(m_bytes.data() + at, &offset, 4);
            m_bytes.insert(m_bytes.end(), target.begin(), target.end());
        }
        return m_bytes;
    }

private:
    void word(uint32_t v) {
        for (int i = 0; i < 4; ++i) m_bytes.push_back(uint8_t(v >> 8 * i));
    }
    Bytes m_bytes;
    std::vector<std::pair<size_t, Bytes>> m_pending;
};

Bytes arrayOf(const std::vector<Bytes>& elements) {
    Bytes out(4 + 4 * elements.size());
    const auto count = uint32_t(elements.size());
    std::memcpy(out.data(), &count, 4);
    for (size_t i = 0; i < elements.size(); ++i) {
        const auto offset = uint32_t(out.size());
        std::memcpy(out.data() + 4 + 4 * i, &offset, 4);
        out.insert(out.end(), elements[i].begin(), elements[i].end());
    }
    return out;
}

// A list of up to `tags` fields, in order, as Apple's writer leaves them.
Bytes smallList(Random& random, uint8_t tags, uint32_t limit) {
    ListWriter list;
    for (uint8_t tag = 0; tag < tags; ++tag)
        if (below(random, 3) != 0) list.value(tag, below(random, 10) == 0 ? edgeNumber(random) : below(random, limit));
    return list.finish();
}

Bytes someLists(Random& random, uint8_t tags, uint32_t limit) {
    std::vector<Bytes> elements;
    for (uint32_t i = 1 + below(random, 4); i > 0; --i) elements.push_back(smallList(random, tags, limit));
    return arrayOf(elements);
}

Bytes pipelineList(Random& random, bool isCompute) {
    ListWriter list;
    for (uint8_t tag = 0; tag < 0x1e; ++tag) {
        const bool isNeeded = tag <= 1;
        if (!isNeeded && below(random, 3) == 0) continue;
        const bool isLabel = tag == (isCompute ? 2 : 0), isArray = !isCompute && tag == 8, isVertexList = tag == 3;
        if (isArray) list.nested(tag, someLists(random, 10, 20));
        else if (isLabel) list.nested(tag, Bytes{'a', 'b', 'c', 0});
        else if (isVertexList) {
            ListWriter vertex;
            vertex.nested(0, someLists(random, 4, 32));
            vertex.nested(1, someLists(random, 4, isCompute ? 10 : 5)); // kernels have more step functions
            if (isCompute) vertex.value(2, below(random, 3)), vertex.value(3, below(random, 32));
            list.nested(tag, vertex.finish());
        } else if (!isCompute && tag >= 0x0b && tag <= 0x12 && tag != 0x0d) { // topology and tessellation: one bad value ends the list
            list.value(tag, below(random, 16) == 0 ? below(random, 5) : tag == 0x0f ? 0 : below(random, 2));
        } else if (tag != 0x14 || below(random, 8) == 0) list.value(tag, below(random, 8) == 0 ? edgeNumber(random) : 1 << below(random, 4));
    }
    return list.finish();
}

} // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t maxSize, unsigned seed) {
    Random random(seed);
    if (size < 2 || below(random, 4) != 0) return LLVMFuzzerMutate(data, size, maxSize);
    Bytes out = pipelineList(random, (data[0] & 3) == 1);
    out.insert(out.begin(), {uint8_t(data[0] & 0x7f), 0});
    out.resize(std::min(out.size(), maxSize));
    std::copy(out.begin(), out.end(), data);
    return below(random, 2) ? out.size() : LLVMFuzzerMutate(data, out.size(), maxSize);
}
