#include "pvg/guest/metallib_cut.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "shaders/air/container_writer.h"

namespace pvg::guest {

namespace {

Result<Bytes> readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{Code::NotFound, "cannot read " + path};
    const std::vector<char> data{std::istreambuf_iterator<char>(in), {}};
    const auto bytes = std::as_bytes(std::span(data));
    return Bytes(bytes.begin(), bytes.end());
}

Result<Bytes> cut(std::span<const air::FunctionEntry> functions, const std::string& name) {
    const auto found = std::find_if(functions.begin(), functions.end(), [&](const air::FunctionEntry& f) { return f.name == name; });
    if (found == functions.end()) {
        std::string names;
        for (const air::FunctionEntry& f : functions) names += (names.empty() ? "" : ", ") + f.name;
        return Error{Code::NotFound, "there is no function " + name + "; the library has: " + names};
    }
    air::PackedFunction one;
    one.name = found->name;
    one.kind = found->kind;
    one.bitcode = found->bitcode;
    return air::packContainer({&one, 1});
}

} // namespace

Result<MetallibPair> cutPair(const PairNames& names) {
    PVG_TRY(const Bytes library, readFile(names.file));
    PVG_TRY(const std::vector<air::FunctionEntry> functions, air::readContainer(library));
    MetallibPair pair;
    PVG_TRY(pair.vertex, cut(functions, names.vertex));
    PVG_TRY(pair.fragment, cut(functions, names.fragment));
    return pair;
}

} // namespace pvg::guest
