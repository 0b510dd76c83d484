#include "app/renderer/bench_report.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/renderer/file_writer.h"

namespace app {

int BenchReport::fail(const std::string& sentence) const {
    std::fprintf(stderr, "bench %s: %s\n", m_name, sentence.c_str());
    return 1;
}

int BenchReport::finish(nlohmann::ordered_json figures, const std::string& exceeded) const {
    figures["bench"] = m_name;
    if (!m_options.benchJsonPath.empty())
        if (const auto written = writeFileAtomically(m_options.benchJsonPath, figures.dump(1) + "\n"); !written) return fail(written.error().text);
    return m_options.isBenchChecked && !exceeded.empty() ? fail(exceeded) : 0;
}

} // namespace app
