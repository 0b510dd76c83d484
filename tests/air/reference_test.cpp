// The CPU reference against values worked out by hand, and against the GL driver where there is one: meetings of threads, rounding, memory.
#include <doctest/doctest.h>

#include <bit>
#include <cstring>
#include <functional>
#include <span>
#include <string>

#include "cpu/comparison.h"
#include "cpu/differential.h"
#include "cpu/gl_resources.h"
#include "one_kernel.h"

using namespace aircpu;

namespace {

using Words = std::vector<uint32_t>;

Bytes bytesOfWords(const Words& words) {
    const auto view = std::as_bytes(std::span(words));
    return {view.begin(), view.end()};
}

struct Sample {
    std::string declarations, body;
    Words input;
    uint32_t threads = 32;
    bool mayDecline = false;
};

// What the CPU stores; the GL driver has to agree.
Words run(const Sample& sample) {
    const std::string bitcode = bitcodeOf(sample.declarations, sample.body);
    const auto code = std::as_bytes(std::span(bitcode));
    const auto program = compileFunction(code, "");
    REQUIRE_MESSAGE(program, program.error().text);
    KernelMemory memory;
    Words input = sample.input;
    input.resize(64);
    memory.buffers[0] = bytesOfWords(input);
    memory.buffers[1].resize(sample.threads * 4);
    const Grid grid{{sample.threads, 1, 1}, {1, 1, 1}};
    const Execution plain = execute(*program, grid, memory, 0);
    REQUIRE(plain.isFinished);
    CHECK(plain.broken == "");
    if (hasGl()) {
        CheckOptions options;
        options.grid = grid;
        options.inputs = 1;
        options.makeInputs = [&](const Program&, const Grid&, uint64_t) { return memory; };
        const CheckResult result = checkFunction(code, "", options);
        const bool isFine = result.verdict == CheckVerdict::Same || (sample.mayDecline && result.verdict == CheckVerdict::Declined);
        CHECK_MESSAGE(isFine, verdictName(result.verdict), ": ", result.reason);
    }
    Words words(sample.threads);
    for (uint32_t i = 0; i < words.size(); ++i) words[i] = uint32_t(readBits(Element::I32, plain.buffers.at(1).data(), i));
    return words;
}

Words expected(uint32_t threads, const std::function<uint32_t(uint32_t)>& value) {
    Words words;
    for (uint32_t i = 0; i < threads; ++i) words.push_back(value(i));
    return words;
}

constexpr const char* kSum = "declare i32 @air.simd_sum.u.i32(i32) convergent";

Bytes bytesOfWord(uint32_t word) {
    Bytes bytes(sizeof word);
    std::memcpy(bytes.data(), &word, sizeof word);
    return bytes;
}

// What compare() says of one word of the reference, stored as `kind`, and GL's.
uint64_t differences(Element kind, uint32_t expected, uint32_t found) {
    Execution run;
    run.isFinished = run.isInexact = true;
    run.buffers[0] = bytesOfWord(expected);
    run.written[0].assign(sizeof expected, kind);
    return compare({run}, {{0, bytesOfWord(found)}}).different;
}

} // namespace

TEST_CASE("small integers that were copied as bytes do not pass for denormals") {
    CHECK(differences(Element::F32, 5, 7) == 0);
    CHECK(differences(Element::Other, 5, 5) == 0);
    CHECK(differences(Element::Other, 5, 7) == 1);
    CHECK(differences(Element::Other, 5, 0) == 1);
    CHECK(differences(Element::Other, 0x3f800000, 0x3f800001) == 0); // may well be a float, with an error of its own
    CHECK(differences(Element::I32, 0x3f800000, 0x3f800001) == 1);
}

TEST_CASE("simd_sum in a lane-dependent branch sums the lanes of that branch") {
    // Even lanes: 0 + 2 + .. + 30 = 240; odd lanes: 1 + 3 + .. + 31 = 256.
    const Words out = run({kSum,
                           "  %b = and i32 %tid, 1\n  %c = icmp eq i32 %b, 0\n  br i1 %c, label %even, label %odd\n"
                           "even:\n  %s = call i32 @air.simd_sum.u.i32(i32 %tid)\n  br label %end\n"
                           "odd:\n  %t = call i32 @air.simd_sum.u.i32(i32 %tid)\n  br label %end\n"
                           "end:\n  %v = phi i32 [%s, %even], [%t, %odd]\n  store i32 %v, ptr addrspace(1) %q\n",
                           {},
                           32,
                           true});
    CHECK(out == expected(32, [](uint32_t i) { return i % 2 ? 256U : 240U; }));
}

