// Inputs that follow a kernel's comparisons, and what of a kernel's results its threads' order decides.
#include <doctest/doctest.h>

#include <span>

#include "cpu/data_races.h"
#include "cpu/differential.h"
#include "cpu/gl_resources.h"
#include "cpu/guide.h"
#include "one_kernel.h"

using namespace aircpu;

namespace {

constexpr uint32_t kThreads = 32;
const Grid kGrid{{kThreads, 1, 1}, {1, 1, 1}};

Program compiled(const std::string& bitcode, Tracing tracing = Tracing::Off) {
    auto program = compileFunction(std::as_bytes(std::span(bitcode)), "", tracing);
    REQUIRE_MESSAGE(program, program.error().text);
    return std::move(*program);
}

// Two buffers of zeros.
KernelMemory emptyMemory() {
    KernelMemory memory;
    memory.buffers[0].resize(kThreads * 4);
    memory.buffers[1].resize(kThreads * 4);
    return memory;
}

uint64_t wordOf(const Execution& run, uint32_t thread) { return readBits(Element::I32, run.buffers.at(1).data(), thread); }

CheckVerdict verdictOf(const std::string& bitcode) {
    CheckOptions options;
    options.grid = kGrid;
    options.makeInputs = [](const Program&, const Grid&, uint64_t) { return emptyMemory(); };
    return checkFunction(std::as_bytes(std::span(bitcode)), "", options).verdict;
}

// A thread takes a free place of a table for a key that is the one looked for. The key comes by way of a variable.
const char* const kInsert = "declare i32 @air.atomic.global.cmpxchg.weak.i32(ptr addrspace(1), ptr, i32, i32, i32, i32, i1)";
const char* const kInsertBody =
    "  %free = alloca i32\n  %kept = alloca i32\n  %v = load i32, ptr addrspace(1) %p\n  store i32 %v, ptr %kept\n  br label %test\n"
    "test:\n  %k = load i32, ptr %kept\n  %c = icmp eq i32 %k, 123456789\n  br i1 %c, label %insert, label %end\n"
    "insert:\n  store i32 -7, ptr %free\n"
    "  %old = call i32 @air.atomic.global.cmpxchg.weak.i32(ptr addrspace(1) %q, ptr %free, i32 %k, i32 0, i32 0, i32 2, i1 true)\n"
    "  %won = icmp eq i32 %old, -7\n  br i1 %won, label %mark, label %end\n"
    "mark:\n  store i32 1, ptr addrspace(1) %p\n  br label %end\nend:\n";

const char* const kLock = "declare i32 @air.atomic.global.xchg.i32(ptr addrspace(1), i32, i32, i32, i1)\n"
                          "declare void @air.atomic.global.store.i32(ptr addrspace(1), i32, i32, i32, i1)";
const char* const kLockBody = "  %held = call i32 @air.atomic.global.xchg.i32(ptr addrspace(1) %in, i32 1, i32 0, i32 2, i1 true)\n"
                              "  store i32 %held, ptr addrspace(1) %q\n"
                              "  call void @air.atomic.global.store.i32(ptr addrspace(1) %in, i32 0, i32 0, i32 2, i1 true)\n";

} // namespace

TEST_CASE("guided inputs lead through a row of comparisons") {
    const std::string bitcode = bitcodeOf(kInsert, kInsertBody);
    const Program plain = compiled(bitcode), traced = compiled(bitcode, Tracing::On);
    const KernelMemory before = emptyMemory(), after = guidedInputs(traced, kGrid, before, 1);
    const Execution lost = execute(plain, kGrid, before, 0), found = execute(plain, kGrid, after, 0);
    uint32_t stored = 0;
    for (uint32_t i = 0; i < kThreads; ++i) {
        CHECK(wordOf(lost, i) == 0);
        stored += wordOf(found, i) == 123456789;
    }
    CHECK(stored >= kThreads / 4);
}

TEST_CASE("a kernel that only guided inputs make store something is compared") {
    if (!hasGl()) return;
    CHECK(verdictOf(bitcodeOf(kInsert, kInsertBody)) == CheckVerdict::Same);
}

