// The socket on its path: who may have it, what it replaces, what it leaves behind.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "pvg/transport/listener.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/vfio_connection.h"

using pvg::Code;
using pvg::transport::AllowedUser;
using pvg::transport::Listener;

namespace {

struct Folder {
    TemporaryFolder own;
    std::string path = own.path().string(), socket = path + "/s";
};

// What is logged while it lives.
class Log {
public:
    Log() : m_before(spdlog::default_logger()) {
        spdlog::set_default_logger(std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(m_text)));
    }
    ~Log() { spdlog::set_default_logger(m_before); }
    bool says(const std::string& part) const { return m_text.str().find(part) != std::string::npos; }

private:
    std::ostringstream m_text;
    std::shared_ptr<spdlog::logger> m_before;
};

mode_t modeOf(const std::string& path) {
    struct stat info{};
    return ::lstat(path.c_str(), &info) == 0 ? info.st_mode & 07777 : 0;
}

// Whether a process of that user and group reaches the socket.
bool connectsAs(uid_t uid, gid_t gid, const std::string& path) {
    const pid_t child = ::fork();
    if (child == 0) {
        if (::setgroups(0, nullptr) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0) ::_exit(2);
        ::_exit(test::VfioConnection(path).isConnected() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) != 2));
    return WEXITSTATUS(status) == 0;
}

constexpr uid_t kOtherUser = 65534;
constexpr gid_t kOtherGroup = 65534;

bool isRoot() {
    if (::geteuid() == 0) return true;
    MESSAGE("skipped: only root can be another user");
    return false;
}

} // namespace

TEST_CASE("the path is there once it can be connected to, private, alone in its folder, and gone with its owner") {
    Folder folder;
    {
        const auto listener = Listener::open(folder.socket, std::nullopt);
        REQUIRE(listener.ok());
        CHECK(modeOf(folder.socket) == 0600);
        CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1); // nothing of the making
        CHECK(test::VfioConnection(folder.socket).isConnected());
    }
    CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("accept takes who waits, and nothing where nobody does") {
    Folder folder;
    auto listener = Listener::open(folder.socket, std::nullopt);
    REQUIRE(listener.ok());
    CHECK(!listener->accept());
    const test::VfioConnection client(folder.socket);
    const pvg::UniqueFd served = listener->accept();
    REQUIRE(served);
    CHECK((::fcntl(served.get(), F_GETFL) & O_NONBLOCK) != 0);
    CHECK((::fcntl(served.get(), F_GETFD) & FD_CLOEXEC) != 0);
    CHECK(!listener->accept());
}

TEST_CASE("paths that cannot be are refused with what to do") {
    Folder folder;
    const auto refusal = [](const std::string& path) {
        const auto listener = Listener::open(path, std::nullopt);
        REQUIRE(!listener.ok());
        return listener.error();
    };
    CHECK(refusal("").code == Code::InvalidArgument);
    const pvg::Error tooLong = refusal(folder.path + "/" + std::string(100, 'x'));
    CHECK(tooLong.code == Code::InvalidArgument);
    CHECK(tooLong.text.find("107") != std::string::npos); // sun_path less its zero
    CHECK(refusal(folder.path + "/none/s").text.find("No such file") != std::string::npos);

    std::ofstream(folder.socket) << "something";
    CHECK(refusal(folder.socket).text.find("is no socket") != std::string::npos);
    std::filesystem::remove(folder.socket);
    std::filesystem::create_symlink("elsewhere", folder.socket);
    CHECK(refusal(folder.socket).text.find("is no socket") != std::string::npos);
    CHECK(std::filesystem::is_symlink(folder.socket));
    std::ofstream(folder.path + "/file").close();
    CHECK(refusal(folder.path + "/file/s").text.find("Not a directory") != std::string::npos);
}

TEST_CASE("a path as long as a socket's may be is served") {
    Folder folder;
    const std::string path = folder.path + "/" + std::string(107 - folder.path.size() - 1, 'x');
    REQUIRE(path.size() == 107);
    const auto listener = Listener::open(path, std::nullopt);
    CHECK(listener.ok());
}

