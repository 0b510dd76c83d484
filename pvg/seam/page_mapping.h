// The shared page as one process has it: a sealed memfd and its mapping.
#pragma once

#include "pvg/base/result.h"
#include "pvg/base/unique_fd.h"
#include "pvg/seam/page.h"

namespace pvg::seam {

class PageMapping {
public:
    // Device process: a fresh page, all zero but magic and version.
    static Result<PageMapping> create();
    // Renderer: checks size, seals, magic and version.
    static Result<PageMapping> attach(UniqueFd fd);

    PageMapping(PageMapping&& other) noexcept : m_fd(std::move(other.m_fd)), m_page(std::exchange(other.m_page, nullptr)) {}
    PageMapping& operator=(PageMapping&&) = delete;
    ~PageMapping();

    Page& page() const { return *m_page; }
    int fd() const { return m_fd.get(); }

private:
    PageMapping(UniqueFd fd, Page* page) : m_fd(std::move(fd)), m_page(page) {}
    UniqueFd m_fd;
    Page* m_page = nullptr;
};

} // namespace pvg::seam
