// Everything that reads a module's own metadata and the literals behind its operands, on modules as metadata_module.h makes them of bytes.
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "shaders/air/entry.h"
#include "shaders/air/function_constants.h"
#include "shaders/air/ir_limits.h"
#include "shaders/air/sampler_state.h"
#include "tests/fuzz/metadata_module.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void readEntries(const llvm::Module& module) {
    for (const char* name : {"", "k", "other", "none"}) {
        const auto entry = air::readEntry(module, name);
        if (!entry) continue;
        require(entry->function && !entry->function->isDeclaration() && entry->function->getParent() == &module);
        require(*name == 0 || entry->function->getName() == name);
        for (const air::Argument& a : entry->arguments) {
            require(!a.predicate || a.predicate->getParent() == &module);
            require(!air::isAbsent(a) || a.predicate);
        }
        require(air::inlinedSize(*entry->function) == entry->function->getInstructionCount());
    }
}

void readSamplers(const llvm::Module& module) {
    for (const llvm::GlobalVariable& global : module.globals()) {
        const auto sampler = air::constexprSampler(&global);
        require(!sampler || (sampler->s <= 5 && sampler->t <= 5 && sampler->r <= 5 && sampler->compare <= 7));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    llvm::LLVMContext context;
    const auto module = pvg::fuzz::metadataModule(context, {data, size});
    require(air::foreignCode(*module).empty());
    readEntries(*module);
    readSamplers(*module);
    // The first bytes are a value as well.
    const std::vector<uint8_t> bytes(data, data + std::min<size_t>(size, 16));
    const std::vector<air::FunctionConstant> given{{0, bytes}, {1, {1}}};
    air::foldFunctionConstants(*module, given);
    readEntries(*module);
    readSamplers(*module);
    return 0;
}
