#include <cstring>

#include "renderer-gl/upload.h"

namespace gl {

namespace {

class DirectUpload final : public UploadStrategy {
public:
    void writeBuffer(GLuint buffer, uint64_t offset, pvg::ByteRuns runs) override {
        for (const auto& run : runs) {
            if (run.empty()) continue;
            glNamedBufferSubData(buffer, GLintptr(offset), GLsizeiptr(run.size()), run.data());
            offset += run.size();
        }
    }

    PixelSource stagePixels(pvg::ByteRuns runs) override {
        if (runs.size() == 1) return {0, reinterpret_cast<uintptr_t>(runs[0].data())};
        m_gathered.resize(totalBytes(runs));
        gather(runs, m_gathered.data());
        return {0, reinterpret_cast<uintptr_t>(m_gathered.data())};
    }

private:
    std::vector<std::byte> m_gathered;
};

} // namespace

std::unique_ptr<UploadStrategy> makeDirectUpload() { return std::make_unique<DirectUpload>(); }

uint64_t totalBytes(pvg::ByteRuns runs) {
    uint64_t total = 0;
    for (const auto& run : runs) total += run.size();
    return total;
}

void gather(pvg::ByteRuns runs, std::byte* to) {
    for (const auto& run : runs) {
        if (run.empty()) continue;
        std::memcpy(to, run.data(), run.size());
        to += run.size();
    }
}

} // namespace gl
