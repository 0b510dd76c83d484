// Cuts single functions out of a Metal library on disk.
#pragma once

#include <string>

#include "pvg/base/result.h"
#include "pvg/guest/scenes/metallib_pair.h"

namespace pvg::guest {

struct PairNames {
    std::string file, vertex, fragment;
};
Result<MetallibPair> cutPair(const PairNames& names);

} // namespace pvg::guest
