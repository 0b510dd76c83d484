// Simdgroup operations where only some threads are: loops that threads leave at different times, and 8x8 matrices. Expected values come from
// a simulation that walks the lanes of each simdgroup in step, and from plain matrix arithmetic.
#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <functional>

#include "kernel_runner.h"

using namespace airtest;

namespace {

constexpr uint32_t kThreads = 64, kWidth = 32;
using Lanes = std::array<uint32_t, kThreads>;
using Flags = std::array<bool, kThreads>;

constexpr const char* kHead = "declare i32 @air.simd_sum.u.i32(i32) #0\nattributes #0 = { convergent memory(none) }\n"
                              "define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {\n"
                              "entry:\n  %w = zext i32 %tid to i64\n  %pn = getelementptr i32, ptr addrspace(1) %in, i64 %w\n"
                              "  %n = load i32, ptr addrspace(1) %pn\n  %q = getelementptr [4 x i32], ptr addrspace(1) %out, i64 %w\n"
                              "  %q1 = getelementptr i32, ptr addrspace(1) %q, i64 1\n  %q2 = getelementptr i32, ptr addrspace(1) %q, i64 2\n"
                              "  %q3 = getelementptr i32, ptr addrspace(1) %q, i64 3\n";

Words run(const std::string& body, const Words& input, size_t output) {
    const auto module = kernelModule(body, {buffer(0, 0, "read"), buffer(1, 1), threadIndex(2)});
    const KernelRun result = runKernel(module, {{input, Words(output, 0)}, kThreads, 32});
    INFO(result.glsl);
    REQUIRE_MESSAGE(result.problem.empty(), result.problem);
    return result.buffers[1];
}

Words tripCounts(const std::function<uint32_t(uint32_t)>& of) {
    Words n(kThreads);
    for (uint32_t t = 0; t < kThreads; ++t) n[t] = of(t);
    return n;
}

// The sum over the active lanes of each lane's simdgroup.
Lanes simdSum(const Lanes& values, const Flags& active) {
    Lanes sums{};
    for (uint32_t t = 0; t < kThreads; ++t)
        for (uint32_t o = t / kWidth * kWidth; o < (t / kWidth + 1) * kWidth; ++o)
            if (active[o]) sums[t] += values[o];
    return sums;
}

Flags where(const std::function<bool(uint32_t)>& test) {
    Flags f{};
    for (uint32_t t = 0; t < kThreads; ++t) f[t] = test(t);
    return f;
}

Lanes lanes(const std::function<uint32_t(uint32_t)>& of) {
    Lanes l{};
    for (uint32_t t = 0; t < kThreads; ++t) l[t] = of(t);
    return l;
}

Words wordsOf(const Lanes& l) { return {l.begin(), l.end()}; }

Words column(const Words& out, uint32_t c) {
    Words w;
    for (uint32_t t = 0; t < kThreads; ++t) w.push_back(out[t * 4 + c]);
    return w;
}

} // namespace

