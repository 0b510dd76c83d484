// Pointers that lead to one of several memories or to none, and comparisons of pointers (air.md 6.10).
#include <doctest/doctest.h>

#include <array>

#include "kernel_runner.h"

using namespace airtest;

namespace {

constexpr uint32_t kThreads = 8;

// Buffers 0 and 1 are read, 2 is written: four words for each thread, at %q to %q3.
constexpr const char* kHead =
    "define void @k(ptr addrspace(1) %a, ptr addrspace(1) %b, ptr addrspace(1) %out, i32 %tid) {\nentry:\n"
    "  %w = zext i32 %tid to i64\n  %q = getelementptr [4 x i32], ptr addrspace(1) %out, i64 %w\n"
    "  %q1 = getelementptr i32, ptr addrspace(1) %q, i64 1\n  %q2 = getelementptr i32, ptr addrspace(1) %q, i64 2\n"
    "  %q3 = getelementptr i32, ptr addrspace(1) %q, i64 3\n  %bit = and i32 %tid, 1\n  %odd = icmp eq i32 %bit, 1\n";

std::vector<Words> run(const std::string& body, const std::vector<Words>& inputs) {
    const auto module = kernelModule(kHead + body, {buffer(0, 0), buffer(1, 1), buffer(2, 2), threadIndex(3)});
    const KernelRun result = runKernel(module, {{inputs[0], inputs[1], Words(kThreads * 4, 0)}, kThreads, 32});
    INFO(result.glsl);
    REQUIRE_MESSAGE(result.problem.empty(), result.problem);
    return result.buffers;
}

Words counted(uint32_t from) {
    Words w(kThreads);
    for (uint32_t i = 0; i < kThreads; ++i) w[i] = from + i;
    return w;
}

} // namespace

TEST_CASE("a pointer selected between two buffers reads and writes the one that is meant") {
    if (!hasGl()) return;
    const auto all = run("  %ea = getelementptr i32, ptr addrspace(1) %a, i64 1\n  %p = select i1 %odd, ptr addrspace(1) %ea, ptr addrspace(1) %b\n"
                         "  %half = lshr i64 %w, 1\n  %pw = getelementptr i32, ptr addrspace(1) %p, i64 %half\n"
                         "  %v = load i32, ptr addrspace(1) %pw\n  store i32 %v, ptr addrspace(1) %q\n"
                         "  %n = add i32 %tid, 500\n  store i32 %n, ptr addrspace(1) %pw\n  ret void\n}\n",
                         {counted(100), counted(200)});
    Words a = counted(100), b = counted(200);
    for (uint32_t t = 0; t < kThreads; ++t) {
        uint32_t& place = t % 2 == 1 ? a[1 + t / 2] : b[t / 2];
        CHECK(all[2][t * 4] == place);
        place = t + 500;
    }
    CHECK(all[0] == a);
    CHECK(all[1] == b);
}

TEST_CASE("a pointer that walks through one buffer and changes to another on the way") {
    if (!hasGl()) return;
    // p = a; for (i = 0; i < 5; ++i) { sum = sum * 3 + *p; p = i == tid ? b : p + 1; }
    const auto all = run("  br label %loop\nloop:\n  %i = phi i32 [0, %entry], [%i1, %loop]\n  %sum = phi i32 [0, %entry], [%s, %loop]\n"
                         "  %p = phi ptr addrspace(1) [%a, %entry], [%next, %loop]\n  %v = load i32, ptr addrspace(1) %p\n"
                         "  %m = mul i32 %sum, 3\n  %s = add i32 %m, %v\n  %on = getelementptr i32, ptr addrspace(1) %p, i64 1\n"
                         "  %c = icmp eq i32 %i, %tid\n  %next = select i1 %c, ptr addrspace(1) %b, ptr addrspace(1) %on\n"
                         "  %i1 = add i32 %i, 1\n  %more = icmp ult i32 %i1, 5\n  br i1 %more, label %loop, label %end\n"
                         "end:\n  store i32 %s, ptr addrspace(1) %q\n  ret void\n}\n",
                         {counted(1), counted(1000)});
    for (uint32_t t = 0; t < kThreads; ++t) {
        uint32_t sum = 0;
        for (uint32_t i = 0; i < 5; ++i) sum = sum * 3 + (i <= t ? 1 + i : 1000 + i - t - 1);
        CHECK(all[2][t * 4] == sum);
    }
}

TEST_CASE("a pointer or null: tests see which, reads of null give 0, writes vanish") {
    if (!hasGl()) return;
    const auto all = run("  %pa = getelementptr i32, ptr addrspace(1) %a, i64 %w\n  %p = select i1 %odd, ptr addrspace(1) null, ptr addrspace(1) %pa\n"
                         "  %isNull = icmp eq ptr addrspace(1) %p, null\n  %z = zext i1 %isNull to i32\n  store i32 %z, ptr addrspace(1) %q\n"
                         "  %is = icmp ne ptr addrspace(1) null, %p\n  %y = zext i1 %is to i32\n  store i32 %y, ptr addrspace(1) %q1\n"
                         "  %v = load i32, ptr addrspace(1) %p\n  store i32 %v, ptr addrspace(1) %q2\n"
                         "  store i32 77, ptr addrspace(1) %p\n  ret void\n}\n",
                         {counted(30), counted(0)});
    Words a = counted(30);
    for (uint32_t t = 0; t < kThreads; ++t) {
        const bool odd = t % 2 == 1;
        CHECK(Words(all[2].begin() + t * 4, all[2].begin() + t * 4 + 4) == Words{odd ? 1U : 0U, odd ? 0U : 1U, odd ? 0U : 30 + t, 0});
        if (!odd) a[t] = 77;
    }
    CHECK(all[0] == a);
}

TEST_CASE("arguments are equal when they are one place of one buffer, and not null when something is bound") {
    if (!hasGl()) return;
    const std::string body = "  %c0 = icmp eq ptr addrspace(1) %a, %b\n  %c1 = icmp ne ptr addrspace(1) %a, null\n"
                             "  %e = getelementptr i32, ptr addrspace(1) %a, i64 %w\n  %c2 = icmp eq ptr addrspace(1) %e, %b\n"
                             "  %c3 = icmp ult ptr addrspace(1) %a, %e\n"
                             "  %z0 = zext i1 %c0 to i32\n  %z1 = zext i1 %c1 to i32\n  %z2 = zext i1 %c2 to i32\n  %z3 = zext i1 %c3 to i32\n"
                             "  store i32 %z0, ptr addrspace(1) %q\n  store i32 %z1, ptr addrspace(1) %q1\n  store i32 %z2, ptr addrspace(1) %q2\n"
                             "  store i32 %z3, ptr addrspace(1) %q3\n  ret void\n}\n";
    const auto apart = run(body, {counted(0), counted(0)});
    // Both arguments name Metal buffer 0.
    const KernelRun same = runKernel(kernelModule(kHead + body, {buffer(0, 0), buffer(1, 0), buffer(2, 2), threadIndex(3)}),
                                     {{counted(0), counted(0), Words(kThreads * 4, 0)}, kThreads, 32});
    REQUIRE_MESSAGE(same.problem.empty(), same.problem);
    for (uint32_t t = 0; t < kThreads; ++t) {
        const uint32_t behind = t > 0 ? 1 : 0;
        CHECK(Words(apart[2].begin() + t * 4, apart[2].begin() + t * 4 + 4) == Words{0, 1, 0, behind});
        CHECK(Words(same.buffers[2].begin() + t * 4, same.buffers[2].begin() + t * 4 + 4) == Words{1, 1, t == 0 ? 1U : 0U, behind});
    }
}
