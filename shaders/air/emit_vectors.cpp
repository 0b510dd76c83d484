// Vectors: built from lanes, wherever those come from.
#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>

#include "shaders/air/emitter.h"

namespace air {

namespace {

// One lane of a vector value: a lane of `source`, or `source` itself when it is a scalar.
struct LaneSource {
    const llvm::Value* source = nullptr; // null: undefined
    int lane = -1;
};

LaneSource traceLane(const llvm::Value* vector, unsigned lane, const llvm::DenseMap<const llvm::Value*, std::vector<Expr>>& known,
                     bool isStart) {
    for (bool first = isStart;; first = false) {
        if (!first && known.contains(vector)) return {vector, int(lane)};
        if (const auto* insert = llvm::dyn_cast<llvm::InsertElementInst>(vector)) {
            const auto* index = llvm::dyn_cast<llvm::ConstantInt>(insert->getOperand(2));
            if (!index) return {vector, int(lane)};
            if (index->getLimitedValue(255) == lane) return {insert->getOperand(1), -1};
            vector = insert->getOperand(0);
            continue;
        }
        if (const auto* shuffle = llvm::dyn_cast<llvm::ShuffleVectorInst>(vector)) {
            const int picked = lane < shuffle->getShuffleMask().size() ? shuffle->getMaskValue(lane) : -1;
            if (picked < 0) return {};
            const auto width = llvm::cast<llvm::FixedVectorType>(shuffle->getOperand(0)->getType())->getNumElements();
            vector = shuffle->getOperand(unsigned(picked) < width ? 0 : 1);
            lane = unsigned(picked) < width ? unsigned(picked) : unsigned(picked) - width;
            continue;
        }
        if (const auto* c = llvm::dyn_cast<llvm::Constant>(vector)) {
            const llvm::Constant* element = c->getAggregateElement(lane);
            if (!element || llvm::isa<llvm::UndefValue>(element)) return {};
            return {element, -1};
        }
        return {vector, int(lane)};
    }
}

} // namespace

Expr Emitter::lane(const llvm::Value* vector, unsigned index) {
    const LaneSource s = traceLane(vector, index, m_values, false);
    const GlslType type = typeOf(vector).scalar();
    if (!s.source) return zero(type);
    const bool isNarrow = type.base == GlslType::Base::Uint;
    if (s.lane < 0) return isNarrow ? low32(s.source) : value(s.source);
    if (index >= 4 && glslType(s.source->getType()).base == GlslType::Base::Void) {
        decline("wide-vector");
        return zero(type);
    }
    const Expr whole = isNarrow ? low32(s.source) : value(s.source);
    return glslType(s.source->getType()).isVector() ? member(whole, unsigned(s.lane)) : whole;
}

// A constructor of lane groups: "vec4(a.xy, b, 1.0)", a swizzle where all lanes come from one vector.
Expr Emitter::vectorOf(const llvm::Value* v) {
    const GlslType type = typeOf(v);
    const bool isNarrow = type.base == GlslType::Base::Uint;
    std::vector<LaneSource> lanes;
    bool isSplat = true;
    for (unsigned i = 0; i < type.lanes; ++i) {
        lanes.push_back(traceLane(v, i, m_values, true));
        isSplat =
            isSplat && (!lanes[i].source || !lanes[0].source || (lanes[i].source == lanes[0].source && lanes[i].lane == lanes[0].lane));
    }
    auto text = [&](const llvm::Value* source) { return isNarrow ? low32(source) : value(source); };
    std::vector<Expr> parts;
    for (unsigned i = 0; i < type.lanes;) {
        if (!lanes[i].source) {
            parts.push_back(zero(type.scalar()));
            ++i;
            continue;
        }
        if (lanes[i].lane < 0) {
            parts.push_back(text(lanes[i++].source));
            continue;
        }
        const GlslType from = glslType(lanes[i].source->getType());
        std::string picks;
        const llvm::Value* source = lanes[i].source;
        for (; i < type.lanes && lanes[i].source == source && lanes[i].lane >= 0; ++i) picks += "xyzw"[lanes[i].lane & 3];
        if (!from.isVector()) {
            for (size_t n = 0; n < picks.size(); ++n) parts.push_back(text(source));
            continue;
        }
        const bool isWhole = from.lanes == picks.size() && std::string_view("xyzw").starts_with(picks);
        parts.push_back(isWhole ? text(source) : swizzle(text(source), picks));
        if (picks.size() == type.lanes) return parts[0];
    }
    if (!type.isVector()) return parts[0];
    if (isSplat && lanes[0].source && lanes[0].lane < 0) return call(type.name(), {parts[0]});
    return call(type.name(), parts);
}

Expr Emitter::dynamicExtract(const llvm::Instruction& i) {
    const llvm::Value* vector = i.getOperand(0);
    const GlslType type = typeOf(vector);
    const Expr whole = stable(type, typeOf(&i).base == GlslType::Base::Uint ? low32(vector) : value(vector));
    const Expr index = low32(i.getOperand(1));
    return {fmt::format("{}[min({}, {}u)]", whole.in(Precedence::Primary), index.text, type.lanes - 1), Precedence::Primary};
}

Expr Emitter::dynamicInsert(const llvm::Instruction& i) {
    const GlslType type = typeOf(&i);
    const bool isNarrow = type.base == GlslType::Base::Uint;
    const Expr copy = temporary(type, isNarrow ? low32(i.getOperand(0)) : value(i.getOperand(0)));
    const Expr element = isNarrow ? low32(i.getOperand(1)) : value(i.getOperand(1));
    statement(fmt::format("{}[min({}, {}u)] = {}", copy.text, low32(i.getOperand(2)).text, type.lanes - 1, element.text));
    return copy;
}

} // namespace air
