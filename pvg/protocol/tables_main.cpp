// pvgl-tables: writes the generated pages of the protocol document into a folder, or prints a fuzz dictionary (--dictionary), from the same
// tables the code is built from.
#include <cstdio>
#include <cstring>

#include "pvg/protocol/page.h"

namespace {

constexpr unsigned long kNumbers[] = {
#define COMMAND(name, id, payload, exact, maxFds) id,
#include "pvg/transport/protocol.inc"
#undef COMMAND
#define REGISTER(name, offset, access, reset, meaning) offset,
#include "pvg/device/registers.inc"
#undef REGISTER
#define FIFO_COMMAND(id, name, payload, handler, ...) id,
#include "pvg/fifo/fifo_commands.inc"
#undef FIFO_COMMAND
#define OPERATION(id, name, length, Makes, ...) id,
#include "pvg/object/operations.inc"
#undef OPERATION
#define OPCODE(group, code, name, total, ...) code,
#include "pvg/stream/opcodes.inc"
#undef OPCODE
#define PIXEL_FORMAT(number, name, bytes, width, height, flags) number,
#include "pvg/object/pixel_formats.inc"
#undef PIXEL_FORMAT
};

// One token a line, as libFuzzer reads it: the number as a little-endian u32.
void printDictionary() {
    for (const unsigned long number : kNumbers) {
        std::printf("\"");
        for (int i = 0; i < 4; ++i) std::printf("\\x%02lx", number >> (8 * i) & 0xff);
        std::printf("\"\n");
    }
}

bool writePages(const std::filesystem::path& folder) {
    using namespace pvg::protocol;
    constexpr struct {
        const char* file;
        Page (*make)();
    } kPages[] = {
        {"registers.md", registersPage},    {"fifo.md", fifoPage},       {"operations.md", operationsPage}, {"stream.md", streamPage},
        {"device_info.md", deviceInfoPage}, {"formats.md", formatsPage}, {"declines.md", declinesPage},     {"socket.md", socketPage},
        {"status.md", statusPage}};
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
        std::fprintf(stderr, "usage: pvgl-tables --dictionary | FOLDER\n");
        return 2;
    }
    if (std::strcmp(argv[1], "--dictionary") == 0) {
        printDictionary();
        return 0;
    }
    return writePages(argv[1]) ? 0 : 1;
}
