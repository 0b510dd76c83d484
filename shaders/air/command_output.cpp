#include "shaders/air/command_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace air {

namespace fs = std::filesystem;
using pvg::Code;
using pvg::Error;
using pvg::Status;

namespace {

constexpr size_t kReasonsInSummary = 8;
constexpr size_t kLongestFileName = 100;

const char* statusName(Verdict verdict) { return verdict == Verdict::Ok ? "ok" : verdict == Verdict::Declined ? "declined" : "failed"; }

// A post-tessellation vertex function is a vertex function to Metal.
const char* stageName(Stage stage) {
    static constexpr std::array kNames = {"vertex", "fragment", "kernel", "vertex"};
    return kNames[size_t(stage)];
}

std::string nameOf(const CommandJob& job, const CommandResult& result) {
    return job.name.empty() ? result.outcome.translation.reflection.functionName : job.name;
}

std::string kindOf(const CommandJob& job, const CommandResult& result) {
    if (job.kind == FunctionKind::Unknown && result.outcome.verdict == Verdict::Ok)
        return stageName(result.outcome.translation.reflection.stage);
    return std::string(kindName(job.kind));
}

// The part of a reason that names it; what follows a colon or a bracket are the numbers of one case.
std::string headOf(const std::string& reason) { return reason.substr(0, reason.find_first_of(":(")); }

std::string printable(std::string text) {
    for (char& c : text)
        if (c < ' ' || c > '~') c = '?';
    return text;
}

std::string fileNameOf(const CommandJob& job, const CommandResult& result) {
    std::string name = job.file.stem().string() + "." + nameOf(job, result);
    for (char& c : name) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        if (!isPlain) c = '_';
    }
    return name.substr(0, kLongestFileName);
}

const char* fileExtension(Stage stage) {
    static constexpr std::array kExtensions = {".vert", ".frag", ".comp", ".tese"};
    return kExtensions[size_t(stage)];
}

} // namespace

Verdicts countVerdicts(std::span<const CommandResult> results) {
    Verdicts count;
    for (const CommandResult& result : results) {
        if (result.outcome.verdict == Verdict::Ok)
            ++count.ok;
        else if (result.outcome.verdict == Verdict::Declined)
            ++count.declined;
        else
            ++count.failed;
    }
    return count;
}

std::string reportJson(std::span<const CommandJob> jobs, std::span<const CommandResult> results) {
    auto list = nlohmann::ordered_json::array();
    for (size_t i = 0; i < jobs.size(); ++i) {
        const Outcome& outcome = results[i].outcome;
        list.push_back({{"file", jobs[i].file.string()},
                        {"name", nameOf(jobs[i], results[i])},
                        {"kind", kindOf(jobs[i], results[i])},
                        {"status", statusName(outcome.verdict)},
                        {"reason", outcome.reason},
                        {"milliseconds", std::round(results[i].milliseconds * 1000) / 1000},
                        {"glsl_bytes", outcome.translation.glsl.size()}});
    }
    return list.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string listing(std::span<const CommandJob> jobs, std::span<const CommandResult> results) {
    std::string text;
    for (size_t i = 0; i < jobs.size(); ++i) {
        const CommandResult& result = results[i];
        text += fmt::format("{:8} {:8} {:9.1f} ms  {} {}{}{}\n", statusName(result.outcome.verdict), kindOf(jobs[i], result),
                            result.milliseconds, printable(jobs[i].file.filename().string()), printable(nameOf(jobs[i], result)),
                            result.outcome.reason.empty() ? "" : ": ", printable(result.outcome.reason));
    }
    return text;
}

std::string summary(std::span<const CommandResult> results) {
    const Verdicts count = countVerdicts(results);
    std::map<std::string, size_t> tally;
    for (const CommandResult& result : results)
        if (result.outcome.verdict != Verdict::Ok) ++tally[headOf(result.outcome.reason)];
    std::vector<std::pair<std::string, size_t>> reasons(tally.begin(), tally.end());
    std::ranges::stable_sort(reasons, std::greater(), &std::pair<std::string, size_t>::second);
    std::string text = fmt::format("{} ok, {} declined, {} failed", count.ok, count.declined, count.failed);
    for (size_t i = 0; i < std::min(reasons.size(), kReasonsInSummary); ++i)
        text += fmt::format("{}{} {}", i == 0 ? "; " : ", ", reasons[i].second, printable(reasons[i].first));
    return text;
}

Status writeText(const fs::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(text.data(), std::streamsize(text.size()));
    out.close();
    if (out) return {};
    return Error{Code::Io, fmt::format("{} cannot be written", path.string())};
}

Status writeShaders(const fs::path& folder, std::span<const CommandJob> jobs, std::span<const CommandResult> results) {
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem) return Error{Code::Io, fmt::format("{}: {}", folder.string(), problem.message())};
    std::map<std::string, size_t> uses;
    for (size_t i = 0; i < jobs.size(); ++i) {
        const Outcome& outcome = results[i].outcome;
        if (outcome.verdict != Verdict::Ok) continue;
        const std::string name = fileNameOf(jobs[i], results[i]) + fileExtension(outcome.translation.reflection.stage);
        const size_t use = uses[name]++;
        const std::string numbered = use == 0 ? name : fmt::format("{}-{}", use + 1, name);
        PVG_CHECK(writeText(folder / numbered, outcome.translation.glsl));
    }
    return {};
}

} // namespace air
