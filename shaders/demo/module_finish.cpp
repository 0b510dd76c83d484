#include "shaders/demo/module_finish.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/Metadata.h>

#include <array>

namespace airpack {

namespace {

using llvm::Metadata;

constexpr const char* kTriple = "air64-apple-macosx14.0.0";
constexpr std::array<uint32_t, 3> kAirVersion{2, 6, 0};
constexpr std::array<uint32_t, 3> kLanguageVersion{3, 1, 0};

struct Limit {
    const char* name;
    uint32_t value;
};
constexpr Limit kLimits[] = {
    {"frame-pointer", 2},      {"air.max_device_buffers", 31},     {"air.max_constant_buffers", 31}, {"air.max_threadgroup_buffers", 31},
    {"air.max_textures", 128}, {"air.max_read_write_textures", 8}, {"air.max_samplers", 16}};

class Nodes {
public:
    explicit Nodes(llvm::Module& module) : m_module(module), m_context(module.getContext()) {}
    Metadata* text(llvm::StringRef s) { return llvm::MDString::get(m_context, s); }
    Metadata* number(uint32_t v) { return llvm::ConstantAsMetadata::get(llvm::ConstantInt::get(llvm::Type::getInt32Ty(m_context), v)); }
    void add(llvm::StringRef list, llvm::ArrayRef<Metadata*> operands) {
        m_module.getOrInsertNamedMetadata(list)->addOperand(llvm::MDNode::get(m_context, operands));
    }

private:
    llvm::Module& m_module;
    llvm::LLVMContext& m_context;
};

void addModuleFlags(llvm::Module& module) {
    auto& context = module.getContext();
    module.addModuleFlag(llvm::Module::Warning, "SDK Version", llvm::ConstantDataArray::get(context, llvm::ArrayRef<uint32_t>({14, 4})));
    module.addModuleFlag(llvm::Module::Error, "wchar_size", 4);
    for (const Limit& limit : kLimits) module.addModuleFlag(llvm::Module::Max, limit.name, limit.value);
}

void addVersions(llvm::Module& module) {
    Nodes nodes(module);
    nodes.add("llvm.ident", {nodes.text("pvgl demo shaders")});
    nodes.add("air.version", {nodes.number(kAirVersion[0]), nodes.number(kAirVersion[1]), nodes.number(kAirVersion[2])});
    nodes.add("air.language_version", {nodes.text("Metal"), nodes.number(kLanguageVersion[0]), nodes.number(kLanguageVersion[1]),
                                       nodes.number(kLanguageVersion[2])});
    for (const char* option : {"air.compile.denorms_disable", "air.compile.fast_math_enable", "air.compile.framebuffer_fetch_enable"})
        nodes.add("air.compile_options", {nodes.text(option)});
}

void dropValueNames(llvm::Function& function) {
    for (auto& argument : function.args()) argument.setName("");
    for (auto& block : function) {
        block.setName("");
        for (auto& instruction : block) instruction.setName("");
    }
}

} // namespace

std::string dataLayout() {
    return "e-p:64:64:64-i1:8:8-i8:8:8-i16:16:16-i32:32:32-i64:64:64-f32:32:32-f64:64:64-v16:16:16-v24:32:32-v32:32:32-v48:64:64-v64:64:64-"
           "v96:128:128-v128:128:128-v192:256:256-v256:256:256-v512:512:512-v1024:1024:1024-n8:16:32";
}

void finishModule(llvm::Module& module, std::string_view sourceName) {
#if LLVM_VERSION_MAJOR >= 21
    module.setTargetTriple(llvm::Triple(kTriple));
#else
    module.setTargetTriple(kTriple);
#endif
    module.setSourceFileName(std::string(sourceName));
    module.setModuleIdentifier(std::string(sourceName));
    addModuleFlags(module);
    addVersions(module);
    for (auto& function : module) dropValueNames(function);
}

} // namespace airpack
