// The samples of tests/air/samples: each is translated; its text must equal the golden of its name, compile in the driver and in glslang,
// and compute what its header says. PVGL_UPDATE_GOLDENS=1 bin/air_sample_test writes the goldens anew; look at what changed before
// committing.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <span>
#include <sstream>

#include "kernel_runner.h"
#include "sample_file.h"
#include "sample_module.h"
#include "sample_runner.h"
#include "tests/support/temporary_folder.h"

using namespace airtest;
namespace fs = std::filesystem;

namespace {

const fs::path kSamples = PVGL_AIR_SAMPLES, kGoldens = PVGL_AIR_GOLDENS;

struct Result {
    Sample sample;
    air::Outcome outcome;
};

air::Outcome translateSample(const Sample& sample) {
    const SampleModule module = sampleModule(sample);
    if (!module.problem.empty()) return {air::Verdict::Failed, module.problem, {}};
    std::vector<air::FunctionConstant> constants;
    for (const auto& [index, values] : sample.constants) constants.push_back({index, toBytes(values)});
    return air::translateGiven(std::as_bytes(std::span(module.bitcode)), "", {}, {.constants = constants});
}

const std::vector<Result>& results() {
    static const std::vector<Result> all = [] {
        std::vector<Result> made;
        for (Sample& sample : readSamples(kSamples)) {
            air::Outcome outcome = translateSample(sample);
            made.push_back({std::move(sample), std::move(outcome)});
        }
        return made;
    }();
    return all;
}

std::string readText(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The lines around the first one that differs.
std::string firstDifference(const std::string& golden, const std::string& text) {
    std::istringstream a(golden), b(text);
    std::string wanted, found;
    for (unsigned line = 1;; ++line) {
        const bool hasWanted = bool(std::getline(a, wanted)), hasFound = bool(std::getline(b, found));
        if (!hasWanted && !hasFound) return "no line differs";
        if (!hasWanted) wanted = "(end)";
        if (!hasFound) found = "(end)";
        if (wanted != found) return fmt::format("line {}\n- {}\n+ {}", line, wanted, found);
    }
}

bool isUpdating() { return std::getenv("PVGL_UPDATE_GOLDENS") != nullptr; }

} // namespace

TEST_CASE("samples are understood, and translated or declined as they say") {
    CHECK(results().size() >= 200);
    for (const Result& r : results()) {
        CAPTURE(r.sample.name);
        CHECK_MESSAGE(r.sample.problem.empty(), r.sample.problem);
        if (r.sample.declined.empty()) {
            CHECK_MESSAGE(r.outcome.verdict == air::Verdict::Ok, r.outcome.reason);
            continue;
        }
        CHECK(r.outcome.verdict == air::Verdict::Declined);
        CHECK_MESSAGE(r.outcome.reason.starts_with(r.sample.declined), r.outcome.reason);
        CHECK_MESSAGE(r.sample.checks.empty(), "a declined sample computes nothing");
    }
}

TEST_CASE("a sample's text is its golden") {
    std::set<std::string> expected;
    for (const Result& r : results()) {
        if (r.outcome.verdict != air::Verdict::Ok) continue;
        CAPTURE(r.sample.name);
        const fs::path golden = kGoldens / (r.sample.name + ".glsl");
        expected.insert(golden.filename().string());
        if (isUpdating()) std::ofstream(golden, std::ios::binary | std::ios::trunc) << r.outcome.translation.glsl;
        const std::string wanted = readText(golden);
        const bool isSame = wanted == r.outcome.translation.glsl;
        CHECK_MESSAGE(isSame, firstDifference(wanted, r.outcome.translation.glsl));
    }
    for (const auto& entry : fs::directory_iterator(kGoldens)) {
        const bool hasSample = expected.contains(entry.path().filename().string());
        if (isUpdating() && !hasSample) fs::remove(entry.path());
        CHECK_MESSAGE((hasSample || isUpdating()), "golden without a sample: ", entry.path().filename().string());
    }
}

TEST_CASE("samples compile in the driver and compute what they say") {
    if (!hasGl()) {
        MESSAGE("skipped: no surfaceless OpenGL 4.5 context");
        return;
    }
    unsigned executed = 0, compiled = 0;
    for (const Result& r : results()) {
        if (r.outcome.verdict != air::Verdict::Ok) continue;
        CAPTURE(r.sample.name);
        const auto problems = runSample(r.outcome.translation, r.sample);
        for (const std::string& problem : problems) CHECK_MESSAGE(problem.empty(), problem);
        if (!problems.empty()) MESSAGE(r.outcome.translation.glsl);
        ++compiled;
        if (!r.sample.checks.empty()) ++executed;
    }
    MESSAGE(compiled, " compiled, ", executed, " executed");
}

TEST_CASE("samples are accepted by glslang") {
    if (std::system("glslangValidator --version > /dev/null 2>&1") != 0) {
        MESSAGE("skipped: no glslangValidator");
        return;
    }
    const TemporaryFolder temporary;
    const fs::path& folder = temporary.path();
    std::string command = fmt::format("cd {} && glslangValidator", folder.string());
    for (const Result& r : results()) {
        if (r.outcome.verdict != air::Verdict::Ok) continue;
        // Newer than the glslang of some distributions.
        const auto& extensions = r.outcome.translation.reflection.extensions;
        if (std::find(extensions.begin(), extensions.end(), "GL_EXT_texture_shadow_lod") != extensions.end()) continue;
        static constexpr std::array kEndings = {"vert", "frag", "comp", "tese"};
        const std::string name = r.sample.name + "." + kEndings[size_t(r.outcome.translation.reflection.stage)];
        std::ofstream(folder / name, std::ios::binary) << linkedText(r.outcome.translation, r.sample);
        command += " " + name;
    }
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string output;
    char block[4096];
    for (size_t n = 0; (n = fread(block, 1, sizeof block, pipe)) > 0;) output.append(block, n);
    const int status = pclose(pipe);
    std::string complaints;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);)
        if (line.find("ERROR") != std::string::npos) complaints += line + "\n";
    CHECK_MESSAGE(status == 0, complaints.substr(0, 4000));
}