TEST_CASE("sums in a loop with a trip count of each lane's own, a branch and a return inside, count who is there") {
    if (!hasGl()) return;
    constexpr uint32_t kLimit = 40000;
    const std::string body =
        std::string(kHead) +
        "  br label %loop\nloop:\n  %i = phi i32 [0, %entry], [%i1, %join]\n  %acc = phi i32 [0, %entry], [%acc2, %join]\n"
        "  %x = add i32 %tid, %i\n  %s = call i32 @air.simd_sum.u.i32(i32 %x)\n  %m = mul i32 %acc, 3\n  %acc1 = add i32 %m, %s\n"
        "  %o = and i32 %tid, 1\n  %c = icmp eq i32 %o, 1\n  br i1 %c, label %odd, label %join\n"
        "odd:\n  %y = add i32 %i, 1\n  %t = call i32 @air.simd_sum.u.i32(i32 %y)\n  %t7 = mul i32 %t, 7\n  %acco = add i32 %acc1, %t7\n"
        "  %r = icmp ugt i32 %acco, " + std::to_string(kLimit) + "\n  br i1 %r, label %gone, label %join\n"
        "join:\n  %acc2 = phi i32 [%acco, %odd], [%acc1, %loop]\n  %i1 = add i32 %i, 1\n  %more = icmp ult i32 %i1, %n\n"
        "  br i1 %more, label %loop, label %done\n"
        "done:\n  store i32 %acc2, ptr addrspace(1) %q\n  store i32 %s, ptr addrspace(1) %q1\n"
        "  %count = call i32 @air.simd_sum.u.i32(i32 1)\n  store i32 %count, ptr addrspace(1) %q2\n  br label %end\n"
        "gone:\n  store i32 99, ptr addrspace(1) %q3\n  br label %end\nend:\n  ret void\n}\n";
    const Words n = tripCounts([](uint32_t t) { return t * 5 % 7 + 1; });

    Lanes acc{}, last{}, gone{};
    Flags live = where([](uint32_t) { return true; }), finished{};
    for (uint32_t i = 0; i < 8; ++i) {
        const Lanes s = simdSum(lanes([&](uint32_t t) { return t + i; }), live);
        const Flags odd = where([&](uint32_t t) { return live[t] && t % 2 == 1; });
        const Lanes sOdd = simdSum(lanes([&](uint32_t) { return i + 1; }), odd);
        for (uint32_t t = 0; t < kThreads; ++t) {
            if (!live[t]) continue;
            last[t] = s[t];
            acc[t] = acc[t] * 3 + s[t] + (odd[t] ? sOdd[t] * 7 : 0);
            if (odd[t] && acc[t] > kLimit) live[t] = false, gone[t] = 99;
            if (live[t] && i + 1 >= n[t]) live[t] = false, finished[t] = true;
        }
    }
    const Lanes count = simdSum(lanes([](uint32_t) { return 1; }), finished);
    const Words out = run(body, n, kThreads * 4);
    unsigned returned = 0;
    for (uint32_t t = 0; t < kThreads; ++t) {
        CAPTURE(t);
        returned += gone[t] != 0 ? 1 : 0;
        const Words mine(out.begin() + t * 4, out.begin() + t * 4 + 4);
        CHECK(mine == (finished[t] ? Words{acc[t], last[t], count[t], 0} : Words{0, 0, 0, 99}));
    }
    CHECK(returned > 4);
    CHECK(returned < 28);
}

TEST_CASE("loops of different lengths in loops of different lengths") {
    if (!hasGl()) return;
    // for (j = 0; j < tid % 4; ++j) for (k = 0; k < tid / 8 % 4; ++k) acc = acc * 2 + simd_sum(j * 10 + k);
    const std::string body =
        std::string(kHead) +
        "  %jn = and i32 %tid, 3\n  %kh = lshr i32 %tid, 3\n  %kn = and i32 %kh, 3\n  %none = icmp eq i32 %jn, 0\n"
        "  br i1 %none, label %end, label %outer\n"
        "outer:\n  %j = phi i32 [0, %entry], [%j1, %next]\n  %a0 = phi i32 [0, %entry], [%a2, %next]\n"
        "  %skip = icmp eq i32 %kn, 0\n  br i1 %skip, label %next, label %inner\n"
        "inner:\n  %k = phi i32 [0, %outer], [%k1, %inner]\n  %a1 = phi i32 [%a0, %outer], [%a, %inner]\n  %ten = mul i32 %j, 10\n"
        "  %x = add i32 %ten, %k\n  %s = call i32 @air.simd_sum.u.i32(i32 %x)\n  %d = shl i32 %a1, 1\n  %a = add i32 %d, %s\n"
        "  %k1 = add i32 %k, 1\n  %km = icmp ult i32 %k1, %kn\n  br i1 %km, label %inner, label %next\n"
        "next:\n  %a2 = phi i32 [%a0, %outer], [%a, %inner]\n  %j1 = add i32 %j, 1\n  %jm = icmp ult i32 %j1, %jn\n"
        "  br i1 %jm, label %outer, label %end\n"
        "end:\n  %r = phi i32 [0, %entry], [%a2, %next]\n  store i32 %r, ptr addrspace(1) %q\n"
        "  %all = call i32 @air.simd_sum.u.i32(i32 %r)\n  store i32 %all, ptr addrspace(1) %q1\n  ret void\n}\n";
    Lanes acc{};
    for (uint32_t j = 0; j < 4; ++j)
        for (uint32_t k = 0; k < 4; ++k) {
            const Flags here = where([&](uint32_t t) { return j < t % 4 && k < t / 8 % 4; });
            const Lanes s = simdSum(lanes([&](uint32_t) { return j * 10 + k; }), here);
            for (uint32_t t = 0; t < kThreads; ++t)
                if (here[t]) acc[t] = acc[t] * 2 + s[t];
        }
    const Words out = run(body, Words(kThreads, 0), kThreads * 4);
    CHECK(column(out, 0) == wordsOf(acc));
    CHECK(column(out, 1) == wordsOf(simdSum(acc, where([](uint32_t) { return true; }))));
}

