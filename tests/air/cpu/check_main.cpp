// pvgl-air-check: the differential test of functions in Metal libraries, by itself or behind `pvgl shader --against-cpu`. See printUsage.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "differential.h"
#include "gl_resources.h"
#include "shaders/air/container.h"

namespace {

using namespace aircpu;
namespace fs = std::filesystem;

constexpr int kSkipped = 77, kUsage = 2;
constexpr unsigned kSecondsPerFunction = 60;

struct Options {
    std::vector<fs::path> places;
    std::string function, stage;
    CheckOptions check;
    unsigned every = 1;
    bool isQuiet = false;
};

struct Tally {
    std::map<std::string, unsigned> verdicts, reasons;
    size_t functions = 0, seen = 0, compared = 0, unsettled = 0, wrong = 0;
};

void printUsage() {
    fmt::print("usage: pvgl-air-check [--function NAME] [--stage vertex|fragment|kernel] [--inputs N] [--seed N] [--every N] [--quiet]\n"
               "                      [FILE.metallib|FOLDER]...\n"
               "Runs functions translated to GLSL on the OpenGL driver and compiled for this CPU on the same random inputs, and compares\n"
               "what they store and return: integers bit for bit, floats within what the operations on the way are allowed.\n"
               "Without a place it takes the folder PVGL_CORPUS. Exit code: 0 all compared functions agree, 1 some differ or failed,\n"
               "2 usage, 77 there is nothing to compare with (no corpus, or no OpenGL 4.5).\n");
}

Bytes readFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<char> chars{std::istreambuf_iterator<char>(file), {}};
    Bytes bytes(chars.size());
    std::ranges::transform(chars, bytes.begin(), [](char c) { return std::byte(c); });
    return bytes;
}

std::vector<fs::path> librariesIn(const fs::path& place) {
    if (!fs::is_directory(place)) return {place};
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(place))
        if (entry.path().extension() == ".metallib" || entry.path().extension() == ".air") found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

std::string packed(const CheckResult& r) {
    return fmt::format("{} {} {} {} {} {}", int(r.verdict), r.compared, r.unsettled, r.different, r.inputsRun, r.reason);
}

CheckResult unpacked(const std::string& text) {
    CheckResult r;
    int verdict = int(CheckVerdict::Failed), used = 0;
    if (std::sscanf(text.c_str(), "%d %zu %zu %zu %u %n", &verdict, &r.compared, &r.unsettled, &r.different, &r.inputsRun, &used) >= 5)
        r.reason = text.substr(size_t(used));
    r.verdict = CheckVerdict(verdict);
    return r;
}

// In a child: bitcode of unknown origin may crash or hang compilers, and a driver may give up on a shader.
CheckResult checkApart(const air::FunctionEntry& function, const Options& options, double& seconds) {
    int ends[2] = {};
    if (pipe(ends) != 0) return {CheckVerdict::Failed, "no pipe"};
    const pid_t child = fork();
    if (child == 0) {
        const rlimit limit{kSecondsPerFunction, kSecondsPerFunction + 1};
        setrlimit(RLIMIT_CPU, &limit);
        alarm(20 * kSecondsPerFunction); // one that sleeps, on a machine that may be busy with other things
        const CheckResult result =
            hasGl() ? checkFunction(function.bitcode, function.name, options.check) : CheckResult{CheckVerdict::Failed, "no GL"};
        const std::string text = packed(result);
        const bool isSent = write(ends[1], text.data(), text.size()) == ssize_t(text.size());
        _exit(isSent ? 0 : 1);
    }
    close(ends[1]);
    std::string text;
    char block[4096];
    for (ssize_t n = 0; (n = read(ends[0], block, sizeof block)) > 0;) text.append(block, size_t(n));
    close(ends[0]);
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    seconds = double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGALRM || WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
        return {CheckVerdict::Unsupported, fmt::format("more than {} s of CPU", kSecondsPerFunction)};
    if (WIFSIGNALED(status)) return {CheckVerdict::Failed, fmt::format("signal {}", WTERMSIG(status))};
    return unpacked(text);
}

