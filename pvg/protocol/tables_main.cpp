// pvgl-tables: writes the generated pages of the protocol document into a folder, from the tables the code is built from.
#include <cstdio>

#include "pvg/protocol/page.h"

namespace {

bool writePages(const std::filesystem::path& folder) {
    using namespace pvg::protocol;
    constexpr struct {
        const char* file;
        Page (*make)();
    } kPages[] = {
        {"registers.md", registersPage},    {"fifo.md", fifoPage},       {"operations.md", operationsPage}, {"stream.md", streamPage},
        {"device_info.md", deviceInfoPage}, {"formats.md", formatsPage}, {"declines.md", declinesPage},     {"socket.md", socketPage},
        {"trace.md", tracePage},              {"status.md", statusPage}};
    for (const auto& page : kPages) {
        if (page.make().write(folder / page.file)) continue;
        std::fprintf(stderr, "pvgl-tables: %s cannot be written in %s\n", page.file, folder.c_str());
        return false;
    }
    return true;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: pvgl-tables FOLDER\n");
        return 2;
    }
    return writePages(argv[1]) ? 0 : 1;
}
