#include "shaders/air/texture_call.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/Instructions.h>

#include <array>
#include <string_view>

namespace air {

using Verb = TextureCall::Verb;
using Shape = TextureShape::Kind;

unsigned TextureShape::coordinates() const {
    switch (kind) {
    case Shape::D1:
    case Shape::Buffer:
        return 1;
    case Shape::D2:
        return 2;
    default:
        return 3;
    }
}

uint8_t TextureShape::metalType() const {
    switch (kind) {
    case Shape::D1:
        return isArray ? 1 : 0;
    case Shape::D2:
        return isMultisample ? (isArray ? 8 : 4) : isArray ? 3 : 2;
    case Shape::Cube:
        return isArray ? 6 : 5;
    case Shape::D3:
        return 7;
    case Shape::Buffer:
        return 9;
    }
    return 2;
}

namespace {

struct VerbRow {
    std::string_view prefix;
    Verb verb;
    bool isCompare;
};

constexpr std::array kVerbs = {
    VerbRow{"sample_compare_", Verb::Sample, true},
    VerbRow{"sample_", Verb::Sample, false},
    VerbRow{"gather_compare_", Verb::Gather, true},
    VerbRow{"gather_", Verb::Gather, false},
    VerbRow{"read_", Verb::Read, false},
    VerbRow{"write_", Verb::Write, false},
    VerbRow{"get_width_", Verb::Width, false},
    VerbRow{"get_height_", Verb::Height, false},
    VerbRow{"get_depth_", Verb::Depth, false},
    VerbRow{"get_array_size_", Verb::ArraySize, false},
    VerbRow{"get_num_mip_levels_", Verb::Levels, false},
    VerbRow{"get_num_samples_", Verb::Samples, false},
    VerbRow{"calculate_clamped_lod_", Verb::ClampedLod, false},
    VerbRow{"calculate_unclamped_lod_", Verb::UnclampedLod, false},
    VerbRow{"fence_", Verb::Fence, false},
    VerbRow{"is_null_", Verb::IsNull, false},
};

struct ShapeRow {
    std::string_view name;
    TextureShape shape;
};

constexpr std::array kShapes = {
    ShapeRow{"1d", {Shape::D1, false, false}},          ShapeRow{"1d_array", {Shape::D1, true, false}},
    ShapeRow{"2d", {Shape::D2, false, false}},          ShapeRow{"2d_array", {Shape::D2, true, false}},
    ShapeRow{"2d_ms", {Shape::D2, false, true}},        ShapeRow{"2d_ms_array", {Shape::D2, true, true}},
    ShapeRow{"3d", {Shape::D3, false, false}},          ShapeRow{"cube", {Shape::Cube, false, false}},
    ShapeRow{"cube_array", {Shape::Cube, true, false}}, ShapeRow{"buffer_1d", {Shape::Buffer, false, false}},
};

// Operands from left to right.
class Operands {
public:
    explicit Operands(const llvm::CallInst& call) : m_call(call) {}
    const llvm::Value* peek() const { return m_at < m_call.arg_size() ? m_call.getArgOperand(m_at) : nullptr; }
    const llvm::Value* take() { return m_at < m_call.arg_size() ? m_call.getArgOperand(m_at++) : nullptr; }
    bool isPointer() const { return peek() && peek()->getType()->isPointerTy(); }
    bool isBool() const { return peek() && peek()->getType()->isIntegerTy(1); }
    bool isScalarInt() const { return peek() && peek()->getType()->isIntegerTy() && !isBool(); }
    bool isVectorInt() const { return peek() && peek()->getType()->isIntOrIntVectorTy() && peek()->getType()->isVectorTy(); }
    bool isTexel() const {
        const auto* vector = peek() ? llvm::dyn_cast<llvm::FixedVectorType>(peek()->getType()) : nullptr;
        return vector && vector->getNumElements() == 4;
    }
    bool isFloat() const { return peek() && peek()->getType()->isFPOrFPVectorTy(); }

private:
    const llvm::CallInst& m_call;
    unsigned m_at = 0;
};

bool isTrue(const llvm::Value* v) {
    const auto* c = llvm::dyn_cast_or_null<llvm::ConstantInt>(v);
    return c && c->isOne();
}

void takeOffset(Operands& o, TextureCall& c) {
    if (c.shape.isCube() || !o.isBool()) return;
    const bool isPresent = isTrue(o.take());
    const llvm::Value* offset = o.take();
    if (isPresent) c.offset = offset;
}

void parseSample(Operands& o, TextureCall& c) {
    c.sampler = o.take();
    if (c.isDepth && o.isScalarInt()) o.take(); // the depth format, always 1
    c.coordinate = o.take();
    if (c.shape.isArray) c.layer = o.take();
    if (c.isCompare) c.reference = o.take();
    if (c.verb == Verb::Gather) {
        takeOffset(o, c);
        if (!c.isDepth) c.component = o.take();
        return;
    }
    if (c.isGradient) {
        c.dx = o.take();
        c.dy = o.take();
        if (o.isFloat()) c.minLod = o.take();
        return takeOffset(o, c);
    }
    takeOffset(o, c);
    if (o.isBool()) c.isExplicitLod = isTrue(o.take());
    if (o.isFloat()) c.lod = o.take();
    if (o.isFloat()) c.minLod = o.take();
}

void parseRead(Operands& o, TextureCall& c) {
    const bool hasReadSampler = o.isPointer();
    if (hasReadSampler) o.take();
    const unsigned lanes = c.shape.isCube() ? 2 : c.shape.coordinates();
    if (c.isDepth && lanes > 1 && o.isScalarInt()) o.take();
    c.coordinate = o.take();
    if (c.shape.isCube()) c.face = o.take();
    if (c.shape.isArray) c.layer = o.take();
    if (o.isVectorInt() || (hasReadSampler && lanes == 1 && o.isScalarInt())) c.offset = o.take();
    c.lod = o.take(); // of multisample textures: the sample
}

void parseWrite(Operands& o, TextureCall& c) {
    c.coordinate = o.take();
    if (c.shape.isCube()) c.face = o.take();
    if (c.shape.isArray) c.layer = o.take();
    c.value = o.take();
    c.lod = o.take();
}

bool parseShape(std::string_view name, TextureCall& c) {
    c.isDepth = name.starts_with("depth_");
    if (!c.isDepth && !name.starts_with("texture_")) return false;
    name.remove_prefix(c.isDepth ? 6 : 8);
    c.isGradient = name.ends_with("_grad");
    if (c.isGradient) name.remove_suffix(5);
    for (const ShapeRow& s : kShapes)
        if (name == s.name) {
            c.shape = s.shape;
            return true;
        }
    return false;
}

// Coordinate, face, layer and, of 2D and 3D, an offset. The value has four lanes, in front of them in a store; what it is compared with
// is behind a pointer.
void parseAtomic(Operands& o, TextureCall& c) {
    if (o.isTexel()) c.value = o.take();
    c.coordinate = o.take();
    if (c.shape.isCube()) c.face = o.take();
    if (c.shape.isArray) c.layer = o.take();
    if (o.isVectorInt() && !o.isTexel()) c.offset = o.take();
    if (o.isPointer()) c.expected = o.take();
    if (o.isTexel()) c.value = o.take();
}

// "atomic_fetch_add_explicit_texture_2d" leaves "texture_2d".
bool parseAtomicName(std::string_view& name, TextureCall& c) {
    constexpr std::string_view kPrefix = "atomic_", kInfix = "_explicit_";
    const size_t infix = name.find(kInfix);
    if (!name.starts_with(kPrefix) || infix == std::string_view::npos) return false;
    c.verb = Verb::Atomic;
    c.atomic = name.substr(kPrefix.size(), infix - kPrefix.size());
    name.remove_prefix(infix + kInfix.size());
    return true;
}

bool parseName(std::string_view name, TextureCall& c) {
    name = name.substr(0, name.find('.'));
    if (parseAtomicName(name, c)) return parseShape(name, c);
    const VerbRow* row = nullptr;
    for (const VerbRow& v : kVerbs)
        if (!row && name.starts_with(v.prefix)) row = &v;
    if (!row) return false;
    c.verb = row->verb;
    c.isCompare = row->isCompare;
    return parseShape(name.substr(row->prefix.size()), c);
}

} // namespace

std::optional<TextureCall> parseTextureCall(const llvm::CallInst& call, const std::string& name) {
    const std::string_view all = name;
    if (!all.starts_with("air.") || (all.find("_texture_") == std::string_view::npos && all.find("_depth_") == std::string_view::npos))
        return std::nullopt;
    TextureCall c;
    if (!parseName(all.substr(4), c)) return TextureCall{};
    Operands o(call);
    c.texture = o.take();
    switch (c.verb) {
    case Verb::Sample:
    case Verb::Gather:
        parseSample(o, c);
        break;
    case Verb::ClampedLod:
    case Verb::UnclampedLod:
        c.sampler = o.take();
        if (c.isDepth && o.isScalarInt()) o.take();
        c.coordinate = o.take();
        break;
    case Verb::Read:
        parseRead(o, c);
        break;
    case Verb::Write:
        parseWrite(o, c);
        break;
    case Verb::Atomic:
        parseAtomic(o, c);
        break;
    default:
        c.lod = o.take();
        break;
    }
    const bool needsCoordinate =
        c.verb == Verb::Sample || c.verb == Verb::Gather || c.verb == Verb::Read || c.verb == Verb::Write || c.verb == Verb::Atomic;
    if (!c.texture || !c.texture->getType()->isPointerTy() || (needsCoordinate && !c.coordinate) ||
        (c.shape.isArray && needsCoordinate && !c.layer) || (c.verb == Verb::Write && !c.value) ||
        (c.verb == Verb::Atomic && !c.value && c.atomic != "load") || (c.isCompare && !c.reference) || (c.isGradient && !c.dy))
        return TextureCall{};
    return c;
}

} // namespace air
