#include "app/renderer/file_writer.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

namespace app {

namespace {
pvg::Error ioError(const char* what, const std::string& path) {
    return {pvg::Code::Io, fmt::format("cannot {} {}: {}", what, path, std::strerror(errno))};
}

bool writeAll(int fd, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        ssize_t n = write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        bytes = bytes.subspan(size_t(n));
    }
    return true;
}
} // namespace

pvg::Status writeFileAtomically(const std::string& path, std::span<const std::byte> bytes) {
    std::string temporary = fmt::format("{}.{}.tmp", path, getpid());
    int fd = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (fd < 0) return ioError("create", temporary);
    bool isWritten = writeAll(fd, bytes);
    isWritten = close(fd) == 0 && isWritten;
    if (!isWritten) {
        pvg::Error error = ioError("write", temporary);
        unlink(temporary.c_str());
        return error;
    }
    if (rename(temporary.c_str(), path.c_str()) == 0) return {};
    pvg::Error error = ioError("rename to", path);
    unlink(temporary.c_str());
    return error;
}

pvg::Status writeFileAtomically(const std::string& path, std::string_view text) {
    return writeFileAtomically(path, std::as_bytes(std::span(text.data(), text.size())));
}

} // namespace app
