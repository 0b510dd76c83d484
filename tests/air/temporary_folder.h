// A folder for one test, removed with it.
#pragma once

#include <cstdlib>
#include <filesystem>

class TemporaryFolder {
public:
    TemporaryFolder() {
        char name[] = "/tmp/pvgl-test-XXXXXX";
        m_path = mkdtemp(name);
    }
    ~TemporaryFolder() { std::filesystem::remove_all(m_path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};
