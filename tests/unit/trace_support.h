// Traces for tests: written through the writer into a file of their own, read from memory.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <chrono>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "pvg/trace/reader.h"
#include "pvg/trace/writer.h"

namespace test {

using namespace pvg;
using namespace pvg::trace;
using namespace std::chrono_literals;
using Bytes = std::vector<std::byte>;

inline Bytes randomBytes(size_t size, uint32_t seed) {
    std::mt19937 random(seed);
    Bytes out(size);
    for (auto& b : out) b = std::byte(random());
    return out;
}

// A file without a name.
class TraceFile {
public:
    TraceFile() : m_fd(::memfd_create("trace", MFD_CLOEXEC)) { REQUIRE(m_fd); }
    UniqueFd fd() const { return UniqueFd(::fcntl(m_fd.get(), F_DUPFD_CLOEXEC, 0)); }
    std::unique_ptr<TraceWriter> writer(const WriterOptions& options = {}) const {
        auto writer = TraceWriter::openFd(fd(), options);
        REQUIRE_MESSAGE(writer.ok(), (writer.ok() ? "" : writer.error().text));
        return std::move(*writer);
    }
    uint64_t size() const {
        struct stat info{};
        REQUIRE(::fstat(m_fd.get(), &info) == 0);
        return uint64_t(info.st_size);
    }
    Bytes bytes() const {
        Bytes out(size());
        REQUIRE(::pread(m_fd.get(), out.data(), out.size(), 0) == ssize_t(out.size()));
        return out;
    }
    void put(std::span<const std::byte> bytes) const {
        REQUIRE(::ftruncate(m_fd.get(), 0) == 0);
        REQUIRE(::pwrite(m_fd.get(), bytes.data(), bytes.size(), 0) == ssize_t(bytes.size()));
    }

private:
    UniqueFd m_fd;
};

inline std::unique_ptr<TraceReader> readerOf(std::span<const std::byte> bytes) {
    auto reader = TraceReader::openMemory(bytes);
    REQUIRE_MESSAGE(reader.ok(), (reader.ok() ? "" : reader.error().text));
    return std::move(*reader);
}

// Everything a trace says, blobs included: what must not differ between a trace and its beginning.
struct Told {
    std::vector<std::string> records;
    size_t unreadable = 0; // reads whose blob is gone
};

inline std::string hex(std::span<const std::byte> bytes) {
    std::string out;
    for (const std::byte b : bytes) {
        out += "0123456789abcdef"[size_t(b) >> 4];
        out += "0123456789abcdef"[size_t(b) & 15];
    }
    return out;
}

inline std::string digest(std::span<const std::byte> bytes) {
    return std::to_string(bytes.size()) + ":" +
           std::to_string(std::hash<std::string_view>{}({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

inline Told tell(TraceReader& reader) {
    Told told;
    while (const auto view = reader.next()) {
        std::string line = std::to_string(view->sequence) + " " + std::to_string(view->segment) + " " + std::to_string(view->timeNs) + " " +
                           std::string(recordName(view->kind)) + " " + digest(view->body);
        if (const auto read = decode<Read>(*view)) {
            const uint32_t segment = view->segment;
            const auto content = reader.blob(segment, read->blob);
            if (content) line += " = " + digest(*content);
            else ++told.unreadable;
        }
        told.records.push_back(std::move(line));
    }
    return told;
}

inline Read readOf(BlobId blob, uint64_t base, uint64_t length) { return {ReadCause::Command, blob, {{GuestPhys{base}, length}}, 0}; }

// A session in small: commands with reads of less than `longest` bytes, presents now and then.
inline void record(TraceWriter& writer, int commands, uint32_t seed, size_t longest = 3000) {
    const TimePoint start = std::chrono::steady_clock::now();
    std::mt19937 random(seed);
    for (int i = 0; i < commands; ++i) {
        const TimePoint at = start + i * 1ms;
        const Bytes header = randomBytes(12 + random() % 64, seed + uint32_t(i));
        writer.append(at, Command{ChannelId{1}, StampSlot{2}, uint32_t(i), 16 * uint32_t(i), 0x37, header});
        const Bytes content = randomBytes(1 + random() % longest, uint32_t(random() % 8)); // some of it comes again
        const BlobId blob = writer.blob(content);
        writer.append(at, readOf(blob, 0x1000, content.size()));
        writer.append(at + 100us, CommandEnd{ChannelId{1}, i % 5 == 0, {ObjectRef{7}}});
        if (i % 3 == 0) writer.append(at + 200us, Present{DisplayPort{0}, TaskId{1}, ObjectRef{7}, 64, 64});
        writer.append(at + 300us, Stamp{StampSlot{2}, uint32_t(i)});
    }
}

} // namespace test
