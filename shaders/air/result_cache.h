// Outcomes by content hash, shared by the services: what is pending, what is known, and how much memory it may keep.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "shaders/air/service.h"

namespace air {

// Thread: any. Beyond its limit the oldest outcomes are forgotten: a guest can make new shaders for ever.
class ResultCache {
public:
    explicit ResultCache(size_t byteLimit = size_t(256) << 20) : m_byteLimit(byteLimit) {}

    // True when the caller has to produce the outcome: the hash is new. Otherwise it counts as cached.
    bool begin(const std::string& hash);
    void finish(const std::string& hash, Outcome outcome);
    // The outcome comes from an earlier run.
    void finishCached(const std::string& hash, Outcome outcome);
    // The outcome of this hash came from a passing host failure: kept for now, produced again at the next begin().
    void finishForNow(const std::string& hash, Outcome outcome);

    std::shared_ptr<const Outcome> find(const std::string& hash) const;
    ShaderService::Figures figures() const;

private:
    struct Entry {
        std::shared_ptr<const Outcome> outcome; // null while pending
        size_t bytes = 0;
        bool isPassing = false;
    };
    enum class Origin { Translated, Disk, Passing };
    void store(const std::string& hash, Outcome outcome, Origin origin);
    void forgetOldest();

    const size_t m_byteLimit;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Entry> m_entries;
    std::deque<std::string> m_order; // finished entries, oldest first
    size_t m_bytes = 0;
    ShaderService::Figures m_figures;
};

} // namespace air
