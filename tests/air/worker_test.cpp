#include <doctest/doctest.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

#include "shaders/air/frame_socket.h"
#include "shaders/air/inline_service.h"
#include "shaders/air/sanitized.h"
#include "shaders/air/worker_service.h"
#include "tests/air/forbidden_calls.h"
#include "tests/air/nursery.h"

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr air::WorkerLimits kShort{.cpu = 300ms, .wall = 1500ms};

air::Outcome run(air::WorkerClient& client, std::string_view order, const air::JobHeader& job = {}) {
    return client.translate(*library(order), job);
}

std::string lineOf(const std::string& file, std::string_view begin) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(begin)) return line;
    return {};
}

size_t openDescriptors() {
    size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) ++count;
    return count;
}

} // namespace

TEST_CASE("a job's library, function and capabilities reach the translator, and one worker serves many jobs") {
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), kShort);
    air::JobHeader job{.function = "main0", .capabilities = {}};
    job.capabilities.maxImageUnits = 77;
    CHECK(run(client, "ok", job).translation.glsl == "// ok main0 77");
    for (int i = 0; i < 100; ++i) CHECK(run(client, "again").verdict == air::Verdict::Ok);
    CHECK(nursery.started() == 1);
}

TEST_CASE("a large library and its large answer pass the socket") {
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), {});
    const std::string large(size_t(5) << 20, 'x');
    CHECK(run(client, large).translation.glsl.size() == large.size() + 6);
    CHECK(isDeclined(run(client, std::string(air::kMaxPayloadBytes + 1, 'x')), "library-too-large"));
    CHECK(run(client, "ok").verdict == air::Verdict::Ok);
}

TEST_CASE("a worker that dies is an outcome, and the next job gets a new one") {
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), kShort);
    CHECK(isDeclined(run(client, "crash"), air::kReasonCrashed));
    CHECK(run(client, "ok").verdict == air::Verdict::Ok);
    CHECK(isDeclined(run(client, "close"), air::kReasonCrashed));
    CHECK(run(client, "ok").verdict == air::Verdict::Ok);
    CHECK(nursery.started() == 4); // the worker that was used before was given a successor to try again
    CHECK(client.deaths() == 3);
    CHECK(nursery.endOf(0) == SIGABRT);
}

TEST_CASE("a worker that spins is ended by its CPU time, long before the wall limit") {
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), {.cpu = 300ms, .wall = 60s});
    const auto begin = Clock::now();
    CHECK(isDeclined(run(client, "spin"), air::kReasonTimeout));
    CHECK(Clock::now() - begin < 30s);
    CHECK(nursery.endOf(0) == SIGKILL);
    CHECK(run(client, "ok").verdict == air::Verdict::Ok);
}

TEST_CASE("time a job did not use is not carried to the next") {
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), {.cpu = 300ms, .wall = 60s});
    for (int i = 0; i < 10; ++i) REQUIRE(run(client, "busy").verdict == air::Verdict::Ok);
    CHECK(nursery.started() == 1);
}

TEST_CASE("a worker that sleeps is ended by the wall limit") {
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), {.cpu = 10s, .wall = 200ms});
    CHECK(isDeclined(run(client, "sleep"), air::kReasonTimeout));
    CHECK(nursery.endOf(0) == SIGKILL);
}

TEST_CASE("a worker cannot take more than its address space, and says so where it can") {
    if (air::kIsSanitized) return;
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), {.cpu = 10s, .wall = 20s});
    CHECK(isDeclined(run(client, "exhaust"), air::kReasonCrashed));
    CHECK(nursery.endOf(0) == SIGSEGV);
    CHECK(isDeclined(run(client, "hoard"), air::kReasonOutOfMemory));
    CHECK(run(client, "ok").verdict == air::Verdict::Ok);
    CHECK(client.deaths() == 2);
}

TEST_CASE("what a worker has no business with is refused or ends it, and the next job works") {
    if (air::kIsSanitized) return;
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), {.cpu = 10s, .wall = 20s});
    for (const ForbiddenCall& call : forbiddenCalls()) {
        CAPTURE(call.name);
        const air::Outcome outcome = run(client, "call " + std::string(call.name));
        if (call.fate == Fate::Kills) {
            CHECK(isDeclined(outcome, air::kReasonCrashed));
            CHECK(nursery.endOf(nursery.started() - 1) == SIGSYS);
        } else {
            const std::string& answer = outcome.translation.glsl;
            CHECK_MESSAGE((answer == "errno " + std::to_string(EPERM) || answer == "errno " + std::to_string(ENOSYS)), answer);
        }
        CHECK(run(client, "ok").verdict == air::Verdict::Ok);
    }
}

