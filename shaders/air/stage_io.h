// What a stage receives and returns: builtins, attributes, varyings, render targets, and the resources its arguments name.
#pragma once

#include <llvm/ADT/DenseMap.h>

#include <optional>
#include <string>
#include <vector>

#include "shaders/air/entry.h"
#include "shaders/air/glsl_expr.h"
#include "shaders/air/glsl_type.h"
#include "shaders/air/storage.h"

namespace llvm {
class Argument;
class CallInst;
class ReturnInst;
} // namespace llvm

namespace air {

class Emitter;

class StageIo {
public:
    explicit StageIo(Emitter& emitter) : m_emitter(emitter) {}

    void declareInputs();
    void declareStorages(); // after Addresses::scan
    void finish();          // what depends on the whole body
    Expr argument(const llvm::Argument& argument);
    // The metadata of an IR argument; null when it has none.
    const Argument* metadata(const llvm::Argument& argument) const;
    // Fills in the storage behind a buffer argument. False: declined, or an argument that is absent.
    bool bufferStorage(const llvm::Argument& argument, Storage& storage);
    // The same of a pointer in memory.
    bool handleStorage(const llvm::Value& handle, Storage& storage);
    // The Metal index of a buffer argument or the index of a pointer in memory; nothing: an argument that is absent.
    std::optional<uint32_t> bufferIndex(const llvm::Value& root) const;
    // The storage that is the guest's memory.
    void guestStorage(Storage& storage) const;
    // The four-component input behind an interpolant argument (interpolation.cpp).
    Expr interpolant(const Argument& a, bool isLinear);
    void emitReturn(const llvm::ReturnInst& ret);
    // fetched_input.cpp: the value of an attribute that the text fetches itself; `arguments` are those of AIR_FETCH.
    Expr fetchedInput(const FetchedInput& input, GlslType type, const std::vector<Expr>& arguments);
    // What reads control points: the accessor of a patch, and their number. False: another call.
    bool emitPatchCall(const llvm::CallInst& call);

private:
    Expr builtin(const Argument& a, const llvm::Argument& argument);
    Expr varying(const Argument& a, GlslType type);
    Expr varying(const Varying& input, GlslType type);
    Expr barycentrics(const Argument& a, GlslType type);
    Expr framebufferFetch(const Argument& a, GlslType type);
    Expr vertexInput(const Argument& a, GlslType type);
    Expr threadInput(const Argument& a, GlslType type);
    Expr patchInput(const Argument& a, GlslType type);
    void declarePatch();
    void assignUniforms();
    void assignArena();
    void declareArena(const std::vector<Storage*>& members);
    void declareBuffer(Storage& s);
    void declareBlock(const Storage& s, BufferUse& use);
    void declareGuestMemory(const Storage& s);
    void declareShared(const Storage& s);
    void declareTable(const Storage& s);
    void declareOutputs();
    void writeClipDistances(const std::vector<Expr>& leaves, const std::vector<const llvm::Type*>& types);
    void writeOutput(const Output& o, const std::vector<Expr>& leaves, const std::vector<const llvm::Type*>& types);
    void writeVaryings(const Output& o, const std::vector<Expr>& leaves, const std::vector<const llvm::Type*>& types);

    Emitter& m_emitter;
    llvm::DenseMap<const llvm::Argument*, Expr> m_arguments;
    Expr m_thread; // AIR_FETCH's `at` of a kernel; empty until it is asked for
    bool m_writesPosition = false;
};

// The first lanes of a four-component interface variable of `component` type, in the type the IR uses.
Expr fromInterface(const Expr& vector, uint8_t component, GlslType type);
// Narrow integers from outside: in the IR's values their unused high bits are zero.
Expr narrowed(const llvm::Type* type, const Expr& e);

// kernel_builtins.cpp, and the vertex and fragment builtins of stage_io_builtins.cpp: the value in its natural GLSL type; empty text when
// the name is not known to that stage.
struct Builtin {
    Expr value;
    GlslType type;
};
Builtin kernelBuiltin(Emitter& emitter, const std::string& kind);
Builtin graphicsBuiltin(Emitter& emitter, const std::string& kind);

} // namespace air
