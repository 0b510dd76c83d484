#include <llvm/ADT/PostOrderIterator.h>
#include <llvm/Analysis/LoopInfo.h>
#include <llvm/IR/Dominators.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Instructions.h>

#include <map>

#include "callbacks.h"
#include "rewrite.h"

namespace aircpu {

namespace {

constexpr uint32_t kSitesPerBlock = 4096;

template <class Function>
void callBefore(llvm::Instruction* at, Function* function, uint32_t argument) {
    llvm::IRBuilder<> builder(at);
    auto* type = llvm::FunctionType::get(builder.getVoidTy(), {builder.getInt32Ty()}, false);
    llvm::Value* callee = builder.CreateIntToPtr(builder.getInt64(reinterpret_cast<uint64_t>(function)), builder.getPtrTy());
    builder.CreateCall(type, callee, {builder.getInt32(argument)});
}

class Numbering {
public:
    Numbering(llvm::Function& entry, Program& program) : m_entry(entry), m_program(program), m_tree(entry), m_loops(m_tree) {
        for (llvm::BasicBlock* block : llvm::ReversePostOrderTraversal<llvm::Function*>(&entry))
            m_order.try_emplace(block, uint32_t(m_order.size()));
    }

    void numberSites() {
        for (const auto& [block, order] : m_order) {
            uint32_t inBlock = 0;
            for (llvm::Instruction& instruction : *block)
                if (llvm::isa<llvm::CallInst>(instruction)) addSite(instruction, order * kSitesPerBlock + inBlock++);
        }
    }

    void countLoops() {
        for (const auto& [header, id] : m_ids) {
            const llvm::Loop* loop = m_loops.getLoopFor(header);
            callBefore(&*header->getFirstInsertionPt(), loopStepped, id);
            if (llvm::BasicBlock* before = loop->getLoopPreheader()) callBefore(before->getTerminator(), loopEntered, id);
        }
        m_program.loops = uint32_t(m_ids.size());
    }

    void findLoops() {
        for (llvm::Loop* loop : m_loops.getLoopsInPreorder()) m_ids.try_emplace(loop->getHeader(), uint32_t(m_ids.size()));
    }

private:
    // The site's number travels as metadata until the call is rewritten.
    void addSite(llvm::Instruction& call, uint32_t order) {
        Site site;
        site.order = order;
        for (const llvm::Loop* loop = m_loops.getLoopFor(call.getParent()); loop; loop = loop->getParentLoop())
            site.loops.insert(site.loops.begin(), {m_order.at(loop->getHeader()) * kSitesPerBlock, m_ids.at(loop->getHeader())});
        auto* number = llvm::ConstantInt::get(llvm::Type::getInt32Ty(call.getContext()), m_program.sites.size());
        call.setMetadata("air.cpu.site", llvm::MDNode::get(call.getContext(), {llvm::ConstantAsMetadata::get(number)}));
        m_program.sites.push_back(std::move(site));
    }

    llvm::Function& m_entry;
    Program& m_program;
    llvm::DominatorTree m_tree;
    llvm::LoopInfo m_loops;
    std::map<llvm::BasicBlock*, uint32_t> m_order;
    std::map<llvm::BasicBlock*, uint32_t> m_ids; // by header
};

} // namespace

void markLoops(llvm::Function& entry, Program& program) {
    Numbering numbering(entry, program);
    numbering.findLoops();
    numbering.numberSites();
    numbering.countLoops();
}

} // namespace aircpu
