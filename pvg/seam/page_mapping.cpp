#include "pvg/seam/page_mapping.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>

#include "pvg/base/checked.h"
#include "pvg/base/fd_socket.h"
#include "pvg/base/ids.h"

namespace pvg::seam {
namespace {

constexpr size_t kPageBytes = alignUp(sizeof(Page), kPageSize);
constexpr int kSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;

Result<Page*> mapPage(int fd) {
    void* address = ::mmap(nullptr, kPageBytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (address == MAP_FAILED) return errnoError("mapping the seam page", errno);
    return static_cast<Page*>(address); // zero bytes are zero atomics
}

} // namespace

Result<PageMapping> PageMapping::create() {
    UniqueFd fd(::memfd_create("pvgl-seam", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!fd || ::ftruncate(fd.get(), off_t(kPageBytes)) != 0 || ::fcntl(fd.get(), F_ADD_SEALS, kSeals) != 0)
        return errnoError("creating the seam page", errno);
    PVG_TRY(Page* const page, mapPage(fd.get()));
    page->magic = kMagic;
    page->version = kVersion;
    return PageMapping(std::move(fd), page);
}

Result<PageMapping> PageMapping::attach(UniqueFd fd) {
    struct stat info{};
    if (::fstat(fd.get(), &info) != 0 || uint64_t(info.st_size) != kPageBytes || (::fcntl(fd.get(), F_GET_SEALS) & kSeals) != kSeals)
        return Error{Code::Protocol, "the seam page has the wrong size or is not sealed"};
    PVG_TRY(Page* const page, mapPage(fd.get()));
    PageMapping mapping(std::move(fd), page);
    if (page->magic != kMagic || page->version != kVersion) return Error{Code::Protocol, "the seam page is of another version of pvgl"};
    return Result<PageMapping>(std::move(mapping));
}

PageMapping::~PageMapping() {
    if (m_page) ::munmap(m_page, kPageBytes);
}

} // namespace pvg::seam
