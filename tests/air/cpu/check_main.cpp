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

#include "check_log.h"
#include "differential.h"
#include "gl_resources.h"
#include "shaders/air/container.h"

namespace {

using namespace aircpu;
namespace fs = std::filesystem;

constexpr int kSkipped = 77, kUsage = 2;

struct Options {
    std::vector<fs::path> places;
    std::string function, stage, log;
    CheckOptions check;
    unsigned every = 1, seconds = 20; // seconds: of CPU, a function
    bool isQuiet = false;
};

void printUsage() {
    fmt::print("usage: pvgl-air-check [--function NAME] [--stage vertex|fragment|kernel] [--inputs N] [--seed N] [--every N] [--seconds N] "
               "[--log FILE]\n"
               "                      [--quiet] [FILE.metallib|FOLDER]...\n"
               "Runs functions translated to GLSL on the OpenGL driver and compiled for this CPU on the same random inputs, and compares\n"
               "what they store and return: integers bit for bit, floats within what the operations on the way are allowed.\n"
               "A function that takes more than 20 s of CPU, or what --seconds says, is tried once more\n"
               "without the optimiser of llvmpipe, then given up.\n"
               "A log gets a line for each function; functions that are in it already are not run again.\n"
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

std::string overTime(const Options& options) { return fmt::format("more than {} s of CPU", options.seconds); }

enum class Optimiser : uint8_t { On, Off }; // llvmpipe's own: a few shaders keep it busy for minutes

// In a child: bitcode of unknown origin may crash or hang compilers, and a driver may give up on a shader. Adds to `seconds`.
CheckResult checkApart(const air::FunctionEntry& function, const Options& options, Optimiser optimiser, double& seconds) {
    int ends[2] = {};
    if (pipe(ends) != 0) return {CheckVerdict::Failed, "no pipe"};
    const pid_t child = fork();
    if (child == 0) {
        const rlimit limit{options.seconds, options.seconds + 1};
        setrlimit(RLIMIT_CPU, &limit);
        if (optimiser == Optimiser::Off) setenv("GALLIVM_PERF", "nopt", 1);
        alarm(20 * options.seconds); // one that sleeps, on a machine that may be busy with other things
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
    seconds += double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGALRM || WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
        return {CheckVerdict::Unsupported, overTime(options)};
    if (WIFSIGNALED(status)) return {CheckVerdict::Failed, fmt::format("signal {}", WTERMSIG(status))};
    return unpacked(text);
}

struct Place {
    fs::path path;
    std::string name; // below the folder it was found in
};

std::vector<Place> librariesIn(const fs::path& place) {
    if (!fs::is_directory(place)) return {{place, place.filename().string()}};
    std::vector<Place> found;
    for (const auto& entry : fs::recursive_directory_iterator(place))
        if (entry.path().extension() == ".metallib" || entry.path().extension() == ".air")
            found.push_back({entry.path(), entry.path().lexically_relative(place).string()});
    std::ranges::sort(found, {}, &Place::name);
    return found;
}

void checkOne(const std::string& place, const air::FunctionEntry& function, const Options& options, CheckLog& log) {
    if (log.has(place, function.name)) return;
    CheckedFunction checked{place, std::string(air::kindName(function.kind)), function.name, {}, 0};
    checked.result = checkApart(function, options, Optimiser::On, checked.seconds);
    if (checked.result.reason == overTime(options)) checked.result = checkApart(function, options, Optimiser::Off, checked.seconds);
    log.add(checked);
    if (options.isQuiet && !checked.isWrong()) return;
    std::string line = checked.line();
    std::ranges::replace(line, '\t', ' ');
    fmt::print("{}", line);
    std::fflush(stdout);
}

// Bare bitcode does not say what it holds.
bool isWanted(air::FunctionKind kind, const Options& options) {
    using Kind = air::FunctionKind;
    if (kind != Kind::Kernel && kind != Kind::Vertex && kind != Kind::Fragment && kind != Kind::Unknown) return false;
    return options.stage.empty() || options.stage == air::kindName(kind);
}

void checkFile(const Place& place, const Options& options, CheckLog& log, size_t& seen) {
    const Bytes library = readFile(place.path);
    const auto entries = air::readContainer(library);
    if (!entries) return fmt::print("{}: {}\n", place.name, entries.error().text);
    for (const air::FunctionEntry& entry : *entries) {
        if (!isWanted(entry.kind, options)) continue;
        if (!options.function.empty() && !entry.name.empty() && entry.name != options.function) continue;
        std::vector<std::string> names{entry.name};
        if (entry.name.empty()) names = options.function.empty() ? functionsIn(entry.bitcode) : std::vector{options.function};
        for (const std::string& name : names) {
            air::FunctionEntry function = entry;
            function.name = name;
            if (seen++ % options.every == 0) checkOne(place.name, function, options, log);
        }
    }
}

bool parse(int argc, char** argv, Options& options) {
    const std::map<std::string, std::function<void(const char*)>> valued = {
        {"--function", [&](const char* v) { options.function = v; }},
        {"--log", [&](const char* v) { options.log = v; }},
        {"--stage", [&](const char* v) { options.stage = v; }},
        {"--inputs", [&](const char* v) { options.check.inputs = uint32_t(std::max(1, std::atoi(v))); }},
        {"--seed", [&](const char* v) { options.check.seed = uint64_t(std::max(1L, std::atol(v))); }},
        {"--seconds", [&](const char* v) { options.seconds = unsigned(std::max(1, std::atoi(v))); }},
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
    CheckLog log(options.log);
    size_t seen = 0;
    for (const fs::path& place : options.places)
        for (const Place& file : librariesIn(place)) checkFile(file, options, log, seen);
    log.printSummary();
    return log.isAllRight() ? 0 : 1;
}
