#include "shaders/air/function_constants.h"

#include <fmt/format.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/DataLayout.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Metadata.h>
#include <llvm/IR/Module.h>

#include <algorithm>
#include <map>

namespace air {

namespace {

constexpr unsigned kNodeGlobal = 0, kNodeIndex = 3; // of a node of air.function_constants
constexpr unsigned kMostSteps = 8;                  // between a copy of a constant and the constant

using Indices = std::map<const llvm::GlobalVariable*, uint64_t>;

Indices indicesOf(const llvm::Module& module) {
    Indices indices;
    const llvm::NamedMDNode* list = module.getNamedMetadata("air.function_constants");
    if (!list) return indices;
    for (const llvm::MDNode* node : list->operands()) {
        if (node->getNumOperands() <= kNodeIndex) continue;
        const auto* global = llvm::mdconst::dyn_extract_or_null<llvm::GlobalVariable>(node->getOperand(kNodeGlobal));
        const auto* index = llvm::mdconst::dyn_extract_or_null<llvm::ConstantInt>(node->getOperand(kNodeIndex));
        if (global && index) indices.emplace(global, index->getLimitedValue());
    }
    return indices;
}

llvm::Constant* scalarOf(llvm::Type* type, std::span<const uint8_t> bytes) {
    uint64_t bits = 0;
    for (size_t i = 0; i < bytes.size(); ++i) bits |= uint64_t(bytes[i]) << (8 * i);
    const llvm::APInt number(unsigned(bytes.size() * 8), bits);
    if (type->isIntegerTy()) return llvm::ConstantInt::get(type, number);
    return llvm::ConstantFP::get(type->getContext(), llvm::APFloat(type->getFltSemantics(), number));
}

class Specializer {
public:
    Specializer(llvm::Module& module, std::span<const FunctionConstant> values)
        : m_module(module), m_values(values), m_indices(indicesOf(module)) {}

    std::string run() {
        for (llvm::GlobalVariable& global : m_module.globals()) {
            if (!global.hasInitializer() || !global.isExternallyInitialized()) continue;
            global.setExternallyInitialized(false);
            if (auto problem = giveValue(global); !problem.empty()) return problem;
            global.setConstant(true);
        }
        for (llvm::Function& declaration : m_module)
            if (declaration.isDeclaration()) foldCalls(declaration);
        return {};
    }

private:
    const FunctionConstant* givenFor(const llvm::GlobalVariable& global) const {
        const auto index = m_indices.find(&global);
        if (index == m_indices.end()) return nullptr;
        const auto given = std::ranges::find(m_values, index->second, &FunctionConstant::index);
        return given == m_values.end() ? nullptr : &*given;
    }

    std::string giveValue(llvm::GlobalVariable& global) const {
        llvm::Type* type = global.getValueType();
        const FunctionConstant* given = givenFor(global);
        if (!given) {
            if (llvm::isa<llvm::UndefValue>(global.getInitializer())) global.setInitializer(llvm::Constant::getNullValue(type));
            return {};
        }
        llvm::Type* element = type->getScalarType();
        const uint64_t bits = element->isIntegerTy() || element->is16bitFPTy() || element->isFloatTy() ? element->getScalarSizeInBits() : 0;
        if (bits == 0 || bits % 8 != 0 || bits > 64) return fmt::format("function constant {}: its type cannot be given", given->index);
        const auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type);
        const size_t size = size_t(bits) / 8, count = vector ? vector->getNumElements() : 1;
        if (given->bytes.size() < size * count)
            return fmt::format("function constant {}: {} bytes, its type has {}", given->index, given->bytes.size(), size * count);
        std::vector<llvm::Constant*> lanes;
        for (size_t i = 0; i < count; ++i) lanes.push_back(scalarOf(element, std::span(given->bytes).subspan(i * size, size)));
        global.setInitializer(vector ? llvm::ConstantVector::get(lanes) : lanes[0]);
        return {};
    }

    // Code asks about the constant, or about what its constructor copied it to.
    const llvm::GlobalVariable* constantBehind(const llvm::Value* place) const {
        const auto* global = llvm::dyn_cast<llvm::GlobalVariable>(place->stripPointerCasts());
        if (!global || m_indices.contains(global)) return global;
        for (const llvm::User* user : global->users())
            if (const auto* store = llvm::dyn_cast<llvm::StoreInst>(user); store && store->getPointerOperand() == global)
                if (const llvm::GlobalVariable* source = sourceOf(store->getValueOperand())) return source;
        return nullptr;
    }

    const llvm::GlobalVariable* sourceOf(const llvm::Value* value) const {
        for (unsigned step = 0; step < kMostSteps; ++step) {
            const auto* instruction = llvm::dyn_cast<llvm::Instruction>(value);
            if (!instruction || instruction->getNumOperands() == 0) return nullptr;
            value = instruction->getOperand(0);
            if (!llvm::isa<llvm::LoadInst>(instruction)) continue;
            const auto* global = llvm::dyn_cast<llvm::GlobalVariable>(value);
            return global && m_indices.contains(global) ? global : nullptr;
        }
        return nullptr;
    }

    // Null when `call` does not ask about a function constant.
    llvm::Value* answerTo(llvm::CallInst& call, llvm::StringRef name) const {
        if (name.starts_with("air.is_function_constant_defined") || name.starts_with("air.function_constant_predicate")) {
            const llvm::GlobalVariable* constant = call.arg_size() == 1 ? constantBehind(call.getArgOperand(0)) : nullptr;
            return llvm::ConstantInt::get(call.getType(), constant && givenFor(*constant) ? 1 : 0);
        }
        if (!name.starts_with("air.normalize_function_constant_predicate") || call.arg_size() != 1) return nullptr;
        llvm::IRBuilder<> builder(&call);
        llvm::Value* isSet = builder.CreateIsNotNull(call.getArgOperand(0));
        return builder.CreateZExt(isSet, call.getType());
    }

    void foldCalls(llvm::Function& declaration) const {
        for (llvm::User* user : llvm::make_early_inc_range(declaration.users())) {
            auto* call = llvm::dyn_cast<llvm::CallInst>(user);
            if (!call || call->getCalledFunction() != &declaration || !call->getType()->isIntegerTy()) continue;
            llvm::Value* answer = answerTo(*call, declaration.getName());
            if (!answer) continue;
            call->replaceAllUsesWith(answer);
            call->eraseFromParent();
        }
    }

    llvm::Module& m_module;
    std::span<const FunctionConstant> m_values;
    const Indices m_indices;
};

} // namespace

std::string foldFunctionConstants(llvm::Module& module, std::span<const FunctionConstant> values) { return Specializer(module, values).run(); }

} // namespace air