TEST_CASE("simd_sum in a loop of lane-dependent length sums the lanes still in it, and all meet again behind it") {
    // Lane i makes i % 4 + 1 rounds and sums ones: 32 + 24 + 16 + 8 by round; behind the loop all 32 are there.
    const Words out = run({kSum,
                           "  %n = and i32 %tid, 3\n  br label %loop\n"
                           "loop:\n  %i = phi i32 [0, %entry], [%i1, %loop]\n  %a = phi i32 [0, %entry], [%a1, %loop]\n"
                           "  %s = call i32 @air.simd_sum.u.i32(i32 1)\n  %a1 = add i32 %a, %s\n  %i1 = add i32 %i, 1\n"
                           "  %c = icmp ugt i32 %i1, %n\n  br i1 %c, label %end, label %loop\n"
                           "end:\n  %w = call i32 @air.simd_sum.u.i32(i32 1)\n  %x = mul i32 %w, 1000\n  %y = add i32 %x, %a1\n"
                           "  store i32 %y, ptr addrspace(1) %q\n",
                           {},
                           32,
                           true});
    const uint32_t sums[] = {32, 56, 72, 80};
    CHECK(out == expected(32, [&](uint32_t i) { return 32000 + sums[i % 4]; }));
}

TEST_CASE("lanes that skip the rest of a round meet the others at the next") {
    // Odd lanes skip the second sum of each of two rounds: 32 + 16 (even lanes) + 32 + 16.
    const Words out = run({kSum,
                           "  %b = and i32 %tid, 1\n  %odd = icmp eq i32 %b, 1\n  br label %loop\n"
                           "loop:\n  %i = phi i32 [0, %entry], [%i1, %latch]\n  %a = phi i32 [0, %entry], [%a2, %latch]\n"
                           "  %s = call i32 @air.simd_sum.u.i32(i32 1)\n  %a1 = add i32 %a, %s\n  br i1 %odd, label %latch, label %more\n"
                           "more:\n  %t = call i32 @air.simd_sum.u.i32(i32 1)\n  %am = add i32 %a1, %t\n  br label %latch\n"
                           "latch:\n  %a2 = phi i32 [%a1, %loop], [%am, %more]\n  %i1 = add i32 %i, 1\n"
                           "  %c = icmp eq i32 %i1, 2\n  br i1 %c, label %end, label %loop\n"
                           "end:\n  store i32 %a2, ptr addrspace(1) %q\n",
                           {},
                           32,
                           true});
    CHECK(out == expected(32, [](uint32_t i) { return i % 2 ? 64U : 96U; }));
}

TEST_CASE("single-precision denormals count as 0") {
    const Words out = run({"",
                           "  %b = load i32, ptr addrspace(1) %p\n  %f = bitcast i32 %b to float\n"
                           "  %c = fcmp une float %f, 0.0\n  %d = fmul float %f, 2.0\n  %e = fcmp une float %d, 0.0\n"
                           "  %x = zext i1 %c to i32\n  %y = zext i1 %e to i32\n  %z = shl i32 %y, 1\n  %v = or i32 %x, %z\n"
                           "  store i32 %v, ptr addrspace(1) %q\n",
                           {0x00000001, 0x007fffff, 0x80000001, 0x00800000, 0}});
    CHECK(out == expected(32, [](uint32_t i) { return i == 3 ? 3U : 0U; }));
}

TEST_CASE("the upper half of a float counts as bfloat, other halves of words as integers") {
    const std::string bitcode =
        bitcodeOf("", "  %b = load i32, ptr addrspace(1) %p\n  %f = bitcast i32 %b to float\n  %s = fadd float %f, 1.0\n"
                      "  %w = bitcast float %s to i32\n  %r = add i32 %w, 32768\n  %u = lshr i32 %r, 16\n"
                      "  %h = trunc i32 %u to i16\n  store i16 %h, ptr addrspace(1) %q\n"
                      "  %v = lshr i32 %tid, 16\n  %i = trunc i32 %v to i16\n"
                      "  %q2 = getelementptr i16, ptr addrspace(1) %q, i64 1\n  store i16 %i, ptr addrspace(1) %q2\n");
    const auto program = compileFunction(std::as_bytes(std::span(bitcode)), "");
    REQUIRE(program);
    KernelMemory memory;
    memory.buffers[0].resize(16);
    memory.buffers[1].resize(16);
    const Execution plain = execute(*program, {{4, 1, 1}, {1, 1, 1}}, memory, 0);
    CHECK(plain.written.at(1)[0] == Element::BF16);
    CHECK(plain.written.at(1)[2] == Element::I16);
    CHECK(readFloat(Element::BF16, plain.buffers.at(1).data(), 0) == 1.0);
}

