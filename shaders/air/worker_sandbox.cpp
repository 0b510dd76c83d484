#include "shaders/air/worker_sandbox.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <string>

#include "shaders/air/sanitized.h"

namespace air {

using pvg::Code;
using pvg::Error;
using pvg::Status;

namespace {

constexpr int kAllowed[] = {
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(getrandom), SCMP_SYS(futex),
    SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(close), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(restart_syscall),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction), SCMP_SYS(sigaltstack), SCMP_SYS(getpid), SCMP_SYS(gettid),
    SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(getrusage),
    SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(sysinfo),
};

// Calls that the C library or LLVM may make in passing and that get along without.
constexpr int kRefused[] = {
    SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2), SCMP_SYS(creat), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(readlink), SCMP_SYS(readlinkat),
    SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(rename), SCMP_SYS(renameat2), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(link),
    SCMP_SYS(linkat), SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(chdir), SCMP_SYS(getdents64),
    SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(pwrite64), SCMP_SYS(lseek), SCMP_SYS(ioctl), SCMP_SYS(fcntl), SCMP_SYS(dup), SCMP_SYS(dup2),
    SCMP_SYS(dup3), SCMP_SYS(pipe), SCMP_SYS(pipe2), SCMP_SYS(eventfd2), SCMP_SYS(memfd_create), SCMP_SYS(epoll_create1),
    SCMP_SYS(timerfd_create), SCMP_SYS(signalfd4), SCMP_SYS(inotify_init1), SCMP_SYS(pidfd_open), SCMP_SYS(socket), SCMP_SYS(socketpair),
    SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4), SCMP_SYS(sendmsg), SCMP_SYS(setsockopt),
    SCMP_SYS(clone), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(kill), SCMP_SYS(prctl), SCMP_SYS(shmget), SCMP_SYS(shmat),
    SCMP_SYS(setuid), SCMP_SYS(setgid), SCMP_SYS(sched_setaffinity), SCMP_SYS(setpriority),
};

constexpr int kFatal[] = {
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(pidfd_getfd),
    SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup), SCMP_SYS(mount), SCMP_SYS(umount2),
    SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key),
    SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(kexec_load), SCMP_SYS(reboot), SCMP_SYS(personality),
};

// Collects rules; the first one that is not taken is kept.
class Filter {
public:
    Filter() : m_context(seccomp_init(SCMP_ACT_ERRNO(ENOSYS)), seccomp_release) {
        if (!m_context) m_problem = -ENOMEM;
    }
    void allow(int call) { add(SCMP_ACT_ALLOW, call, nullptr); }
    void refuse(int call) { add(SCMP_ACT_ERRNO(EPERM), call, nullptr); }
    void kill(int call) { add(SCMP_ACT_KILL_PROCESS, call, nullptr); }
    void allowIf(int call, scmp_arg_cmp condition) { add(SCMP_ACT_ALLOW, call, &condition); }
    void refuseIf(int call, scmp_arg_cmp condition) { add(SCMP_ACT_ERRNO(EPERM), call, &condition); }

    // Also for threads that exist already; a search tree, since a worker that waits makes few calls but a busy allocator many.
    int load() {
        set(SCMP_FLTATR_CTL_TSYNC, 1);
        set(SCMP_FLTATR_CTL_OPTIMIZE, 2);
        return m_problem != 0 ? m_problem : seccomp_load(m_context.get());
    }

private:
    void set(scmp_filter_attr attribute, uint32_t value) {
        if (m_problem == 0) m_problem = seccomp_attr_set(m_context.get(), attribute, value);
    }
    void add(uint32_t action, int call, const scmp_arg_cmp* condition) {
        if (m_problem == 0) m_problem = seccomp_rule_add_array(m_context.get(), action, call, condition ? 1 : 0, condition);
    }

    std::unique_ptr<void, decltype(&seccomp_release)> m_context;
    int m_problem = 0;
};

scmp_arg_cmp when(unsigned argument, scmp_compare comparison, scmp_datum_t a, scmp_datum_t b = 0) { return {argument, comparison, a, b}; }

void addConditions(Filter& filter, int socket) {
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
        filter.allowIf(call, when(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
        filter.refuseIf(call, when(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC));
    }
    for (const int call : {SCMP_SYS(sendto), SCMP_SYS(recvmsg)}) filter.allowIf(call, when(0, SCMP_CMP_EQ, scmp_datum_t(socket)));
    for (const int call : {SCMP_SYS(write), SCMP_SYS(writev)}) filter.allowIf(call, when(0, SCMP_CMP_EQ, STDERR_FILENO));
    filter.allowIf(SCMP_SYS(tgkill), when(0, SCMP_CMP_EQ, scmp_datum_t(getpid()))); // abort()
    filter.allowIf(SCMP_SYS(prlimit64), when(0, SCMP_CMP_EQ, 0));                   // its own limits, which only go down
}

Status closeOthers(int socket) {
    const unsigned kept = unsigned(socket);
    const bool isClosed = socket > STDERR_FILENO && (kept == 3 || close_range(3, kept - 1, 0) == 0) && close_range(kept + 1, ~0U, 0) == 0;
    return isClosed ? Status() : Error{Code::Io, std::string("shader worker: close_range: ") + std::strerror(errno)};
}

// LLVM quotes the module in its messages, and a guest's text has no business on the user's terminal.
Status silence() {
    const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (null >= 0 && dup2(null, STDOUT_FILENO) >= 0 && dup2(null, STDERR_FILENO) >= 0) return {};
    return Error{Code::Io, std::string("shader worker: /dev/null: ") + std::strerror(errno)};
}

} // namespace

Status enterSandbox(int socket) {
    if (!kIsSanitized) PVG_CHECK(silence());
    PVG_CHECK(closeOthers(socket));
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return Error{Code::Io, std::string("shader worker: prctl: ") + std::strerror(errno)};
    if (kIsSanitized) return {};
    Filter filter;
    for (const int call : kAllowed) filter.allow(call);
    for (const int call : kRefused) filter.refuse(call);
    for (const int call : kFatal) filter.kill(call);
    addConditions(filter, socket);
    const int problem = filter.load();
    if (problem == 0) return {};
    return Error{Code::Unsupported,
                 std::string("shader worker: no system-call filter: ") + std::strerror(-problem) + "; --sandbox off does without"};
}

} // namespace air
