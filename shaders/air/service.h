// Asynchronous translation, as the renderer sees it. Implementations: WorkerService (worker processes), InlineService (tests only).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "shaders/air/reflection.h"

namespace air {

// What is being translated, or waits for a worker: for people to read.
struct PendingTranslation {
    std::string name;    // "vertex main0"; printable
    double seconds = 0;  // since it was asked for
    bool isRunning = false;
};

// Thread: any.
class ShaderService {
public:
    virtual ~ShaderService() = default;
    // Starts the translation of the first function in `library`, or does nothing when `hash` is known. `hash`: content hash of `library`.
    virtual void request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library) = 0;
    // Null while pending or never requested. A crashed, hung or over-long job is an Outcome with Verdict::Declined.
    virtual std::shared_ptr<const Outcome> result(const std::string& hash) = 0;
    // cached: asked for again, or found on disk. longestMs: of one translation, from request to result.
    struct Figures {
        uint64_t translated = 0, failed = 0, cached = 0, pending = 0, workerDeaths = 0;
        double longestMs = 0;
    };
    virtual Figures figures() const = 0;
    // The oldest first, at most `most`.
    virtual std::vector<PendingTranslation> pending(size_t most) const {
        (void)most;
        return {};
    }
};

} // namespace air