TEST_CASE("guided inputs find the end of a range") {
    // 1000 <= v < 1010, tested as one unsigned comparison.
    const Program traced = compiled(bitcodeOf("", "  %v = load i32, ptr addrspace(1) %p\n  %d = add i32 %v, -1000\n"
                                                  "  %c = icmp ult i32 %d, 10\n  br i1 %c, label %hit, label %end\n"
                                                  "hit:\n  store i32 %v, ptr addrspace(1) %q\n  br label %end\nend:\n"),
                                    Tracing::On);
    const Execution run = execute(traced, kGrid, guidedInputs(traced, kGrid, emptyMemory(), 1), 0);
    uint32_t hits = 0;
    for (uint32_t i = 0; i < kThreads; ++i) hits += wordOf(run, i) >= 1000 && wordOf(run, i) < 1010;
    CHECK(hits >= kThreads / 4);
}

TEST_CASE("a sum without atomics is a data race, of that word alone") {
    const std::string bitcode = bitcodeOf("", "  %v = load i32, ptr addrspace(1) %out\n  %w = add i32 %v, 1\n"
                                              "  store i32 %w, ptr addrspace(1) %out\n"
                                              "  %r = getelementptr i8, ptr addrspace(1) %q, i64 8\n  store i32 3, ptr addrspace(1) %r\n");
    DataRaces races;
    execute(compiled(bitcode), kGrid, emptyMemory(), 0, {.races = &races});
    CHECK(races.areIn(1, 0, 4));
    CHECK_FALSE(races.areIn(1, 8, 4));
    if (hasGl()) CHECK(verdictOf(bitcode) == CheckVerdict::Same); // what the threads store besides
}

TEST_CASE("a barrier ends what can race") {
    // Each thread stores its word and loads its neighbour's.
    const auto racesOf = [](const std::string& between) {
        DataRaces races;
        execute(compiled(bitcodeOf("declare void @air.wg.barrier(i32, i32) convergent",
                                   "  store i32 %tid, ptr addrspace(1) %q\n" + between +
                                       "  %n = xor i32 %tid, 1\n  %nw = zext i32 %n to i64\n"
                                       "  %o = getelementptr i32, ptr addrspace(1) %out, i64 %nw\n"
                                       "  %v = load volatile i32, ptr addrspace(1) %o\n")),
                kGrid, emptyMemory(), 0, {.races = &races});
        return races.areIn(1, 0, kThreads * 4);
    };
    CHECK(racesOf(""));
    CHECK_FALSE(racesOf("  call void @air.wg.barrier(i32 1, i32 1)\n"));
}

TEST_CASE("perturbed runs meet locks that another thread holds, plain runs do not") {
    const Program program = compiled(bitcodeOf(kLock, kLockBody));
    const auto isLockMet = [&](uint64_t seed) {
        const Execution run = execute(program, kGrid, emptyMemory(), seed);
        for (uint32_t i = 0; i < kThreads; ++i)
            if (wordOf(run, i) != 0) return true;
        return false;
    };
    CHECK_FALSE(isLockMet(0));
    uint32_t met = 0;
    for (uint64_t seed = 1; seed <= 8; ++seed) met += isLockMet(seed);
    CHECK(met >= 6);
}

TEST_CASE("the type of a nested member stands before it") {
    const Program program = compiled(bitcodeOfModule(R"(
define void @k(ptr addrspace(1) %in) { ret void }
!air.kernel = !{!0}
!0 = !{ptr @k, !1, !2}
!1 = !{}
!2 = !{!3}
!3 = !{i32 0, !"air.buffer", !"air.location_index", i32 0, i32 1, !"air.read", !"air.address_space", i32 1, !"air.struct_type_info", !4, !"air.arg_type_size", i32 24, !"air.arg_type_align_size", i32 4, !"air.arg_type_name", !"outer", !"air.arg_name", !"in"}
!4 = !{!"air.struct_type_info", !5, i32 0, i32 8, i32 2, !"inner", !"pairs", i32 16, i32 4, i32 0, !"float", !"width", i32 20, i32 4, i32 0, !"uint", !"time"}
!5 = !{i32 0, i32 4, i32 0, !"float", !"x", i32 4, i32 4, i32 0, !"half2", !"y"}
)"));
    REQUIRE(program.arguments.size() == 1);
    const std::vector<Member>& members = program.arguments[0].members;
    const std::vector<std::pair<uint32_t, std::string>> expected = {{0, "float"},  {4, "half2"},  {8, "float"},
                                                                    {12, "half2"}, {16, "float"}, {20, "uint"}};
    REQUIRE(members.size() == expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
        CHECK(members[i].offset == expected[i].first);
        CHECK(members[i].type == expected[i].second);
    }
}
