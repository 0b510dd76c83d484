// What translated kernels compute, on the GL driver at hand. Expected values are worked out by hand from the IR's rules.
#include <doctest/doctest.h>

#include <bit>

#include "kernel_runner.h"

using namespace airtest;

namespace {

constexpr uint32_t f(float v) { return std::bit_cast<uint32_t>(v); }

// Runs `body` with buffer 0 = `input` (read) and buffer 1 = `output` zero words (written).
Words run(const std::string& body, const Words& input, size_t output, uint32_t threads = 1) {
    const auto module = kernelModule(body, {buffer(0, 0, "read"), buffer(1, 1), threadIndex(2)});
    const KernelRun result = runKernel(module, {{input, Words(output, 0)}, threads, 32});
    INFO(result.glsl);
    REQUIRE_MESSAGE(result.problem.empty(), result.problem);
    CHECK(result.buffers[0] == input);
    return result.buffers[1];
}

constexpr const char* kHead = "define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {\n";

std::string kernel(const std::string& body) { return kHead + body + "  ret void\n}\n"; }

std::string load(const char* name, const char* type, unsigned index) {
    return std::string("  %p.") + name + " = getelementptr " + type + ", ptr addrspace(1) %in, i64 " + std::to_string(index) + "\n  %" +
           name + " = load " + type + ", ptr addrspace(1) %p." + name + "\n";
}

std::string store(const char* value, const char* type, unsigned index) {
    return std::string("  %q") + std::to_string(index) + " = getelementptr i32, ptr addrspace(1) %out, i64 " + std::to_string(index) +
           "\n  store " + type + " " + value + ", ptr addrspace(1) %q" + std::to_string(index) + "\n";
}

} // namespace

TEST_CASE("narrow integers wrap, and only their own bits are compared, shifted and extended") {
    if (!hasGl()) return;
    // 200 + 100 = 300 = 44 in i8; as a signed i8 44, shifted left twice 176 = -80.
    const auto out = run(kernel(load("a", "i8", 0) + load("b", "i8", 1) + "  %s = add i8 %a, %b\n  %z = zext i8 %s to i32\n" +
                                store("%z", "i32", 0) + "  %l = shl i8 %s, 2\n  %x = sext i8 %l to i32\n" + store("%x", "i32", 1) +
                                "  %c = icmp slt i8 %l, 0\n  %w = zext i1 %c to i32\n" + store("%w", "i32", 2) +
                                "  %h = ashr i8 %l, 4\n  %hz = zext i8 %h to i32\n" + store("%hz", "i32", 3) +
                                "  %d = sdiv i8 %l, 7\n  %ds = sext i8 %d to i32\n" + store("%ds", "i32", 4)),
                         {200U | 100U << 8}, 5);
    CHECK(out == Words{44, uint32_t(-80), 1, 0xfb, uint32_t(-11)});
}

TEST_CASE("division by zero and of the smallest integer do not trap and give defined values") {
    if (!hasGl()) return;
    const auto out = run(
        kernel(load("a", "i32", 0) + load("b", "i32", 1) + load("m", "i32", 2) +
               "  %u = udiv i32 %a, %b\n  %r = urem i32 %a, %b\n  %s = sdiv i32 %m, -1\n  %t = srem i32 %m, -1\n  %n = srem i32 -7, %a\n" +
               store("%u", "i32", 0) + store("%r", "i32", 1) + store("%s", "i32", 2) + store("%t", "i32", 3) + store("%n", "i32", 4)),
        {5, 0, 0x80000000U}, 5);
    CHECK(out == Words{0, 0, 0x80000000U, 0, uint32_t(-2)});
}

TEST_CASE("neighbouring threads store bytes and halves into one word without losing any") {
    if (!hasGl()) return;
    const auto bytes =
        run(kernel("  %w = zext i32 %tid to i64\n  %p = getelementptr i8, ptr addrspace(1) %out, i64 %w\n  %v = trunc i32 %tid to i8\n"
                   "  %v1 = add i8 %v, -16\n  store i8 %v1, ptr addrspace(1) %p\n"),
            {0}, 16, 64);
    for (uint32_t i = 0; i < 16; ++i) {
        const uint32_t first = i * 4 + 0xf0;
        auto byte = [&](uint32_t n) { return ((first + n) & 0xffU) << 8 * n; };
        CHECK(bytes[i] == (byte(0) | byte(1) | byte(2) | byte(3)));
    }
    const auto halves =
        run(kernel("  %w = zext i32 %tid to i64\n  %p = getelementptr half, ptr addrspace(1) %out, i64 %w\n  %v = uitofp i32 %tid to half\n"
                   "  store half %v, ptr addrspace(1) %p\n"),
            {0}, 2, 4);
    CHECK(halves == Words{0x3c000000U, 0x42004000U}); // 0, 1, 2, 3
}