TEST_CASE("lanes that skip the rest of a round come back for the next") {
    if (!hasGl()) return;
    // for (i = 0; i < n; ++i) { if ((i + tid) % 3 == 0) continue; acc += simd_sum(acc + i); if (acc > 5000) break; }
    const std::string body =
        std::string(kHead) +
        "  br label %head\nhead:\n  %i = phi i32 [0, %entry], [%i1, %latch]\n  %acc = phi i32 [0, %entry], [%acc2, %latch]\n"
        "  %go = icmp ult i32 %i, %n\n  br i1 %go, label %body, label %done\n"
        "body:\n  %x = add i32 %i, %tid\n  %r = urem i32 %x, 3\n  %z = icmp eq i32 %r, 0\n  br i1 %z, label %latch, label %work\n"
        "work:\n  %y = add i32 %acc, %i\n  %s = call i32 @air.simd_sum.u.i32(i32 %y)\n  %a = add i32 %acc, %s\n"
        "  %big = icmp ugt i32 %a, 5000\n  br i1 %big, label %done, label %latch\n"
        "latch:\n  %acc2 = phi i32 [%acc, %body], [%a, %work]\n  %i1 = add i32 %i, 1\n  br label %head\n"
        "done:\n  %f = phi i32 [%acc, %head], [%a, %work]\n  store i32 %f, ptr addrspace(1) %q\n  store i32 %i, ptr addrspace(1) %q1\n"
        "  ret void\n}\n";
    const Words n = tripCounts([](uint32_t t) { return t % 5 + t / 16; });
    Lanes acc{}, stopped{};
    Flags live = where([](uint32_t) { return true; });
    for (uint32_t i = 0; i < 10; ++i) {
        for (uint32_t t = 0; t < kThreads; ++t)
            if (live[t] && i >= n[t]) live[t] = false, stopped[t] = i;
        const Flags work = where([&](uint32_t t) { return live[t] && (i + t) % 3 != 0; });
        const Lanes s = simdSum(lanes([&](uint32_t t) { return acc[t] + i; }), work);
        for (uint32_t t = 0; t < kThreads; ++t) {
            if (!work[t]) continue;
            acc[t] += s[t];
            if (acc[t] > 5000) live[t] = false, stopped[t] = i;
        }
    }
    const Words out = run(body, n, kThreads * 4);
    CHECK(column(out, 0) == wordsOf(acc));
    CHECK(column(out, 1) == wordsOf(stopped));
}

namespace {

using Matrix = std::array<float, 64>;

Matrix product(const Matrix& a, const Matrix& b, const Matrix& c) {
    Matrix d = c;
    for (unsigned r = 0; r < 8; ++r)
        for (unsigned n = 0; n < 8; ++n)
            for (unsigned k = 0; k < 8; ++k) d[r * 8 + n] += a[r * 8 + k] * b[k * 8 + n];
    return d;
}

void append(Words& words, const Matrix& m) {
    for (const float v : m) words.push_back(std::bit_cast<uint32_t>(v));
}

Matrix matrixAt(const Words& words, size_t at) {
    Matrix m{};
    for (unsigned i = 0; i < 64; ++i) m[i] = std::bit_cast<float>(words[at + i]);
    return m;
}

// Small whole numbers, so that every product and sum is exact, in halves too.
Matrix someMatrix(uint32_t seed) {
    Matrix m{};
    for (unsigned i = 0; i < 64; ++i) m[i] = float(int((i * 7 + seed * 13 + i * i * seed) % 7) - 3);
    return m;
}

constexpr const char* kMatrixHead =
    "%m = type { <64 x float> }\n"
    "declare <64 x float> @air.simdgroup_matrix_8x8_load.v64f32.p1f32(ptr addrspace(1), i64, <2 x i64>, i1) #0\n"
    "declare void @air.simdgroup_matrix_8x8_store.v64f32.p1f32(<64 x float>, ptr addrspace(1), i64, <2 x i64>, i1) #0\n"
    "declare <64 x float> @air.simdgroup_matrix_8x8_init_filled.v64f32.f32(float) #0\n"
    "declare <64 x half> @air.simdgroup_matrix_8x8_init_diag.v64f16.f16(half) #0\n"
    "declare <64 x float> @air.simdgroup_matrix_8x8_multiply_accumulate.v64f32.v64f32.v64f32.v64f32(<64 x float>, <64 x float>, <64 x "
    "float>) #0\n"
    "declare <64 x half> @air.simdgroup_matrix_8x8_multiply_accumulate.v64f16.v64f32.v64f16.v64f16(<64 x float>, <64 x half>, <64 x half>) "
    "#0\n"
    "declare void @air.simdgroup_matrix_8x8_store.v64f16.p1f16(<64 x half>, ptr addrspace(1), i64, <2 x i64>, i1) #0\n"
    "attributes #0 = { convergent }\n"
    "define void @k(ptr addrspace(1) %in, ptr addrspace(1) %out, i32 %tid) {\nentry:\n  %g = lshr i32 %tid, 5\n  %gw = zext i32 %g to i64\n"
    "  %i = getelementptr [256 x float], ptr addrspace(1) %in, i64 %gw\n  %o = getelementptr [256 x float], ptr addrspace(1) %out, i64 %gw\n";

std::string pointer(const char* name, const char* base, unsigned word) {
    return std::string("  %") + name + " = getelementptr float, ptr addrspace(1) %" + base + ", i64 " + std::to_string(word) + "\n";
}

} // namespace

