#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/IR/DiagnosticInfo.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Transforms/Utils/ModuleUtils.h>

#include <algorithm>

#include "shaders/air/convergence.h"
#include "shaders/air/emitter.h"
#include "shaders/air/entry.h"
#include "shaders/air/function_constants.h"
#include "shaders/air/handles.h"
#include "shaders/air/loop_exits.h"
#include "shaders/air/memory_handles.h"
#include "shaders/air/module_loader.h"
#include "shaders/air/passes.h"
#include "shaders/air/reflection.h"
#include "shaders/air/structurize.h"
#include "shaders/air/uniformity.h"
#include "shaders/air/visible_functions.h"

namespace air {

namespace {

Outcome failed(std::string reason) { return {Verdict::Failed, std::move(reason), {}}; }
Outcome declined(std::string reason) { return {Verdict::Declined, std::move(reason), {}}; }

// Structurizing and GLSL compilers are super-linear; a function of this size would keep a desktop waiting for minutes.
constexpr size_t kMaxInstructions = 60000;

struct Attempt {
    bool isStructured = false;
    Outcome outcome;
};

// `meetings`: set when threads meet in places that only some of them reach.
Attempt emit(const Entry& entry, const llvm::Module& module, const Capabilities& capabilities, const Uniformity* meetings,
             MaskedLoops loops = MaskedLoops::Refused) {
    Narrowing narrowing(*entry.function);
    UsePlan plan(*entry.function, narrowing, entry.stage == Stage::Fragment);
    auto flow = buildControlFlow(*entry.function, plan);
    if (!flow) return {};
    if (meetings != nullptr) {
        auto converged = convergeMeetings(std::move(*flow), *meetings, loops);
        if (!converged) return {true, declined("simd-in-divergent-flow")};
        flow = std::move(converged);
    }
    if (capabilities.loopExitsByFlag) markFlaggedLoops(*flow, entry);
    plan.assignScopes(*flow);
    Emitter emitter({entry, module, capabilities, narrowing, plan});
    Translation translation = emitter.run(*flow);
    if (!emitter.declined().empty()) return {true, declined(emitter.declined())};
    return {true, {Verdict::Ok, "", std::move(translation)}};
}

// Quads of a fragment function, of which only some threads reach an operation. Nothing lets a quad go round a loop together.
Attempt emitQuads(const Entry& entry, const llvm::Module& module, const Capabilities& capabilities) {
    const Uniformity before(entry);
    const bool needsMasks = std::any_of(llvm::inst_begin(entry.function), llvm::inst_end(entry.function),
                                        [&](const llvm::Instruction& i) { return countsThreads(i) && before.isDivergent(i.getParent()); });
    if (!needsMasks) return emit(entry, module, capabilities, nullptr);
    const auto isReturn = [](const llvm::BasicBlock& b) { return llvm::isa<llvm::ReturnInst>(b.getTerminator()); };
    if (llvm::count_if(*entry.function, isReturn) > 1) return {}; // threads that return early must stay for the others
    isolateMeetings(*entry.function, before);
    const Uniformity uniformity(entry);
    return emit(entry, module, capabilities, &uniformity, MaskedLoops::Refused);
}

Attempt emitMeeting(const Entry& entry, const llvm::Module& module, const Capabilities& capabilities) {
    const bool hasMeetings = std::any_of(llvm::inst_begin(entry.function), llvm::inst_end(entry.function), isMeeting);
    if (entry.stage == Stage::Fragment && hasMeetings) return emitQuads(entry, module, capabilities);
    if (entry.stage != Stage::Kernel || !hasMeetings) return emit(entry, module, capabilities, nullptr);
    const bool hasSimd = std::any_of(llvm::inst_begin(entry.function), llvm::inst_end(entry.function), isSimdOperation);
    const bool isConverged = !isolateMeetings(*entry.function, Uniformity(entry));
    if (isConverged) return emit(entry, module, capabilities, nullptr);
    const Uniformity uniformity(entry);
    // Barriers alone are uniform by Metal's own rule, whatever can be proved here: their loops need no masks. Where threads return before a
    // barrier all the same, GPUs go on with the others; the driver that needs flags drops the whole group (air.md 7).
    const bool needsMasks = hasSimd || capabilities.loopExitsByFlag;
    Attempt attempt = emit(entry, module, capabilities, &uniformity, needsMasks ? MaskedLoops::Allowed : MaskedLoops::Refused);
    const bool isRefused = attempt.isStructured && attempt.outcome.reason == "simd-in-divergent-flow";
    return isRefused ? emit(entry, module, capabilities, nullptr) : std::move(attempt);
}

// The predicates of gated arguments are named by metadata only, which keeps no global alive; their values are known after the passes.
void keepPredicates(llvm::Module& module, const Entry& entry) {
    llvm::SmallVector<llvm::GlobalValue*, 8> predicates;
    for (const Argument& a : entry.arguments)
        if (a.predicate) predicates.push_back(const_cast<llvm::GlobalVariable*>(a.predicate)); // metadata hands out const only
    if (!predicates.empty()) llvm::appendToCompilerUsed(module, predicates);
}

Outcome translateEntry(llvm::Module& module, Entry& entry, const Capabilities& capabilities) {
    if (!entry.declined.empty()) return declined(entry.declined);
    keepPredicates(module, entry);
    if (auto reason = simplify(module, entry); !reason.empty()) return declined(reason);
    resolveHandles(entry);
    entry.handles = std::make_shared<const MemoryHandles>(entry);
    if (!entry.handles->declined().empty()) return declined(entry.handles->declined());
    if (entry.function->getInstructionCount() > kMaxInstructions)
        return declined(
            fmt::format("too-large: {} instructions, {} is the limit", entry.function->getInstructionCount(), kMaxInstructions));
    Attempt attempt = emitMeeting(entry, module, capabilities);
    if (attempt.isStructured) return std::move(attempt.outcome);
    if (auto reason = structurize(*entry.function); !reason.empty()) return declined(reason);
    attempt = emitMeeting(entry, module, capabilities);
    if (attempt.isStructured) return std::move(attempt.outcome);
    if (auto reason = structurizeWhole(*entry.function); !reason.empty()) return declined(reason);
    attempt = emitMeeting(entry, module, capabilities);
    return attempt.isStructured ? std::move(attempt.outcome) : declined("control-flow");
}

void ignoreDiagnostics(const llvm::DiagnosticInfo*, void*) {}

} // namespace

Outcome translate(std::span<const std::byte> library, const std::string& function, const Capabilities& capabilities) {
    return translateGiven(library, function, capabilities, {});
}

Outcome translateGiven(std::span<const std::byte> library, const std::string& function, const Capabilities& capabilities,
                       const Given& given) {
    auto code = findModule(library, function);
    if (!code) return failed(code.error().text);
    llvm::LLVMContext context;
    context.setDiagnosticHandlerCallBack(ignoreDiagnostics);
    auto module = parseModule(context, *code);
    if (!module) return failed(module.error().text);
    auto entry = readEntry(**module, function);
    if (!entry) return failed(function.empty() ? "the module has no entry point" : "the module has no entry point '" + function + "'");
    std::vector<std::span<const std::byte>> containers{library};
    containers.insert(containers.end(), given.linked.begin(), given.linked.end());
    if (auto reason = linkVisibleFunctions(**module, containers); !reason.empty()) return declined(reason);
    if (auto reason = foldFunctionConstants(**module, given.constants); !reason.empty()) return failed(reason);
    return translateEntry(**module, *entry, capabilities);
}

} // namespace air
