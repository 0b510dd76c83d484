#include "shaders/air/bench_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "shaders/air/bench_translate.h"
#include "shaders/air/command_output.h"
#include "shaders/demo/demo_shaders.h"

namespace air {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr int kUsage = 2;
constexpr size_t kSlowest = 5;

// What --check holds a corpus of real functions to, in milliseconds.
constexpr double kColdMedian = 5, kColdP99 = 150, kCpuMost = 3000, kWarmP99 = 0.2;

struct BenchArguments {
    std::vector<fs::path> inputs;
    fs::path json;
    bool isChecked = false;
};

struct Series {
    const char* name;
    double FunctionTiming::*member;
    const char* unit;
};
constexpr Series kSeries[] = {
    {"cold_ms", &FunctionTiming::coldMs, "ms"},
    {"cpu_ms", &FunctionTiming::cpuMs, "ms"},
    {"warm_ms", &FunctionTiming::warmMs, "ms"},
    {"disassemble_ms", &FunctionTiming::disassembleMs, "ms"},
    {"glsl_per_ir", &FunctionTiming::glslPerIr, "bytes a byte"},
};

// What was not measured is 0 and does not count.
std::vector<double> valuesOf(const TranslateFigures& figures, const Series& series) {
    std::vector<double> values;
    for (const FunctionTiming& f : figures.functions)
        if (f.*series.member > 0) values.push_back(f.*series.member);
    return values;
}

Json summarize(const TranslateFigures& figures) {
    Json json{{"bench", "translate"},
              {"functions", figures.functions.size()},
              {"ok", std::ranges::count_if(figures.functions, &FunctionTiming::isOk)},
              {"over_cpu_limit", std::ranges::count_if(figures.functions, &FunctionTiming::isOverBudget)},
              {"worker_deaths", figures.workerDeaths},
              {"warm_misses", figures.warmMisses}};
    for (const Series& series : kSeries) {
        const auto values = valuesOf(figures, series);
        json[series.name] = {{"p50", percentileOf(values, 0.5)},
                             {"p95", percentileOf(values, 0.95)},
                             {"p99", percentileOf(values, 0.99)},
                             {"max", percentileOf(values, 1)}};
    }
    json["ratio_p50"] = double(json["cold_ms"]["p50"]) / std::max(1e-6, double(json["disassemble_ms"]["p50"]));
    return json;
}

void printSlowest(const TranslateFigures& figures, double FunctionTiming::*member, const char* what) {
    auto slowest = figures.functions;
    std::ranges::sort(slowest, std::greater(), member);
    slowest.resize(std::min(slowest.size(), kSlowest));
    for (const FunctionTiming& f : slowest) fmt::print("  {:9.3f} {:9}  {}\n", f.*member, what, f.name);
}

void print(const TranslateFigures& figures, const Json& json) {
    fmt::print("translate: {} functions, {} ok, {} over 3 s of CPU, {} worker deaths\n", figures.functions.size(), json["ok"].get<size_t>(),
               json["over_cpu_limit"].get<size_t>(), figures.workerDeaths);
    for (const Series& series : kSeries) {
        const Json& s = json[series.name];
        fmt::print("  {:15} p50 {:8.3f}  p95 {:8.3f}  p99 {:8.3f}  max {:9.3f} {}\n", series.name, s["p50"].get<double>(), s["p95"].get<double>(),
                   s["p99"].get<double>(), s["max"].get<double>(), series.unit);
    }
    fmt::print("  a translation is {:.1f} times the disassembly of the same module (medians)\n", json["ratio_p50"].get<double>());
    printSlowest(figures, &FunctionTiming::cpuMs, "ms of CPU");
    printSlowest(figures, &FunctionTiming::warmMs, "ms warm");
}

std::string exceeded(const Json& json) {
    const auto over = [&](const char* series, const char* rank, double limit) {
        const double value = json[series][rank];
        return value > limit ? fmt::format("{} {} is {:.3f}, {} is the limit; ", series, rank, value, limit) : std::string();
    };
    std::string text = over("cold_ms", "p50", kColdMedian) + over("cold_ms", "p99", kColdP99) + over("cpu_ms", "max", kCpuMost) +
                       over("warm_ms", "p99", kWarmP99);
    if (json["worker_deaths"] != 0) text += fmt::format("{} worker deaths; ", json["worker_deaths"].get<size_t>());
    if (json["warm_misses"] != 0) text += fmt::format("{} results were not found again; ", json["warm_misses"].get<size_t>());
    return text.substr(0, text.size() < 2 ? 0 : text.size() - 2);
}

pvg::Result<std::vector<CommandJob>> demoJobs() {
    std::vector<CommandJob> jobs;
    for (const demo::Library& library : demo::libraries()) {
        auto contents = std::make_shared<const std::vector<std::byte>>(library.bytes.begin(), library.bytes.end());
        CommandJob job;
        job.file = "demo";
        job.name = library.name;
        job.module = *contents;
        job.contents = std::move(contents);
        jobs.push_back(std::move(job));
    }
    return jobs;
}

int complain(const std::string& text) {
    fmt::print(stderr, "pvgl bench translate: {}\n", text);
    return 1;
}

int measure(const BenchArguments& arguments) {
    auto jobs = arguments.inputs.empty() ? demoJobs() : collectJobs(arguments.inputs, {});
    if (!jobs) return complain(jobs.error().text);
    const auto figures = measureTranslation(*jobs);
    if (!figures) return complain(figures.error().text);
    const Json json = summarize(*figures);
    print(*figures, json);
    if (!arguments.json.empty())
        if (const auto written = writeText(arguments.json, json.dump(1) + "\n"); !written) return complain(written.error().text);
    const std::string problem = arguments.isChecked ? exceeded(json) : "";
    return problem.empty() ? 0 : complain(problem);
}

} // namespace

int runBenchCommand(int argc, char** argv) {
    BenchArguments arguments;
    CLI::App app("Measures the translation of Metal functions through the real workers, and of the same functions from disk.", "pvgl bench translate");
    app.add_option("PATH", arguments.inputs, "libraries, or folders of them; without one, the demo's shaders");
    app.add_option("--json", arguments.json, "write the figures to FILE")->type_name("FILE");
    app.add_flag("--check", arguments.isChecked, "exit 1 above: median 5 ms, p99 150 ms, 3 s of CPU, p99 from disk 0.2 ms; or when a worker died");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? 0 : kUsage;
    }
    return measure(arguments);
}

} // namespace air
