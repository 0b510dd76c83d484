// Modules with damaged metadata through the whole translator, as tests/fuzz/metadata.cpp takes them through its readers alone.
#include <doctest/doctest.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/raw_ostream.h>

#include <cstdlib>
#include <map>
#include <random>

#include "shaders/air/json.h"
#include "tests/fuzz/metadata_module.h"

namespace {

std::vector<uint8_t> choices(uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<uint8_t> bytes(20 + random() % 200);
    for (uint8_t& b : bytes) b = uint8_t(random());
    return bytes;
}

air::Outcome translateModule(uint64_t seed) {
    llvm::LLVMContext context;
    llvm::SmallVector<char, 0> bitcode;
    llvm::raw_svector_ostream out(bitcode);
    llvm::WriteBitcodeToFile(*pvg::fuzz::metadataModule(context, choices(seed)), out);
    return air::translate(std::as_bytes(std::span(bitcode.data(), bitcode.size())), "", {});
}

// What a GL program cannot have.
void checkRanges(const air::Reflection& r) {
    for (const air::BufferUse& b : r.buffers) CHECK(b.metalIndex < 31);
    for (const air::TextureUse& t : r.textures) CHECK(t.metalIndex < 128);
    for (const air::VertexInput& v : r.vertexInputs) CHECK(v.attribute < 31);
    for (const air::FragmentOutput& c : r.colors) CHECK((c.attachment < 8 && c.index < 2));
    for (const air::FramebufferFetch& f : r.fetches) CHECK(f.attachment < 8);
    for (const air::ThreadgroupArgument& t : r.threadgroupArguments) CHECK(t.metalIndex < 31);
}

} // namespace

TEST_CASE("every module with damaged metadata is answered, with text or with a reason") {
    const char* wanted = std::getenv("PVGL_METADATA_MODULES");
    const uint64_t count = wanted ? std::strtoull(wanted, nullptr, 10) : 600;
    std::map<std::string, uint64_t> kinds;
    for (uint64_t seed = 1; seed <= count; ++seed) {
        CAPTURE(seed);
        const air::Outcome outcome = translateModule(seed);
        ++kinds[outcome.verdict == air::Verdict::Ok ? "ok" : outcome.reason.substr(0, outcome.reason.find_first_of(":'"))];
        if (outcome.verdict == air::Verdict::Ok) {
            CHECK(outcome.translation.glsl.find("void main()") != std::string::npos);
            checkRanges(outcome.translation.reflection);
        } else {
            CHECK_FALSE(outcome.reason.empty());
        }
        // What a worker answers is what its peer can read.
        CHECK(air::outcomeFromParts(air::toParts(outcome)));
    }
    CHECK(kinds["ok"] > count / 20);
    CHECK(kinds.size() > 5);
}