TEST_CASE("matrices of each simdgroup load at an origin, multiply, and store also transposed") {
    if (!hasGl()) return;
    // A at 0, C at 64 through an array of matrices; B at 128 with 16 columns, of which the right half.
    const std::string body =
        std::string(kMatrixHead) + pointer("pb", "i", 128) + pointer("ot", "o", 64) +
        "  %ms = alloca [2 x %m], align 256\n  br label %fill\n"
        "fill:\n  %n = phi i64 [0, %entry], [%n1, %fill]\n  %at = shl i64 %n, 6\n  %p = getelementptr float, ptr addrspace(1) %i, i64 %at\n"
        "  %l = call <64 x float> @air.simdgroup_matrix_8x8_load.v64f32.p1f32(ptr addrspace(1) %p, i64 8, <2 x i64> zeroinitializer, i1 false)\n"
        "  %mp = getelementptr inbounds [2 x %m], ptr %ms, i64 0, i64 %n, i32 0\n  store <64 x float> %l, ptr %mp, align 256\n"
        "  %n1 = add i64 %n, 1\n  %more = icmp ult i64 %n1, 2\n  br i1 %more, label %fill, label %go\n"
        "go:\n  %b = call <64 x float> @air.simdgroup_matrix_8x8_load.v64f32.p1f32(ptr addrspace(1) %pb, i64 16, <2 x i64> <i64 8, i64 0>, i1 "
        "false)\n"
        "  %a = load <64 x float>, ptr %ms, align 256\n  %cp = getelementptr inbounds [2 x %m], ptr %ms, i64 0, i64 1, i32 0\n"
        "  %c = load <64 x float>, ptr %cp, align 256\n"
        "  %d = call <64 x float> @air.simdgroup_matrix_8x8_multiply_accumulate.v64f32.v64f32.v64f32.v64f32(<64 x float> %a, <64 x float> %b, "
        "<64 x float> %c)\n"
        "  call void @air.simdgroup_matrix_8x8_store.v64f32.p1f32(<64 x float> %d, ptr addrspace(1) %o, i64 8, <2 x i64> zeroinitializer, i1 "
        "false)\n"
        "  call void @air.simdgroup_matrix_8x8_store.v64f32.p1f32(<64 x float> %d, ptr addrspace(1) %ot, i64 8, <2 x i64> zeroinitializer, i1 "
        "true)\n  ret void\n}\n";
    Words input;
    std::array<Matrix, 2> expected{};
    for (uint32_t g = 0; g < 2; ++g) {
        const Matrix a = someMatrix(g + 1), b = someMatrix(g + 5), c = someMatrix(g + 9);
        append(input, a);
        append(input, c);
        for (unsigned r = 0; r < 8; ++r)
            for (unsigned n = 0; n < 16; ++n) input.push_back(n < 8 ? 0xdeadbeefU : std::bit_cast<uint32_t>(b[r * 8 + n - 8]));
        expected[g] = product(a, b, c);
    }
    const Words out = run(body, input, 512);
    for (uint32_t g = 0; g < 2; ++g) {
        CHECK(matrixAt(out, g * 256) == expected[g]);
        Matrix transposed{};
        for (unsigned i = 0; i < 64; ++i) transposed[i] = expected[g][i % 8 * 8 + i / 8];
        CHECK(matrixAt(out, g * 256 + 64) == transposed);
    }
}

