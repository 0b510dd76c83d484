#include "app/pvgl/trace_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <ostream>

#include "app/pvgl/trace_dump.h"
#include "app/pvgl/trace_info.h"
#include "pvg/trace/summary.h"

namespace app {
namespace {

using pvg::trace::RecordKind;

struct KindOption {
    const char* name;
    std::initializer_list<RecordKind> kinds;
    const char* help;
};
const KindOption kKindOptions[] = {
    {"--commands", {RecordKind::Command, RecordKind::CommandEnd, RecordKind::Resume}, "only FIFO commands (options of this kind add up)"},
    {"--registers", {RecordKind::RegisterAccess}, "only register accesses"},
    {"--reads", {RecordKind::Read}, "only copies out of guest RAM"},
    {"--presents", {RecordKind::Present}, "only presents"},
    {"--stamps", {RecordKind::Stamp}, "only stamps"},
    {"--declines", {RecordKind::DeclineNote}, "only what was declined"},
    {"--maps", {RecordKind::Map, RecordKind::Unmap}, "only guest RAM that appears and disappears"},
    {"--events", {RecordKind::Event, RecordKind::Display, RecordKind::RendererDeath, RecordKind::SegmentStart, RecordKind::SessionInfo}, "only events of the device"},
};

} // namespace

CLI::App* addTraceCommand(CLI::App& cli, TraceCommand& command) {
    CLI::App* trace = cli.add_subcommand("trace", "read a trace written by --record");
    trace->require_subcommand(1);
    CLI::App* info = trace->add_subcommand("info", "what is in it: time, frames, commands, sizes, whether it is whole");
    CLI::App* dump = trace->add_subcommand("dump", "its records, one a line");
    for (CLI::App* sub : {info, dump}) {
        sub->add_option("FILE", command.file, "the trace")->required();
        sub->add_flag("--json", command.isJson, sub == info ? "one JSON object" : "one JSON object a line");
        sub->footer("Exit codes: 0 done, 1 failed (one sentence on stderr), 2 usage. A trace that ends too early is read up to there, with a warning.");
    }
    dump->callback([&command] { command.isDump = true; });
    dump->add_option("--from", command.from, "begin at SECONDS of the trace")->check(CLI::NonNegativeNumber);
    dump->add_option("--to", command.to, "end at SECONDS of the trace")->check(CLI::NonNegativeNumber);
    for (const KindOption& option : kKindOptions)
        dump->add_flag_callback(option.name, [&command, &option] { command.kinds.insert(option.kinds); }, option.help);
    dump->add_flag("--stream", command.hasStreams, "under each ExecIndirect2, the records of its command buffers");
    dump->add_option("--shaders", command.shaderFolder, "also write each shader library as a metallib into this folder");
    dump->add_option("--blobs", command.blobFolder, "also write each recorded content into this folder");
    return trace;
}

int runTrace(const TraceCommand& command, std::ostream& out) {
    auto reader = pvg::trace::TraceReader::open(command.file);
    if (!reader) {
        fmt::print(stderr, "pvgl: {}.\n", reader.error().text);
        return 1;
    }
    if (command.isDump) {
        const pvg::Status dumped = dumpTrace(**reader, command, out);
        if (!dumped) {
            fmt::print(stderr, "pvgl: {}.\n", dumped.error().text);
            return 1;
        }
    } else {
        const auto summary = pvg::trace::summarise(**reader);
        if (command.isJson) printSummaryJson(summary, out);
        else printSummary(summary, command.file, out);
    }
    if (const auto& cut = (*reader)->cut()) fmt::print(stderr, "pvgl: the trace is cut off at byte {}: {}; all before it was read.\n", cut->offset, cut->why);
    out.flush();
    if (!out) fmt::print(stderr, "pvgl: the output cannot be written.\n");
    return out ? 0 : 1;
}

} // namespace app
