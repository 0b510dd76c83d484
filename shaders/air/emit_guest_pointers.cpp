// Addresses of the guest in GLSL: where they lead, and those of buffers that are bound (reflection.h, P_memory and P_address).
#include <fmt/format.h>
#include <llvm/IR/Instructions.h>

#include <algorithm>

#include "shaders/air/emitter.h"
#include "shaders/air/guest_pointers.h"
#include "shaders/air/intrinsics.h"

namespace air {

namespace {

// The last range of the table that starts at or below the address; the byte behind a range still belongs to it. The loop is left at its
// head (loop_exits.h).
Expr find(Emitter& emitter, const Expr& address) {
    const std::string prefix = emitter.prefix(), name = prefix + "_find";
    emitter.helpers().add(name,
                          fmt::format("uint {0}(uvec2 a) {{\n"
                                      "    uint first = 0u, last = {1}_memory.w;\n"
                                      "    for (; first < last;) {{\n"
                                      "        uint middle = first + last >> 1u, at = {1}_memory.z + middle * 4u;\n"
                                      "        bool isBehind = {2}[at + 1u] > a.y || {2}[at + 1u] == a.y && {2}[at] > a.x;\n"
                                      "        first = isBehind ? first : middle + 1u;\n"
                                      "        last = isBehind ? middle : last;\n"
                                      "    }}\n"
                                      "    if (first == 0u) return {3}u;\n"
                                      "    uint at = {1}_memory.z + first * 4u - 4u, distance = a.x - {2}[at];\n"
                                      "    bool isInside = a.y - {2}[at + 1u] == (a.x < {2}[at] ? 1u : 0u) && distance <= {2}[at + 2u];\n"
                                      "    return isInside ? {2}[at + 3u] + distance : {3}u;\n"
                                      "}}",
                                      name, prefix, fmt::format("{}_{}_b.data", prefix, kArenaName), kNowhere));
    return call(name, {address});
}

Expr addressOf(Emitter& emitter, const llvm::Value& pointer) {
    const auto index = emitter.io().bufferIndex(pointer);
    if (!index) return emitter.zero({GlslType::Base::Uint, 2});
    const std::string name = fmt::format("{}_address", emitter.prefix());
    auto& addressed = emitter.reflection().addressed;
    if (addressed.empty()) emitter.declare(fmt::format("uniform uvec2 {}[{}];", name, emitter.infoEntries()));
    if (std::find(addressed.begin(), addressed.end(), *index) == addressed.end()) addressed.push_back(*index);
    return {fmt::format("{}[{}]", name, Emitter::infoEntry(*index)), Precedence::Primary};
}

} // namespace

bool emitGuestPointer(Emitter& emitter, const llvm::CallInst& call, const std::string& name) {
    if (name.starts_with(kFindAddress)) return emitter.bind(call, find(emitter, emitter.value(call.getArgOperand(0)))), true;
    if (name.starts_with(kAddressOf)) return emitter.bind(call, addressOf(emitter, *call.getArgOperand(0))), true;
    return false;
}

} // namespace air
