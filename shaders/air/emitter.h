// Writes one function's GLSL. The emitter owns the text and the values; memory, textures, intrinsics and stage variables have classes of
// their own that share it.
#pragma once

#include <llvm/ADT/DenseMap.h>

#include <string>
#include <string_view>
#include <vector>

#include "shaders/air/addresses.h"
#include "shaders/air/control_flow.h"
#include "shaders/air/entry.h"
#include "shaders/air/glsl_expr.h"
#include "shaders/air/glsl_type.h"
#include "shaders/air/helper_library.h"
#include "shaders/air/memory_access.h"
#include "shaders/air/memory_handles.h"
#include "shaders/air/names.h"
#include "shaders/air/narrowing.h"
#include "shaders/air/reflection.h"
#include "shaders/air/stage_io.h"
#include "shaders/air/storage.h"
#include "shaders/air/textures.h"
#include "shaders/air/use_plan.h"

namespace llvm {
class BinaryOperator;
class CallInst;
class CastInst;
class CmpInst;
class Constant;
class Instruction;
class Module;
class SelectInst;
} // namespace llvm

namespace air {

// What Emitter::run needs to know about its function.
struct EmitterInput {
    const Entry& entry;
    const llvm::Module& module;
    const Capabilities& capabilities;
    const Narrowing& narrowing;
    UsePlan& plan;
};

class Emitter {
public:
    explicit Emitter(const EmitterInput& input);
    // The whole text. declined() is not empty when something in the function has no GLSL form; the text is then of no use.
    Translation run(const Scope& flow);
    const std::string& declined() const { return m_declined; }

    // The first reason stays.
    void decline(std::string_view reason, std::string_view detail = {});

    // Values.
    Expr value(const llvm::Value* v);
    std::vector<Expr> leaves(const llvm::Value* v); // an aggregate's scalars and vectors, in order
    Expr low32(const llvm::Value* v);               // an integer's low 32 bits, as uint
    Expr wide(const llvm::Value* v);                // an i64, as uint64_t
    Expr signedValue(const llvm::Value* v);         // sign-extended, as int, ivecN or int64_t
    Expr zero(GlslType type) const;
    GlslType typeOf(const llvm::Value* v) const;
    Expr temporary(GlslType type, const Expr& e, std::string_view hint = {});
    Expr stable(GlslType type, const Expr& e); // an expression that may be written twice
    Expr lane(const llvm::Value* vector, unsigned lane);
    Expr activeMask() const;                // whether this thread takes part in the meeting that is being written
    Expr roundedHalf(const llvm::Value* v); // with half precision where the value may carry more

    // Text.
    void statement(const std::string& text);                         // one line, a semicolon added
    void bind(const llvm::Instruction& i, std::vector<Expr> leaves); // the instruction's value
    void bind(const llvm::Instruction& i, Expr e) { bind(i, std::vector<Expr>{std::move(e)}); }
    void declare(const std::string& global) { m_globals.push_back(global); } // at file scope
    void require(const std::string& extension);

    // Words of memory to values and back; `words` is uint, uvecN or float, vecN when isFloat.
    Expr fromWords(const llvm::Type* type, const Expr& words, bool isFloat, bool isNarrow = false);
    std::vector<Expr> toWords(const llvm::Type* type, const Expr& value);

