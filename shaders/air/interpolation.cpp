// Pull-model interpolation: an argument of type interpolant<T, P> is a handle, and each call says where to interpolate.
#include <fmt/format.h>
#include <llvm/IR/Instructions.h>

#include "shaders/air/emitter.h"
#include "shaders/air/intrinsics.h"

namespace air {

using Base = GlslType::Base;

namespace {

// Samples of Metal's fixed patterns for 1, 2, 4 and 8 samples, in sixteenths of a pixel from its upper left corner.
constexpr const char* kSamplePositions =
    "vec2 air_sample_position(uint count, uint i) {\n"
    "    const vec2 p[15] = vec2[15](vec2(8, 8), vec2(12, 12), vec2(4, 4), vec2(6, 2), vec2(14, 6), vec2(2, 10), vec2(10, 14),\n"
    "        vec2(9, 5), vec2(7, 11), vec2(13, 9), vec2(5, 3), vec2(3, 13), vec2(1, 7), vec2(11, 15), vec2(15, 1));\n"
    "    return p[min(count - 1u + min(i, count - 1u), 14u)] / 16.0;\n"
    "}";

} // namespace

bool emitInterpolation(Emitter& emitter, const llvm::CallInst& call, const std::string& name) {
    if (name.starts_with("air.get_sample_position") && call.arg_size() == 2) {
        emitter.helpers().add("air_sample_position", kSamplePositions);
        emitter.bind(call, air::call("air_sample_position", {emitter.low32(call.getArgOperand(0)), emitter.low32(call.getArgOperand(1))}));
        return true;
    }
    constexpr std::string_view kPrefix = "air.interpolate_";
    if (!name.starts_with(kPrefix) || call.arg_size() == 0) return false;
    const std::string_view place = std::string_view(name).substr(kPrefix.size());
    const auto* argument = llvm::dyn_cast<llvm::Argument>(call.getArgOperand(0)->stripPointerCasts());
    const Argument* a = argument ? emitter.io().metadata(*argument) : nullptr;
    const GlslType type = emitter.typeOf(&call);
    const bool needsOperand = place.starts_with("sample") || place.starts_with("offset");
    if (!a || a->semantic.empty() || type.base != Base::Float || (needsOperand && call.arg_size() < 2))
        return emitter.decline("pull-interpolation", name), true;
    const Expr input = emitter.io().interpolant(*a, place.find("no_perspective") != std::string_view::npos);
    Expr value = input;
    if (place.starts_with("centroid"))
        value = air::call("interpolateAtCentroid", {input});
    else if (place.starts_with("sample"))
        value = air::call("interpolateAtSample", {input, air::call("int", {emitter.low32(call.getArgOperand(1))})});
    else if (place.starts_with("offset")) // Metal counts from the pixel's upper left corner, GL from its centre; rows run the same way
        value = air::call("interpolateAtOffset", {input, binary(emitter.value(call.getArgOperand(1)), "-", {"0.5"})});
    emitter.bind(call, type.lanes == 4 ? value : swizzle(value, std::string_view("xyzw").substr(0, type.lanes)));
    return true;
}

} // namespace air
