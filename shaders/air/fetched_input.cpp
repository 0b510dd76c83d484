// Attributes that no vertex array feeds: those of a kernel's thread, of a patch and of its control points. The text asks for them through
// AIR_FETCH_<name> (reflection.h), since their formats and buffers are the pipeline's.
#include <fmt/format.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Instructions.h>

#include <algorithm>
#include <array>

#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;
using Rate = FetchedInput::Rate;

namespace {

FetchedInput inputOf(const Emitter& emitter, Rate rate, const PatchField& field, GlslType type) {
    FetchedInput input{rate, field.location, 0, fmt::format("{}_a{}", emitter.prefix(), field.location)};
    if (type.base != Base::Float) input.componentType = componentTypeOf(field.typeName) == 1 ? 1 : 2;
    return input;
}

const Argument* accessedBy(const Entry& entry, llvm::StringRef accessor) {
    for (const Argument& a : entry.arguments)
        if (!a.accessor.empty() && a.accessor == accessor) return &a;
    return nullptr;
}

// Spelled f(index, patch); told by its type, as all operands are (air.md 5).
const llvm::Value* pointNumber(const llvm::CallInst& call) {
    for (const llvm::Value* operand : call.args())
        if (operand->getType()->isIntegerTy()) return operand;
    return nullptr;
}

} // namespace

Expr StageIo::fetchedInput(const FetchedInput& input, GlslType type, const std::vector<Expr>& arguments) {
    static constexpr std::array<const char*, 3> kMissing = {"vec4(0.0, 0.0, 0.0, 1.0)", "ivec4(0, 0, 0, 1)", "uvec4(0u, 0u, 0u, 1u)"};
    auto& inputs = m_emitter.reflection().fetchedInputs;
    const auto known = std::find_if(inputs.begin(), inputs.end(), [&](const FetchedInput& i) { return i.name == input.name; });
    if (known == inputs.end()) {
        inputs.push_back(input);
        m_emitter.declare(
            fmt::format("#ifndef AIR_FETCH_{0}\n#define AIR_FETCH_{0}(at, point) {1}\n#endif", input.name, kMissing[input.componentType]));
    } else if (known->componentType != input.componentType || known->rate != input.rate) {
        m_emitter.decline("fetched-input", fmt::format("attribute {} is declared in two ways", input.attribute));
    }
    return fromInterface(air::call("AIR_FETCH_" + input.name, arguments), input.componentType, type);
}

Expr StageIo::threadInput(const Argument& a, GlslType type) {
    if (m_thread.text.empty()) {
        const Expr position = kernelBuiltin(m_emitter, "air.thread_position_in_grid").value;
        m_thread = m_emitter.temporary({Base::Uint, 4}, call("uvec4", {position, {"0u"}}), "thread");
    }
    return fetchedInput(inputOf(m_emitter, Rate::Thread, {a.location, a.typeName}, type), type, {m_thread, {"0u"}});
}

Expr StageIo::patchInput(const Argument& a, GlslType type) {
    return fetchedInput(inputOf(m_emitter, Rate::Patch, {a.location, a.typeName}, type), type, {{"ts_patch"}, {"0u"}});
}

void StageIo::declarePatch() {
    const Entry& entry = m_emitter.entry();
    m_emitter.reflection().patchType = entry.patchType;
    m_emitter.reflection().patchControlPoints = entry.patchControlPoints;
    m_emitter.declare(
        "#ifndef AIR_SPACING\n#define AIR_SPACING equal_spacing\n#endif\n#ifndef AIR_WINDING\n#define AIR_WINDING ccw\n#endif");
    m_emitter.declare(fmt::format("layout({}, AIR_SPACING, AIR_WINDING) in;\npatch in uvec4 ts_patch;",
                                  entry.patchType == PatchType::Quad ? "quads" : "triangles"));
}

bool StageIo::emitPatchCall(const llvm::CallInst& call) {
    const Entry& entry = m_emitter.entry();
    if (entry.stage != Stage::Tessellation) return false;
    const llvm::Function* callee = call.getCalledFunction();
    if (callee->getName().starts_with("air.get_num_patch_control_points")) {
        m_emitter.helpers().add("AIR_PATCH_POINTS",
                                fmt::format("#ifndef AIR_PATCH_POINTS\n#define AIR_PATCH_POINTS {}u\n#endif", entry.patchControlPoints));
        m_emitter.bind(call, Expr{"uint(AIR_PATCH_POINTS)"});
        return true;
    }
    const Argument* a = accessedBy(entry, callee->getName());
    const llvm::Value* number = a ? pointNumber(call) : nullptr;
    if (!number) return false;
    const unsigned leaves = leafCount(call.getType());
    if (leaves != a->fields.size()) {
        m_emitter.decline("control-point", fmt::format("{} values for {} attributes", leaves, a->fields.size()));
        return true;
    }
    const Expr point = m_emitter.stable({Base::Uint, 1}, m_emitter.low32(number));
    std::vector<Expr> values;
    for (unsigned leaf = 0; leaf < leaves; ++leaf) {
        const llvm::Type* type = leafType(call.getType(), leaf);
        const GlslType glsl = glslType(type);
        if (glsl.base == Base::Void) return m_emitter.decline("type", "an attribute without GLSL form"), true;
        const FetchedInput input = inputOf(m_emitter, Rate::ControlPoint, a->fields[leaf], glsl);
        values.push_back(isAbsent(*a) ? m_emitter.zero(glsl) : narrowed(type, fetchedInput(input, glsl, {{"ts_patch"}, point})));
    }
    m_emitter.bind(call, std::move(values));
    return true;
}

} // namespace air