    const Entry& entry() const { return m_entry; }
    const llvm::Module& module() const { return m_module; }
    const Capabilities& capabilities() const { return m_capabilities; }
    const UsePlan& plan() const { return m_plan; }
    const Narrowing& narrowing() const { return m_narrowing; }
    Reflection& reflection() { return m_reflection; }
    HelperLibrary& helpers() { return m_helpers; }
    Addresses& addresses() { return m_addresses; }
    MemoryAccess& memory() { return m_memory; }
    Textures& textures() { return m_textures; }
    StageIo& io() { return m_io; }
    const MemoryHandles& handles() const { return *m_entry.handles; }
    // How names write a Metal index or a handle ("3", "_a0_o16"), and their entry in P_info and P_place.
    std::string slotName(uint32_t index) const;
    static uint32_t infoEntry(uint32_t index) { return index < kFirstHandle ? index : index - kFirstHandle + kFirstHandleInfo; }
    size_t infoEntries() const { return kFirstHandleInfo + handles().all().size(); }
    Expr isHandleNil(uint32_t index);
    const char* prefix() const; // "vs", "fs", "cs", "ts"

private:
    // emitter.cpp: statements
    void emitScope(const Scope& scope, bool isTail);
    void emitIf(const Statement& s, bool isTail);
    void emitLoop(const Statement& s);
    void emitBreak();
    void emitMasks(const Statement& s);
    void emitMaskedLoop(const Statement& s);
    void keepInactive(const std::string& name, GlslType type, const Expr& e);
    std::string scopeText(const Scope& scope, bool isTail);
    void emitBlock(const llvm::BasicBlock& block);
    void emitEdge(const llvm::BasicBlock& from, const llvm::BasicBlock& to);
    void emitInstruction(const llvm::Instruction& i);
    void declarePhis();
    std::string assemble();
    void limitText(size_t bytes); // declines a text of more than drivers can be asked to compile

    // emit_values.cpp
    Expr constant(const llvm::Constant& c, bool isNarrow);
    std::vector<Expr> transparentLeaves(const llvm::Instruction& i);
    std::vector<Expr> insertValue(const llvm::Instruction& i);
    // emit_arithmetic.cpp
    Expr arithmetic(const llvm::BinaryOperator& i);
    Expr booleanArithmetic(const llvm::BinaryOperator& i);
    Expr wideArithmetic(const llvm::BinaryOperator& i);
    Expr division(const llvm::BinaryOperator& i);
    Expr floatArithmetic(const llvm::BinaryOperator& i);
    Expr compare(const llvm::CmpInst& i);
    Expr comparePointers(const llvm::CmpInst& i);
    Expr placeEntry(uint32_t index);
    Expr placeOf(const Address& address);
    Expr isNull(const Address& address);
    Expr compareFloats(const llvm::CmpInst& i);
    std::vector<Expr> select(const llvm::SelectInst& i);
    Expr masked(const llvm::Type* type, const Expr& e); // keeps unused high bits of narrow integers zero
    // emit_casts.cpp
    Expr cast(const llvm::CastInst& i);
    Expr bitcast(const llvm::CastInst& i);
    Expr signExtended64(const Expr& number, GlslType type);
    // emit_vectors.cpp
    Expr vectorOf(const llvm::Value* v);
    Expr dynamicExtract(const llvm::Instruction& i);
    Expr dynamicInsert(const llvm::Instruction& i);

    const Entry& m_entry;
    const llvm::Module& m_module;
    const Capabilities& m_capabilities;
    const Narrowing& m_narrowing;
    UsePlan& m_plan;
    Reflection m_reflection;
    HelperLibrary m_helpers;
    Names m_names;
    Addresses m_addresses;
    MemoryAccess m_memory;
    Textures m_textures;
    StageIo m_io;
    llvm::DenseMap<const llvm::Value*, std::vector<Expr>> m_values;
    std::vector<std::string> m_globals, m_hoisted;
    std::vector<std::string> m_loopFlags; // of the loops around; empty: left by break
    std::string m_body, m_declined;
    unsigned m_depth = 1;
    size_t m_bytes = 0; // of all statements
    int m_mask = kEverybody, m_masks = 0, m_maskedLoops = 0;
};

// intrinsics.cpp: true when the call was handled (or declined).
void emitCall(Emitter& emitter, const llvm::CallInst& call);

// Number of scalars and vectors in a type, and the position of the one an index path leads to.
unsigned leafCount(const llvm::Type* type);
const llvm::Type* leafType(const llvm::Type* type, unsigned leaf);

} // namespace air
