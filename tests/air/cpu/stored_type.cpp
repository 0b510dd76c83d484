#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Metadata.h>
#include <llvm/IR/PatternMatch.h>

#include "rewrite.h"

namespace aircpu {

namespace {

using namespace llvm::PatternMatch;

constexpr uint64_t kUpperHalf = 16;

// Follows what hands bits on, and what rounds them.
class BitsOfFloats {
public:
    Element of(const llvm::Value* value) {
        const auto* i = llvm::dyn_cast<llvm::Instruction>(value);
        if (!i || !m_seen.insert(i).second) return Element::None;
        if (llvm::isa<llvm::BitCastInst>(i)) return ofCast(*i);
        if (llvm::isa<llvm::ExtractElementInst>(i) && isUpperHalf(*i)) return Element::BF16;
        llvm::Value* wide = nullptr;
        if (match(i, m_Trunc(m_LShr(m_Value(wide), m_SpecificInt(kUpperHalf)))))
            return comesFromFloat(wide) ? Element::BF16 : Element::None;
        if (match(i, m_Trunc(m_Value(wide)))) return of(wide); // of a shifted value that took a way round
        if (match(i, m_LShr(m_Value(wide), m_SpecificInt(kUpperHalf)))) return comesFromFloat(wide) ? Element::BF16 : Element::None;
        return handsOn(*i) || i->getOpcode() == llvm::Instruction::Or ? ofOperands(*i) : Element::None;
    }

private:
    static bool handsOn(const llvm::Instruction& i) {
        return llvm::isa<llvm::PHINode, llvm::SelectInst, llvm::FreezeInst, llvm::ExtractElementInst, llvm::InsertElementInst,
                         llvm::ShuffleVectorInst>(i);
    }

    Element ofCast(const llvm::Instruction& cast) {
        const Shape from = shapeOf(cast.getOperand(0)->getType()), to = shapeOf(cast.getType());
        if (from.lanes == to.lanes && isFloat(from.element)) return from.element;
        return from.lanes == to.lanes ? of(cast.getOperand(0)) : Element::None;
    }

    // A word that is loaded where the source has a float: its alias tag says so.
    static bool isFloatByItsTag(const llvm::Instruction& load) {
        const llvm::MDNode* tag = load.getMetadata(llvm::LLVMContext::MD_tbaa);
        const auto* type = tag && tag->getNumOperands() > 1 ? llvm::dyn_cast_or_null<llvm::MDNode>(tag->getOperand(1)) : nullptr;
        const auto* name = type && type->getNumOperands() > 0 ? llvm::dyn_cast_or_null<llvm::MDString>(type->getOperand(0)) : nullptr;
        return name && name->getString() == "float";
    }

    // Lane 1 of a float taken for two words.
    static bool isUpperHalf(const llvm::Instruction& extract) {
        const llvm::Value* source = nullptr;
        return match(&extract, m_ExtractElt(m_BitCast(m_Value(source)), m_SpecificInt(1))) && source->getType()->isFloatTy();
    }

    Element ofOperands(const llvm::Instruction& i) {
        const unsigned first = llvm::isa<llvm::SelectInst>(i) ? 1 : 0;
        for (unsigned o = first; o < i.getNumOperands(); ++o)
            if (const Element found = of(i.getOperand(o)); found != Element::None) return found;
        return Element::None;
    }

    bool comesFromFloat(const llvm::Value* value) {
        const auto* i = llvm::dyn_cast<llvm::Instruction>(value);
        if (!i || !m_seen.insert(i).second) return false;
        if (llvm::isa<llvm::BitCastInst>(i))
            return shapeOf(i->getOperand(0)->getType()).element == Element::F32 || comesFromFloat(i->getOperand(0));
        if (llvm::isa<llvm::LoadInst>(i)) return isFloatByItsTag(*i);
        const unsigned op = i->getOpcode();
        const bool rounds = op == llvm::Instruction::Add || op == llvm::Instruction::And || op == llvm::Instruction::Or;
        if (!rounds && !handsOn(*i)) return false;
        return llvm::any_of(i->operands(), [&](const llvm::Use& o) { return comesFromFloat(o.get()); });
    }

    llvm::SmallPtrSet<const llvm::Instruction*, 32> m_seen;
};

} // namespace

Element storedElement(const llvm::Value& value) {
    const Element element = shapeOf(value.getType()).element;
    if (element != Element::I16 && element != Element::I32) return element;
    const Element found = BitsOfFloats().of(&value);
    return found != Element::None && bytesOf(found) == bytesOf(element) ? found : element;
}

} // namespace aircpu
