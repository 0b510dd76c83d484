// air-pack --out DIR --embed FILE.cpp [--as NAME] SHADER.ll...: each text module with one entry point becomes DIR/SHADER.metallib, and all
// of them one C++ source that defines demo::NAME(), demo::libraries() unless another is given. A build tool.
#include <fmt/format.h>
#include <llvm/AsmParser/Parser.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/raw_ostream.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>

#include "shaders/air/container_writer.h"
#include "shaders/demo/module_finish.h"

namespace {

namespace fs = std::filesystem;

struct Entry {
    air::FunctionKind kind;
    const llvm::MDNode* node; // {function, outputs, inputs}
};

std::optional<Entry> entryOf(const llvm::Module& module) {
    for (const auto& [list, kind] : {std::pair{"air.vertex", air::FunctionKind::Vertex},
                                     {"air.fragment", air::FunctionKind::Fragment},
                                     {"air.kernel", air::FunctionKind::Kernel}})
        if (const auto* named = module.getNamedMetadata(list); named && named->getNumOperands() == 1)
            return Entry{kind, named->getOperand(0)};
    return std::nullopt;
}

llvm::StringRef textAt(const llvm::MDNode& node, unsigned i) {
    const auto* text = llvm::dyn_cast<llvm::MDString>(node.getOperand(i));
    return text ? text->getString() : llvm::StringRef();
}

// The operand after the text `key`, as a node of an argument is a list of keys and values.
const llvm::MDOperand* after(const llvm::MDNode& node, llvm::StringRef key) {
    for (unsigned i = 0; i + 1 < node.getNumOperands(); ++i)
        if (textAt(node, i) == key) return &node.getOperand(i + 1);
    return nullptr;
}

std::string textAfter(const llvm::MDNode& node, llvm::StringRef key) {
    const auto* operand = after(node, key);
    return operand ? llvm::cast<llvm::MDString>(*operand)->getString().str() : std::string();
}

// Metal's data type numbers of VATY for the types the demo uses (float 3, float2 4, float3 5, float4 6).
uint8_t dataType(const std::string& typeName) {
    constexpr std::array<std::string_view, 4> kNames{"float", "float2", "float3", "float4"};
    return uint8_t(3 + (std::ranges::find(kNames, typeName) - kNames.begin()));
}

std::vector<air::StageInAttribute> attributesOf(const llvm::MDNode& entry) {
    std::vector<air::StageInAttribute> attributes;
    for (const auto& operand : llvm::cast<llvm::MDNode>(entry.getOperand(2))->operands()) {
        const auto& input = *llvm::cast<llvm::MDNode>(operand);
        if (textAt(input, 1) != "air.vertex_input") continue;
        const auto location = llvm::mdconst::extract<llvm::ConstantInt>(*after(input, "air.location_index"))->getZExtValue();
        attributes.push_back({textAfter(input, "air.arg_name"), uint16_t(location), dataType(textAfter(input, "air.arg_type_name"))});
    }
    return attributes;
}

std::string bitcodeOf(const llvm::Module& module) {
    std::string bitcode;
    llvm::raw_string_ostream out(bitcode);
    llvm::WriteBitcodeToFile(module, out);
    out.flush();
    return bitcode;
}

// The library's bytes, or nothing after a message on stderr.
std::optional<std::vector<std::byte>> packFile(const fs::path& path) {
    llvm::LLVMContext context;
    llvm::SMDiagnostic problem;
    const auto layout = [](llvm::StringRef, llvm::StringRef) { return std::optional(airpack::dataLayout()); };
    const auto module = llvm::parseAssemblyFileWithIndexNoUpgradeDebugInfo(path.string(), problem, context, nullptr, layout).Mod;
    if (!module) {
        problem.print("air-pack", llvm::errs());
        return std::nullopt;
    }
    const std::string name = path.stem().string();
    airpack::finishModule(*module, name);
    const auto entry = entryOf(*module);
    if (!entry || !module->getFunction(name) || llvm::verifyModule(*module, &llvm::errs())) {
        fmt::print(stderr, "air-pack: {}: not a valid module with one entry point named '{}'\n", path.string(), name);
        return std::nullopt;
    }
    const std::string bitcode = bitcodeOf(*module);
    const air::PackedFunction function{
        .name = name, .kind = entry->kind, .bitcode = std::as_bytes(std::span(bitcode)), .attributes = attributesOf(*entry->node)};
    auto library = air::packContainer(std::span(&function, 1));
    if (!library) {
        fmt::print(stderr, "air-pack: {}: {}\n", path.string(), library.error().text);
        return std::nullopt;
    }
    return std::move(*library);
}

// demo_shaders.h's list, sorted by name.
class Embedding {
public:
    void add(const std::string& name, std::span<const std::byte> bytes) {
        m_arrays += fmt::format("constexpr unsigned char k_{}[] = {{", name);
        for (size_t i = 0; i < bytes.size(); ++i) m_arrays += fmt::format("{}{},", i % 32 == 0 ? "\n" : "", uint8_t(bytes[i]));
        m_arrays += "\n};\n";
        m_rows += fmt::format("        {{\"{0}\", std::as_bytes(std::span(k_{0}))}},\n", name);
    }
    std::string source(std::string_view name) const {
        return fmt::format(
            "// Generated by air-pack.\n#include \"shaders/demo/demo_shaders.h\"\n\nnamespace demo {{\nnamespace {{\n{0}}}\n\n"
            "std::span<const Library> {2}();\nstd::span<const Library> {2}() {{\n    static const Library all[] = {{\n{1}    }};\n    return all;\n}}\n}}\n",
            m_arrays, m_rows, name);
    }

private:
    std::string m_arrays, m_rows;
};

bool writeFile(const fs::path& path, std::string_view text) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(text.data(), std::streamsize(text.size()));
    out.close();
    if (!out) fmt::print(stderr, "air-pack: cannot write {}\n", path.string());
    return bool(out);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 6 || std::string_view(argv[1]) != "--out" || std::string_view(argv[3]) != "--embed") {
        fmt::print(stderr, "usage: air-pack --out DIR --embed FILE.cpp [--as NAME] SHADER.ll...\n");
        return 2;
    }
    const bool isNamed = argc > 7 && std::string_view(argv[5]) == "--as";
    std::vector<fs::path> sources(argv + (isNamed ? 7 : 5), argv + argc);
    std::ranges::sort(sources, {}, &fs::path::stem);
    Embedding embedding;
    for (const fs::path& source : sources) {
        const auto library = packFile(source);
        if (!library) return 1;
        const std::string name = source.stem().string();
        const std::string_view text(reinterpret_cast<const char*>(library->data()), library->size());
        if (!writeFile(fs::path(argv[2]) / (name + ".metallib"), text)) return 1;
        embedding.add(name, *library);
    }
    return writeFile(argv[4], embedding.source(isNamed ? argv[6] : "libraries")) ? 0 : 1;
}
