// Loops for drivers that keep running the threads that left one until the last thread leaves, and overwrite what they took along
// (Capabilities::loopExitsByFlag). There a thread stays inside until the head of the loop lets it go: what passes the head is kept apart
// for each thread.
#pragma once

namespace air {

struct Entry;
struct Scope;

// Marks the loops that threads leave one by one with values of their last round.
void markFlaggedLoops(Scope& flow, const Entry& entry);

} // namespace air
