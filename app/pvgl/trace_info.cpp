#include "app/pvgl/trace_info.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/pvgl/trace_fields.h"

namespace app {
namespace {

using namespace pvg::trace;

std::string utc(uint64_t ns) { return fmt::format("{:%Y-%m-%d %H:%M:%S} UTC", fmt::gmtime(std::time_t(ns / 1'000'000'000))); }

std::string size(uint64_t bytes) {
    if (bytes < 10'000) return fmt::format("{} bytes", bytes);
    if (bytes < 10'000'000) return fmt::format("{:.0f} kB", double(bytes) / 1e3);
    return fmt::format("{:.1f} MB", double(bytes) / 1e6);
}

double ratio(uint64_t a, uint64_t b) { return b == 0 ? 0 : double(a) / double(b); }

std::string state(const Summary& s) {
    if (s.cut) return fmt::format("cut off at byte {}: {}; all before it was read", s.cut->offset, s.cut->why);
    if (s.end && s.end->reason != EndReason::Closed)
        return fmt::format("ended early: {}{}{}", kEndReasons[size_t(s.end->reason)], s.end->text.empty() ? "" : ": ", s.end->text);
    return "whole";
}

void printOrigin(const Summary& s, std::ostream& out) {
    out << fmt::format("recorded   {}", utc(s.wallClockNs));
    if (s.session) out << " by pvgl " << printable(s.session->version);
    out << '\n';
    if (s.session) {
        out << fmt::format("renderer   {}, OpenGL {}\n", printable(s.session->renderer), printable(s.session->glVersion));
        out << fmt::format("displays   {}", s.session->displays);
        for (const Mode& mode : s.session->modes) out << fmt::format(", {}x{}@{:g}", mode.width, mode.height, mode.refresh);
        out << (s.session->hasGamma ? "\n" : ", no gamma\n");
    }
    out << "guest      " << (s.protocolVersion ? fmt::format("protocol version {}", s.protocolVersion) : "no driver") << '\n';
}

void printSizes(const Summary& s, std::ostream& out) {
    out << fmt::format("size       {}, {} a minute; {} of records packed to {:.1f} %, {} chunks\n", size(s.fileBytes), size(s.bytesPerMinute()),
                       size(s.rawBytes), 100 * ratio(s.packedBytes, s.rawBytes), s.chunks);
    out << fmt::format("content    {} read from guest RAM, {} stored in {} blobs ({:.1f} to 1)\n", size(s.readBytes), size(s.storedBlobBytes), s.blobs,
                       ratio(s.readBytes, s.storedBlobBytes));
}

} // namespace

void printSummary(const Summary& s, const std::string& file, std::ostream& out) {
    out << fmt::format("{}: {:.3f} s, frames: {}, segments: {}\n", file, double(s.durationNs) / 1e9, s.frames, s.segments.size());
    out << "A trace shows what was on the guest's screen: give it only to those who may see that.\n\n";
    printOrigin(s, out);
    printSizes(s, out);
    out << fmt::format("state      {}\n", state(s));
    if (s.malformed) out << fmt::format("malformed  {} records\n", s.malformed);
    if (s.rendererDeaths) out << fmt::format("renderer   died {} times while recording\n", s.rendererDeaths);
    out << "\ncommands\n";
    for (const auto& [id, count] : s.commands) out << fmt::format("  {:>9}  {}\n", count, commandName(id));
    out << "records\n";
    for (size_t kind = 0; kind < s.kinds.size(); ++kind)
        if (s.kinds[kind]) out << fmt::format("  {:>9}  {}\n", s.kinds[kind], kindName(RecordKind(kind)));
    if (!s.declines.empty()) out << "declines\n";
    for (const auto& [reason, count] : s.declines) out << fmt::format("  {:>9}  {}\n", count, printable(reason));
}

void printSummaryJson(const Summary& s, std::ostream& out) {
    nlohmann::ordered_json j;
    j["seconds"] = double(s.durationNs) / 1e9;
    j["frames"] = s.frames;
    j["segments"] = s.segments.size();
    j["recorded_ns"] = s.wallClockNs;
    j["protocol_version"] = s.protocolVersion;
    if (s.session)
        j["session"] = {{"version", printable(s.session->version)}, {"renderer", printable(s.session->renderer)},
                        {"gl_version", printable(s.session->glVersion)}, {"displays", s.session->displays}, {"gamma", s.session->hasGamma}};
    j["file_bytes"] = s.fileBytes;
    j["bytes_per_minute"] = s.bytesPerMinute();
    j["raw_bytes"] = s.rawBytes;
    j["packed_bytes"] = s.packedBytes;
    j["chunks"] = s.chunks;
    j["read_bytes"] = s.readBytes;
    j["stored_bytes"] = s.storedBlobBytes;
    j["blobs"] = s.blobs;
    j["state"] = state(s);
    j["is_cut"] = s.cut.has_value();
    j["malformed"] = s.malformed;
    j["renderer_deaths"] = s.rendererDeaths;
    j["commands"] = nlohmann::ordered_json::object();
    for (const auto& [id, count] : s.commands) j["commands"][commandName(id)] = count;
    j["records"] = nlohmann::ordered_json::object();
    for (size_t kind = 0; kind < s.kinds.size(); ++kind)
        if (s.kinds[kind]) j["records"][kindName(RecordKind(kind))] = s.kinds[kind];
    j["declines"] = nlohmann::ordered_json::object();
    for (const auto& [reason, count] : s.declines) j["declines"][printable(reason)] = count;
    out << j.dump(2) << '\n';
}

} // namespace app
