// The socket QEMU connects to: private to the user, visible only once it listens, removed with its owner.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "pvg/base/result.h"
#include "pvg/base/unique_fd.h"

namespace pvg::transport {

// One more user who may connect (libvirt's QEMU user); the socket gets its group.
struct AllowedUser {
    uid_t uid = 0;
    gid_t gid = 0;
};
Result<AllowedUser> findUser(const std::string& name);

class Listener {
public:
    // Replaces a dead socket at `path`; fails when somebody serves it or when it is something else.
    static Result<Listener> open(const std::string& path, std::optional<AllowedUser> allowed);
    Listener(Listener&&) = default;
    Listener& operator=(Listener&&) = delete;
    ~Listener(); // removes the path if it is still this socket

    int fd() const { return m_fd.get(); }
    // Empty when nobody waits or the peer may not connect (logged).
    UniqueFd accept();

private:
    Listener() = default;
    bool admits(int client) const;

    UniqueFd m_fd;
    std::string m_path;
    ino_t m_inode = 0;
    std::optional<AllowedUser> m_allowed;
};

} // namespace pvg::transport
