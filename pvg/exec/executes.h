// Which commands an encoder executes: those it has a run() for, with exactly that type. The rest are declined in one place, and the protocol
// document's status column asks the same question.
#pragma once

#include "pvg/base/decline.h"
#include "pvg/stream/opcodes.h"

namespace pvg {

template <class Encoder, class Command>
concept Executes = requires { static_cast<Declined<void> (Encoder::*)(const Command&)>(&Encoder::run); };

// For a row that no encoder executes.
inline Decline notExecuted(Feature gate) { return decline(DeclineReason::NotImplemented, featureText(gate).what); }

} // namespace pvg
