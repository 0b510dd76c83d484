#include "shaders/air/passes.h"

#include <llvm/Analysis/CGSCCPassManager.h>
#include <llvm/Analysis/LoopAnalysisManager.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/PassManager.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Transforms/Scalar/Scalarizer.h>

#include "shaders/air/entry.h"
#include "shaders/air/guest_pointers.h"
#include "shaders/air/ir_limits.h"
#include "shaders/air/local_pointers.h"
#include "shaders/air/lower_integers.h"
#include "shaders/air/lower_llvm.h"
#include "shaders/air/lower_memory.h"
#include "shaders/air/matrix_order.h"
#include "shaders/air/memory_handles.h"
#include "shaders/air/memory_intrinsics.h"
#include "shaders/air/narrow_compares.h"
#include "shaders/air/pointer_split.h"
#include "shaders/air/runtime_functions.h"
#include "shaders/air/simdgroup_matrix.h"

namespace air {

namespace {

enum class Vectors : uint8_t { Kept, Split };

// Split: every vector becomes scalars first.
std::string runPipeline(llvm::Module& module, const char* text, Vectors vectors = Vectors::Kept) {
    llvm::LoopAnalysisManager loops;
    llvm::FunctionAnalysisManager functions;
    llvm::CGSCCAnalysisManager sccs;
    llvm::ModuleAnalysisManager modules;
    llvm::PassBuilder builder;
    builder.registerModuleAnalyses(modules);
    builder.registerCGSCCAnalyses(sccs);
    builder.registerFunctionAnalyses(functions);
    builder.registerLoopAnalyses(loops);
    builder.crossRegisterProxies(loops, functions, sccs, modules);
    llvm::ModulePassManager manager;
    llvm::ScalarizerPassOptions options;
    options.ScalarizeLoadStore = true;
    if (vectors == Vectors::Split) manager.addPass(llvm::createModuleToFunctionPassAdaptor(llvm::ScalarizerPass(options)));
    if (auto error = builder.parsePassPipeline(manager, text)) return "pass-pipeline: " + llvm::toString(std::move(error));
    manager.run(module, modules);
    return {};
}

// Implicit-lod samples and derivatives read neighbouring invocations; old producers do not say so (air.md 6.17).
bool readsNeighbours(llvm::StringRef name) {
    return name.starts_with("air.sample_") || name.starts_with("air.dfd") || name.starts_with("air.fast_dfd") || name.contains("fwidth") ||
           name.starts_with("air.calculate_") || name.contains("barrier") || name.starts_with("air.simd_") || name.starts_with("air.quad_");
}

void markConvergent(llvm::Module& module) {
    for (llvm::Function& f : module)
        if (f.isDeclaration() && readsNeighbours(f.getName())) f.setConvergent();
}

void inlineAllInto(llvm::Module& module, llvm::Function& entry) {
    // Metadata alone keeps no function: what is local or has no name goes when nothing calls it.
    entry.setLinkage(llvm::GlobalValue::ExternalLinkage);
    if (!entry.hasName()) entry.setName("nameless");
    for (llvm::Function& f : module) {
        if (f.isDeclaration()) continue;
        f.removeFnAttr(llvm::Attribute::NoInline);
        f.removeFnAttr(llvm::Attribute::OptimizeNone);
        if (&f == &entry) continue;
        f.setLinkage(llvm::GlobalValue::InternalLinkage);
        f.addFnAttr(llvm::Attribute::AlwaysInline);
    }
    for (llvm::Instruction& i : llvm::instructions(entry))
        if (auto* call = llvm::dyn_cast<llvm::CallInst>(&i)) call->removeFnAttr(llvm::Attribute::NoInline);
}

// Other entry points of a translation unit would be inlined and optimised for nothing.
void dropOtherEntries(llvm::Module& module, llvm::Function& entry) {
    for (const char* list : {"air.vertex", "air.fragment", "air.kernel", "air.mesh", "air.object", "air.visible", "air.intersection"}) {
        llvm::NamedMDNode* named = module.getNamedMetadata(list);
        if (!named) continue;
        for (llvm::MDNode* node : named->operands()) {
            if (node->getNumOperands() == 0) continue;
            auto* f = llvm::mdconst::dyn_extract_or_null<llvm::Function>(node->getOperand(0));
            if (!f || f == &entry || f->isDeclaration() || !f->use_empty()) continue;
            f->deleteBody();
        }
    }
}

std::string remainingCall(const llvm::Function& entry) {
    for (const llvm::Instruction& i : llvm::instructions(entry)) {
        const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
        if (!call) continue;
        const llvm::Function* callee = call->getCalledFunction();
        if (!callee) return "indirect-call";
        if (!callee->isDeclaration()) return "recursion: " + callee->getName().str();
    }
    return {};
}

// GLSL's vectors end at four lanes.
bool hasWideVectors(const llvm::Function& entry) {
    const auto isWide = [](const llvm::Type* type) {
        const auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type);
        return vector && vector->getNumElements() > 4;
    };
    for (const llvm::Instruction& i : llvm::instructions(entry))
        if (isWide(i.getType()) || llvm::any_of(i.operands(), [&](const llvm::Use& u) { return isWide(u->getType()); })) return true;
    return false;
}

// Beyond these inlining and the passes alone take many seconds. Much of what is inlined falls away where arguments are constants.
constexpr uint64_t kMaxInlining = 1000000;
constexpr unsigned kMaxInlined = 150000, kMaxPromoted = 100000;

constexpr const char* kInline = "globalopt,always-inline,globalopt,globaldce";
constexpr const char* kPromote = "function(lower-expect,sroa,mem2reg,instsimplify,simplifycfg,early-cse,dce)";
// simplifycfg makes switches of comparison chains, so the lowering comes last.
constexpr const char* kClean =
    "function(sroa,mem2reg,instsimplify,early-cse,lower-switch,simplifycfg,instsimplify,early-cse,lower-switch,dce)";
constexpr const char* kUnpack = "function(sroa,mem2reg,instsimplify,early-cse,dce)";
constexpr const char* kScalarize = "function(instsimplify,early-cse,dce)";

bool holdsPointer(const llvm::Type* type) {
    return type->isPointerTy() || llvm::any_of(type->subtypes(), [](const llvm::Type* part) { return holdsPointer(part); });
}

// Whether pointers or handles come out of buffers.
bool loadsPointers(const llvm::Function& entry) {
    for (const llvm::Instruction& i : llvm::instructions(entry)) {
        const auto* load = llvm::dyn_cast<llvm::LoadInst>(&i);
        const unsigned space = load ? load->getPointerAddressSpace() : 0;
        if ((space == 1 || space == 2) && holdsPointer(load->getType())) return true;
        if (llvm::isa<llvm::IntToPtrInst>(i)) return true;
    }
    return false;
}

// Copies of structs with handles in them are taken apart first.
std::string nameHandles(llvm::Module& module, const Entry& entry) {
    if (!loadsPointers(*entry.function)) return {};
    lowerMemoryAccesses(*entry.function);
    if (auto reason = runPipeline(module, kUnpack); !reason.empty()) return reason;
    nameMemoryHandles(entry);
    return {};
}

} // namespace

