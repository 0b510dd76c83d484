#include "shaders/air/structurize.h"

#include <fmt/format.h>
#include <llvm/Analysis/CGSCCPassManager.h>
#include <llvm/Analysis/LoopAnalysisManager.h>
#include <llvm/Analysis/RegionInfo.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/PassManager.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Transforms/Utils/BasicBlockUtils.h>
#include <llvm/Transforms/Utils/Cloning.h>
#include <llvm/Transforms/Utils/CodeExtractor.h>

#include <vector>

#include "shaders/air/control_flow.h"

namespace air {

namespace {

using Blocks = std::vector<llvm::BasicBlock*>;

// LLVM's structurizer looks at the whole function for each of its regions. So a large function is taken apart first: regions with one way
// in and one way out become functions, and only those that need it are structurized.
constexpr size_t kLargeFunction = 64; // blocks
constexpr size_t kLargestPart = 64;
constexpr size_t kSmallestPart = 4; // an if with both its sides needs no help
// What cannot be taken apart costs its square: this is half a second.
constexpr size_t kMostBlocks = 1500;

constexpr const char* kUnify = "lower-switch,mergereturn,fix-irreducible";
constexpr const char* kStructurize = "loop-simplify,lcssa,unify-loop-exits,structurizecfg,instsimplify,dce";
constexpr const char* kRejoin = "sroa<preserve-cfg>,instsimplify,dce";

class Pipelines {
public:
    Pipelines() {
        m_builder.registerModuleAnalyses(m_modules);
        m_builder.registerCGSCCAnalyses(m_sccs);
        m_builder.registerFunctionAnalyses(m_functions);
        m_builder.registerLoopAnalyses(m_loops);
        m_builder.crossRegisterProxies(m_loops, m_functions, m_sccs, m_modules);
    }
    std::string run(llvm::Function& function, const char* text) {
        llvm::FunctionPassManager manager;
        if (auto error = m_builder.parsePassPipeline(manager, text)) return "pass-pipeline: " + llvm::toString(std::move(error));
        m_functions.clear(); // the code changes between the runs, too
        m_loops.clear();
        manager.run(function, m_functions);
        return {};
    }
    llvm::RegionInfo& regions(llvm::Function& function) {
        m_functions.clear();
        m_loops.clear();
        return m_functions.getResult<llvm::RegionInfoAnalysis>(function);
    }

private:
    llvm::LoopAnalysisManager m_loops;
    llvm::FunctionAnalysisManager m_functions;
    llvm::CGSCCAnalysisManager m_sccs;
    llvm::ModuleAnalysisManager m_modules;
    llvm::PassBuilder m_builder;
};

// Nothing may be written twice: a part's end is somewhere in the middle of the whole.
class NothingFree final : public FreeInstructions {
public:
    bool isFree(const llvm::BasicBlock&) const override { return false; }
};

bool isStructured(llvm::Function& function) { return buildControlFlow(function, NothingFree()).has_value(); }

// The largest regions that are no larger than a part may be.
void chooseParts(const llvm::Region& region, std::vector<Blocks>& parts) {
    for (const auto& inner : region) {
        Blocks blocks(inner->block_begin(), inner->block_end());
        if (blocks.size() > kLargestPart)
            chooseParts(*inner, parts);
        else if (blocks.size() >= kSmallestPart)
            parts.push_back(std::move(blocks));
    }
}

std::vector<llvm::CallInst*> takeApart(llvm::Function& function, Pipelines& pipelines) {
    // Locals stay where they are.
    llvm::BasicBlock& front = function.getEntryBlock();
    llvm::SplitBlock(&front, &*front.getFirstNonPHIOrDbgOrAlloca());
    std::vector<Blocks> parts;
    chooseParts(*pipelines.regions(function).getTopLevelRegion(), parts);
    std::vector<llvm::CallInst*> calls;
    const llvm::CodeExtractorAnalysisCache cache(function);
    for (const Blocks& blocks : parts) {
        llvm::CodeExtractor extractor(blocks);
        if (!extractor.isEligible()) continue;
        llvm::Function* part = extractor.extractCodeRegion(cache);
        if (part) calls.push_back(llvm::cast<llvm::CallInst>(part->user_back()));
    }
    return calls;
}

std::string structurizeAll(llvm::Function& function, Pipelines& pipelines) {
    if (function.size() > kMostBlocks)
        return fmt::format("too-large: {} blocks of unstructured control flow, {} is the limit", function.size(), kMostBlocks);
    return pipelines.run(function, kStructurize);
}

std::string structurizeOne(llvm::Function& function, Pipelines& pipelines) {
    return isStructured(function) ? std::string() : structurizeAll(function, pipelines);
}

} // namespace

std::string structurizeWhole(llvm::Function& entry) {
    Pipelines pipelines;
    return structurizeAll(entry, pipelines);
}

std::string structurize(llvm::Function& entry) {
    Pipelines pipelines;
    if (auto reason = pipelines.run(entry, kUnify); !reason.empty()) return reason;
    if (entry.size() <= kLargeFunction) return pipelines.run(entry, kStructurize);
    const std::vector<llvm::CallInst*> parts = takeApart(entry, pipelines);
    std::string reason = structurizeOne(entry, pipelines);
    for (llvm::CallInst* call : parts) {
        llvm::Function* part = call->getCalledFunction();
        if (reason.empty()) reason = structurizeOne(*part, pipelines);
        llvm::InlineFunctionInfo info;
        if (!llvm::InlineFunction(*call, info).isSuccess()) return "control-flow";
        part->eraseFromParent();
    }
    return reason.empty() ? pipelines.run(entry, kRejoin) : reason;
}

} // namespace air
