// pvgl trace: what it prints of a trace whose content is known.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/pvgl/trace_command.h"
#include "app/pvgl/trace_fields.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/trace_support.h"

using namespace test;
using app::Json;

namespace {

// Little-endian words of a guest's structures.
Bytes words(std::initializer_list<uint32_t> values) {
    Bytes out;
    for (const uint32_t v : values)
        for (int shift = 0; shift < 32; shift += 8) out.push_back(std::byte(v >> shift));
    return out;
}

class Folder {
public:
    std::string file(const std::string& name) const { return m_folder.path() / name; }

private:
    TemporaryFolder m_folder;
};

constexpr uint32_t kDirectory = 0x10, kRoot = 0x11, kMiddle = 0x12, kLeaf = 0x13, kData = 0x14; // page numbers

void putRead(TraceWriter& writer, TimePoint at, uint64_t base, const Bytes& bytes) { writer.append(at, readOf(writer.blob(bytes), base, bytes.size())); }

// A task, one packet with one draw in a command buffer at VA 0x5000, a present; at 0, 1 and 2 s.
void record(const std::string& path, bool isClosed = true) {
    auto opened = TraceWriter::open(path);
    REQUIRE(opened.ok());
    TraceWriter& writer = **opened;
    const TimePoint start = std::chrono::steady_clock::now();
    writer.append(start, SessionInfo{"0.1.0", "llvmpipe\x1b[31m", "4.5", 1, {{640, 480, 60}}, true, 16384, 4, 256, true});
    writer.append(start, Event{EventKind::FifoControl, Epoch{1}, 1, 0x10000, 0x1000, 1, 6});
    writer.append(start, Map{GuestPhys{0}, 1 << 20, true});
    writer.append(start, RegisterAccess{0x1008, 4, true, 32});
    const Bytes define = words({0x38, 28, 1, 2 << 1, 1 << 20, 0, kDirectory});
    writer.append(start, Command{ChannelId{0}, StampSlot{0}, 1, 0, 0x38, define});
    writer.append(start, CommandEnd{ChannelId{0}, false, {}});

    const TimePoint second = start + 1s;
    // Barrier on slot 5, then task 2, no resources, one command buffer of 24 bytes.
    const Bytes exec = words({0x10037, 48, 7, 5, 9, 2, 0, 1, 0x5000, 0, 24, 0});
    writer.append(second, Command{ChannelId{1}, StampSlot{1}, 7, 28, 0x37, exec});
    putRead(writer, second, uint64_t{kDirectory} << 12, words({kRoot, 3}));
    putRead(writer, second, uint64_t{kRoot} << 12, words({kMiddle}));
    putRead(writer, second, uint64_t{kMiddle} << 12, words({kLeaf}));
    putRead(writer, second, (uint64_t{kLeaf} << 12) + 5 * 4, words({kData}));
    // Segment {length 24, render}, record {opcode 1, length 16}: triangles, start 2, count 3.
    putRead(writer, second, uint64_t{kData} << 12, words({24, 0, 0x01, 16, 3, 2 | 3 << 16}));
    writer.append(second, CommandEnd{ChannelId{1}, false, {}});
    writer.append(second, Library{"../../etc/passwd", writer.blob(randomBytes(100, 1))});
    writer.append(second, Library{"00ff", writer.blob(randomBytes(40, 2))});
    writer.append(start + 2s, Present{DisplayPort{0}, TaskId{2}, ObjectRef{3}, 640, 480});
    writer.append(start + 2s, DeclineNote{"BadField", "ExecIndirect2", "text"});
    REQUIRE(writer.close().ok());
    opened->reset();
    if (!isClosed) std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
}

struct Answer {
    int code = 0;
    std::string text;
    std::vector<Json> lines() const {
        std::vector<Json> out;
        std::istringstream in(text);
        for (std::string line; std::getline(in, line);) out.push_back(Json::parse(line));
        return out;
    }
};

Answer run(std::vector<std::string> arguments) {
    CLI::App cli;
    app::TraceCommand command;
    app::addTraceCommand(cli, command);
    arguments.insert(arguments.begin(), "trace");
    std::ranges::reverse(arguments); // as CLI11 wants them
    cli.parse(arguments);
    std::ostringstream out;
    Answer answer;
    answer.code = app::runTrace(command, out);
    answer.text = out.str();
    return answer;
}

} // namespace

TEST_CASE("trace info tells time, frames, commands, sizes and that the trace is private") {
    Folder folder;
    const std::string file = folder.file("a.pvgltrace");
    record(file);
    const Answer text = run({"info", file});
    CHECK(text.code == 0);
    for (const char* part : {" s, frames: 1, segments: 1", "A trace shows what was on the guest's screen", "protocol version 6", "640x480@60",
                             "1  ExecIndirect2", "1  DefineTask2", "BadField", "state      whole", "llvmpipe?[31m"})
        CHECK_MESSAGE(text.text.find(part) != std::string::npos, std::string(part));

    const Answer json = run({"info", "--json", file});
    const Json j = Json::parse(json.text);
    CHECK(j["frames"] == 1);
    CHECK(j["segments"] == 1);
    CHECK(j["protocol_version"] == 6);
    CHECK(j["commands"] == Json{{"ExecIndirect2", 1}, {"DefineTask2", 1}});
    CHECK(j["read_bytes"] == 8 + 4 + 4 + 4 + 24);
    CHECK(j["stored_bytes"] == 8 + 4 + 4 + 4 + 24 + 100 + 40);
    CHECK(j["is_cut"] == false);
    CHECK(j["file_bytes"] == std::filesystem::file_size(file));
    CHECK(j["declines"]["BadField"] == 1);
}

