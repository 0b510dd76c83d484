// Which family a call belongs to.
#include <llvm/IR/Constants.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Instructions.h>

#include "shaders/air/intrinsics.h"

#include "shaders/air/conversions.h"
#include "shaders/air/emitter.h"
#include "shaders/air/simdgroup_matrix.h"
#include "shaders/air/visible_functions.h"

namespace air {

namespace {

struct Refusal {
    const char* prefix;
    const char* reason;
};

constexpr Refusal kRefusals[] = {
    {"air.simdgroup_matrix", "simdgroup-matrix"},
    {"air.simdgroup_async", "async-copy"},
    {"air.wait_simdgroup", "async-copy"},
    {"air.simd_", "simdgroup-operation"},
    {"air.quad_", "quadgroup-operation"},
    {"air.is_uniform", "uniformity-query"},
    {"air.intersect", "ray-tracing"},
    {"air.get_null_intersection", "ray-tracing"},
    {"air.load.implicit_imageblock", "imageblock"},
    {"air.store.implicit_imageblock", "imageblock"},
    {"air.imageblock", "imageblock"},
    {"air.get_imageblock", "imageblock"},
    {"air.write_imageblock", "imageblock"},
    {"air.set_", "mesh-function"},
    {"llvm.agx", "apple-gpu-private"},
};

// The thread goes on as a helper, so that samples and derivatives behind it still have neighbours (air.md 6.18). GLSL's own word ends it in
// some drivers.
void discard(Emitter& emitter) {
    if (!emitter.reflection().usesDiscard)
        emitter.declare("#ifdef GL_EXT_demote_to_helper_invocation\n#define AIR_DISCARD demote\n#else\n#define AIR_DISCARD discard\n#endif");
    emitter.reflection().usesDiscard = true;
    emitter.statement("AIR_DISCARD");
}

bool emitSimple(Emitter& emitter, const llvm::CallInst& call, const std::string& name) {
    if (name.starts_with("air.discard_fragment")) return discard(emitter), true;
    if (name.starts_with("air.get_num_samples.")) return emitter.bind(call, Expr{"uint(gl_NumSamples)"}), true;
    if (name.starts_with("air.get_simdgroup_size")) return emitter.bind(call, uintLiteral(32)), true;
    if (name == kSimdLane) return emitter.bind(call, Expr{"(gl_LocalInvocationIndex & 31u)"}), true;
    if (name == "llvm.trap" || name.starts_with("llvm.dbg")) return true;
    return false;
}

} // namespace

void emitCall(Emitter& emitter, const llvm::CallInst& call) {
    const llvm::Function* callee = call.getCalledFunction();
    if (!callee) return emitter.decline("indirect-call");
    const std::string name = callee->getName().str();
    if (name.find(".f64") != std::string::npos) return emitter.decline("double", name);
    const bool isFree = !call.mayWriteToMemory() && !call.getType()->isVoidTy();
    if (isFree && !emitter.plan().isUsed(call)) return;
    if (name.starts_with("air.convert.")) return emitConvert(emitter, call);
    if (emitter.io().emitPatchCall(call)) return;
    if (emitSimple(emitter, call, name) || emitter.textures().emit(call, name) || emitAtomic(emitter, call, name) ||
        emitBarrier(emitter, call, name) || emitSimd(emitter, call, name) || emitFragmentQuad(emitter, call, name) ||
        emitMath(emitter, call, name) || emitPacking(emitter, call, name) || emitInterpolation(emitter, call, name) ||
        emitGuestPointer(emitter, call, name))
        return;
    for (const Refusal& r : kRefusals)
        if (name.starts_with(r.prefix)) return emitter.decline(r.reason, name);
    emitter.decline(isVisibleReference(name) ? "visible-function" : "intrinsic", name);
}

} // namespace air
