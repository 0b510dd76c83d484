// The synthetic guest driven by lines of text, for tests that decide from outside when it resets, draws or is busy. One line in, one line out:
//
//   frames SCENE COUNT VERSION   start the driver if it does not run, draw, read the last frame back   -> ok frames COUNT sum HEX stamps N
//   reset version                a new instance of the driver: 0x1034                                  -> ok reset
//   reset fifo                   the root FIFO off and on again: 0x1000                                -> ok reset
//   reset function               the PCI function                                                      -> ok reset
//   reset sleep                  0x1000 off, nothing for a second, then 0x1034                         -> ok reset
//   busy FRAMES                  draw without pause until the next line comes; says "drawing" after FRAMES frames. Meanwhile it reads registers
//                                and plays socket ping-pong with another process: median, p99 and worst of both in microseconds
//                                                                                   -> ok busy FRAMES reads US US US pings US US US
// After a reset the driver is gone and all its memory free. Anything that goes wrong: error SENTENCE.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pvg/guest/session.h"

namespace pvg::guest {

// Whole lines from a file descriptor. Thread: one.
class LineReader {
public:
    explicit LineReader(int fd) : m_fd(fd) {}
    // The next line without its end; none within `milliseconds` (-1: waits), or at the end of the input.
    std::optional<std::string> next(int milliseconds);
    bool isAtEnd() const { return m_isAtEnd; }

private:
    std::optional<std::string> take();
    int m_fd;
    std::string m_pending;
    bool m_isAtEnd = false;
};

class Console {
public:
    using SceneMaker = std::function<std::unique_ptr<Scene>(const std::string&)>;
    // `say` gets each answer, without a line end.
    Console(Platform& platform, LineReader& lines, SceneMaker makeScene, std::function<void(const std::string&)> say);

    // Serves one line. False: it is none of the above, nothing was said.
    bool serve(const std::string& line);
    // Serves lines until the input ends or `quit`. True: nothing went wrong.
    bool serveAll();

private:
    using Words = std::vector<std::string>;
    void frames(const Words& words);
    void reset(const std::string& kind);
    void busy(uint64_t announceAfter);
    bool start(const std::string& scene, uint32_t version);
    void stop();
    void ok(const std::string& rest) { m_say("ok " + rest); }
    void error(const std::string& sentence);

    Platform& m_platform;
    LineReader& m_lines;
    SceneMaker m_makeScene;
    std::function<void(const std::string&)> m_say;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Scene> m_scene;
    std::string m_sceneName;
    uint64_t m_nextFrame = 0;
    bool m_isClean = true;
};

} // namespace pvg::guest