TEST_CASE("vectors load at any alignment and a three-lane store leaves the fourth lane alone") {
    if (!hasGl()) return;
    const auto out =
        run(kernel("  %p = getelementptr i8, ptr addrspace(1) %in, i64 2\n  %v = load <3 x i32>, ptr addrspace(1) %p, align 1\n"
                   "  store i32 77, ptr addrspace(1) %out\n  %q3 = getelementptr i32, ptr addrspace(1) %out, i64 3\n  store i32 99, ptr "
                   "addrspace(1) %q3\n"
                   "  store <3 x i32> %v, ptr addrspace(1) %out, align 16\n"),
            {0x33221100U, 0x77665544U, 0xbbaa9988U, 0xffeeddccU}, 4);
    CHECK(out == Words{0x55443322U, 0x99887766U, 0xddccbbaaU, 99});
}

TEST_CASE("loads beyond the buffer give 0 and stores beyond it vanish") {
    if (!hasGl()) return;
    const auto out =
        run(kernel(load("a", "i32", 1) + load("b", "i32", 2) + load("v", "<4 x i32>", 0) + "  %x = extractelement <4 x i32> %v, i32 0\n" +
                   store("%a", "i32", 0) + store("%b", "i32", 1) + store("%x", "i32", 2) +
                   "  %far = getelementptr i32, ptr addrspace(1) %out, i64 3\n  store i32 5, ptr addrspace(1) %far\n"
                   "  %neg = getelementptr i32, ptr addrspace(1) %out, i64 -1\n  store i32 5, ptr addrspace(1) %neg\n"),
            {10, 11}, 3);
    CHECK(out == Words{11, 0, 0});
}

TEST_CASE("float to integer saturates and NaN gives 0") {
    if (!hasGl()) return;
    const auto out =
        run("declare i32 @air.convert.s.i32.f.f32(float)\ndeclare i32 @air.convert.u.i32.f.f32(float)\ndeclare i8 "
            "@air.convert.u.i8.f.f32(float)\n" +
                kernel(load("big", "float", 0) + load("nan", "float", 1) + load("low", "float", 2) +
                       "  %a = call i32 @air.convert.s.i32.f.f32(float %big)\n  %b = call i32 @air.convert.s.i32.f.f32(float %nan)\n"
                       "  %c = call i32 @air.convert.u.i32.f.f32(float %low)\n  %d = call i8 @air.convert.u.i8.f.f32(float %big)\n  %e = "
                       "zext i8 %d to i32\n" +
                       store("%a", "i32", 0) + store("%b", "i32", 1) + store("%c", "i32", 2) + store("%e", "i32", 3)),
            {f(1e20F), 0x7fc00000U, f(-3.0F)}, 4);
    CHECK(out[0] >= 0x7fffff00U);
    CHECK(out[0] <= 0x7fffffffU);
    CHECK(out[1] == 0);
    CHECK(out[2] == 0);
    CHECK(out[3] == 255);
}

TEST_CASE("unordered comparisons are true for NaN, ordered ones are not") {
    if (!hasGl()) return;
    std::string body = load("n", "float", 0) + load("x", "float", 1);
    unsigned at = 0;
    for (const char* predicate : {"olt", "ult", "oge", "uge", "oeq", "ueq", "one", "une", "ord", "uno"}) {
        const std::string i = std::to_string(at);
        body += "  %c" + i + " = fcmp " + predicate + " float %n, %x\n  %z" + i + " = zext i1 %c" + i + " to i32\n";
        body += store(("%z" + i).c_str(), "i32", at++);
    }
    CHECK(run(kernel(body), {0x7fc00000U, f(1.0F)}, 10) == Words{0, 1, 0, 1, 0, 1, 0, 1, 0, 1});
    CHECK(run(kernel(body), {f(1.0F), f(1.0F)}, 10) == Words{0, 0, 1, 1, 1, 1, 0, 0, 1, 0});
}

