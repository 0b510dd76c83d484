// Random AIR programs on the GL driver at hand and on the CPU. PVGL_AIR_PROGRAMS: how many (80);
// PVGL_AIR_SEED: the first module's seed (1). PVGL_AIR_KEEP: a folder for the IR and the GLSL of modules that are not the same.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>
#include <span>
#include <string>

#include "cpu/differential.h"
#include "cpu/generator.h"
#include "cpu/gl_resources.h"

using namespace aircpu;

namespace {

constexpr uint32_t kProgramsAModule = 4;

uint64_t setting(const char* name, uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text && *text ? std::strtoull(text, nullptr, 10) : otherwise;
}

// Small and large integers, then floats of -4 to 4 in steps of 1/64: their sums and products round, they themselves are halfs.
KernelMemory inputsFor(const GeneratorOptions& generated, uint64_t seed) {
    KernelMemory memory;
    std::mt19937_64 random(seed);
    Bytes& words = memory.buffers[0];
    words.resize(GeneratedKernel::kInputWords * 4);
    for (uint32_t i = 0; i < GeneratedKernel::kInputWords; ++i)
        if (i < GeneratedKernel::kInputWords / 2)
            writeBits(Element::I32, words.data(), i, random() % 4 == 0 ? random() : random() % 100);
        else
            writeFloat(Element::F32, words.data(), i, double(int(random() % 513) - 256) / 64);
    memory.buffers[1].resize(size_t(generated.programs) * generated.threads * GeneratedKernel::kResultWords * 4);
    return memory;
}

void keep(const GeneratedKernel& kernel, uint64_t seed) {
    const char* folder = std::getenv("PVGL_AIR_KEEP");
    if (!folder || !*folder) return;
    const std::string stem = std::string(folder) + "/seed" + std::to_string(seed);
    std::ofstream(stem + ".ll") << kernel.text;
    std::ofstream(stem + ".glsl") << air::translate(std::as_bytes(std::span(kernel.bitcode)), "", glCapabilities()).translation.glsl;
}

CheckResult checkGenerated(const GeneratorOptions& generated) {
    const GeneratedKernel kernel = generateKernel(generated);
    CheckOptions options;
    options.grid = {{generated.threads, 1, 1}, {1, 1, 1}};
    options.inputs = 1;
    options.perturbedRuns = 3;
    options.seed = generated.seed;
    options.makeInputs = [&](const Program&, const Grid&, uint64_t seed) { return inputsFor(generated, seed); };
    const CheckResult result = checkFunction(std::as_bytes(std::span(kernel.bitcode)), "", options);
    if (result.verdict != CheckVerdict::Same) keep(kernel, generated.seed);
    return result;
}

} // namespace

TEST_CASE("generated programs store on the GPU what they store on the CPU") {
    if (!hasGl()) return;
    const uint64_t modules = std::max<uint64_t>(1, setting("PVGL_AIR_PROGRAMS", 80) / kProgramsAModule),
                   first = setting("PVGL_AIR_SEED", 1);
    uint64_t declined = 0, compared = 0, unsettled = 0;
    for (uint64_t i = 0; i < modules; ++i) {
        const GeneratorOptions generated{.seed = first + i, .programs = kProgramsAModule, .threads = 32, .hasSimd = (first + i) % 4 == 1};
        const CheckResult result = checkGenerated(generated);
        CAPTURE(generated.seed);
        CHECK_MESSAGE((result.verdict == CheckVerdict::Same || result.verdict == CheckVerdict::Declined), verdictName(result.verdict), ": ",
                      result.reason);
        if (result.verdict == CheckVerdict::Declined) MESSAGE("seed ", generated.seed, " declined: ", result.reason);
        declined += result.verdict == CheckVerdict::Declined;
        compared += result.compared;
        unsettled += result.unsettled;
    }
    const uint64_t programs = modules * kProgramsAModule;
    MESSAGE(programs, " programs, ", declined, " modules declined, ", compared, " values compared, ", unsettled, " unsettled");
    CHECK(declined * 20 <= modules);
    CHECK(unsettled * 5 <= compared);
}
