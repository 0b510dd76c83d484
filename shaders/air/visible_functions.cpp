#include "shaders/air/visible_functions.h"

#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Metadata.h>
#include <llvm/IR/Module.h>
#include <llvm/Linker/Linker.h>

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "shaders/air/container.h"
#include "shaders/air/module_loader.h"

namespace air {

namespace {

constexpr const char* kReferences = "air.visible_function_references";
constexpr size_t kMostLinked = 64; // functions; each parses a module

// The declarations that stand for a function, with its name.
std::vector<std::pair<llvm::Function*, std::string>> references(const llvm::Module& module) {
    std::vector<std::pair<llvm::Function*, std::string>> all;
    const llvm::NamedMDNode* list = module.getNamedMetadata(kReferences);
    if (!list) return all;
    for (const llvm::MDNode* node : list->operands()) {
        if (node->getNumOperands() < 3) continue;
        auto* function = llvm::mdconst::dyn_extract_or_null<llvm::Function>(node->getOperand(1));
        const auto* name = llvm::dyn_cast_or_null<llvm::MDString>(node->getOperand(2).get());
        if (function && name && function->isDeclaration() && !function->use_empty()) all.emplace_back(function, name->getString().str());
    }
    return all;
}

class Linking {
public:
    Linking(llvm::Module& module, std::span<const std::span<const std::byte>> containers) : m_module(module), m_containers(containers) {}

    std::string run() {
        // Every module that is linked brings references of its own.
        for (bool isNew = true; isNew && m_problem.empty();) {
            isNew = false;
            for (const auto& [reference, name] : references(m_module)) {
                if (m_missing.contains(name)) continue;
                isNew = true;
                resolve(*reference, name);
                if (!m_problem.empty()) break;
            }
        }
        return m_problem;
    }

private:
    void resolve(llvm::Function& reference, const std::string& name) {
        llvm::Function* definition = definitionOf(name);
        if (!definition) {
            m_missing[name] = true;
            return;
        }
        if (definition->getFunctionType() != reference.getFunctionType()) {
            m_problem = fmt::format("visible-function: {} is called with another type than it has", name);
            return;
        }
        reference.replaceAllUsesWith(definition);
    }

    llvm::Function* definitionOf(const std::string& name) {
        if (const auto known = m_linked.find(name); known != m_linked.end()) return known->second;
        llvm::Function* own = m_module.getFunction(name);
        if (own && !own->isDeclaration()) return m_linked[name] = own;
        for (const auto& container : m_containers) {
            auto other = moduleWith(container, name);
            if (!other) continue;
            if (m_linked.size() >= kMostLinked) {
                m_problem = fmt::format("visible-function: more than {} functions", kMostLinked);
                return nullptr;
            }
            return m_linked[name] = take(std::move(other), name);
        }
        return nullptr;
    }

    // Null when the container has no such function. Bare bitcode has no names outside.
    std::unique_ptr<llvm::Module> moduleWith(std::span<const std::byte> container, const std::string& name) {
        const auto entries = readContainer(container);
        if (!entries) return nullptr;
        for (const FunctionEntry& entry : *entries) {
            if (!entry.name.empty() && entry.name != name) continue;
            auto module = parseModule(m_module.getContext(), entry.bitcode);
            if (!module) continue;
            const llvm::Function* function = (*module)->getFunction(name);
            if (function && !function->isDeclaration()) return std::move(*module);
        }
        return nullptr;
    }

    // Nothing of `other` but the function is visible, so that names of both modules may be the same.
    llvm::Function* take(std::unique_ptr<llvm::Module> other, const std::string& name) {
        const std::string unique = fmt::format("air.linked.{}", m_linked.size());
        for (llvm::GlobalValue& value : other->global_values()) {
            // A list of constructors joins ours.
            if (value.isDeclaration() || value.hasAppendingLinkage()) continue;
            if (auto* object = llvm::dyn_cast<llvm::GlobalObject>(&value)) object->setComdat(nullptr);
            value.setLinkage(llvm::GlobalValue::InternalLinkage);
        }
        llvm::Function* function = other->getFunction(name);
        function->setLinkage(llvm::GlobalValue::ExternalLinkage);
        function->setName(unique);
        dropMetadata(*other);
        other->setDataLayout(m_module.getDataLayout());
        if (llvm::Linker::linkModules(m_module, std::move(other))) {
            m_problem = fmt::format("visible-function: {} cannot be linked", name);
            return nullptr;
        }
        return m_module.getFunction(unique);
    }

    // Module flags of different tools contradict each other; entries of the other module are none of this one.
    static void dropMetadata(llvm::Module& other) {
        llvm::SmallVector<llvm::NamedMDNode*, 16> dropped;
        for (llvm::NamedMDNode& list : other.named_metadata())
            if (list.getName() != kReferences && list.getName() != "air.sampler_states") dropped.push_back(&list);
        for (llvm::NamedMDNode* list : dropped) other.eraseNamedMetadata(list);
    }

    llvm::Module& m_module;
    std::span<const std::span<const std::byte>> m_containers;
    std::map<std::string, llvm::Function*> m_linked;
    std::map<std::string, bool> m_missing;
    std::string m_problem;
};

} // namespace

std::string linkVisibleFunctions(llvm::Module& module, std::span<const std::span<const std::byte>> containers) {
    return Linking(module, containers).run();
}

bool isVisibleReference(std::string_view name) { return name.ends_with(kVisibleReferenceSuffix); }

} // namespace air
