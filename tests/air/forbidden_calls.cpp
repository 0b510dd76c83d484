#include "tests/air/forbidden_calls.h"

#include <fcntl.h>
#include <linux/perf_event.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace {

template <class... Args>
int call(long number, Args... arguments) {
    errno = 0;
    return syscall(number, arguments...) == -1 ? errno : 0;
}

alignas(8) std::array<char, 512> g_space{};
char* const g_noArguments[] = {nullptr};

const std::vector<ForbiddenCall> kCalls = {
    {"open to read", Fate::Refused, [] { return call(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY, 0); }},
    {"open to write", Fate::Refused, [] { return call(SYS_openat, AT_FDCWD, "/tmp/pvgl-sandbox", O_WRONLY | O_CREAT, 0600); }},
    {"open itself", Fate::Refused, [] { return call(SYS_openat, AT_FDCWD, "/proc/self/mem", O_RDWR, 0); }},
    {"unlink", Fate::Refused, [] { return call(SYS_unlinkat, AT_FDCWD, "/tmp/pvgl-sandbox", 0); }},
    {"mkdir", Fate::Refused, [] { return call(SYS_mkdirat, AT_FDCWD, "/tmp/pvgl-sandbox", 0700); }},
    {"rename", Fate::Refused, [] { return call(SYS_renameat2, AT_FDCWD, "/tmp/a", AT_FDCWD, "/tmp/b", 0); }},
    {"stat", Fate::Refused, [] { return call(SYS_newfstatat, AT_FDCWD, "/etc/passwd", g_space.data(), 0); }},
    {"readlink", Fate::Refused, [] { return call(SYS_readlinkat, AT_FDCWD, "/proc/self/exe", g_space.data(), g_space.size()); }},
    {"unix socket", Fate::Refused, [] { return call(SYS_socket, AF_UNIX, SOCK_STREAM, 0); }},
    {"inet socket", Fate::Refused, [] { return call(SYS_socket, AF_INET, SOCK_DGRAM, 0); }},
    {"socketpair", Fate::Refused, [] { return call(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, g_space.data()); }},
    {"connect", Fate::Refused, [] { return call(SYS_connect, 3, g_space.data(), 16); }},
    {"accept", Fate::Refused, [] { return call(SYS_accept4, 3, nullptr, nullptr, 0); }},
    {"pass a descriptor", Fate::Refused, [] { return call(SYS_sendmsg, 3, g_space.data(), 0); }},
    {"write to stdout", Fate::Refused, [] { return call(SYS_write, 1, "", 0); }},
    {"read stdin", Fate::Refused, [] { return call(SYS_read, 0, g_space.data(), 1); }},
    {"dup", Fate::Refused, [] { return call(SYS_dup, 3); }},
    {"pipe", Fate::Refused, [] { return call(SYS_pipe2, g_space.data(), 0); }},
    {"memfd", Fate::Refused, [] { return call(SYS_memfd_create, "x", 0); }},
    {"eventfd", Fate::Refused, [] { return call(SYS_eventfd2, 0, 0); }},
    {"epoll", Fate::Refused, [] { return call(SYS_epoll_create1, 0); }},
    {"pidfd", Fate::Refused, [] { return call(SYS_pidfd_open, getpid(), 0); }},
    {"ioctl", Fate::Refused, [] { return call(SYS_ioctl, 2, 0x5412, g_space.data()); }},
    {"fork", Fate::Refused, [] { return call(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr); }},
    {"thread", Fate::Refused, [] { return call(SYS_clone, CLONE_VM | CLONE_THREAD | CLONE_SIGHAND, nullptr, nullptr, nullptr, nullptr); }},
    {"clone3", Fate::Refused, [] { return call(SYS_clone3, g_space.data(), 64); }},
    {"kill parent", Fate::Refused, [] { return call(SYS_kill, getppid(), 0); }},
    {"signal a stranger", Fate::Refused, [] { return call(SYS_tgkill, 1, 1, 0); }},
    {"executable memory", Fate::Refused, [] { return call(SYS_mmap, nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }},
    {"make executable", Fate::Refused, [] { return call(SYS_mprotect, uintptr_t(g_space.data()) & ~uintptr_t(4095), 4096, PROT_READ | PROT_WRITE | PROT_EXEC); }},
    {"limits of another", Fate::Refused, [] { return call(SYS_prlimit64, getppid(), 0, nullptr, g_space.data()); }},
    {"shared memory", Fate::Refused, [] { return call(SYS_shmget, 0, 4096, 0600); }},
    {"an unknown call", Fate::Refused, [] { return call(0xfff); }},
    {"execve", Fate::Kills, [] { return call(SYS_execve, "/bin/true", g_noArguments, g_noArguments); }},
    {"execveat", Fate::Kills, [] { return call(SYS_execveat, AT_FDCWD, "/bin/true", g_noArguments, g_noArguments, 0); }},
    {"ptrace", Fate::Kills, [] { return call(SYS_ptrace, PTRACE_TRACEME, 0, 0, 0); }},
    {"read another's memory", Fate::Kills, [] { return call(SYS_process_vm_readv, getppid(), nullptr, 0, nullptr, 0, 0); }},
    {"write another's memory", Fate::Kills, [] { return call(SYS_process_vm_writev, getppid(), nullptr, 0, nullptr, 0, 0); }},
    {"bpf", Fate::Kills, [] { return call(SYS_bpf, 0, nullptr, 0); }},
    {"perf", Fate::Kills, [] { return call(SYS_perf_event_open, nullptr, 0, -1, -1, 0); }},
    {"userfaultfd", Fate::Kills, [] { return call(SYS_userfaultfd, 0); }},
    {"io_uring", Fate::Kills, [] { return call(SYS_io_uring_setup, 1, g_space.data()); }},
    {"mount", Fate::Kills, [] { return call(SYS_mount, "none", "/tmp", "tmpfs", 0, nullptr); }},
    {"keyctl", Fate::Kills, [] { return call(SYS_keyctl, 0, 0, 0, 0, 0); }},
    {"unshare", Fate::Kills, [] { return call(SYS_unshare, CLONE_NEWUSER); }},
    {"setns", Fate::Kills, [] { return call(SYS_setns, 3, 0); }},
};

} // namespace

const std::vector<ForbiddenCall>& forbiddenCalls() { return kCalls; }

int makeForbiddenCall(std::string_view name) {
    const auto found = std::ranges::find(kCalls, name, &ForbiddenCall::name);
    return found == kCalls.end() ? -1 : found->make();
}