TEST_CASE("threads that return before a loop with barriers are not waited for") {
    // Of 32 threads n = 10 go on. Each takes, n times, the number of its opposite and adds the round's to it: 2 swaps lead back, and the
    // rounds' numbers add up along the way.
    const Words out =
        run({"declare void @air.wg.barrier(i32, i32) convergent\n@s = internal addrspace(3) global [32 x i32] undef",
             "  %n = load i32, ptr addrspace(1) %in\n  %c = icmp ult i32 %tid, %n\n  br i1 %c, label %go, label %end\n"
             "go:\n  %a = getelementptr [32 x i32], ptr addrspace(3) @s, i64 0, i64 %wide\n  store i32 %tid, ptr addrspace(3) %a\n"
             "  %r = sub i32 %n, %tid\n  %r1 = sub i32 %r, 1\n  %rw = zext i32 %r1 to i64\n"
             "  %b = getelementptr [32 x i32], ptr addrspace(3) @s, i64 0, i64 %rw\n  br label %loop\n"
             "loop:\n  %i = phi i32 [0, %go], [%i1, %loop]\n  call void @air.wg.barrier(i32 2, i32 1)\n"
             "  %v = load i32, ptr addrspace(3) %b\n  call void @air.wg.barrier(i32 2, i32 1)\n"
             "  %v1 = add i32 %v, %i\n  store i32 %v1, ptr addrspace(3) %a\n  %i1 = add i32 %i, 1\n"
             "  %e = icmp ult i32 %i1, %n\n  br i1 %e, label %loop, label %done\n"
             "done:\n  %v2 = load i32, ptr addrspace(3) %a\n  store i32 %v2, ptr addrspace(1) %q\n  br label %end\nend:\n",
             {10}});
    CHECK(out == expected(32, [](uint32_t tid) { return tid < 10 ? tid + 45 : 0; }));
}

TEST_CASE("what the reference says of a kernel that breaks a rule") {
    struct Case {
        const char *declarations, *body, *broken;
    };
    const Case cases[] = {
        {"", "  %far = getelementptr i16, ptr addrspace(1) %out, i64 2147483648\n  store i16 1, ptr addrspace(1) %far\n",
         "an access misses its buffer by 4 GiB"},
        {"",
         "  br label %loop\nloop:\n  %i = phi i32 [0, %entry], [%n, %loop]\n  store volatile i32 %i, ptr addrspace(1) %q\n  %n = add i32 "
         "%i, 1\n"
         "  %c = icmp eq i32 %n, 70000\n  br i1 %c, label %end, label %loop\nend:\n",
         "threads go round loops more often than llvmpipe lets them"},
        {"",
         "  %z = load float, ptr addrspace(1) %in\n  %n = fdiv float %z, %z\n  %c = fcmp fast ogt float %n, 1.0\n  %r = zext i1 %c to i32\n"
         "  store i32 %r, ptr addrspace(1) %q\n",
         "a fast comparison meets what is no number"},
        {"",
         "  %z = load float, ptr addrspace(1) %in\n  %n = fdiv float %z, %z\n  %c = fcmp ogt float %n, 1.0\n  %r = zext i1 %c to i32\n"
         "  store i32 %r, ptr addrspace(1) %q\n",
         ""},
    };
    for (const Case& c : cases) {
        const std::string bitcode = bitcodeOf(c.declarations, c.body);
        const auto program = compileFunction(std::as_bytes(std::span(bitcode)), "");
        REQUIRE(program);
        KernelMemory memory;
        memory.buffers[0].resize(256);
        memory.buffers[1].resize(256);
        CHECK(execute(*program, {{32, 1, 1}, {1, 1, 1}}, memory, 0).broken == c.broken);
    }
}