TEST_CASE("precise half arithmetic rounds after each operation") {
    if (!hasGl()) return;
    // 2048 + 1 is not a half: it rounds to 2048, so (2048 + 1) + 1 stays 2048.
    const auto out =
        run(kernel(load("a", "half", 0) + load("b", "half", 1) +
                   "  %s = fadd half %a, %b\n  %t = fadd half %s, %b\n  %w = fpext half %t to float\n" + store("%w", "float", 0)),
            {0x3c006800U}, 1);
    CHECK(out[0] == f(2048.0F));
}

TEST_CASE("bit casts between vectors and scalars keep the memory order") {
    if (!hasGl()) return;
    const auto out =
        run(kernel(load("a", "i32", 0) +
                   "  %b = bitcast i32 %a to <4 x i8>\n  %c = extractelement <4 x i8> %b, i32 2\n  %d = zext i8 %c to i32\n" +
                   store("%d", "i32", 0) +
                   "  %h = bitcast i32 %a to <2 x i16>\n  %i = shufflevector <2 x i16> %h, <2 x i16> undef, <2 x i32> <i32 1, i32 0>\n" +
                   "  %j = bitcast <2 x i16> %i to i32\n" + store("%j", "i32", 1)),
            {0x44332211U}, 2);
    CHECK(out == Words{0x33, 0x22114433U});
}

TEST_CASE("64-bit arithmetic keeps its high word where it is observed") {
    if (!hasGl()) return;
    const auto out = run(kernel(load("a", "i32", 0) + load("b", "i32", 1) +
                                "  %x = zext i32 %a to i64\n  %y = zext i32 %b to i64\n  %m = mul i64 %x, %y\n  %h = lshr i64 %m, 32\n  %t "
                                "= trunc i64 %h to i32\n" +
                                store("%t", "i32", 0) + "  %l = trunc i64 %m to i32\n" + store("%l", "i32", 1) +
                                "  %s = sext i32 %a to i64\n  %c = icmp slt i64 %s, 0\n  %z = zext i1 %c to i32\n" + store("%z", "i32", 2)),
                         {0xffffffffU, 0xfffffffeU}, 3);
    CHECK(out == Words{0xfffffffdU, 2, 1});
}

TEST_CASE("phis of one block are assigned at once") {
    if (!hasGl()) return;
    // Fibonacci by swapping; ten steps from (0, 1) give 55.
    const std::string body =
        std::string(kHead) +
        "entry:\n  br label %loop\nloop:\n  %a = phi i32 [0, %entry], [%b, %loop]\n  %b = phi i32 [1, %entry], [%s, %loop]\n"
        "  %n = phi i32 [0, %entry], [%m, %loop]\n  %s = add i32 %a, %b\n  %m = add i32 %n, 1\n  %e = icmp eq i32 %m, 10\n"
        "  br i1 %e, label %done, label %loop\ndone:\n  store i32 %b, ptr addrspace(1) %out\n  ret void\n}\n";
    CHECK(run(body, {0}, 1) == Words{55});
}

TEST_CASE("switches, early exits from nested loops and shared tails keep their paths") {
    if (!hasGl()) return;
    const std::string body = std::string(kHead) +
                             "entry:\n  %w = zext i32 %tid to i64\n  %q = getelementptr i32, ptr addrspace(1) %out, i64 %w\n"
                             "  switch i32 %tid, label %other [i32 0, label %zero\n i32 1, label %one\n i32 2, label %shared]\n"
                             "zero:\n  br label %shared\none:\n  store i32 100, ptr addrspace(1) %q\n  ret void\n"
                             "shared:\n  %v = phi i32 [7, %zero], [8, %entry]\n  store i32 %v, ptr addrspace(1) %q\n  ret void\n"
                             "other:\n  br label %outer\n"
                             "outer:\n  %i = phi i32 [0, %other], [%i1, %next]\n  br label %inner\n"
                             "inner:\n  %j = phi i32 [0, %outer], [%j1, %again]\n  %p = mul i32 %i, %j\n  %hit = icmp eq i32 %p, 6\n  br "
                             "i1 %hit, label %found, label %again\n"
                             "again:\n  %j1 = add i32 %j, 1\n  %je = icmp eq i32 %j1, 5\n  br i1 %je, label %next, label %inner\n"
                             "next:\n  %i1 = add i32 %i, 1\n  %ie = icmp eq i32 %i1, 5\n  br i1 %ie, label %none, label %outer\n"
                             "found:\n  %i10 = mul i32 %i, 10\n  %r = add i32 %i10, %j\n  store i32 %r, ptr addrspace(1) %q\n  ret void\n"
                             "none:\n  store i32 -1, ptr addrspace(1) %q\n  ret void\n}\n";
    CHECK(run(body, {0}, 4, 4) == Words{7, 100, 8, 23});
}

