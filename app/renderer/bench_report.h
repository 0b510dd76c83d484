// How a benchmark ends: JSON, a sentence, an exit code.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/renderer/options.h"

namespace app {

class BenchReport {
public:
    BenchReport(const char* name, const RendererOptions& options) : m_name(name), m_options(options) {}

    int fail(const std::string& sentence) const;
    // `exceeded`: the limits that `figures` do not keep, empty for none; it counts with --check only.
    int finish(nlohmann::ordered_json figures, const std::string& exceeded) const;

private:
    const char* m_name;
    const RendererOptions& m_options;
};

} // namespace app