TEST_CASE("the sandbox is what refuses: without it the same calls succeed") {
    Nursery nursery("unsandboxed");
    air::WorkerClient client(nursery.spawner(), {.cpu = 10s, .wall = 20s});
    for (const char* name : {"open to read", "unix socket", "pipe", "memfd", "dup", "stat", "executable memory"}) {
        CAPTURE(name);
        CHECK(run(client, "call " + std::string(name)).translation.glsl == "errno 0");
    }
}

TEST_CASE("a sandboxed worker has no new privileges, a filter, no core file and only its descriptors") {
    if (air::kIsSanitized) return;
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), {});
    REQUIRE(run(client, "ok").verdict == air::Verdict::Ok);
    const std::string folder = "/proc/" + std::to_string(nursery.process(0));
    CHECK(lineOf(folder + "/status", "NoNewPrivs:") == "NoNewPrivs:\t1");
    CHECK(lineOf(folder + "/status", "Seccomp:") == "Seccomp:\t2");
    CHECK(lineOf(folder + "/limits", "Max core file size").find(" 0 ") != std::string::npos);
    std::set<std::string> descriptors;
    for (const auto& entry : std::filesystem::directory_iterator(folder + "/fd")) descriptors.insert(entry.path().filename());
    CHECK(descriptors == std::set<std::string>{"0", "1", "2", "3"});
    CHECK(std::filesystem::read_symlink(folder + "/fd/2") == "/dev/null"); // what LLVM prints quotes the guest
}

TEST_CASE("a worker that answers nonsense or never greets is an outcome") {
    Nursery garbage("garbage");
    air::WorkerClient client(garbage.spawner(), kShort);
    CHECK(isDeclined(run(client, "ok"), air::kReasonBadReply));

    Nursery mute("mute");
    air::WorkerClient waiting(mute.spawner(), {.cpu = 1s, .wall = 200ms});
    CHECK(isDeclined(run(waiting, "ok"), air::kReasonUnavailable));
}

TEST_CASE("what an earlier job left in a worker is not held against the next job") {
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), kShort);
    REQUIRE(run(client, "ok").verdict == air::Verdict::Ok);
    CHECK(run(client, "crash if used").verdict == air::Verdict::Ok);
    CHECK(nursery.started() == 2);
    CHECK(client.deaths() == 1);
}

TEST_CASE("both workers of a job share its CPU time") {
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), {.cpu = 300ms, .wall = 60s});
    REQUIRE(run(client, "ok").verdict == air::Verdict::Ok);
    CHECK(isDeclined(run(client, "crash late"), air::kReasonCrashed)); // 200 ms each: the second one is cut off
    CHECK(nursery.endOf(0) == SIGABRT);
    CHECK(nursery.endOf(1) == SIGKILL);
    CHECK(client.latestCpu() < 900ms);
}

TEST_CASE("a worker that was killed while it waited is replaced without a word") {
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), kShort);
    REQUIRE(run(client, "ok").verdict == air::Verdict::Ok);
    kill(nursery.process(0), SIGKILL);
    CHECK(nursery.endOf(0) == SIGKILL);
    CHECK(run(client, "ok").verdict == air::Verdict::Ok);
    CHECK(nursery.started() == 2);
}

TEST_CASE("an answer that nobody asked for is not the next job's") {
    Nursery nursery("twice");
    air::WorkerClient client(nursery.spawner(), kShort);
    CHECK(run(client, "first").translation.glsl == "first");
    CHECK(run(client, "second").translation.glsl == "second");
    CHECK(run(client, "third").translation.glsl == "third");
    CHECK(nursery.started() == 3);
}

TEST_CASE("a worker that stops, or all but stops, within a frame is ended by the wall limit") {
    for (const char* mode : {"half", "trickle", "deaf"}) {
        CAPTURE(mode);
        Nursery nursery(mode);
        air::WorkerClient client(nursery.spawner(), {.cpu = 10s, .wall = 300ms});
        const auto begin = Clock::now();
        CHECK(isDeclined(run(client, std::string(size_t(4) << 20, 'x')), air::kReasonTimeout));
        CHECK(Clock::now() - begin < 5s);
        CHECK(nursery.endOf(0) == SIGKILL);
    }
}

TEST_CASE("a worker that ends within a frame has crashed") {
    Nursery nursery("cut");
    air::WorkerClient client(nursery.spawner(), kShort);
    CHECK(isDeclined(run(client, "ok"), air::kReasonCrashed));
}

TEST_CASE("an answer that would fill the reader's memory is refused") {
    Nursery nursery("deep");
    air::WorkerClient client(nursery.spawner(), {.cpu = 10s, .wall = 20s});
    CHECK(isDeclined(run(client, "ok"), air::kReasonBadReply));
}

