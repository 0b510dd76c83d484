#include "app/renderer/bench.h"
#include "app/renderer/options.h"
#include "app/renderer/process.h"
#include "app/renderer/renderer.h"
#include "pvg/base/log.h"
#include "renderer-gl/denormals.h"

int main(int argc, char** argv) {
    app::ParsedOptions parsed = app::parseOptions(argc, argv);
    if (parsed.exitCode) return *parsed.exitCode;
    const app::RendererOptions& options = parsed.options;
    pvg::startLog("renderer", options.logLevel);
    if (!options.bench.empty()) return app::runBench(options);
    const gl::FlushedDenormals flushed;
    app::enterRendererProcess();
    return app::runRenderer(options);
}
