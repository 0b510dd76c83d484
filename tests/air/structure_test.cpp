// Control flow that GLSL's statements cannot write, in growing sizes: the passes' cost must stay near-linear, and what is too large must be
// declined by name long before the worker's CPU limit.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "kernel_runner.h"

using namespace airtest;

namespace {

// The text of `define void @k(...)`: blocks are appended, values are numbered. Word i of the buffer is read afresh at each read().
class Body {
public:
    Body& block(const std::string& name) { return line(name + ":"); }
    Body& line(const std::string& text) {
        m_text += text + "\n";
        return *this;
    }
    std::string read(unsigned word) {
        const std::string pointer = fresh(), value = fresh();
        line(fmt::format("{} = getelementptr i32, ptr addrspace(1) %b, i64 {}", pointer, word));
        line(fmt::format("{} = load i32, ptr addrspace(1) {}", value, pointer));
        return value;
    }
    Body& store(unsigned word, const std::string& value) {
        const std::string pointer = fresh();
        line(fmt::format("{} = getelementptr i32, ptr addrspace(1) %b, i64 {}", pointer, word));
        return line(fmt::format("store i32 {}, ptr addrspace(1) {}", value, pointer));
    }
    // Ends the block: to `yes` where the word is `number`.
    Body& branch(unsigned word, unsigned number, const std::string& yes, const std::string& no) {
        const std::string value = read(word), is = fresh();
        line(fmt::format("{} = icmp eq i32 {}, {}", is, value, number));
        return line(fmt::format("br i1 {}, label %{}, label %{}", is, yes, no));
    }
    Body& go(const std::string& to) { return line("br label %" + to); }
    std::string fresh() { return fmt::format("%t{}", m_next++); }
    std::string function(const std::string& more = {}) const {
        return more + "define void @k(ptr addrspace(1) %b, i32 %i) {\nentry:\n" + m_text + "}\n";
    }

private:
    std::string m_text;
    unsigned m_next = 0;
};

std::string name(const char* front, unsigned n) { return front + std::to_string(n); }

// One loop that is left in n places for n different blocks.
std::string manyExits(unsigned n) {
    Body b;
    b.go("c0");
    for (unsigned i = 0; i < n; ++i) b.block(name("c", i)).branch(i, i, name("x", i), i + 1 < n ? name("c", i + 1) : "c0");
    for (unsigned i = 0; i < n; ++i) b.block(name("x", i)).store(n + i, std::to_string(i)).go(i % 3 ? name("x", i - 1) : "end");
    return b.block("end").line("ret void").function();
}

// n loops in each other; each may be left for the end of any outer one.
std::string nestedLoops(unsigned n) {
    Body b;
    b.go("h0");
    for (unsigned i = 0; i < n; ++i) b.block(name("h", i)).branch(i, 1, name("e", i / 2), i + 1 < n ? name("h", i + 1) : "bottom");
    b.block("bottom").store(0, "7").go(name("l", n - 1));
    for (unsigned i = n; i-- > 0;) {
        b.block(name("l", i)).branch(n + i, 2, name("h", i), name("e", i));
        b.block(name("e", i)).store(2 * n + i, "1");
        if (i > 0)
            b.go(name("l", i - 1));
        else
            b.line("ret void");
    }
    return b.function();
}

// A loop around a switch whose cases go on, fall into the next one, leave or return.
std::string switchLoop(unsigned n) {
    Body b;
    b.go("head").block("head");
    const std::string value = b.read(0);
    b.line("switch i32 " + value + ", label %out [");
    for (unsigned i = 0; i < n; ++i) b.line(fmt::format("i32 {}, label %s{}", i * 3, i));
    b.line("]");
    for (unsigned i = 0; i < n; ++i) {
        const std::string next = i + 1 < n ? name("s", i + 1) : "out";
        b.block(name("s", i)).store(i + 1, std::to_string(i)).branch(n + i, 5, i % 4 == 3 ? "out" : "head", i % 4 == 2 ? "gone" : next);
    }
    b.block("gone").line("ret void");
    return b.block("out").store(0, "1").line("ret void").function();
}

// a0, a1, ... and b0, b1, ... side by side, with steps across: no block is the meeting point of another.
std::string ladder(unsigned n) {
    Body b;
    b.branch(0, 0, "a0", "b0");
    for (unsigned i = 0; i < n; ++i) {
        const std::string a = i + 1 < n ? name("a", i + 1) : "end", other = i + 1 < n ? name("b", i + 1) : "end";
        b.block(name("a", i)).store(i, "1").branch(i, 3, a, other);
        b.block(name("b", i)).store(n + i, "2").branch(n + i, 4, other, a);
    }
    return b.block("end").line("ret void").function();
}

// n calls, one behind the other, of a function with loops that return from within, as arithmetic in software has them.
std::string helpers(unsigned n) {
    Body b;
    std::string value = b.read(0);
    for (unsigned i = 0; i < n; ++i) {
        const std::string next = b.fresh();
        b.line(fmt::format("{} = call i32 @h(i32 {}, i32 {})", next, value, i));
        value = next;
    }
    b.store(0, value).line("ret void");
    return b.function(R"(
define internal i32 @h(i32 %x, i32 %y) {
  %z = icmp eq i32 %x, 0
  br i1 %z, label %zero, label %check
zero:
  ret i32 %y
check:
  %n = icmp slt i32 %x, 0
  br i1 %n, label %negative, label %loop
negative:
  %m = sub i32 0, %x
  %big = icmp ugt i32 %m, 1000
  br i1 %big, label %zero, label %loop
loop:
  %a = phi i32 [ %x, %check ], [ %m, %negative ], [ %a2, %more ]
  %i = phi i32 [ 0, %check ], [ 1, %negative ], [ %i2, %more ]
  %top = and i32 %a, -2147483648
  %isTop = icmp ne i32 %top, 0
  br i1 %isTop, label %done, label %test
test:
  %isLong = icmp ugt i32 %i, 31
  br i1 %isLong, label %zero, label %more
more:
  %a2 = shl i32 %a, 1
  %i2 = add i32 %i, 1
  %odd = and i32 %a2, %y
  %isOdd = icmp eq i32 %odd, 77
  br i1 %isOdd, label %done, label %loop
done:
  %r = phi i32 [ %a, %loop ], [ %a2, %more ]
  %k = phi i32 [ %i, %loop ], [ %i2, %more ]
  %s = xor i32 %r, %k
  %e = icmp eq i32 %s, %y
  br i1 %e, label %zero, label %last
last:
  ret i32 %s
}
)");
}

struct Timed {
    air::Outcome outcome;
    double seconds = 0;
};

Timed translateTimed(const std::string& body) {
    const std::string module = kernelModule(body, {buffer(0, 0), threadIndex(1)});
    const std::clock_t begin = std::clock();
    air::Outcome outcome = translateText(module);
    return {std::move(outcome), double(std::clock() - begin) / CLOCKS_PER_SEC};
}

struct Shape {
    const char* name;
    std::string (*make)(unsigned);
    std::vector<unsigned> sizes;
};

const Shape kShapes[] = {
    {"loop with many exits", manyExits, {8, 64, 256, 1024}},
    {"loops in loops", nestedLoops, {4, 16, 64, 150}},
    {"switch in a loop", switchLoop, {8, 64, 256, 1024}},
    {"ladder", ladder, {8, 64, 256, 2000}},
    {"helpers", helpers, {1, 16, 64, 400, 4000}},
};

} // namespace

