#include "pvg/guest/sysfs_platform.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <random>
#include <sys/mman.h>
#include <unistd.h>

namespace pvg::guest {

namespace {

constexpr size_t kPage = 4096;
constexpr size_t kHugePage = 2 << 20;
constexpr size_t kBarBytes = 0x4000;
constexpr uint8_t kMsiCapability = 5;
// KVM's posted-interrupt notification vector on CPU 0: a handler that only counts.
constexpr uint32_t kMsiAddress = 0xfee00000;
constexpr uint16_t kCountingVector = 0xf2;

Error systemError(const std::string& what) { return {Code::Io, what + ": " + std::strerror(errno)}; }

std::string readText(const std::string& path) {
    std::string text;
    if (FILE* f = std::fopen(path.c_str(), "re")) {
        char buffer[4096];
        while (size_t n = std::fread(buffer, 1, sizeof buffer, f)) text.append(buffer, n);
        std::fclose(f);
    }
    return text;
}

bool writeText(const char* path, const char* text) {
    FILE* f = std::fopen(path, "we");
    if (!f) return false;
    const bool isWritten = std::fputs(text, f) >= 0;
    return std::fclose(f) == 0 && isWritten;
}

// Page frame of an address of this process; 0 = not present or not permitted.
uint64_t pageFrame(int pagemap, const void* address) {
    uint64_t entry = 0;
    const auto at = static_cast<off_t>(reinterpret_cast<uintptr_t>(address) / kPage * sizeof entry);
    if (::pread(pagemap, &entry, sizeof entry, at) != sizeof entry) return 0;
    constexpr uint64_t kPresent = uint64_t{1} << 63, kFrame = (uint64_t{1} << 55) - 1;
    return entry & kPresent ? entry & kFrame : 0;
}

// Sum over all CPUs of the row "PIN:".
std::optional<uint64_t> postedInterrupts() {
    const std::string text = readText("/proc/interrupts");
    const size_t at = text.find("PIN:");
    if (at == std::string::npos) return std::nullopt;
    uint64_t sum = 0;
    const char* p = text.c_str() + at + 4;
    for (char* end = nullptr;; p = end) {
        const uint64_t n = std::strtoull(p, &end, 10);
        if (end == p) return sum;
        sum += n;
    }
}

} // namespace

Result<std::unique_ptr<SysfsPlatform>> SysfsPlatform::open(size_t pages) {
    std::unique_ptr<SysfsPlatform> self(new SysfsPlatform);
    PVG_CHECK(self->findDevice());
    PVG_CHECK(self->mapRegisters());
    PVG_CHECK(self->takeHugePage());
    PVG_CHECK(self->takePages(pages));
    PVG_CHECK(self->enableMsi());
    self->m_countedAtStart = postedInterrupts();
    return self;
}

SysfsPlatform::~SysfsPlatform() {
    if (m_bar) ::munmap(const_cast<uint32_t*>(m_bar), kBarBytes);
    if (m_pool) ::munmap(m_pool, m_poolBytes);
    if (m_huge) ::munmap(m_huge, kHugePage);
}

Status SysfsPlatform::findDevice() {
    const std::string root = "/sys/bus/pci/devices/";
    DIR* dir = ::opendir(root.c_str());
    if (!dir) return systemError(root);
    while (const dirent* entry = ::readdir(dir)) {
        const std::string folder = root + entry->d_name;
        if (readText(folder + "/vendor").starts_with("0x106b") && readText(folder + "/device").starts_with("0xeeee")) m_device = folder;
    }
    ::closedir(dir);
    if (m_device.empty()) return Error{Code::NotFound, "no PCI function 106b:eeee in this machine"};
    return {};
}

Status SysfsPlatform::mapRegisters() {
    if (!writeText((m_device + "/enable").c_str(), "1")) return systemError(m_device + "/enable");
    const int fd = ::open((m_device + "/resource0").c_str(), O_RDWR | O_SYNC | O_CLOEXEC);
    if (fd < 0) return systemError(m_device + "/resource0");
    void* bar = ::mmap(nullptr, kBarBytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    ::close(fd);
    if (bar == MAP_FAILED) return systemError("mapping of BAR0");
    m_bar = static_cast<volatile uint32_t*>(bar);
    return {};
}

Status SysfsPlatform::enableMsi() {
    const int fd = ::open((m_device + "/config").c_str(), O_RDWR | O_CLOEXEC);
    if (fd < 0) return systemError(m_device + "/config");
    uint8_t config[256] = {};
    const bool isRead = ::pread(fd, config, sizeof config, 0) == sizeof config;
    uint8_t at = isRead ? config[0x34] : 0;
    for (int hops = 0; at && config[at] != kMsiCapability && hops < 48; ++hops) at = config[at + 1];
    Status status;
    if (!at) {
        status = Error{Code::Protocol, "the device has no MSI capability"};
    } else {
        const uint32_t address = kMsiAddress, high = 0;
        const uint16_t control = static_cast<uint16_t>(config[at + 2] | config[at + 3] << 8) | 1U;
        uint16_t command = static_cast<uint16_t>(config[4] | config[5] << 8) | 0x6U;
        // Vector first, enable last.
        const bool isWritten = ::pwrite(fd, &command, 2, 4) == 2 && ::pwrite(fd, &address, 4, at + 4) == 4 && ::pwrite(fd, &high, 4, at + 8) == 4 &&
                               ::pwrite(fd, &kCountingVector, 2, at + 12) == 2 && ::pwrite(fd, &control, 2, at + 2) == 2;
        if (!isWritten) status = systemError("MSI set-up");
    }
    ::close(fd);
    return status;
}

Status SysfsPlatform::takeHugePage() {
    if (!writeText("/proc/sys/vm/nr_hugepages", "1")) return systemError("reservation of a huge page");
    void* p = ::mmap(nullptr, kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB | MAP_POPULATE, -1, 0);
    if (p == MAP_FAILED) return systemError("huge page");
    m_huge = static_cast<std::byte*>(p);
    (void)::mlock(p, kHugePage); // huge pages are never swapped; belt and braces
    const int pagemap = ::open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    m_hugeNumber = pagemap < 0 ? 0 : static_cast<uint32_t>(pageFrame(pagemap, p));
    if (pagemap >= 0) ::close(pagemap);
    if (!m_hugeNumber) return Error{Code::Io, "the kernel does not tell page frames (root needed)"};
    return {};
}

Status SysfsPlatform::takePages(size_t count) {
    // Frames must stay put while the device knows them: no compaction of locked pages, no huge-page collapse.
    (void)writeText("/proc/sys/vm/compact_unevictable_allowed", "0");
    m_poolBytes = count * kPage;
    void* p = ::mmap(nullptr, m_poolBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED) return systemError("page pool");
    m_pool = static_cast<std::byte*>(p);
    (void)::madvise(p, m_poolBytes, MADV_NOHUGEPAGE);
    std::memset(p, 0, m_poolBytes);
    if (::mlock(p, m_poolBytes) != 0) return systemError("locking of the page pool");
    const int pagemap = ::open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    if (pagemap < 0) return systemError("/proc/self/pagemap");
    for (size_t i = 0; i < count; ++i) {
        std::byte* bytes = m_pool + i * kPage;
        if (uint64_t frame = pageFrame(pagemap, bytes)) m_free.push_back({static_cast<uint32_t>(frame), bytes});
    }
    ::close(pagemap);
    if (m_free.size() != count) return Error{Code::Io, "some locked pages have no page frame"};
    std::mt19937 random(20260102); // scattered on purpose, the same way every time
    std::shuffle(m_free.begin(), m_free.end(), random);
    m_all = m_free;
    m_untouched = m_all.size();
    return {};
}

uint32_t SysfsPlatform::readRegister(uint32_t offset) { return m_bar[offset / 4]; }
void SysfsPlatform::writeRegister(uint32_t offset, uint32_t value) { m_bar[offset / 4] = value; }

std::vector<Page> SysfsPlatform::allocate(size_t count) {
    if (count > m_free.size()) return {};
    std::vector<Page> pages(m_free.end() - static_cast<ptrdiff_t>(count), m_free.end());
    m_free.resize(m_free.size() - count);
    m_untouched = std::min(m_untouched, m_free.size());
    return pages;
}

std::vector<Page> SysfsPlatform::allocateContiguous(size_t count) {
    if (m_hugeUsed + count > kHugePage / kPage) return {};
    std::vector<Page> pages;
    for (size_t i = 0; i < count; ++i, ++m_hugeUsed)
        pages.push_back({m_hugeNumber + static_cast<uint32_t>(m_hugeUsed), m_huge + m_hugeUsed * kPage});
    return pages;
}

void SysfsPlatform::release(std::span<const Page> pages) {
    for (const Page& page : pages) {
        std::memset(page.bytes, 0, kPage);
        m_free.push_back(page);
    }
}

Wake SysfsPlatform::waitForInterrupt(std::chrono::milliseconds timeout) {
    constexpr std::chrono::microseconds kPoll(500);
    ::usleep(static_cast<useconds_t>(std::min<int64_t>(kPoll.count(), std::chrono::microseconds(timeout).count())));
    // All ones on the version register is what a function without a server answers.
    return readRegister(0x1034) == 0xffffffff ? Wake::HostGone : Wake::Interrupt;
}

// The kernel saves the configuration around the reset and restores it; MSI is ours, because no driver of the kernel is bound.
bool SysfsPlatform::resetFunction() { return writeText((m_device + "/reset").c_str(), "1") && enableMsi(); }

// Pages below the lowest fill of the list were never handed out.
void SysfsPlatform::reclaim() {
    m_free.resize(m_untouched);
    for (size_t i = m_untouched; i < m_all.size(); ++i) {
        std::memset(m_all[i].bytes, 0, kPage);
        m_free.push_back(m_all[i]);
    }
    std::memset(m_huge, 0, m_hugeUsed * kPage);
    m_untouched = m_all.size();
    m_hugeUsed = 0;
}

std::optional<uint64_t> SysfsPlatform::countedInterrupts() const {
    const auto now = postedInterrupts();
    if (!now || !m_countedAtStart) return std::nullopt;
    return *now - *m_countedAtStart;
}

} // namespace pvg::guest
