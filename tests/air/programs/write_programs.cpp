// Writes the programs of translated functions as the renderer would link them, for compilers to look at.
//   air_programs --worker PVGL-SHADER --out DIR [--samples DIR] [--every N] [--threads N] [FILE|FOLDER...]
// Without files: those of the folder PVGL_CORPUS. --samples adds the AIR texts of a folder; --every N takes each N-th function of a kind of
// the libraries only; --threads N is the size of a kernel's threadgroup.
// DIR gets the stages of program N as NNNNN.vert, .tesc, .tese, .frag, .comp, and index.json: a list of {library, name, kind, partner,
// files}, where `partner` names the function it is linked with ("" for one made to fit). Exit code 77: nothing to translate.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "linked_program.h"
#include "shaders/air/command_jobs.h"
#include "shaders/air/worker_process.h"
#include "tests/air/sample_file.h"
#include "tests/air/sample_module.h"

namespace {

namespace fs = std::filesystem;
using air::CommandJob;
using air::Outcome;
using airtest::ProgramStage;
using Json = nlohmann::ordered_json;

constexpr int kSkipped = 77;
constexpr air::WorkerLimits kLimits{.cpu = std::chrono::seconds(3), .wall = std::chrono::seconds(60)};

struct Arguments {
    std::string worker;
    fs::path out, samples;
    size_t every = 1;
    airtest::KernelSize size;
    std::vector<fs::path> inputs;
};

void addSamples(std::vector<CommandJob>& jobs, const fs::path& folder) {
    for (const airtest::Sample& sample : airtest::readSamples(folder)) {
        const airtest::SampleModule module = airtest::sampleModule(sample);
        CommandJob job;
        job.file = folder / (sample.name + ".ll");
        job.problem = module.problem;
        const auto bytes = std::as_bytes(std::span(module.bitcode));
        job.contents = std::make_shared<const std::vector<std::byte>>(bytes.begin(), bytes.end());
        job.module = *job.contents;
        jobs.push_back(std::move(job));
    }
}

pvg::Result<std::vector<CommandJob>> jobsOf(const Arguments& arguments) {
    std::vector<CommandJob> jobs;
    if (!arguments.inputs.empty()) {
        PVG_TRY(jobs, air::collectJobs(arguments.inputs, {}));
    }
    std::map<air::FunctionKind, size_t> met;
    std::erase_if(jobs, [&](const CommandJob& job) { return met[job.kind]++ % arguments.every != 0; });
    if (!arguments.samples.empty()) addSamples(jobs, arguments.samples);
    return jobs;
}

std::vector<Outcome> translateAll(const std::vector<CommandJob>& jobs, const std::string& worker) {
    std::vector<Outcome> outcomes(jobs.size());
    std::atomic<size_t> next{0};
    const auto work = [&] {
        air::WorkerClient client(air::workerSpawner({}, worker), kLimits);
        for (size_t i = next++; i < jobs.size(); i = next++)
            outcomes[i] = jobs[i].problem.empty() ? client.translate(jobs[i].module, {.function = jobs[i].name, .capabilities = {}})
                                                  : Outcome{air::Verdict::Failed, jobs[i].problem, {}};
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
    threads.clear();
    return outcomes;
}

const char* kindOf(air::Stage stage) {
    constexpr std::array kKinds = {"vertex", "fragment", "kernel", "tessellation"};
    return kKinds.at(size_t(stage));
}

class Programs {
public:
    Programs(const Arguments& arguments, const std::vector<CommandJob>& jobs, const std::vector<Outcome>& outcomes)
        : m_arguments(arguments), m_jobs(jobs), m_outcomes(outcomes) {
        for (size_t i = 0; i < jobs.size(); ++i)
            if (isFragment(outcomes[i])) m_fragments[jobs[i].file].push_back(&outcomes[i].translation);
    }

    // False when a file cannot be written.
    bool write() {
        for (size_t i = 0; i < m_jobs.size(); ++i)
            if (m_outcomes[i].verdict == air::Verdict::Ok && !writeProgram(i)) return false;
        return writeFile("index.json", m_index.dump(1, ' ', false, Json::error_handler_t::replace));
    }
    size_t count() const { return m_index.size(); }

private:
    static bool isFragment(const Outcome& outcome) {
        return outcome.verdict == air::Verdict::Ok && outcome.translation.reflection.stage == air::Stage::Fragment;
    }

    bool writeProgram(size_t i) {
        const air::Translation& function = m_outcomes[i].translation;
        const air::Translation* partner = airtest::matchingFragment(function.reflection, m_fragments[m_jobs[i].file]);
        Json row{{"library", m_jobs[i].file.string()},
                 {"name", function.reflection.functionName},
                 {"kind", kindOf(function.reflection.stage)},
                 {"partner", partner ? partner->reflection.functionName : ""},
                 {"files", Json::array()}};
        for (const ProgramStage& stage : airtest::linkedProgram(function, partner, m_arguments.size)) {
            const std::string name = fmt::format("{:05}{}", m_index.size(), stage.ending);
            if (!writeFile(name, stage.text)) return false;
            row["files"].push_back(name);
        }
        m_index.push_back(std::move(row));
        return true;
    }

    bool writeFile(const std::string& name, const std::string& text) const {
        std::ofstream out(m_arguments.out / name, std::ios::binary | std::ios::trunc);
        out << text;
        out.close();
        return bool(out);
    }

    const Arguments& m_arguments;
    const std::vector<CommandJob>& m_jobs;
    const std::vector<Outcome>& m_outcomes;
    std::map<fs::path, std::vector<const air::Translation*>> m_fragments;
    Json m_index = Json::array();
};

int run(const Arguments& arguments) {
    const auto jobs = jobsOf(arguments);
    if (!jobs) {
        fmt::print(stderr, "air_programs: {}\n", jobs.error().text);
        return 1;
    }
    if (jobs->empty()) {
        fmt::print("skipped: PVGL_CORPUS names no folder of Metal libraries\n");
        return kSkipped;
    }
    const std::vector<Outcome> outcomes = translateAll(*jobs, arguments.worker);
    std::error_code ignored; // the first file says it
    fs::create_directories(arguments.out, ignored);
    Programs programs(arguments, *jobs, outcomes);
    if (!programs.write()) {
        fmt::print(stderr, "air_programs: cannot write into {}\n", arguments.out.string());
        return 1;
    }
    fmt::print("{} programs of {} functions\n", programs.count(), jobs->size());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    Arguments arguments;
    CLI::App app("Writes the GL programs of translated functions.", "air_programs");
    app.add_option("--worker", arguments.worker, "the pvgl-shader to run")->required();
    app.add_option("--out", arguments.out, "the folder to write into")->required();
    app.add_option("--samples", arguments.samples, "a folder of AIR texts to add");
    app.add_option("--every", arguments.every, "each N-th function of a kind only")->check(CLI::PositiveNumber);
    app.add_option("--threads", arguments.size.threads, "threads of a threadgroup")->check(CLI::Range(1, 1024));
    app.add_option("PATH", arguments.inputs, "libraries, or folders of them");
    CLI11_PARSE(app, argc, argv);
    const char* corpus = std::getenv("PVGL_CORPUS");
    if (arguments.inputs.empty() && corpus != nullptr && *corpus != '\0') arguments.inputs.emplace_back(corpus);
    return run(arguments);
}