TEST_CASE("translation time stays far below the worker's limit whatever the control flow, or there is a reason") {
    for (const Shape& shape : kShapes)
        for (const unsigned size : shape.sizes) {
            const std::string what = fmt::format("{} {}", shape.name, size);
            CAPTURE(what);
            const Timed timed = translateTimed(shape.make(size));
            const bool isOk = timed.outcome.verdict == air::Verdict::Ok;
            const std::string& reason = timed.outcome.reason;
            CAPTURE(reason);
            CHECK(timed.seconds < 1.5);
            CHECK((isOk || reason.starts_with("too-large") || reason.starts_with("control-flow")));
            CHECK((isOk || size >= 64));
        }
}

namespace {

// @h of helpers().
uint32_t helperOf(uint32_t x, uint32_t y) {
    if (x == 0) return y;
    uint32_t a = x, i = 0;
    if (int32_t(x) < 0) {
        a = 0U - x;
        i = 1;
        if (a > 1000) return y;
    }
    for (;;) {
        if (a & 0x80000000U) break;
        if (i > 31) return y;
        a <<= 1;
        ++i;
        if ((a & y) == 77) break;
    }
    const uint32_t s = a ^ i;
    return s == y ? y : s;
}

} // namespace

TEST_CASE("a function that was structurized in parts computes what it did before") {
    if (!hasGl()) return;
    constexpr unsigned kCalls = 12;
    for (const uint32_t start : {0U, 1U, 77U, 0x80000000U, 0xfffffff0U, 0xffff0000U, 12345678U}) {
        CAPTURE(start);
        KernelInput input;
        input.buffers = {{start, 0, 0, 0}};
        const KernelRun run = runKernel(kernelModule(helpers(kCalls), {buffer(0, 0), threadIndex(1)}), input);
        REQUIRE_MESSAGE(run.problem.empty(), run.problem);
        uint32_t expected = start;
        for (unsigned i = 0; i < kCalls; ++i) expected = helperOf(expected, i);
        CHECK(run.buffers[0][0] == expected);
    }
}