TEST_CASE("a cut trace is told up to the cut, and that is no failure") {
    Folder folder;
    const std::string file = folder.file("a.pvgltrace");
    record(file, false);
    const Answer json = run({"info", "--json", file});
    CHECK(json.code == 0);
    const Json j = Json::parse(json.text);
    CHECK(j["is_cut"] == true);
    CHECK(j["frames"] == 1);
    CHECK(run({"info", folder.file("none")}).code == 1);
    std::ofstream(folder.file("empty")).close();
    CHECK(run({"dump", folder.file("empty")}).code == 1);
}

TEST_CASE("trace dump names commands, payload fields, barriers and registers") {
    Folder folder;
    const std::string file = folder.file("a.pvgltrace");
    record(file);
    const auto commands = run({"dump", "--json", "--commands", file}).lines();
    REQUIRE(commands.size() == 4);
    CHECK(commands[0]["name"] == "DefineTask2");
    CHECK(commands[2]["name"] == "ExecIndirect2");
    CHECK(commands[2]["channel"] == 1);
    CHECK(commands[2]["barriers"] == Json::array({{{"slot", 5}, {"value", 9}}}));
    CHECK(commands[2]["payload"]["task"] == 2);
    CHECK(commands[2]["payload"]["chunks"] == Json::array({{{"address", 0x5000}, {"length", 24}}}));
    CHECK(commands[2]["payload"]["resources"].empty());
    CHECK(commands[3]["record"] == "command end");
    const auto registers = run({"dump", "--json", "--registers", file}).lines();
    REQUIRE(registers.size() == 1);
    CHECK(registers[0]["name"] == "FifoWritten");
    CHECK(registers[0]["offset"] == "0x1008");
    CHECK(registers[0]["value"] == 32);
    CHECK(run({"dump", "--json", "--reads", "--presents", file}).lines().size() == 6);
    CHECK(run({"dump", file}).text.find("name=ExecIndirect2") != std::string::npos);
    for (const Json& line : run({"dump", "--json", file}).lines()) CHECK(line["record"].get<std::string>().find("blob") == std::string::npos);
}

TEST_CASE("trace dump keeps to its times") {
    Folder folder;
    const std::string file = folder.file("a.pvgltrace");
    record(file);
    const auto middle = run({"dump", "--json", "--from", "0.5", "--to", "1.5", file}).lines();
    REQUIRE(middle.size() > 2);
    for (const Json& line : middle) CHECK((line["seconds"] > 0.5 && line["seconds"] < 1.5));
    CHECK(run({"dump", "--from", "100", file}).text.empty());
    CHECK(run({"dump", "--from", "1e300", file}).code == 0);
}

TEST_CASE("trace dump --stream walks the guest's page tables and decodes the records") {
    Folder folder;
    const std::string file = folder.file("a.pvgltrace");
    record(file);
    std::vector<Json> draws;
    for (const Json& line : run({"dump", "--json", "--stream", "--commands", "--from", "0.5", file}).lines())
        if (line["record"] == "stream") draws.push_back(line);
    REQUIRE(draws.size() == 1);
    CHECK(draws[0]["encoder"] == "render");
    CHECK(draws[0]["name"] == "drawPrimitives");
    CHECK(draws[0]["primitive"] == 3);
    CHECK(draws[0]["start"] == 2);
    CHECK(draws[0]["count"] == 3);
}

TEST_CASE("fields are read as the tables word them") {
    const auto field = [](const char* type, size_t size, const Bytes& bytes) {
        const pvg::WireField row{"x", type, uint16_t(size), false};
        return app::wireFields(std::span(&row, 1), bytes)["x"];
    };
    CHECK(field("u32 ref", 4, words({7})) == 7);
    CHECK(field("u64 x, y", 16, words({1, 0, 2, 1})) == Json{{"x", 1}, {"y", 0x100000002}});
    CHECK(field("u32 ref, u8 quad[4]", 8, words({5, 0x01000201})) == Json{{"ref", 5}, {"quad", {1, 2, 0, 1}}});
    CHECK(field("u32 ref, 4 zero bytes", 8, words({5, 0})) == Json{{"ref", 5}});
    CHECK(field("u32[2]", 8, words({5, 6})) == Json{5, 6});
    CHECK(field("f32", 4, words({0x3fc00000})) == 1.5);
    CHECK(field("depth attachment", 4, words({0x1020304})) == "04030201");
    CHECK(field("u32 ref", 8, words({7, 8})) == "0700000008000000"); // words that do not add up
    const pvg::WireField rows[] = {{"aCount", "u32", 4, false}, {"bCount", "u32", 4, false}, {"a", "u32", 4, true}, {"b", "u32", 4, true}};
    CHECK(app::wireFields(rows, words({1, 2, 10, 20, 30})) == Json{{"aCount", 1}, {"bCount", 2}, {"a", Json::array({10})}, {"b", {20, 30}}});
    CHECK(app::wireFields(rows, words({0xffffffff, 2, 10}))["a"] == Json::array({10}));
}

TEST_CASE("libraries and contents are written where they were asked for and nowhere else") {
    Folder folder;
    const std::string file = folder.file("a.pvgltrace");
    record(file);
    CHECK(run({"dump", "--shaders", folder.file("s"), "--blobs", folder.file("b"), file}).code == 0);
    CHECK(std::filesystem::file_size(folder.file("s/00ff.metallib")) == 40);
    size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.file("s"))) {
        ++files;
        CHECK((entry.file_size() == 40 || entry.file_size() == 100));
    }
    CHECK(files == 2); // the name that is a path was not used
    files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.file("b"))) ++files;
    CHECK(files == 7);
    CHECK(run({"dump", "--shaders", "/proc/none", file}).code == 1);
}