void checkOne(const std::string& file, const air::FunctionEntry& function, const Options& options, Tally& tally) {
    double seconds = 0;
    const CheckResult r = checkApart(function, options, seconds);
    ++tally.functions;
    ++tally.verdicts[verdictName(r.verdict)];
    tally.compared += r.compared;
    tally.unsettled += r.unsettled;
    const bool isWrong = r.verdict == CheckVerdict::Different || r.verdict == CheckVerdict::Failed;
    tally.wrong += isWrong;
    if (!isWrong && r.verdict != CheckVerdict::Same) ++tally.reasons[fmt::format("{}: {}", verdictName(r.verdict), r.reason)];
    if (isWrong || !options.isQuiet)
        fmt::print("{} {} {} {}: {} values, {} unsettled, {} inputs, {:.2f} s {}\n", verdictName(r.verdict), file,
                   air::kindName(function.kind), function.name, r.compared, r.unsettled, r.inputsRun, seconds, r.reason);
    std::fflush(stdout);
}

// Bare bitcode does not say what it holds.
bool isWanted(air::FunctionKind kind, const Options& options) {
    using Kind = air::FunctionKind;
    if (kind != Kind::Kernel && kind != Kind::Vertex && kind != Kind::Fragment && kind != Kind::Unknown) return false;
    return options.stage.empty() || options.stage == air::kindName(kind);
}

void checkFile(const fs::path& path, const Options& options, Tally& tally) {
    const Bytes library = readFile(path);
    const auto entries = air::readContainer(library);
    if (!entries) return fmt::print("{}: {}\n", path.string(), entries.error().text);
    for (const air::FunctionEntry& entry : *entries) {
        if (!isWanted(entry.kind, options)) continue;
        if (!options.function.empty() && !entry.name.empty() && entry.name != options.function) continue;
        air::FunctionEntry function = entry;
        if (function.name.empty()) function.name = options.function;
        if (tally.seen++ % options.every == 0) checkOne(path.filename().string(), function, options, tally);
    }
}

bool parse(int argc, char** argv, Options& options) {
    const std::map<std::string, std::function<void(const char*)>> valued = {
        {"--function", [&](const char* v) { options.function = v; }},
        {"--stage", [&](const char* v) { options.stage = v; }},
        {"--inputs", [&](const char* v) { options.check.inputs = uint32_t(std::max(1, std::atoi(v))); }},
        {"--seed", [&](const char* v) { options.check.seed = uint64_t(std::max(1L, std::atol(v))); }},
        {"--every", [&](const char* v) { options.every = unsigned(std::max(1, std::atoi(v))); }},
    };
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--quiet") {
            options.isQuiet = true;
        } else if (const auto option = valued.find(argument); option != valued.end()) {
            if (++i == argc) return false;
            option->second(argv[i]);
        } else if (argument.starts_with("--")) {
            return false;
        } else {
            options.places.emplace_back(argument);
        }
    }
    return true;
}

bool hasGlApart() {
    const pid_t child = fork(); // a driver opened here would be shared by the children
    if (child == 0) _exit(hasGl() ? 0 : 1);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    if (argc == 2 && std::string_view(argv[1]) == "--help") return printUsage(), 0;
    if (!parse(argc, argv, options)) return printUsage(), kUsage;
    const char* corpus = std::getenv("PVGL_CORPUS");
    if (options.places.empty() && corpus && *corpus) options.places.emplace_back(corpus);
    if (options.places.empty() || !hasGlApart()) {
        fmt::print("skipped: {}\n",
                   options.places.empty() ? "PVGL_CORPUS names no folder of Metal libraries" : "no surfaceless OpenGL 4.5 context");
        return kSkipped;
    }
    Tally tally;
    for (const fs::path& place : options.places)
        for (const fs::path& file : librariesIn(place)) checkFile(file, options, tally);
    for (const auto& [reason, count] : tally.reasons) fmt::print("{:5}  {}\n", count, reason);
    for (const auto& [verdict, count] : tally.verdicts) fmt::print("{:5}  {}\n", count, verdict);
    fmt::print("{} functions, {} values compared, {} unsettled\n", tally.functions, tally.compared, tally.unsettled);
    if (tally.functions == 0) fmt::print("no function was found\n");
    return tally.wrong || tally.functions == 0 ? 1 : 0;
}