TEST_CASE("filled and diagonal matrices, halves, and a thread's own two elements") {
    if (!hasGl()) return;
    // D = (A with thread t's first element replaced by t) * 1 diagonal + 2; halves.
    const std::string body =
        std::string(kMatrixHead) + pointer("pt", "o", 64) +
        "  %a = call <64 x float> @air.simdgroup_matrix_8x8_load.v64f32.p1f32(ptr addrspace(1) %i, i64 8, <2 x i64> zeroinitializer, i1 true)\n"
        "  %e1 = extractelement <64 x float> %a, i64 1\n  %lw = zext i32 %tid to i64\n"
        "  %l31 = and i64 %lw, 31\n  %pe = getelementptr float, ptr addrspace(1) %pt, i64 %l31\n  store float %e1, ptr addrspace(1) %pe\n"
        "  %tf = uitofp i32 %tid to float\n  %a1 = insertelement <64 x float> %a, float %tf, i64 0\n"
        "  %id = call <64 x half> @air.simdgroup_matrix_8x8_init_diag.v64f16.f16(half 1.0)\n"
        "  %d = call <64 x half> @air.simdgroup_matrix_8x8_multiply_accumulate.v64f16.v64f32.v64f16.v64f16(<64 x float> %a1, <64 x half> %id, "
        "<64 x half> <" + [] {
            std::string two;
            for (int i = 0; i < 64; ++i) two += i ? ", half 2.0" : "half 2.0";
            return two;
        }() + ">)\n"
        "  call void @air.simdgroup_matrix_8x8_store.v64f16.p1f16(<64 x half> %d, ptr addrspace(1) %o, i64 8, <2 x i64> zeroinitializer, i1 "
        "false)\n"
        "  %f = call <64 x float> @air.simdgroup_matrix_8x8_init_filled.v64f32.f32(float 5.0)\n" + pointer("pf", "o", 128) +
        "  call void @air.simdgroup_matrix_8x8_store.v64f32.p1f32(<64 x float> %f, ptr addrspace(1) %pf, i64 8, <2 x i64> zeroinitializer, i1 "
        "false)\n  ret void\n}\n";
    Words input;
    std::array<Matrix, 2> loaded{};
    for (uint32_t g = 0; g < 2; ++g) {
        const Matrix a = someMatrix(g + 3);
        append(input, a);
        input.resize((g + 1) * 256);
        for (unsigned i = 0; i < 64; ++i) loaded[g][i] = a[i % 8 * 8 + i / 8];
    }
    const Words out = run(body, input, 512);
    // Halves of the whole numbers -8 to 65: sign, exponent and mantissa of the float, cut.
    auto half = [](float v) { return v == 0 ? 0U : (std::bit_cast<uint32_t>(v) >> 16 & 0x8000U) | (((std::bit_cast<uint32_t>(v) >> 13) - (112U << 10)) & 0x7fffU); };
    for (uint32_t g = 0; g < 2; ++g) {
        Matrix sum = loaded[g];
        for (uint32_t lane = 0; lane < kWidth; ++lane) {
            // Apple's arrangement: quads of lanes tile the matrix.
            const uint32_t quad = lane / 4, row = (quad & 4) + lane / 2 % 4, first = (quad & 2) * 2 + lane % 2 * 2;
            CHECK(std::bit_cast<float>(out[g * 256 + 64 + lane]) == loaded[g][row * 8 + first + 1]);
            sum[row * 8 + first] = float(g * kWidth + lane);
        }
        for (unsigned i = 0; i < 64; ++i) {
            CHECK((out[g * 256 + i / 2] >> i % 2 * 16 & 0xffffU) == half(sum[i] + 2));
            CHECK(std::bit_cast<float>(out[g * 256 + 128 + i]) == 5.0F);
        }
    }
}

TEST_CASE("a matrix that cannot be split among threads is declined by name") {
    const std::string body =
        std::string(kMatrixHead) +
        "  %a = call <64 x float> @air.simdgroup_matrix_8x8_load.v64f32.p1f32(ptr addrspace(1) %i, i64 8, <2 x i64> zeroinitializer, i1 true)\n"
        "  %e = extractelement <64 x float> %a, i64 2\n  store float %e, ptr addrspace(1) %o\n  ret void\n}\n";
    const air::Outcome outcome = translateText(kernelModule(body, {buffer(0, 0, "read"), buffer(1, 1), threadIndex(2)}));
    CHECK(outcome.verdict == air::Verdict::Declined);
    CHECK(outcome.reason == "simdgroup-matrix: an element of another thread");
}
