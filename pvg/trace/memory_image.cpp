#include "pvg/trace/memory_image.h"

#include <cstring>

namespace pvg::trace {

namespace {

constexpr size_t kStep = 64; // a difference is narrowed down to multiples of this

// The hull of what differs, in steps. The bytes are known to differ somewhere.
std::span<const std::byte> differingPart(const std::byte* known, std::span<const std::byte> fresh) {
    size_t begin = 0;
    size_t end = fresh.size();
    while (begin + kStep <= end && std::memcmp(known + begin, fresh.data() + begin, kStep) == 0) begin += kStep;
    while (end >= begin + kStep && std::memcmp(known + end - kStep, fresh.data() + end - kStep, kStep) == 0) end -= kStep;
    return fresh.subspan(begin, end - begin);
}

} // namespace

std::unique_ptr<MemoryImage::Page>& MemoryImage::slot(uint64_t address) {
    const uint64_t key = address >> kBlockShift;
    if (key != m_lastKey || !m_lastBlock) {
        auto& block = m_blocks[key];
        if (!block) block = std::make_unique<Block>();
        m_lastKey = key;
        m_lastBlock = block.get();
    }
    return (*m_lastBlock)[(address >> kPageShift) % m_lastBlock->size()];
}

std::optional<MemoryImage::Difference> MemoryImage::updatePage(GuestPhys base, std::span<const std::byte> piece, uint64_t command) {
    auto& page = slot(base.value);
    const bool isNew = !page;
    if (isNew) {
        page = std::make_unique<Page>();
        ++m_pages;
    }
    std::byte* known = page->bytes.data() + base.value % kPageSize;
    const bool wasSeen = page->command == command && !isNew;
    page->command = command;
    if (!isNew && std::memcmp(known, piece.data(), piece.size()) == 0) return std::nullopt;
    const auto part = isNew ? piece : differingPart(known, piece);
    const size_t skipped = size_t(part.data() - piece.data());
    std::memcpy(known + skipped, part.data(), part.size());
    return Difference{GuestPhys{base.value + skipped}, part, wasSeen};
}

void MemoryImage::forget(GuestPhys base, uint64_t size) {
    const auto isInside = [&](uint64_t address) { return address >= base.value && address - base.value < size; };
    m_lastBlock = nullptr;
    for (auto& [key, block] : m_blocks) {
        for (size_t i = 0; i < block->size(); ++i) {
            if (!(*block)[i] || !isInside((key << kBlockShift) + i * kPageSize)) continue;
            (*block)[i].reset();
            --m_pages;
        }
    }
}

void MemoryImage::clear() {
    m_blocks.clear();
    m_lastBlock = nullptr;
    m_pages = 0;
}

} // namespace pvg::trace