TEST_CASE("irreducible flow is translated after structurizing") {
    if (!hasGl()) return;
    // Two blocks that jump into each other, entered at either: counts 3 per round until 10 or more.
    const std::string body = std::string(kHead) + "entry:\n  %c = icmp eq i32 %tid, 0\n  br i1 %c, label %left, label %right\n"
                                                  "left:\n  %a = phi i32 [0, %entry], [%b1, %right]\n  %a1 = add i32 %a, 1\n  %ae = icmp "
                                                  "ugt i32 %a1, 9\n  br i1 %ae, label %done, label %right\n"
                                                  "right:\n  %b = phi i32 [100, %entry], [%a1, %left]\n  %b1 = add i32 %b, 2\n  %be = icmp "
                                                  "ugt i32 %b1, 120\n  br i1 %be, label %done, label %left\n"
                                                  "done:\n  %r = phi i32 [%a1, %left], [%b1, %right]\n  %w = zext i32 %tid to i64\n  %q = "
                                                  "getelementptr i32, ptr addrspace(1) %out, i64 %w\n"
                                                  "  store i32 %r, ptr addrspace(1) %q\n  ret void\n}\n";
    // Thread 0: 1,3,4,6,7,9,10 -> 10. Thread 1: 102,103 -> above 9, done.
    CHECK(run(body, {0}, 2, 2) == Words{10, 103});
}

TEST_CASE("thread arrays are indexed dynamically and constant tables read back their words") {
    if (!hasGl()) return;
    const std::string body =
        "@table = internal addrspace(2) constant [4 x i16] [i16 5, i16 6, i16 7, i16 -1]\n" +
        kernel("  %a = alloca [4 x float]\n  %w = zext i32 %tid to i64\n"
               "  %a0 = getelementptr [4 x float], ptr %a, i64 0, i64 0\n  store float 1.0, ptr %a0\n"
               "  %a1 = getelementptr [4 x float], ptr %a, i64 0, i64 1\n  store float 2.0, ptr %a1\n"
               "  %a2 = getelementptr [4 x float], ptr %a, i64 0, i64 2\n  store float 4.0, ptr %a2\n"
               "  %a3 = getelementptr [4 x float], ptr %a, i64 0, i64 3\n  store float 8.0, ptr %a3\n"
               "  %p = getelementptr [4 x float], ptr %a, i64 0, i64 %w\n  %v = load float, ptr %p\n"
               "  %q = getelementptr [2 x i32], ptr addrspace(1) %out, i64 %w, i64 0\n  store float %v, ptr addrspace(1) %q\n"
               "  %t = getelementptr [4 x i16], ptr addrspace(2) @table, i64 0, i64 %w\n  %x = load i16, ptr addrspace(2) %t\n  %y = sext "
               "i16 %x to i32\n"
               "  %r = getelementptr [2 x i32], ptr addrspace(1) %out, i64 %w, i64 1\n  store i32 %y, ptr addrspace(1) %r\n");
    CHECK(run(body, {0}, 8, 4) == Words{f(1), 5, f(2), 6, f(4), 7, f(8), uint32_t(-1)});
}

TEST_CASE("memcpy and memset between address spaces move whole ranges") {
    if (!hasGl()) return;
    const std::string body = "declare void @llvm.memcpy.p0.p1.i64(ptr, ptr addrspace(1), i64, i1)\ndeclare void @llvm.memset.p1.i64(ptr "
                             "addrspace(1), i8, i64, i1)\n" +
                             kernel("  %a = alloca [4 x i32], align 4\n  call void @llvm.memcpy.p0.p1.i64(ptr align 4 %a, ptr addrspace(1) "
                                    "align 4 %in, i64 16, i1 false)\n"
                                    "  call void @llvm.memset.p1.i64(ptr addrspace(1) align 4 %out, i8 17, i64 6, i1 false)\n"
                                    "  %i = and i32 %tid, 3\n  %w = zext i32 %i to i64\n  %p = getelementptr [4 x i32], ptr %a, i64 0, i64 "
                                    "%w\n  %v = load i32, ptr %p\n" +
                                    store("%v", "i32", 2));
    CHECK(run(body, {1, 2, 3, 4}, 3) == Words{0x11111111U, 0x1111U, 1});
}