TEST_CASE("a served socket is left alone, a dead one replaced") {
    Folder folder;
    auto first = Listener::open(folder.socket, std::nullopt);
    REQUIRE(first.ok());
    const auto second = Listener::open(folder.socket, std::nullopt);
    REQUIRE(!second.ok());
    CHECK(second.error().text.find("another program serves") != std::string::npos);
    CHECK(test::VfioConnection(folder.socket).isConnected());

    const std::string dead = folder.path + "/dead";
    REQUIRE(::link(folder.socket.c_str(), dead.c_str()) == 0);
    { const auto closed = std::move(first); } // its own path goes, the other name stays and nobody listens
    REQUIRE(modeOf(dead) == 0600);
    CHECK(!test::VfioConnection(dead).isConnected());
    const auto third = Listener::open(dead, std::nullopt);
    CHECK(third.ok());
    CHECK(test::VfioConnection(dead).isConnected());
}

TEST_CASE("a path that became somebody else's in the meantime is not removed") {
    Folder folder;
    {
        const auto listener = Listener::open(folder.socket, std::nullopt);
        REQUIRE(listener.ok());
        std::filesystem::rename(folder.socket, folder.path + "/moved"); // keeps the inode number taken
        std::ofstream(folder.socket) << "mine";
    }
    CHECK(std::filesystem::is_regular_file(folder.socket));
}

TEST_CASE("a folder that others may write to is warned about, unless it is sticky") {
    Folder folder;
    for (const auto& [mode, isWarned] : {std::pair{0700, false}, {0720, true}, {0702, true}, {01777, false}}) {
        Log log;
        REQUIRE(::chmod(folder.path.c_str(), mode_t(mode)) == 0);
        CHECK(Listener::open(folder.socket, std::nullopt).ok());
        CHECK(log.says("others may write to " + folder.path) == isWarned);
    }
}

TEST_CASE("--allow-user takes users that exist") {
    const passwd* self = ::getpwuid(::geteuid());
    if (self) {
        const std::string name = self->pw_name;
        const auto user = pvg::transport::findUser(name);
        REQUIRE(user.ok());
        CHECK(user->uid == ::geteuid());
    }
    const auto nobody = pvg::transport::findUser("no such user");
    REQUIRE(!nobody.ok());
    CHECK(nobody.error().code == Code::NotFound);
    CHECK(nobody.error().text.find("no such user") != std::string::npos);
}

TEST_CASE("the allowed user's group has the socket, everybody else does not") {
    Folder folder;
    const auto listener = Listener::open(folder.socket, AllowedUser{::geteuid(), ::getegid()});
    REQUIRE(listener.ok());
    CHECK(modeOf(folder.socket) == 0660);
    struct stat info{};
    REQUIRE(::stat(folder.socket.c_str(), &info) == 0);
    CHECK(info.st_gid == ::getegid());
}

TEST_CASE("another user is refused even where the file's mode lets him in") {
    if (!isRoot()) return;
    Folder folder;
    Log log;
    auto listener = Listener::open(folder.socket, std::nullopt);
    REQUIRE(listener.ok());
    REQUIRE(::chmod(folder.path.c_str(), 0711) == 0);
    CHECK(!connectsAs(kOtherUser, kOtherGroup, folder.socket));
    REQUIRE(::chmod(folder.socket.c_str(), 0666) == 0);
    CHECK(connectsAs(kOtherUser, kOtherGroup, folder.socket));
    CHECK(!listener->accept());
    CHECK(log.says("user 65534 was refused"));
    const test::VfioConnection own(folder.socket);
    CHECK(listener->accept());
}

TEST_CASE("the allowed user is served, a member of his group is not") {
    if (!isRoot()) return;
    Folder folder;
    Log log;
    auto listener = Listener::open(folder.socket, AllowedUser{kOtherUser, kOtherGroup});
    REQUIRE(listener.ok());
    REQUIRE(::chmod(folder.path.c_str(), 0711) == 0);
    CHECK(connectsAs(kOtherUser, kOtherGroup, folder.socket));
    CHECK(listener->accept());
    CHECK(connectsAs(kOtherUser - 1, kOtherGroup, folder.socket));
    CHECK(!listener->accept());
    CHECK(!connectsAs(kOtherUser - 1, kOtherGroup - 1, folder.socket));
}