TEST_CASE("a translation that no frame can carry is a decline that says so") {
    Nursery nursery;
    air::WorkerClient client(nursery.spawner(), {.cpu = 10s, .wall = 20s});
    for (const char* order : {"long text", "long name"}) {
        const air::Outcome outcome = run(client, order);
        CHECK(outcome.verdict == air::Verdict::Declined);
        CHECK_MESSAGE(outcome.reason.starts_with("too-large: a translation of "), outcome.reason);
    }
    CHECK(nursery.started() == 1);
}

TEST_CASE("the service translates each hash once and counts it") {
    Nursery nursery;
    air::WorkerService service({.spawn = nursery.spawner(), .capabilities = {}, .workers = 2, .limits = kShort});
    CHECK(service.result("a") == nullptr);
    service.request("a", library("ok"));
    service.request("a", library("something else"));
    service.request("b", library("crash"));
    const auto a = await(service, "a");
    const auto b = await(service, "b");
    REQUIRE(a);
    REQUIRE(b);
    CHECK(a->translation.glsl == "// ok  8");
    CHECK(isDeclined(*b, air::kReasonCrashed));
    const auto figures = service.figures();
    CHECK(figures.translated == 1);
    CHECK(figures.failed == 1);
    CHECK(figures.cached == 1);
    CHECK(figures.pending == 0);
    service.request("b", library("ok"));
    CHECK(isDeclined(*service.result("b"), air::kReasonCrashed)); // a bad shader stays bad
}

TEST_CASE("a worker that could not be started is asked for again") {
    Nursery nursery;
    std::atomic<bool> isBroken = true;
    const auto spawn = [&]() -> pvg::Result<int> {
        if (isBroken) return pvg::Error{pvg::Code::Io, "no process"};
        return nursery.spawner()();
    };
    air::WorkerService service({.spawn = spawn, .capabilities = {}, .workers = 1, .limits = kShort});
    service.request("a", library("ok"));
    const auto first = await(service, "a");
    REQUIRE(first);
    CHECK(isDeclined(*first, air::kReasonUnavailable));
    isBroken = false;
    service.request("a", library("ok"));
    const auto second = await(service, "a");
    REQUIRE(second);
    CHECK(second->verdict == air::Verdict::Ok);
}

TEST_CASE("a service ends at once, whatever its workers do, and leaves no descriptor") {
    const size_t before = openDescriptors();
    for (int i = 0; i < 5; ++i) {
        Nursery nursery;
        const auto begin = Clock::now();
        {
            air::WorkerService service({.spawn = nursery.spawner(), .capabilities = {}, .workers = 2, .limits = {}});
            for (const char* order : {"sleep", "spin", "ok", "crash", "sleep"}) service.request(order + std::to_string(i), library(order));
            std::this_thread::sleep_for(30ms);
        }
        CHECK(Clock::now() - begin < 2s);
    }
    CHECK(openDescriptors() == before);
}

TEST_CASE("the cache forgets its oldest outcomes above its limit") {
    air::ResultCache cache(100000);
    const auto add = [&](const std::string& hash) {
        REQUIRE(cache.begin(hash));
        air::Outcome outcome;
        outcome.translation.glsl.assign(40000, ' ');
        cache.finish(hash, std::move(outcome));
    };
    add("1");
    add("2");
    CHECK(cache.find("1"));
    add("3");
    CHECK_FALSE(cache.find("1"));
    CHECK(cache.find("2"));
    CHECK(cache.find("3"));
    add("1"); // forgotten, so it may be produced again
}

TEST_CASE("descriptors attached by a hostile worker are not installed") {
    int ends[2];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    air::FrameSocket reader(ends[0]);
    const size_t before = openDescriptors();
    std::array<std::byte, 8> empty{};
    iovec part{empty.data(), empty.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &ends[1], sizeof(int));
    REQUIRE(sendmsg(ends[1], &message, 0) == 8);
    CHECK(reader.receive());
    CHECK(openDescriptors() == before);
    CHECK(reader.peer() == getpid());
    close(ends[1]);
}

TEST_CASE("a frame above the limits is refused before memory is taken") {
    int ends[2];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    air::FrameSocket reader(ends[0]);
    const std::array<uint32_t, 2> lengths{0, UINT32_MAX};
    REQUIRE(write(ends[1], lengths.data(), 8) == 8);
    const auto frame = reader.receive();
    REQUIRE_FALSE(frame);
    CHECK(frame.error().code == pvg::Code::Protocol);
    close(ends[1]);
}

TEST_CASE("the inline service answers at once") {
    int calls = 0;
    air::InlineService service(
        [&](std::span<const std::byte>, const std::string&, const air::Capabilities&) {
            ++calls;
            return air::Outcome{air::Verdict::Declined, "why not", {}};
        },
        {});
    service.request("a", library("x"));
    service.request("a", library("x"));
    REQUIRE(service.result("a"));
    CHECK(service.result("a")->reason == "why not");
    CHECK(calls == 1);
}