TEST_CASE("atomics return the old word and threadgroup memory is shared across a barrier") {
    if (!hasGl()) return;
    const std::string body =
        "@group = internal addrspace(3) global [64 x i32] undef\ndeclare i32 @air.atomic.global.add.u.i32(ptr addrspace(1), i32, i32, i32, "
        "i1)\n"
        "declare float @air.atomic.global.add.f32(ptr addrspace(1), float, i32, i32, i1)\ndeclare i32 @air.atomic.global.max.s.i32(ptr "
        "addrspace(1), i32, i32, i32, i1)\n"
        "declare void @air.wg.barrier(i32, i32) #0\n" +
        kernel("  %w = zext i32 %tid to i64\n  %s = getelementptr [64 x i32], ptr addrspace(3) @group, i64 0, i64 %w\n  store i32 %tid, "
               "ptr addrspace(3) %s\n"
               "  call void @air.wg.barrier(i32 2, i32 1)\n  %o = sub i32 63, %tid\n  %ow = zext i32 %o to i64\n"
               "  %t = getelementptr [64 x i32], ptr addrspace(3) @group, i64 0, i64 %ow\n  %v = load i32, ptr addrspace(3) %t\n"
               "  %old = call i32 @air.atomic.global.add.u.i32(ptr addrspace(1) %out, i32 %v, i32 0, i32 2, i1 true)\n"
               "  %f = getelementptr float, ptr addrspace(1) %out, i64 1\n  %x = call float @air.atomic.global.add.f32(ptr addrspace(1) "
               "%f, float 0.5, i32 0, i32 2, i1 true)\n"
               "  %m = getelementptr i32, ptr addrspace(1) %out, i64 2\n  %n = sub i32 %tid, 70\n"
               "  %y = call i32 @air.atomic.global.max.s.i32(ptr addrspace(1) %m, i32 %n, i32 0, i32 2, i1 true)\n"
               "  %slot = getelementptr i32, ptr addrspace(1) %out, i64 3\n  %last = icmp eq i32 %tid, 63\n  br i1 %last, label %yes, "
               "label %no\nyes:\n"
               "  store i32 %v, ptr addrspace(1) %slot\n  br label %no\nno:\n") +
        "attributes #0 = { convergent }\n";
    CHECK(run(body, {0}, 4, 64) == Words{2016, f(32.0F), 0, 0});
}

TEST_CASE("pow takes negative bases with integral exponents and fmod keeps the sign of its first operand") {
    if (!hasGl()) return;
    const auto out = run("declare float @air.fast_pow.f32(float, float)\ndeclare float @air.fast_fmod.f32(float, float)\n" +
                             kernel(load("a", "float", 0) + load("b", "float", 1) + load("c", "float", 2) +
                                    "  %x = call fast float @air.fast_pow.f32(float %a, float %b)\n  %y = call fast float "
                                    "@air.fast_pow.f32(float %a, float %c)\n"
                                    "  %z = call fast float @air.fast_fmod.f32(float -5.5, float %b)\n" +
                                    store("%x", "float", 0) + store("%y", "float", 1) + store("%z", "float", 2)),
                         {f(-2.0F), f(3.0F), f(2.0F)}, 3);
    CHECK(std::bit_cast<float>(out[0]) == doctest::Approx(-8.0F).epsilon(1e-4));
    CHECK(std::bit_cast<float>(out[1]) == doctest::Approx(4.0F).epsilon(1e-4));
    CHECK(std::bit_cast<float>(out[2]) == doctest::Approx(-2.5F));
}

