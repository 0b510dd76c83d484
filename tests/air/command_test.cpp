#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "shaders/air/command_constants.h"
#include "shaders/air/command_jobs.h"
#include "shaders/air/command_options.h"
#include "shaders/air/command_output.h"
#include "shaders/demo/demo_shaders.h"

namespace fs = std::filesystem;

namespace {

// A folder of demo libraries, one of them under a name that is not searched for, and a file that is no library.
class Folder {
public:
    Folder() {
        fs::create_directories(m_path / "deeper");
        save("b.metallib", demo::demoLibrary("triangle_vertex"));
        save("deeper/a.metallib", demo::demoLibrary("triangle_fragment"));
        save("not_searched.bin", demo::demoLibrary("add"));
        save("deeper/broken.metallib", demo::demoLibrary("add").first(60));
    }
    ~Folder() { fs::remove_all(m_path); }
    const fs::path& path() const { return m_path; }

private:
    void save(const char* name, std::span<const std::byte> bytes) {
        std::ofstream out(m_path / name, std::ios::binary);
        out.write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
    }
    fs::path m_path = fs::temp_directory_path() / ("pvgl_command_test_" + std::to_string(getpid()));
};

std::vector<air::CommandJob> collect(const fs::path& path, const std::string& function = {}) {
    auto jobs = air::collectJobs(std::span(&path, 1), function);
    REQUIRE(jobs);
    return *jobs;
}

air::CommandResult okResult(air::Stage stage, const std::string& glsl) {
    air::CommandResult result;
    result.outcome.verdict = air::Verdict::Ok;
    result.outcome.translation.glsl = glsl;
    result.outcome.translation.reflection.stage = stage;
    result.milliseconds = 1.23456;
    return result;
}

air::CommandResult declinedResult(const std::string& reason) { return {{air::Verdict::Declined, reason, {}}, 2}; }

std::string contents(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::variant<air::CommandOptions, int> parse(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "pvgl-shader");
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    return air::parseCommandLine(int(pointers.size()), pointers.data());
}

} // namespace

TEST_CASE("a folder is searched for libraries, in the order of their paths, and a broken one is a job with a problem") {
    const Folder folder;
    const auto jobs = collect(folder.path());
    REQUIRE(jobs.size() == 3);
    CHECK(jobs[0].name == "triangle_vertex");
    CHECK(jobs[0].kind == air::FunctionKind::Vertex);
    CHECK(jobs[1].name == "triangle_fragment");
    CHECK(jobs[2].module.empty());
    CHECK_FALSE(jobs[2].problem.empty());
}

TEST_CASE("function constants are read as Metal's types") {
    const auto bytes = [](const char* text) {
        const auto constant = air::parseConstant(text);
        REQUIRE_MESSAGE(constant, text);
        return constant->bytes;
    };
    using Bytes = std::vector<uint8_t>;
    CHECK(air::parseConstant("17:uint=5")->index == 17);
    CHECK(bytes("0:bool=true") == Bytes{1});
    CHECK(bytes("0:char=-1") == Bytes{255});
    CHECK(bytes("0:short=-32768") == Bytes{0, 128});
    CHECK(bytes("0:ushort3=1,256,65535") == Bytes{1, 0, 0, 1, 255, 255});
    CHECK(bytes("0:ulong=18446744073709551615") == Bytes(8, 255));
    CHECK(bytes("0:long=-9223372036854775808") == Bytes{0, 0, 0, 0, 0, 0, 0, 128});
    CHECK(bytes("0:half2=1,-2") == Bytes{0, 0x3c, 0, 0xc0});
    CHECK(bytes("1:float=1.5") == Bytes{0, 0, 0xc0, 0x3f});
    for (const char* text : {"", "1", "x:int=1", "1:int", "1:int=", "1:int=1,2", "1:int2=1", "1:int5=1,2,3,4,5", "1:double=1", "1:uchar=256", "1:char=128",
                             "1:short=-32769", "1:uint=-1", "1:bool=2", "1=int:1", "4294967296:int=1", "1:float=1.0f", "1:int2=1,2,"})
        CHECK_FALSE_MESSAGE(air::parseConstant(text), text);
    const auto options = parse({"x.metallib", "--constant", "0:bool=true", "--constant", "3:float2=1,0.5"});
    REQUIRE(std::holds_alternative<air::CommandOptions>(options));
    CHECK(std::get<air::CommandOptions>(options).constants.size() == 2);
    CHECK(parse({"x.metallib", "--constant", "0:double=1"}).index() == 1);
}

