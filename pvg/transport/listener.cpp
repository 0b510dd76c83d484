#include "pvg/transport/listener.h"

#include <fmt/format.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "pvg/base/fd_socket.h"
#include "pvg/base/log.h"

namespace pvg::transport {
namespace {

Result<sockaddr_un> socketAddress(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return Error{Code::InvalidArgument, fmt::format("the socket path {} has {} bytes (1 to {}); choose a shorter one", path,
                                                        path.size(), sizeof address.sun_path - 1)};
    std::memcpy(address.sun_path, path.data(), path.size());
    return address;
}

Result<UniqueFd> streamSocket() {
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!fd) return errnoError("socket", errno);
    return fd;
}

// A socket nobody listens on is left over from a killed run.
Status checkPathIsFree(const std::string& path) {
    struct stat info{};
    if (::lstat(path.c_str(), &info) != 0) return errno == ENOENT ? Status{} : Status{errnoError(path.c_str(), errno)};
    if (!S_ISSOCK(info.st_mode)) return Error{Code::InvalidArgument, fmt::format("{} exists and is no socket; choose another path", path)};
    PVG_TRY(const sockaddr_un address, socketAddress(path));
    PVG_TRY(const UniqueFd probe, streamSocket());
    if (::connect(probe.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 || errno == EAGAIN)
        return Error{Code::InvalidArgument, fmt::format("another program serves {}; end it or choose another path", path)};
    return {};
}

void warnAboutFolder(const std::string& folder) {
    struct stat info{};
    if (::stat(folder.c_str(), &info) != 0) return;
    if ((info.st_mode & (S_IWGRP | S_IWOTH)) && !(info.st_mode & S_ISVTX))
        spdlog::warn("others may write to {}: they could replace the socket; a folder with mode 0700 is safe", folder);
}

std::string folderOf(const std::string& path) {
    const auto parent = std::filesystem::path(path).parent_path();
    return parent.empty() ? "." : parent.string();
}

// Binding under another name keeps the path invisible until connections are accepted.
Status bindPrivately(int fd, const std::string& temporary, const std::optional<AllowedUser>& allowed) {
    PVG_TRY(const sockaddr_un address, socketAddress(temporary));
    ::unlink(temporary.c_str());
    const mode_t before = ::umask(0177); // before bind: a later chmod would leave a moment
    const int bound = ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    const int error = errno;
    ::umask(before);
    if (bound != 0) return errnoError(temporary.c_str(), error);
    if (!allowed) return {};
    if (::chown(temporary.c_str(), uid_t(-1), allowed->gid) != 0)
        return Error{Code::Io, fmt::format("the socket cannot be given to group {}: {}; --allow-user needs membership in that group",
                                           allowed->gid, std::strerror(errno))};
    if (::chmod(temporary.c_str(), 0660) != 0) return errnoError("chmod of the socket", errno);
    return {};
}

Status publish(int fd, const std::string& temporary, const std::string& path) {
    if (::listen(fd, 8) != 0) return errnoError("listen", errno);
    if (std::rename(temporary.c_str(), path.c_str()) != 0) return errnoError(path.c_str(), errno);
    return {};
}

} // namespace

Result<AllowedUser> findUser(const std::string& name) {
    const passwd* entry = ::getpwnam(name.c_str());
    if (!entry) return Error{Code::NotFound, fmt::format("--allow-user: there is no user {}", name)};
    return AllowedUser{entry->pw_uid, entry->pw_gid};
}

Result<Listener> Listener::open(const std::string& path, std::optional<AllowedUser> allowed) {
    PVG_TRY([[maybe_unused]] const sockaddr_un address, socketAddress(path));
    PVG_CHECK(checkPathIsFree(path));
    const std::string folder = folderOf(path);
    warnAboutFolder(folder);

    Listener listener;
    listener.m_allowed = allowed;
    PVG_TRY(listener.m_fd, streamSocket());
    const std::string temporary = fmt::format("{}/.{}", folder, ::getpid());
    Status status = bindPrivately(listener.m_fd.get(), temporary, allowed);
    if (status) status = publish(listener.m_fd.get(), temporary, path);
    if (!status) {
        ::unlink(temporary.c_str());
        return status.failure();
    }
    listener.m_path = path;
    struct stat info{};
    if (::lstat(path.c_str(), &info) == 0) listener.m_inode = info.st_ino;
    return Result<Listener>(std::move(listener));
}

Listener::~Listener() {
    struct stat info{};
    if (!m_path.empty() && ::lstat(m_path.c_str(), &info) == 0 && info.st_ino == m_inode) ::unlink(m_path.c_str());
}

bool Listener::admits(int client) const {
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(client, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return false;
    if (peer.uid == ::geteuid() || (m_allowed && peer.uid == m_allowed->uid)) return true;
    spdlog::warn("process {} of user {} was refused: only user {} may connect; see --allow-user", peer.pid, peer.uid, ::geteuid());
    return false;
}

UniqueFd Listener::accept() {
    UniqueFd client(::accept4(m_fd.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (client && !admits(client.get())) client.reset();
    return client;
}

} // namespace pvg::transport
