// fuzz_dictionary TABLE...: prints a libFuzzer dictionary from the tables the code is built from. A row is what a guest sends for it: an id with
// the length that belongs to it, in the layout of its place.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>

namespace {

struct Row {
    uint32_t number;
    uint32_t length;
};

constexpr Row kRegisters[] = {
#define REGISTER(name, offset, access, reset, ...) {offset, 0},
#include "pvg/device/registers.inc"
#undef REGISTER
};
constexpr Row kConfig[] = {
#define FIELD(name, offset, bytes, ...) {offset, bytes},
#include "pvg/device/config_space.inc"
#undef FIELD
};
constexpr Row kOperations[] = {
#define OPERATION(id, name, length, ...) {id, length},
#include "pvg/object/operations.inc"
#undef OPERATION
};
constexpr Row kOpcodes[] = {
#define OPCODE(group, code, name, total, ...) {code, total},
#include "pvg/stream/opcodes.inc"
#undef OPCODE
};
constexpr Row kFormats[] = {
#define PIXEL_FORMAT(number, name, bytes, ...) {number, bytes},
#include "pvg/object/pixel_formats.inc"
#undef PIXEL_FORMAT
};
constexpr Row kCommands[] = {
#define FIFO_COMMAND(id, name, payload, ...) {id, 12 + payload},
#include "pvg/fifo/fifo_commands.inc"
#undef FIFO_COMMAND
};
constexpr Row kTransport[] = {
#define COMMAND(name, id, payload, ...) {id, 16 + payload},
#include "pvg/transport/protocol.inc"
#undef COMMAND
};

struct Table {
    std::string_view name;
    const Row* rows;
    size_t count;
    int numberBytes, lengthBytes;
};
constexpr Table kTables[] = {
    {"registers", kRegisters, std::size(kRegisters), 2, 0},  // an offset
    {"config", kConfig, std::size(kConfig), 1, 1},           // offset and size of a field
    {"operations", kOperations, std::size(kOperations), 4, 4},
    {"opcodes", kOpcodes, std::size(kOpcodes), 4, 4},
    {"formats", kFormats, std::size(kFormats), 2, 0},
    {"commands", kCommands, std::size(kCommands), 4, 4},     // id without barriers, length
    {"transport", kTransport, std::size(kTransport), 2, 4},
};

void print(uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) std::printf("\\x%02x", value >> 8 * i & 0xff);
}

bool print(std::string_view name) {
    for (const Table& table : kTables) {
        if (table.name != name) continue;
        for (size_t i = 0; i < table.count; ++i) {
            std::printf("\"");
            print(table.rows[i].number, table.numberBytes);
            print(table.rows[i].length, table.lengthBytes);
            std::printf("\"\n");
        }
        return true;
    }
    return false;
}

} // namespace

int main(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        if (print(std::string_view(argv[i]))) continue;
        std::fprintf(stderr, "fuzz_dictionary: no table %s\n", argv[i]);
        return 2;
    }
    return 0;
}