TEST_CASE("threadgroup memory is seen by all threads behind a barrier") {
    const Words out = run({"declare void @air.wg.barrier(i32, i32) convergent\n@s = internal addrspace(3) global [64 x i32] undef",
                           "  %a = getelementptr [64 x i32], ptr addrspace(3) @s, i64 0, i64 %wide\n  store i32 %tid, ptr addrspace(3) %a\n"
                           "  call void @air.wg.barrier(i32 2, i32 1)\n  %r = xor i32 %tid, 63\n  %rw = zext i32 %r to i64\n"
                           "  %b = getelementptr [64 x i32], ptr addrspace(3) @s, i64 0, i64 %rw\n  %v = load i32, ptr addrspace(3) %b\n"
                           "  store i32 %v, ptr addrspace(1) %q\n",
                           {},
                           64});
    CHECK(out == expected(64, [](uint32_t i) { return 63 - i; }));
}

TEST_CASE("atomics of all threads add up") {
    const Words out = run({"declare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, i1)",
                           "  %o = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %out, i32 %tid, i32 0, i32 2, i1 true)\n",
                           {}});
    CHECK(out[0] == 31 * 16);
}

TEST_CASE("plain half arithmetic rounds after each operation") {
    // 2048 + 1 is not a half: twice adding 1 changes nothing.
    const Words out = run({"",
                           "  %f = load float, ptr addrspace(1) %p\n  %h = fptrunc float %f to half\n  %s = fadd half %h, 0xH3C00\n"
                           "  %t = fadd half %s, 0xH3C00\n  %w = fpext half %t to float\n  store float %w, ptr addrspace(1) %q\n",
                           Words(32, std::bit_cast<uint32_t>(2048.0F))});
    CHECK(out[0] == std::bit_cast<uint32_t>(2048.0F));
}

TEST_CASE("plain single-precision arithmetic is neither fused nor rearranged") {
    // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24 rounds to 1 + 2^-11, so the difference is 0; fused it would be 2^-24.
    const Words out =
        run({"",
             "  %a = load float, ptr addrspace(1) %p\n  %m = fmul float %a, %a\n  %o = getelementptr i32, ptr addrspace(1) %in, i64 40\n"
             "  %b = load float, ptr addrspace(1) %o\n  %d = fsub float %m, %b\n  store float %d, ptr addrspace(1) %q\n",
             [] {
                 Words words(64, std::bit_cast<uint32_t>(1.0F + 0x1p-12F));
                 words[40] = std::bit_cast<uint32_t>(1.0F + 0x1p-11F);
                 return words;
             }()});
    CHECK(out[0] == 0);
}

TEST_CASE("conversions to integers saturate and take NaN to 0") {
    const Words out = run({"declare i32 @air.convert.s.i32.f.f32(float)",
                           "  %f = load float, ptr addrspace(1) %p\n  %i = call i32 @air.convert.s.i32.f.f32(float %f)\n"
                           "  store i32 %i, ptr addrspace(1) %q\n",
                           {std::bit_cast<uint32_t>(-1e20F), 0x7fc00000U, std::bit_cast<uint32_t>(-2.75F)},
                           4});
    CHECK(out == Words{0x80000000U, 0, uint32_t(-2), 0});
}

TEST_CASE("what a lane takes out of a loop is of its own last round") {
    const Words out = run({"",
                           "  %n = and i32 %tid, 3\n  br label %loop\n"
                           "loop:\n  %i = phi i32 [0, %entry], [%i1, %next]\n  %x = phi i32 [%tid, %entry], [%x1, %next]\n"
                           "  %m = mul i32 %x, 3\n  %y = add i32 %m, %i\n  %x1 = and i32 %y, 65535\n  %i1 = add i32 %i, 1\n"
                           "  %c = icmp ugt i32 %i1, %n\n  br i1 %c, label %end, label %next\n"
                           "next:\n  br label %loop\n"
                           "end:\n  store i32 %y, ptr addrspace(1) %q\n",
                           {}});
    CHECK(out == expected(32, [](uint32_t tid) {
              uint32_t x = tid, y = 0;
              for (uint32_t i = 0; i <= tid % 4; ++i) y = x * 3 + i, x = y & 65535;
              return y;
          }));
}

