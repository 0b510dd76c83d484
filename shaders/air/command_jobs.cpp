#include "shaders/air/command_jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>

#include "shaders/air/frame_socket.h"
#include "shaders/air/visible_functions.h"

namespace air {

namespace fs = std::filesystem;
using pvg::Code;
using pvg::Error;
using pvg::Result;

namespace {

bool isLibraryName(const fs::path& path) { return path.extension() == ".metallib" || path.extension() == ".air"; }

Result<std::vector<fs::path>> filesIn(const fs::path& folder) {
    std::error_code problem;
    std::set<fs::path> files;
    for (fs::recursive_directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem))
        if (isLibraryName(at->path()) && at->is_regular_file(problem)) files.insert(at->path());
    if (problem) return Error{Code::Io, fmt::format("{}: {}", folder.string(), problem.message())};
    if (files.empty()) return Error{Code::NotFound, fmt::format("{} holds no .metallib or .air file", folder.string())};
    return std::vector<fs::path>(files.begin(), files.end());
}

Result<std::vector<fs::path>> expand(std::span<const fs::path> inputs) {
    std::vector<fs::path> files;
    for (const fs::path& input : inputs) {
        std::error_code problem;
        const auto status = fs::status(input, problem);
        if (!fs::exists(status)) return Error{Code::NotFound, fmt::format("{} does not exist", input.string())};
        if (fs::is_directory(status)) {
            PVG_TRY(const auto found, filesIn(input));
            files.insert(files.end(), found.begin(), found.end());
        } else {
            files.push_back(input);
        }
    }
    return files;
}

Result<std::shared_ptr<const std::vector<std::byte>>> contentsOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = in ? std::streamoff(in.tellg()) : -1;
    if (size < 0) return Error{Code::Io, "the file cannot be read"};
    if (uint64_t(size) > kMaxPayloadBytes) return Error{Code::OutOfRange, fmt::format("{} bytes, the limit is {}", size, kMaxPayloadBytes)};
    auto contents = std::make_shared<std::vector<std::byte>>(size_t(size));
    in.seekg(0);
    in.read(reinterpret_cast<char*>(contents->data()), size);
    if (!in) return Error{Code::Io, "the file cannot be read"};
    return std::shared_ptr<const std::vector<std::byte>>(std::move(contents));
}

CommandJob unreadable(const fs::path& file, const std::string& problem) {
    CommandJob job;
    job.file = file;
    job.problem = problem;
    return job;
}

// Whether it declares what another function of the file may define: the name's end stands in a module's string table as it is.
bool callsByName(std::span<const std::byte> module) {
    const std::string_view bytes(reinterpret_cast<const char*>(module.data()), module.size());
    return bytes.find(kVisibleReferenceSuffix) != std::string_view::npos;
}

void addFile(std::vector<CommandJob>& jobs, const fs::path& file) {
    const auto contents = contentsOf(file);
    if (!contents) return jobs.push_back(unreadable(file, contents.error().text));
    auto entries = readContainer(**contents);
    if (!entries) return jobs.push_back(unreadable(file, entries.error().text));
    for (FunctionEntry& entry : *entries) {
        const bool isLinked = !entry.name.empty() && callsByName(entry.bitcode);
        const std::span<const std::byte> bytes = isLinked ? std::span<const std::byte>(**contents) : entry.bitcode;
        jobs.push_back({file, *contents, std::move(entry.name), entry.kind, bytes, {}});
    }
}

} // namespace

Result<std::vector<CommandJob>> collectJobs(std::span<const fs::path> inputs, const std::string& function) {
    PVG_TRY(const auto files, expand(inputs));
    std::vector<CommandJob> jobs;
    for (const fs::path& file : files) addFile(jobs, file);
    if (function.empty()) return jobs;
    // A bare module has no name here: it is asked for the function, and says so when it has none.
    std::erase_if(jobs, [&](const CommandJob& job) { return job.problem.empty() && !job.name.empty() && job.name != function; });
    for (CommandJob& job : jobs)
        if (job.name.empty()) job.name = function;
    if (jobs.empty()) return Error{Code::NotFound, fmt::format("no function is named '{}'", function)};
    return jobs;
}

} // namespace air
