#include "app/pvgl/trace_dump.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <ostream>

#include "app/pvgl/trace_fields.h"
#include "app/pvgl/trace_stream.h"
#include "pvg/base/unique_fd.h"

namespace app {
namespace {

using namespace pvg;
using namespace pvg::trace;

constexpr uint64_t kMaxLibrary = uint64_t{64} << 20;

Status writeFile(const std::string& folder, const std::string& name, std::span<const std::byte> bytes) {
    std::error_code ignored; // the open below says what is wrong
    std::filesystem::create_directories(folder, ignored);
    const std::string path = folder + "/" + name;
    const UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    while (fd && !bytes.empty()) {
        const ssize_t n = ::write(fd.get(), bytes.data(), bytes.size());
        if (n <= 0) return Error{Code::Io, fmt::format("{} cannot be written: {}", path, std::strerror(errno))};
        bytes = bytes.subspan(size_t(n));
    }
    if (!fd) return Error{Code::Io, fmt::format("{} cannot be written: {}", path, std::strerror(errno))};
    return {};
}

// A file name out of a hostile file: hexadecimal digits or nothing of it.
std::string libraryName(const Library& library, const RecordView& view) {
    constexpr size_t kLongest = 64;
    const bool isHex = library.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (isHex && !library.hash.empty() && library.hash.size() <= kLongest) return library.hash + ".metallib";
    return fmt::format("{}-{}.metallib", view.segment, library.blob.value);
}

class Dump {
public:
    Dump(TraceReader& reader, const TraceCommand& command, std::ostream& out) : m_reader(reader), m_command(command), m_out(out), m_streams(reader) {}

    Status run() {
        // Command buffers are read through page tables that were written long before.
        if (!m_command.hasStreams && m_command.from > 0 && !m_reader.seekTime(nanoseconds(m_command.from))) return {};
        while (const auto view = m_reader.next()) {
            if (double(view->timeNs) > m_command.to * 1e9) break;
            if (m_command.hasStreams) m_streams.take(*view);
            if (double(view->timeNs) < m_command.from * 1e9) continue;
            PVG_CHECK(one(*view));
        }
        return {};
    }

private:
    static uint64_t nanoseconds(double seconds) { return seconds >= 1e10 ? ~uint64_t{0} : uint64_t(seconds * 1e9); }

    bool isWanted(RecordKind kind) const {
        if (m_command.kinds.empty()) return kind != RecordKind::Blob && kind != RecordKind::BlobList;
        // A packet's command buffers are known at its end.
        return m_command.kinds.contains(kind);
    }

    Status one(const RecordView& view) {
        if (isWanted(view.kind)) print(view);
        if (m_command.hasStreams)
            for (const Json& line : m_streams.lines()) printStream(line);
        return extract(view); // last: it moves the reader's cache, not `view`
    }

    void print(const RecordView& view) {
        Json fields = recordFields(view);
        if (m_command.isJson) {
            Json line{{"sequence", view.sequence}, {"seconds", double(view.timeNs) / 1e9}};
            line.update(fields);
            m_out << line.dump() << '\n';
            return;
        }
        const std::string kind = fields["record"];
        fields.erase("record");
        m_out << fmt::format("{:>8} {:>12.6f}  {:<14} {}\n", view.sequence, double(view.timeNs) / 1e9, kind, lineOf(fields));
    }

    void printStream(const Json& line) {
        if (m_command.isJson) {
            Json marked{{"record", "stream"}};
            marked.update(line);
            m_out << marked.dump() << '\n';
            return;
        }
        m_out << fmt::format("{:>24}{}\n", "", lineOf(line));
    }

    Status extract(const RecordView& view) {
        if (const auto library = decode<Library>(view); library && !m_command.shaderFolder.empty()) {
            const std::string name = libraryName(*library, view);
            const auto bytes = m_reader.blob(view.segment, library->blob, kMaxLibrary);
            if (bytes) return writeFile(m_command.shaderFolder, name, *bytes);
            fmt::print(stderr, "pvgl: the library {} is left out: {}.\n", name, bytes.error().text);
        }
        if (const auto blob = decode<Blob>(view); blob && !m_command.blobFolder.empty())
            return writeFile(m_command.blobFolder, fmt::format("{}-{}.bin", view.segment, blob->id.value), blob->bytes);
        if (const auto list = decode<BlobList>(view); list && !m_command.blobFolder.empty()) {
            const auto bytes = m_reader.blob(view.segment, list->id);
            if (bytes) return writeFile(m_command.blobFolder, fmt::format("{}-{}.bin", view.segment, list->id.value), *bytes);
        }
        return {};
    }

    TraceReader& m_reader;
    const TraceCommand& m_command;
    std::ostream& m_out;
    StreamLister m_streams;
};

} // namespace

pvg::Status dumpTrace(TraceReader& reader, const TraceCommand& command, std::ostream& out) { return Dump(reader, command, out).run(); }

} // namespace app
