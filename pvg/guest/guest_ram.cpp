#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <sys/mman.h>
#include <unistd.h>

#include "pvg/guest/vfio_platform.h"

namespace pvg::guest {

namespace {

constexpr uint64_t kPage = 4096;
constexpr uint32_t kFirstContiguous = 0x100;  // above the first MiB, where firmware lives
constexpr uint32_t kFirstScattered = 0x1000;  // 16 MiB
constexpr size_t kRun = 4;                    // macOS backs ranges in runs of four pages (objects.md 2)

Error ramError(const char* what) { return {Code::NoMemory, std::string(what) + " for guest RAM: " + std::strerror(errno)}; }

} // namespace

Result<std::unique_ptr<GuestRam>> GuestRam::create() {
    auto ram = std::make_unique<GuestRam>();
    constexpr uint64_t kBytes = kLowBytes + kHighBytes;
    ram->m_fd = ::memfd_create("pvgl-guest-ram", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (ram->m_fd < 0 || ::ftruncate(ram->m_fd, static_cast<off_t>(kBytes)) != 0) return ramError("no memfd");
    // Seals 0x7, as on QEMU's memfd (vfio-user.md 2).
    if (::fcntl(ram->m_fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW) != 0) return ramError("no seals");
    void* base = ::mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, ram->m_fd, 0);
    if (base == MAP_FAILED) return ramError("no mapping");
    ram->m_base = static_cast<std::byte*>(base);
    ram->m_nextContiguous = kFirstContiguous;
    ram->shufflePages();
    return ram;
}

GuestRam::~GuestRam() {
    if (m_base) ::munmap(m_base, kLowBytes + kHighBytes);
    if (m_fd >= 0) ::close(m_fd);
}

// Runs in random order, low and high memory mixed, every fourth run backwards: nothing contiguous survives by luck. The seed is fixed so
// that two runs give the host the same work.
void GuestRam::shufflePages() {
    std::vector<uint32_t> runs;
    for (uint64_t n = kFirstScattered; n < kLowBytes / kPage; n += kRun) runs.push_back(static_cast<uint32_t>(n));
    for (uint64_t n = kHighBase / kPage; n < (kHighBase + kHighBytes) / kPage; n += kRun) runs.push_back(static_cast<uint32_t>(n));
    std::mt19937 random(20260101);
    std::shuffle(runs.begin(), runs.end(), random);
    m_free.reserve(runs.size() * kRun);
    for (size_t i = 0; i < runs.size(); ++i)
        for (uint32_t k = 0; k < kRun; ++k) m_free.push_back(runs[i] + (i % 4 == 0 ? k : static_cast<uint32_t>(kRun) - 1 - k));
    m_all = m_free;
    m_untouched = m_all.size();
}

// Pages below the lowest fill of the list were never handed out.
void GuestRam::reclaim() {
    m_free.resize(m_untouched);
    for (size_t i = m_untouched; i < m_all.size(); ++i) {
        std::memset(pageAt(m_all[i]).bytes, 0, kPage);
        m_free.push_back(m_all[i]);
    }
    for (uint32_t number = kFirstContiguous; number < m_nextContiguous; ++number) std::memset(pageAt(number).bytes, 0, kPage);
    m_untouched = m_all.size();
    m_nextContiguous = kFirstContiguous;
}

Page GuestRam::pageAt(uint32_t number) const {
    const uint64_t address = uint64_t{number} * kPage;
    return {number, m_base + (address < kLowBytes ? address : address - kHighBase + kLowBytes)};
}

std::vector<Page> GuestRam::allocate(size_t count) {
    std::vector<Page> pages;
    if (count > m_free.size()) return pages;
    for (size_t i = 0; i < count; ++i) {
        pages.push_back(pageAt(m_free.back()));
        m_free.pop_back();
    }
    m_untouched = std::min(m_untouched, m_free.size());
    return pages;
}

std::vector<Page> GuestRam::allocateContiguous(size_t count) {
    std::vector<Page> pages;
    if (m_nextContiguous + count > kFirstScattered) return pages;
    for (size_t i = 0; i < count; ++i) pages.push_back(pageAt(m_nextContiguous++));
    return pages;
}

void GuestRam::release(std::span<const Page> pages) {
    for (const Page& p : pages) {
        std::memset(p.bytes, 0, kPage);
        m_free.push_back(p.number);
    }
}

} // namespace pvg::guest
