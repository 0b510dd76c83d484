// The real processes of one `pvgl view --headless`, and what /proc says about them.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace hostile {

// Of pvgl and its renderer together; shader workers come and go and are not in it.
struct Footprint {
    size_t descriptors = 0;
    size_t anonymousKb = 0; // guest RAM is shared memory and not in it
};

using DeclineKey = std::pair<std::string, std::string>; // reason, command

struct Stats {
    std::map<DeclineKey, uint64_t> declines;
    std::map<DeclineKey, std::string> sentences;
    uint64_t rendererRestarts = 0, framesPresented = 0, channelRestarts = 0, lostPackets = 0;
};

class Host {
public:
    // Ends by itself after `frames` presents. Throws nothing; a start that fails is a socket that never appears.
    explicit Host(int frames);
    ~Host();
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    const std::string& socket() const { return m_socket; }
    std::string screenshot() const { return m_folder + "/last.png"; }
    Footprint footprint() const;
    // Waits for the end; -1: a signal, or nothing within 30 s.
    int exitCode();
    Stats stats() const;
    std::string log() const;

private:
    std::string m_folder, m_socket;
    pid_t m_pid = 0;
};

} // namespace hostile
