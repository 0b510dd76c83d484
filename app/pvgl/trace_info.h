// The answer of pvgl trace info.
#pragma once

#include <iosfwd>
#include <string>

#include "pvg/trace/summary.h"

namespace app {

void printSummary(const pvg::trace::Summary& summary, const std::string& file, std::ostream& out);
void printSummaryJson(const pvg::trace::Summary& summary, std::ostream& out);

} // namespace app
