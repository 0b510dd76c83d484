// Kernels of a few lines of AIR, for tests of the reference.
#pragma once

#include <string>

// `body` has %in, %out, %tid and %q, the thread's word of the output, and %p, that of the input; it falls through to the end. Both are
// buffers of words, at the Metal indices 0 and 1. A text that does not parse fails the test.
std::string bitcodeOf(const std::string& declarations, const std::string& body);
// A whole module.
std::string bitcodeOfModule(const std::string& text);
