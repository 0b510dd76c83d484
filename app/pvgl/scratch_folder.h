// A fresh folder with mode 0700 under XDG_RUNTIME_DIR, or /tmp; removed with its owner when it is empty by then.
#pragma once

#include <string>

#include "pvg/base/result.h"

namespace app {

class ScratchFolder {
public:
    static pvg::Result<ScratchFolder> create();
    ScratchFolder(ScratchFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    ScratchFolder& operator=(ScratchFolder&&) = delete;
    ~ScratchFolder();
    const std::string& path() const { return m_path; }

private:
    explicit ScratchFolder(std::string path) : m_path(std::move(path)) {}
    std::string m_path;
};

} // namespace app
