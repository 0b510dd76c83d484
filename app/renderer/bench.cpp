#include "app/renderer/bench.h"

#include "pvg/exec/bench_decode.h"

namespace app {

int runBench(const RendererOptions& options) {
    if (options.bench == "draws") return benchDraws(options);
    if (options.bench == "upload") return benchUpload(options);
    if (options.bench == "writeback") return benchWriteBack(options);
    if (options.bench == "scale") return benchScale(options);
    return pvg::benchDecode({.jsonPath = options.benchJsonPath});
}

} // namespace app
