// Atomics on words of guest buffers and threadgroup memory, barriers and fences.
#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>

#include <array>
#include <string_view>

#include "shaders/air/emitter.h"
#include "shaders/air/intrinsics.h"

namespace air {

using Base = GlslType::Base;

namespace {

struct Operation {
    std::string_view name; // as it follows air.atomic.<space>.
    const char* function;
};

constexpr std::array kOperations = {
    Operation{"xchg.", "atomicExchange"}, Operation{"store.", "atomicExchange"}, Operation{"add.", "atomicAdd"},
    Operation{"and.", "atomicAnd"},       Operation{"or.", "atomicOr"},          Operation{"xor.", "atomicXor"},
    Operation{"min.u.", "atomicMin"},     Operation{"max.u.", "atomicMax"},      Operation{"min.s.", "atomicMin_s"},
    Operation{"max.s.", "atomicMax_s"},
};

class AtomicCall {
public:
    AtomicCall(Emitter& emitter, const llvm::CallInst& call, std::string_view operation)
        : m_emitter(emitter), m_call(call), m_operation(operation), m_access(emitter.memory().access()) {}

    void emit() {
        const Address address = m_emitter.addresses().resolve(m_call.getArgOperand(0));
        if (!address.storage) return m_emitter.decline("atomic", "on a null pointer");
        if (m_operation.ends_with("i64") || m_operation.ends_with("i16") || m_operation.ends_with("i8"))
            return m_emitter.decline("atomic", m_operation);
        if (address.storage->kind != Storage::Kind::Block && address.storage->kind != Storage::Kind::Shared)
            return m_emitter.decline("atomic", "on thread memory");
        const Expr index = address.wordIndex();
        if (m_operation.starts_with("cmpxchg")) return compareExchange(*address.storage, index);
        if (m_operation.starts_with("load")) return finish(m_access.atomic(*address.storage, "atomicOr", index, {uintLiteral(0)}));
        if (m_operation == "add.f32")
            return m_emitter.bind(m_call, m_access.atomicFloatAdd(*address.storage, index, m_emitter.value(operand(1))));
        if (m_operation == "sub.f32")
            return m_emitter.bind(m_call, m_access.atomicFloatAdd(*address.storage, index, unary("-", m_emitter.value(operand(1)))));
        if (m_operation == "sub.u.i32" || m_operation == "sub.s.i32" || m_operation == "sub.i32")
            return finish(m_access.atomic(*address.storage, "atomicAdd", index, {unary("-", m_emitter.value(operand(1)))}));
        for (const Operation& o : kOperations)
            if (m_operation.starts_with(o.name)) return finish(m_access.atomic(*address.storage, o.function, index, {bits(operand(1))}));
        m_emitter.decline("atomic", m_operation);
    }

private:
    const llvm::Value* operand(unsigned n) const { return m_call.getArgOperand(std::min(n, m_call.arg_size() - 1)); }

    Expr bits(const llvm::Value* v) const {
        const Expr e = m_emitter.value(v);
        return v->getType()->isFloatTy() ? call("floatBitsToUint", {e}) : e;
    }

    // The old word as the call's value; a call whose value nobody reads is a statement.
    void finish(const Expr& old) {
        if (m_call.getType()->isVoidTy() || !m_emitter.plan().isUsed(m_call)) return m_emitter.statement(old.text);
        m_emitter.bind(m_call, m_call.getType()->isFloatTy() ? call("uintBitsToFloat", {old}) : old);
    }

    // cmpxchg(object, expected, desired, ...): returns the old value and writes it to *expected as well (intrinsics.tsv).
    void compareExchange(const Storage& storage, const Expr& index) {
        const llvm::Value *expected = operand(1), *desired = operand(2);
        if (!expected->getType()->isPointerTy()) return m_emitter.decline("atomic", m_operation);
        const llvm::Type* type = desired->getType();
        const Address place = m_emitter.addresses().resolve(expected);
        const Expr compare = m_emitter.memory().loadValue(type, place, 4);
        const Expr compareBits = type->isFloatTy() ? call("floatBitsToUint", {compare}) : compare;
        const Expr old =
            m_emitter.temporary({Base::Uint, 1}, m_access.atomic(storage, "atomicCompSwap", index, {compareBits, bits(desired)}));
        const Expr value = type->isFloatTy() ? call("uintBitsToFloat", {old}) : old;
        m_emitter.memory().storeValue(type, place, 4, value);
        if (!m_call.getType()->isVoidTy()) m_emitter.bind(m_call, value);
    }

    Emitter& m_emitter;
    const llvm::CallInst& m_call;
    std::string m_operation;
    StorageAccess& m_access;
};

} // namespace

bool emitAtomic(Emitter& emitter, const llvm::CallInst& call, const std::string& name) {
    std::string_view rest = name;
    for (std::string_view space : {"air.atomic.global.", "air.atomic.local."})
        if (rest.starts_with(space)) {
            AtomicCall(emitter, call, rest.substr(space.size())).emit();
            return true;
        }
    return false;
}

// Flags: 1 device, 2 threadgroup, 4 texture memory (intrinsics.tsv, air.wg.barrier).
static void emitFences(Emitter& emitter, const llvm::CallInst& call) {
    const auto* flags = llvm::dyn_cast<llvm::ConstantInt>(call.getArgOperand(0));
    const uint64_t bits = flags ? flags->getLimitedValue(7) : 7;
    if (bits & 1U) emitter.statement("memoryBarrierBuffer()");
    if (bits & 2U) emitter.statement("memoryBarrierShared()");
    if (bits & 4U) emitter.statement("memoryBarrierImage()");
}

bool emitBarrier(Emitter& emitter, const llvm::CallInst& call, const std::string& name) {
    // A simdgroup barrier is met by the whole threadgroup: simdgroups do not run in lock step here (air.md 6.14).
    const bool isWorkgroup = name.starts_with("air.wg.barrier") || name.starts_with("air.simdgroup.barrier"),
               isFence = name.starts_with("air.atomic.fence");
    if ((!isWorkgroup && !isFence) || call.arg_size() == 0) return false;
    if (emitter.entry().stage != Stage::Kernel && isWorkgroup) return emitter.decline("barrier", "outside a kernel"), true;
    emitFences(emitter, call);
    if (isWorkgroup) {
        emitter.statement("barrier()");
        emitter.reflection().usesBarrier = true;
    }
    return true;
}

} // namespace air
