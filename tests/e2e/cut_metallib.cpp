// cut_metallib FILE VERTEX FRAGMENT OUT_VERTEX OUT_FRAGMENT: two single-function libraries, as a guest's driver would hand them over.
#include <cstdio>
#include <fstream>

#include "pvg/guest/metallib_cut.h"

namespace {
bool write(const char* path, std::span<const std::byte> bytes) {
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return out.good();
}
} // namespace

int main(int argc, char** argv) {
    if (argc != 6) return 2;
    auto pair = pvg::guest::cutPair({argv[1], argv[2], argv[3]});
    if (!pair) {
        std::fprintf(stderr, "%s\n", pair.error().text.c_str());
        return 1;
    }
    return write(argv[4], pair->vertex) && write(argv[5], pair->fragment) ? 0 : 1;
}
