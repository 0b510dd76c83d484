#include "pvg/guest/console.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <poll.h>
#include <sstream>
#include <unistd.h>

#include "pvg/guest/latency.h"

namespace pvg::guest {

namespace {

constexpr size_t kReadsPerLook = 20; // register reads between two looks at the input
constexpr unsigned kSleepSeconds = 1;

uint32_t offsetOf(Register r) { return static_cast<uint32_t>(r); }

// FNV-1a, 64 bits: the same pixels, the same number.
uint64_t sumOf(std::span<const std::byte> bytes) {
    uint64_t sum = 0xcbf29ce484222325;
    for (const std::byte b : bytes) sum = (sum ^ static_cast<uint64_t>(b)) * 0x100000001b3;
    return sum;
}

uint64_t numberOf(const std::string& word) { return std::strtoull(word.c_str(), nullptr, 10); }

} // namespace

std::optional<std::string> LineReader::take() {
    const size_t end = m_pending.find('\n');
    if (end == std::string::npos) return std::nullopt;
    std::string line = m_pending.substr(0, end);
    m_pending.erase(0, end + 1);
    if (line.ends_with('\r')) line.pop_back();
    return line;
}

std::optional<std::string> LineReader::next(int milliseconds) {
    for (;;) {
        if (auto line = take()) return line;
        pollfd watched{m_fd, POLLIN, 0};
        if (m_isAtEnd || ::poll(&watched, 1, milliseconds) == 0) return std::nullopt;
        char bytes[256];
        const ssize_t got = ::read(m_fd, bytes, sizeof bytes);
        if (got < 0 && errno == EINTR) continue;
        m_isAtEnd = got <= 0;
        if (got > 0) m_pending.append(bytes, static_cast<size_t>(got));
    }
}

Console::Console(Platform& platform, LineReader& lines, SceneMaker makeScene, std::function<void(const std::string&)> say)
    : m_platform(platform), m_lines(lines), m_makeScene(std::move(makeScene)), m_say(std::move(say)) {}

void Console::error(const std::string& sentence) {
    m_isClean = false;
    m_say("error " + sentence);
}

bool Console::serve(const std::string& line) {
    std::istringstream in(line);
    Words words;
    for (std::string word; in >> word;) words.push_back(word);
    if (words.size() == 4 && words[0] == "frames") frames(words);
    else if (words.size() == 2 && words[0] == "reset") reset(words[1]);
    else if (words.size() == 2 && words[0] == "busy") busy(numberOf(words[1]));
    else return false;
    return true;
}

bool Console::serveAll() {
    while (const auto line = m_lines.next(-1)) {
        if (*line == "quit") break;
        if (!serve(*line)) error("no command: " + *line);
    }
    return m_isClean;
}

bool Console::start(const std::string& scene, uint32_t version) {
    if (m_session && m_sceneName == scene) return true;
    stop();
    SessionOptions options;
    options.version = version;
    options.isPaced = false;
    m_session = std::make_unique<Session>(m_platform, options);
    m_scene = m_makeScene(scene);
    m_sceneName = scene;
    m_nextFrame = 0;
    if (m_scene && m_session->driver().isRunning()) m_scene->prepare(*m_session);
    return m_scene && m_session->driver().isRunning() && m_session->driver().version() == version;
}

void Console::stop() {
    if (!m_session) return;
    m_scene.reset();
    m_session.reset();
    m_platform.reclaim();
}

void Console::frames(const Words& words) {
    const bool isUp = start(words[1], static_cast<uint32_t>(numberOf(words[3])));
    if (!m_scene) return error("no scene of that name");
    const uint64_t count = numberOf(words[2]);
    for (uint64_t i = 0; isUp && i < count; ++i)
        if (!m_session->draw(*m_scene, m_nextFrame++)) break;
    std::vector<std::byte> pixels;
    if (isUp && count > 0 && m_session->waitForFrames()) pixels = m_session->readBack(m_nextFrame - 1);
    Driver& driver = m_session->driver();
    if (driver.isHostGone()) return error("the host is gone");
    if (pixels.empty()) return error(driver.failure().empty() ? "no frame" : driver.failure());
    char text[120];
    std::snprintf(text, sizeof text, "frames %llu sum %016llx stamps %llu", static_cast<unsigned long long>(m_nextFrame),
                  static_cast<unsigned long long>(sumOf(pixels)), static_cast<unsigned long long>(driver.interrupts()));
    ok(text);
}

// The registers' answers say that the host has let go of the old driver's pages; only then are they used again.
void Console::reset(const std::string& kind) {
    if (kind == "function" && !m_platform.resetFunction()) return error("the function cannot be reset");
    if (kind == "fifo" || kind == "sleep") {
        m_platform.writeRegister(offsetOf(Register::ControlFifo), 0);
        if (m_platform.readRegister(offsetOf(Register::ControlFifo)) != 0) return error("0x1000 does not read back 0");
    }
    if (kind == "sleep") ::sleep(kSleepSeconds);
    if (kind == "version") {
        m_platform.writeRegister(offsetOf(Register::Version), 1);
        if (m_platform.readRegister(offsetOf(Register::Version)) != 1) return error("0x1034 does not take a new proposal");
    }
    stop();
    ok("reset");
}

void Console::busy(uint64_t announceAfter) {
    if (!m_session) return error("busy needs a driver that runs: frames first");
    auto echo = EchoProcess::overSocket();
    if (!echo) return error(echo.error().text);
    std::vector<double> reads, pings;
    const uint64_t first = m_nextFrame;
    bool isAnnounced = false;
    for (size_t round = 0;; ++round) {
        if (m_session->isSlotFree(m_nextFrame)) m_session->draw(*m_scene, m_nextFrame++);
        // What comes first meets the renderer as it wakes up: by turns the one and the other.
        for (size_t half = 0; half < 2; ++half) {
            const bool isRead = (round + half) % 2 == 0;
            for (size_t i = 0; i < kReadsPerLook; ++i) {
                if (isRead) reads.push_back(timed([&] { m_platform.readRegister(offsetOf(Register::InterruptGpu)); }));
                else pings.push_back(timed([&] { echo->ping(); }));
            }
        }
        if (!isAnnounced && m_nextFrame - first >= announceAfter + Session::kSlots) {
            isAnnounced = true;
            m_say("drawing");
        }
        if (!m_session->driver().isRunning() || m_lines.next(0) || m_lines.isAtEnd()) break;
    }
    const Percentiles read = percentilesOf(reads), ping = percentilesOf(pings);
    char text[200];
    std::snprintf(text, sizeof text, "busy %llu reads %.1f %.1f %.1f pings %.1f %.1f %.1f", static_cast<unsigned long long>(m_nextFrame - first), read.p50,
                  read.p99, read.worst, ping.p50, ping.p99, ping.worst);
    if (!m_session->driver().isRunning()) return error(m_session->driver().failure().empty() ? "the host is gone" : m_session->driver().failure());
    ok(text);
}

} // namespace pvg::guest
