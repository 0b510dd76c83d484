#include "shaders/air/ir_limits.h"

#include <fmt/format.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Operator.h>
#include <llvm/Support/MathExtras.h>

#include <utility>

#include "shaders/air/entry.h"

namespace air {

namespace {

using llvm::Type;

constexpr unsigned kMaxDepth = 64;                       // of types in types; everything that looks at a type recurses
constexpr unsigned kMaxBits = 1024;                      // of an integer: SROA makes wide ones out of structs, producers none
constexpr uint64_t kMaxValueLeaves = 4096;               // scalars of one SSA value
constexpr uint64_t kMaxMemoryLeaves = uint64_t(1) << 20; // scalars of all globals and locals together
constexpr unsigned kMaxCallDepth = 1000;

// Counts the scalars of types; keeps the first type that cannot be had as a sentence.
class Types {
public:
    uint64_t leaves(Type* type, unsigned depth = 0) {
        const auto [at, isNew] = m_known.try_emplace(type, kPending);
        if (!isNew) return at->second == kPending ? fail("a type that holds itself") : at->second;
        if (depth > kMaxDepth) return fail(fmt::format("types nested more than {} deep", kMaxDepth));
        const uint64_t count = countOf(type, depth + 1);
        return m_known[type] = count;
    }
    const std::string& problem() const { return m_problem; }

private:
    static constexpr uint64_t kPending = ~uint64_t(0);

    uint64_t fail(std::string what) {
        if (m_problem.empty()) m_problem = std::move(what);
        return 1;
    }
    uint64_t countOf(Type* type, unsigned depth) {
        if (auto* array = llvm::dyn_cast<llvm::ArrayType>(type))
            return limited(llvm::SaturatingMultiply(array->getNumElements(), leaves(array->getElementType(), depth)));
        if (auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type))
            return limited(llvm::SaturatingMultiply(uint64_t(vector->getNumElements()), leaves(vector->getElementType(), depth)));
        if (auto* structure = llvm::dyn_cast<llvm::StructType>(type)) {
            uint64_t all = 0;
            for (Type* element : structure->elements()) all = llvm::SaturatingAdd(all, leaves(element, depth));
            return limited(all);
        }
        if (type->isIntegerTy() && type->getIntegerBitWidth() > kMaxBits) return fail(fmt::format("i{}", type->getIntegerBitWidth()));
        const bool isKnown = type->isIntegerTy() || type->isPointerTy() || type->isHalfTy() || type->isBFloatTy() || type->isFloatTy() ||
                             type->isDoubleTy() || type->isVoidTy() || type->isLabelTy() || type->isMetadataTy() || type->isFunctionTy();
        return isKnown ? 1 : fail("a type that is no shader's");
    }
    static uint64_t limited(uint64_t count) { return std::min(count, kPending - 1); }

    llvm::DenseMap<Type*, uint64_t> m_known;
    std::string m_problem;
};

class Check {
public:
    explicit Check(const llvm::Module& module) : m_module(module) {}

    std::string run() {
        for (llvm::StructType* type : m_module.getIdentifiedStructTypes())
            if (!type->isOpaque()) m_types.leaves(type);
        for (const llvm::GlobalVariable& global : m_module.globals()) memory(global.getValueType());
        for (const llvm::Function& f : m_module) {
            value(f.getReturnType());
            for (Type* parameter : f.getFunctionType()->params()) value(parameter);
            for (const llvm::BasicBlock& block : f) visit(block);
        }
        if (m_problem.empty() && !m_types.problem().empty()) m_problem = "foreign-code: " + m_types.problem();
        return m_problem;
    }

private:
    void fail(std::string reason) {
        if (m_problem.empty()) m_problem = std::move(reason);
    }
    void value(Type* type) {
        if (m_types.leaves(type) > kMaxValueLeaves) fail(fmt::format("too-large: a value of {} scalars", m_types.leaves(type)));
    }
    void memory(Type* type) {
        m_memory = llvm::SaturatingAdd(m_memory, m_types.leaves(type));
        if (m_memory > kMaxMemoryLeaves) fail(fmt::format("too-large: more than {} scalars of own memory", kMaxMemoryLeaves));
    }
    void visit(const llvm::BasicBlock& block) {
        const llvm::Instruction* end = block.getTerminator();
        if (!llvm::isa<llvm::BranchInst, llvm::SwitchInst, llvm::ReturnInst, llvm::UnreachableInst>(end))
            fail(std::string("foreign-code: ") + end->getOpcodeName());
        if (block.hasAddressTaken()) fail("foreign-code: the address of a block");
        for (const llvm::Instruction& i : block) {
            value(i.getType());
            for (const llvm::Use& operand : i.operands()) value(operand->getType());
            if (const auto* local = llvm::dyn_cast<llvm::AllocaInst>(&i)) memory(local->getAllocatedType());
            if (const auto* gep = llvm::dyn_cast<llvm::GEPOperator>(&i)) m_types.leaves(gep->getSourceElementType());
        }
    }

    const llvm::Module& m_module;
    Types m_types;
    uint64_t m_memory = 0;
    std::string m_problem;
};

class Sizes {
public:
    uint64_t of(const llvm::Function& f, unsigned depth = 0) {
        if (depth > kMaxCallDepth) return ~uint64_t(0);
        const auto [at, isNew] = m_known.try_emplace(&f, 0);
        if (!isNew) return at->second; // 0 while it is being counted: recursion is found after inlining
        uint64_t size = 0;
        for (const llvm::Instruction& i : llvm::instructions(f)) {
            const auto* call = llvm::dyn_cast<llvm::CallInst>(&i);
            const llvm::Function* callee = call ? call->getCalledFunction() : nullptr;
            size = llvm::SaturatingAdd(size, callee && !callee->isDeclaration() ? of(*callee, depth + 1) : uint64_t(1));
        }
        return m_known[&f] = size;
    }

private:
    llvm::DenseMap<const llvm::Function*, uint64_t> m_known;
};

} // namespace

// Metal's feature tables, the largest of all families.
std::string foreignSlot(const Entry& entry) {
    static constexpr std::pair<const char*, uint32_t> kSlots[] = {{"air.buffer", 31},       {"air.indirect_buffer", 31},
                                                                  {"air.texture", 128},     {"air.sampler", 16},
                                                                  {"air.vertex_input", 31}, {"air.render_target", 8}};
    const auto check = [](const std::string& kind, uint64_t slot) {
        for (const auto& [name, limit] : kSlots)
            if (kind == name && slot >= limit) return fmt::format("argument-index: {} {}, there are {}", kind, slot, limit);
        return std::string();
    };
    for (const Argument& a : entry.arguments)
        if (auto reason = check(a.kind, a.location); !reason.empty()) return reason;
    for (const Output& o : entry.outputs) {
        if (auto reason = check(o.kind, o.location); !reason.empty()) return reason;
        if (o.index > 1) return fmt::format("argument-index: colour {} of attachment {}", o.index, o.location);
    }
    return {};
}

std::string foreignCode(const llvm::Module& module) { return Check(module).run(); }

uint64_t inlinedSize(const llvm::Function& entry) { return Sizes().of(entry); }

} // namespace air