std::string simplify(llvm::Module& module, const Entry& node) {
    llvm::Function& entry = *node.function;
    for (auto& reason : {foreignSlot(node), foreignCode(module)})
        if (!reason.empty()) return reason;
    nameRuntimeFunctions(module);
    dropOtherEntries(module, entry);
    markConvergent(module);
    if (const uint64_t size = inlinedSize(entry); size > kMaxInlining)
        return "too-large: " + std::to_string(size) + " instructions with all that is called, " + std::to_string(kMaxInlining) + " is the limit";
    inlineAllInto(module, entry);
    if (auto reason = runPipeline(module, kInline); !reason.empty()) return reason;
    if (auto reason = remainingCall(entry); !reason.empty()) return reason;
    orderMatrixAccesses(entry);
    if (auto reason = lowerSimdgroupMatrices(entry); !reason.empty()) return reason;
    if (entry.getInstructionCount() > kMaxInlined)
        return "too-large: " + std::to_string(entry.getInstructionCount()) + " instructions, " + std::to_string(kMaxInlined) +
               " is the limit";
    if (auto reason = runPipeline(module, kPromote); !reason.empty()) return reason;
    if (entry.getInstructionCount() > kMaxPromoted)
        return "too-large: " + std::to_string(entry.getInstructionCount()) + " instructions, " + std::to_string(kMaxPromoted) + " is the limit";
    if (auto reason = expandMemoryIntrinsics(entry); !reason.empty()) return reason;
    if (auto reason = nameHandles(module, node); !reason.empty()) return reason;
    resolveLocalPointers(entry);
    splitPointers(entry);
    resolveGuestPointers(node);
    lowerMemoryAccesses(entry);
    lowerLlvmIntrinsics(entry);
    lowerIntegers(entry);
    lowerNextAfter(entry);
    if (auto reason = runPipeline(module, kClean); !reason.empty()) return reason;
    narrowCompares(entry);
    return hasWideVectors(entry) ? runPipeline(module, kScalarize, Vectors::Split) : std::string();
}

} // namespace air
