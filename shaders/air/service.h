// Asynchronous translation, as the renderer sees it. Implementations: WorkerService (worker processes), InlineService (tests only).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "shaders/air/reflection.h"

namespace air {

// Thread: any.
class ShaderService {
public:
    virtual ~ShaderService() = default;
    // Starts the translation of the first function in `library`, or does nothing when `hash` is known. `hash`: content hash of `library`.
    virtual void request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library) = 0;
    // Null while pending or never requested. A crashed, hung or over-long job is an Outcome with Verdict::Declined.
    virtual std::shared_ptr<const Outcome> result(const std::string& hash) = 0;
    struct Figures {
        uint64_t translated = 0, failed = 0, cached = 0, pending = 0;
    };
    virtual Figures figures() const = 0;
};

} // namespace air