TEST_CASE("what a lane loaded in its last round leaves the loop with it") {
    Words words(64);
    for (uint32_t i = 0; i < words.size(); ++i) words[i] = 1000 + i;
    const Words out = run({"",
                           "  %n = and i32 %tid, 3\n  br label %loop\n"
                           "loop:\n  %i = phi i32 [0, %entry], [%i1, %loop]\n  %at = add i32 %tid, %i\n  %w64 = zext i32 %at to i64\n"
                           "  %p1 = getelementptr i32, ptr addrspace(1) %in, i64 %w64\n  %y = load i32, ptr addrspace(1) %p1\n"
                           "  %i1 = add i32 %i, 1\n  %c = icmp ugt i32 %i1, %n\n  br i1 %c, label %end, label %loop\n"
                           "end:\n  %y1 = mul i32 %y, 3\n  store i32 %y1, ptr addrspace(1) %q\n",
                           words});
    CHECK(out == expected(32, [](uint32_t tid) { return (1000 + tid + tid % 4) * 3; }));
}

TEST_CASE("nested loops with several exits hand out what each lane had") {
    const Words out =
        run({"",
             "  %t = lshr i32 %tid, 2\n  %tm = and i32 %t, 3\n  br label %outer\n"
             "outer:\n  %j = phi i32 [0, %entry], [%j1, %olatch]\n  %a = phi i32 [%tid, %entry], [%a1, %olatch]\n  br label %inner\n"
             "inner:\n  %i = phi i32 [0, %outer], [%i1, %ilatch]\n  %x = phi i32 [%a, %outer], [%y, %ilatch]\n"
             "  %y5 = mul i32 %x, 5\n  %y = add i32 %y5, %j\n  %i1 = add i32 %i, 1\n  %m = and i32 %y, 7\n"
             "  %c1 = icmp eq i32 %m, 3\n  br i1 %c1, label %out1, label %ilatch\n"
             "ilatch:\n  %s = add i32 %tid, %j\n  %limit = and i32 %s, 3\n  %c2 = icmp ugt i32 %i1, %limit\n"
             "  br i1 %c2, label %out2, label %inner\n"
             "out1:\n  %z1 = add i32 %y, 100\n  br label %after\n"
             "out2:\n  %z2 = mul i32 %y, 7\n  br label %after\n"
             "after:\n  %z = phi i32 [%z1, %out1], [%z2, %out2]\n  %a1 = xor i32 %a, %z\n  %j1 = add i32 %j, 1\n"
             "  %c3 = icmp ugt i32 %j1, %tm\n  br i1 %c3, label %end, label %olatch\n"
             "olatch:\n  br label %outer\n"
             "end:\n  %r = add i32 %a1, %z\n  %w = mul i32 %i1, 1000003\n  %rw = add i32 %r, %w\n"
             "  store i32 %rw, ptr addrspace(1) %q\n",
             {}});
    CHECK(out == expected(32, [](uint32_t tid) {
              uint32_t a = tid, z = 0, i = 0;
              for (uint32_t j = 0; j <= (tid >> 2 & 3); ++j) {
                  uint32_t y = a;
                  for (i = 0;;) {
                      y = y * 5 + j;
                      ++i;
                      if ((y & 7) == 3 && (z = y + 100, true)) break;
                      if (i > ((tid + j) & 3) && (z = y * 7, true)) break;
                  }
                  a ^= z;
              }
              return a + z + i * 1000003;
          }));
}

TEST_CASE("lanes may return from within a loop") {
    const Words out = run({"",
                           "  %n = and i32 %tid, 7\n  br label %loop\n"
                           "loop:\n  %i = phi i32 [0, %entry], [%i1, %next]\n  %x = phi i32 [%tid, %entry], [%y, %next]\n"
                           "  %m = mul i32 %x, 9\n  %y = add i32 %m, 5\n  %i1 = add i32 %i, 1\n  %b = and i32 %y, 6\n"
                           "  %c = icmp eq i32 %b, 4\n  br i1 %c, label %early, label %more\n"
                           "early:\n  store i32 %y, ptr addrspace(1) %q\n  ret void\n"
                           "more:\n  %d = icmp ugt i32 %i1, %n\n  br i1 %d, label %end, label %next\n"
                           "next:\n  br label %loop\n"
                           "end:\n  %e = xor i32 %y, -1\n  store i32 %e, ptr addrspace(1) %q\n",
                           {}});
    CHECK(out == expected(32, [](uint32_t tid) {
              uint32_t y = tid;
              for (uint32_t i = 0; i <= tid % 8; ++i) {
                  y = y * 9 + 5;
                  if ((y & 6) == 4) return y;
              }
              return ~y;
          }));
}
