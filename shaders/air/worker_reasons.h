// Reasons of an Outcome that is not the translator's own: what became of its worker. All are Declines.
#pragma once

#include <string_view>

namespace air {

inline constexpr const char* kReasonCrashed = "translator-crashed";
inline constexpr const char* kReasonTimeout = "translator-timeout";           // over the CPU limit, or asleep beyond the wall limit
inline constexpr const char* kReasonOutOfMemory = "translator-out-of-memory"; // over the worker's address space
inline constexpr const char* kReasonBadReply = "translator-bad-reply";        // an answer that is no Outcome
inline constexpr const char* kReasonUnavailable = "translator-unavailable";   // a host failure: worth asking again later
inline constexpr const char* kReasonCancelled = "translator-cancelled";       // the service ends
inline constexpr const char* kReasonQueueFull = "translator-queue-full";      // worth asking again later
inline constexpr const char* kReasonTooLarge = "library-too-large";

// They depend on this machine and this moment, so they are not written to disk.
inline bool isWorkersReason(std::string_view reason) { return reason.starts_with("translator-"); }

} // namespace air
