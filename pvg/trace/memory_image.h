// What a replay's guest RAM holds after the records so far: the recorder writes only what differs from it. All zero at first, as a fresh
// mapping is. Thread: one at a time.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>

#include "pvg/base/ids.h"

namespace pvg::trace {

class MemoryImage {
public:
    struct Difference {
        GuestPhys base;
        std::span<const std::byte> bytes; // inside the copy that was given
        bool isReread = false; // other bytes of this page were seen during the same command
    };

    // Makes the image hold `copy` at `base` and calls changed(Difference) for what it did not hold, at most one a page, in order of addresses.
    // A page that was never seen counts as changed. `command`: grows with each command.
    template <class Changed>
    void update(GuestPhys base, std::span<const std::byte> copy, uint64_t command, Changed&& changed) {
        while (!copy.empty()) {
            const size_t inside = base.value % kPageSize;
            const auto piece = copy.first(std::min<size_t>(copy.size(), kPageSize - inside));
            if (auto difference = updatePage(base, piece, command)) changed(*difference);
            base.value += piece.size();
            copy = copy.subspan(piece.size());
        }
    }
    // The mapping is gone or new.
    void forget(GuestPhys base, uint64_t size);
    void clear();
    uint64_t bytes() const { return m_pages * kPageSize; }

private:
    struct Page {
        std::array<std::byte, kPageSize> bytes{};
        uint64_t command = 0; // that saw it last
    };
    static constexpr uint64_t kBlockShift = 21;
    using Block = std::array<std::unique_ptr<Page>, (1 << kBlockShift) / kPageSize>;

    std::optional<Difference> updatePage(GuestPhys base, std::span<const std::byte> piece, uint64_t command);
    std::unique_ptr<Page>& slot(uint64_t address);

    std::unordered_map<uint64_t, std::unique_ptr<Block>> m_blocks; // by address >> kBlockShift
    uint64_t m_lastKey = ~uint64_t{0};
    Block* m_lastBlock = nullptr;
    uint64_t m_pages = 0;
};

} // namespace pvg::trace