TEST_CASE("a text that no driver compiles in time is declined, one of half its size is not") {
    const auto translated = [](unsigned products) {
        std::string code = "define void @k(ptr addrspace(1) %b, i32 %i) {\n  %x0 = load <4 x i32>, ptr addrspace(1) %b\n";
        for (unsigned n = 0; n < products; ++n)
            code += fmt::format("  %x{} = mul <4 x i32> %x{}, <i32 {}, i32 -1234567891, i32 -1234567893, i32 -1234567895>\n", n + 1, n, -1234567897 + int(n));
        return translateTimed(code + fmt::format("  store <4 x i32> %x{}, ptr addrspace(1) %b\n  ret void\n}}\n", products)).outcome;
    };
    constexpr unsigned kProducts = 26000;
    const air::Outcome large = translated(2 * kProducts), small = translated(kProducts);
    CHECK(large.verdict == air::Verdict::Declined);
    CHECK_MESSAGE(large.reason == "too-large: more than 3145728 bytes of GLSL", large.reason);
    CHECK_MESSAGE(small.verdict == air::Verdict::Ok, small.reason);
    CHECK(small.translation.glsl.size() > size_t(3) << 19);
}

TEST_CASE("code that no Metal compiler writes is declined before a pass sees it") {
    const auto kernel = [](const std::string& code) {
        return "define void @k(ptr addrspace(1) %b, i32 %i) {\n" + code + "  ret void\n}\n";
    };
    // f7 calls f6 sixteen times, and so on down: four thousand million instructions.
    std::string tower = "define internal void @f0(ptr addrspace(1) %b) {\n  store i32 1, ptr addrspace(1) %b\n  ret void\n}\n";
    for (unsigned level = 1; level < 8; ++level) {
        tower += fmt::format("define internal void @f{}(ptr addrspace(1) %b) {{\n", level);
        for (unsigned i = 0; i < 16; ++i) tower += fmt::format("  call void @f{}(ptr addrspace(1) %b)\n", level - 1);
        tower += "  ret void\n}\n";
    }
    const std::pair<std::string, const char*> cases[] = {
        {tower + kernel("  call void @f7(ptr addrspace(1) %b)\n"), "too-large: "},
        {kernel("  %a = alloca [4294967295 x i32]\n  store i32 %i, ptr %a\n"), "too-large: "},
        {kernel("  %a = load [100000 x i32], ptr addrspace(1) %b\n  store [100000 x i32] %a, ptr addrspace(1) %b\n"), "too-large: "},
        {kernel("  %a = zext i32 %i to i100000\n  %c = mul i100000 %a, %a\n  store i100000 %c, ptr addrspace(1) %b\n"),
         "foreign-code: i100000"},
        {kernel("  %a = load <vscale x 4 x i32>, ptr addrspace(1) %b\n  store <vscale x 4 x i32> %a, ptr addrspace(1) %b\n"),
         "foreign-code: "},
        {kernel("  indirectbr ptr blockaddress(@k, %x), [label %x]\nx:\n"), "foreign-code: indirectbr"},
    };
    for (const auto& [body, reason] : cases) {
        CAPTURE(reason);
        const Timed timed = translateTimed(body);
        CHECK(timed.outcome.verdict == air::Verdict::Declined);
        CHECK_MESSAGE(timed.outcome.reason.starts_with(reason), timed.outcome.reason);
        CHECK(timed.seconds < 0.5);
    }
}