TEST_CASE("a named function is the only job; an unknown name and a missing path are errors") {
    const Folder folder;
    const auto jobs = collect(folder.path() / "b.metallib", "triangle_vertex");
    REQUIRE(jobs.size() == 1);
    CHECK(jobs[0].module.size() > 100);
    const fs::path present = folder.path() / "b.metallib", absent = folder.path() / "none";
    CHECK_FALSE(air::collectJobs(std::span(&present, 1), "nobody"));
    CHECK_FALSE(air::collectJobs(std::span(&absent, 1), {}));
}

TEST_CASE("the report has one object a function with the contract's keys") {
    const Folder folder;
    const auto jobs = collect(folder.path());
    const std::vector results{okResult(air::Stage::Vertex, "12345"), declinedResult("unsupported-intrinsic: air.x"),
                              air::CommandResult{{air::Verdict::Failed, "bad-container: \xff", {}}, 0}};
    const auto report = nlohmann::json::parse(air::reportJson(jobs, results));
    REQUIRE(report.size() == 3);
    CHECK(report[0]["name"] == "triangle_vertex");
    CHECK(report[0]["kind"] == "vertex");
    CHECK(report[0]["status"] == "ok");
    CHECK(report[0]["reason"] == "");
    CHECK(report[0]["milliseconds"] == 1.235);
    CHECK(report[0]["glsl_bytes"] == 5);
    CHECK(report[1]["status"] == "declined");
    CHECK(report[1]["reason"] == "unsupported-intrinsic: air.x");
    CHECK(report[2]["status"] == "failed");
    CHECK(air::summary(results) == "1 ok, 1 declined, 1 failed; 1 bad-container, 1 unsupported-intrinsic");
}

TEST_CASE("shader files have clean names that stay inside the folder, and equal names are numbered") {
    const Folder folder;
    air::CommandJob job;
    job.file = "lib.metallib";
    job.name = "../../etc/passwd";
    const std::vector jobs{job, job, job};
    const std::vector results{okResult(air::Stage::Fragment, "one"), okResult(air::Stage::Fragment, "two"), declinedResult("x")};
    const fs::path out = folder.path() / "out";
    REQUIRE(air::writeShaders(out, jobs, results));
    CHECK(std::distance(fs::directory_iterator(out), {}) == 2);
    CHECK(contents(out / "lib..._.._etc_passwd.frag") == "one");
    CHECK(contents(out / "2-lib..._.._etc_passwd.frag") == "two");
}

TEST_CASE("usage errors exit with 2, help with 0") {
    CHECK(std::get<int>(parse({})) == 2);
    CHECK(std::get<int>(parse({"--nonsense", "x"})) == 2);
    CHECK(std::get<int>(parse({"x", "--against-cpu", "--glsl"})) == 2);
    CHECK(std::get<int>(parse({"--help"})) == 0);
    const auto options = std::get<air::CommandOptions>(parse({"x", "y", "--function", "f", "--report", "r.json", "--out", "d", "--glsl"}));
    CHECK(options.inputs.size() == 2);
    CHECK(options.function == "f");
    CHECK(options.report == "r.json");
    CHECK(options.printsGlsl);
    CHECK_FALSE(options.printsStageInfo);
    CHECK_FALSE(options.comparesWithCpu);
    CHECK(std::get<air::CommandOptions>(parse({"x", "--against-cpu", "--function", "f"})).comparesWithCpu);
}
