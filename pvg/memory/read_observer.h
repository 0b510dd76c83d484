// Who watches what the engine reads from guest RAM: the recorder keeps the copies, the replayer puts recorded bytes in place. Thread: engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "pvg/base/ids.h"

namespace pvg {

class ReadObserver {
public:
    virtual ~ReadObserver() = default;
    // Bytes [base, base + size) are about to be copied out. One contiguous piece of a region a call.
    virtual void beforeRead(GuestPhys base, uint64_t size) = 0;
    // The copy that is used from here on; follows each beforeRead(). Valid during the call.
    virtual void onRead(GuestPhys base, std::span<const std::byte> copy) = 0;
    // The copies before this made up a shader library that is not in use yet. `hash`: of its bytes, in hex, as shader caches use it.
    virtual void onLibrary(const std::string& /*hash*/, std::span<const std::byte> /*bytes*/) {}
};

} // namespace pvg