TEST_CASE("simdgroup sums count the threads that take part, also inside divergent ifs and after early returns") {
    if (!hasGl()) return;
    const std::string declarations = "declare i32 @air.simd_sum.u.i32(i32) #0\ndeclare i32 @air.simd_shuffle_down.u.i32(i32, i16) "
                                     "#0\ndeclare i32 @air.simd_prefix_exclusive_sum.u.i32(i32) #0\n"
                                     "attributes #0 = { convergent memory(none) }\n";
    // Threads 40 and up return at once; the others sum; even ones sum again inside an if.
    const std::string body =
        declarations + kHead +
        "entry:\n  %w = zext i32 %tid to i64\n  %q = getelementptr [4 x i32], ptr addrspace(1) %out, i64 %w\n  %c = icmp ugt i32 %tid, 39\n"
        "  br i1 %c, label %end, label %go\ngo:\n  %s = call i32 @air.simd_sum.u.i32(i32 %tid)\n  store i32 %s, ptr addrspace(1) %q\n"
        "  %b = and i32 %tid, 1\n  %e = icmp eq i32 %b, 0\n  br i1 %e, label %even, label %join\n"
        "even:\n  %d = shl i32 %tid, 1\n  %t = call i32 @air.simd_sum.u.i32(i32 %d)\n  br label %join\n"
        "join:\n  %r = phi i32 [%t, %even], [7, %go]\n  %q1 = getelementptr i32, ptr addrspace(1) %q, i64 1\n  store i32 %r, ptr "
        "addrspace(1) %q1\n"
        "  %x = call i32 @air.simd_shuffle_down.u.i32(i32 %tid, i16 1)\n  %q2 = getelementptr i32, ptr addrspace(1) %q, i64 2\n  store i32 "
        "%x, ptr addrspace(1) %q2\n"
        "  %p = call i32 @air.simd_prefix_exclusive_sum.u.i32(i32 1)\n  %q3 = getelementptr i32, ptr addrspace(1) %q, i64 3\n  store i32 "
        "%p, ptr addrspace(1) %q3\n"
        "  br label %end\nend:\n  ret void\n}\n";
    const Words out = run(body, {0}, 64 * 4, 64);
    const uint32_t low = 31 * 32 / 2, high = 32 + 33 + 34 + 35 + 36 + 37 + 38 + 39; // threads 0..31 and 32..39
    const uint32_t lowEven = 2 * (15 * 16), highEven = 2 * (32 + 34 + 36 + 38);
    for (uint32_t t = 0; t < 64; ++t) {
        const Words mine(out.begin() + t * 4, out.begin() + t * 4 + 4);
        if (t >= 40) {
            CHECK(mine == Words{0, 0, 0, 0});
            continue;
        }
        const bool isLow = t < 32, isEven = t % 2 == 0;
        CHECK(mine[0] == (isLow ? low : high));
        CHECK(mine[1] == (!isEven ? 7 : isLow ? lowEven : highEven));
        if (t != 39) CHECK(mine[2] == (t == 31 ? 31 : t + 1)); // lane 31 has no source; thread 40 has left
        CHECK(mine[3] == t % 32);
    }
}

TEST_CASE("a barrier after an early return is met by every thread") {
    if (!hasGl()) return;
    const std::string body =
        "@group = internal addrspace(3) global [64 x i32] undef\ndeclare void @air.wg.barrier(i32, i32) #0\nattributes #0 = { convergent "
        "}\n" +
        std::string(kHead) +
        "entry:\n  %w = zext i32 %tid to i64\n  %s = getelementptr [64 x i32], ptr addrspace(3) @group, i64 0, i64 %w\n  %c = icmp ugt i32 "
        "%tid, 49\n"
        "  br i1 %c, label %end, label %go\ngo:\n  store i32 %tid, ptr addrspace(3) %s\n  call void @air.wg.barrier(i32 2, i32 1)\n"
        "  %o = sub i32 49, %tid\n  %ow = zext i32 %o to i64\n  %t = getelementptr [64 x i32], ptr addrspace(3) @group, i64 0, i64 %ow\n"
        "  %v = load i32, ptr addrspace(3) %t\n  %q = getelementptr i32, ptr addrspace(1) %out, i64 %w\n  store i32 %v, ptr addrspace(1) "
        "%q\n  br label %end\n"
        "end:\n  ret void\n}\n";
    const Words out = run(body, {0}, 64, 64);
    for (uint32_t t = 0; t < 64; ++t) CHECK(out[t] == (t < 50 ? 49 - t : 0));
}
