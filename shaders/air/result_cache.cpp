#include "shaders/air/result_cache.h"

#include <algorithm>

namespace air {

namespace {

// Text is nearly all of an outcome; the rest is a round figure for its reflection and the map's nodes.
size_t bytesOf(const std::string& hash, const Outcome& outcome) {
    return outcome.translation.glsl.size() + outcome.reason.size() + 2 * hash.size() + 4096;
}

} // namespace

bool ResultCache::begin(const std::string& hash) {
    const std::scoped_lock lock(m_mutex);
    const auto [at, isNew] = m_entries.try_emplace(hash);
    if (!isNew && !at->second.isPassing) {
        ++m_figures.cached;
        return false;
    }
    if (!isNew) {
        m_bytes -= at->second.bytes;
        std::erase(m_order, hash);
        at->second = {};
    }
    ++m_figures.pending;
    return true;
}

void ResultCache::finish(const std::string& hash, Outcome outcome) { store(hash, std::move(outcome), Origin::Translated); }

void ResultCache::finishCached(const std::string& hash, Outcome outcome) { store(hash, std::move(outcome), Origin::Disk); }

void ResultCache::finishForNow(const std::string& hash, Outcome outcome) { store(hash, std::move(outcome), Origin::Passing); }

void ResultCache::store(const std::string& hash, Outcome outcome, Origin origin) {
    const size_t bytes = bytesOf(hash, outcome);
    const bool isOk = outcome.verdict == Verdict::Ok;
    auto shared = std::make_shared<const Outcome>(std::move(outcome));
    const std::scoped_lock lock(m_mutex);
    m_entries[hash] = {std::move(shared), bytes, origin == Origin::Passing};
    m_order.push_back(hash);
    m_bytes += bytes;
    --m_figures.pending;
    ++(origin == Origin::Disk ? m_figures.cached : isOk ? m_figures.translated : m_figures.failed);
    forgetOldest();
}

void ResultCache::forgetOldest() {
    while (m_bytes > m_byteLimit && m_order.size() > 1) {
        const auto at = m_entries.find(m_order.front());
        m_bytes -= at->second.bytes;
        m_entries.erase(at);
        m_order.pop_front();
    }
}

std::shared_ptr<const Outcome> ResultCache::find(const std::string& hash) const {
    const std::scoped_lock lock(m_mutex);
    const auto at = m_entries.find(hash);
    return at == m_entries.end() ? nullptr : at->second.outcome;
}

ShaderService::Figures ResultCache::figures() const {
    const std::scoped_lock lock(m_mutex);
    return m_figures;
}

} // namespace air
