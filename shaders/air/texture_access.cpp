// The GLSL of sampling, gathering, fetching, storing and asking.
#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>

#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;
using Verb = TextureCall::Verb;
using Shape = TextureShape::Kind;

namespace {

bool isZero(const llvm::Value* v) {
    const auto* c = llvm::dyn_cast_or_null<llvm::Constant>(v);
    return !v || (c && (c->isNullValue() || llvm::isa<llvm::UndefValue>(c)));
}

std::string vectorName(const char* scalar, const char* vector, unsigned lanes) {
    return lanes == 1 ? scalar : fmt::format("{}{}", vector, lanes);
}

// "ivec2(1, -2)" when every lane is a constant.
std::optional<Expr> constantOffset(const llvm::Value* offset, unsigned lanes) {
    const auto* c = llvm::dyn_cast<llvm::Constant>(offset);
    if (!c) return std::nullopt;
    std::vector<Expr> parts;
    for (unsigned i = 0; i < lanes; ++i) {
        const llvm::Constant* lane = c->getType()->isVectorTy() ? c->getAggregateElement(i) : c;
        const auto* number = llvm::dyn_cast_or_null<llvm::ConstantInt>(lane);
        parts.push_back({number ? std::to_string(number->getSExtValue()) : "0"});
    }
    return lanes == 1 ? parts[0] : call(vectorName("int", "ivec", lanes), parts);
}

} // namespace

void Textures::bindResult(const llvm::CallInst& call, const Binding& b, const Expr& e, bool isScalar) {
    const llvm::Type* type = leafType(call.getType(), 0);
    const GlslType glsl = glslType(type);
    Expr result = e;
    if (!isScalar && !glsl.isVector()) result = member(e, 0);
    if (glsl.base == Base::Uint && b.use.componentType == 1) result = air::call(glsl.name(), {result});
    if (glsl.base == Base::Uint && scalarBits(type) < 32) result = binary(result, "&", uintLiteral((1U << scalarBits(type)) - 1U));
    std::vector<Expr> leaves{result};
    while (leaves.size() < leafCount(call.getType())) leaves.push_back(uintLiteral(1)); // residency: always resident
    m_emitter.bind(call, std::move(leaves));
}

// Coordinate, layer and reference in the order GLSL wants them.
Expr Textures::coordinates(const TextureCall& c, const Binding& b, const Expr& coordinate) {
    const unsigned lanes = c.shape.coordinates();
    Expr position = coordinate;
    if (b.pixelCoordinates)
        position = binary(position, "/", call(vectorName("float", "vec", lanes), {call("textureSize", {{b.use.uniformName}, {"0"}})}));
    // Layers past the end mean the last one, which is what GL does with them.
    std::vector<Expr> parts{position};
    if (c.layer) parts.push_back(call("float", {m_emitter.low32(c.layer)}));
    const bool isSeparate = c.isCompare && c.shape.isCube() && c.shape.isArray; // the reference is an argument of its own
    if (c.isCompare && !isSeparate) parts.push_back(m_emitter.value(c.reference));
    const unsigned total = lanes + unsigned(parts.size()) - 1;
    // A 1D shadow sampler would want an unused second coordinate; Metal has no 1D depth textures.
    return parts.size() == 1 ? parts[0] : call(fmt::format("vec{}", total), parts);
}

// Without the extension shadow arrays and cubes have no form with a level or bias.
static bool hasShadowLod(Emitter& emitter) {
    if (!emitter.capabilities().shadowLod) return false;
    emitter.require("GL_EXT_texture_shadow_lod");
    return true;
}

// Their level otherwise: gradients that lead to it.
static std::vector<Expr> levelGradients(Emitter& emitter, const TextureCall& c, const Expr& name) {
    if (isZero(c.lod)) return {2, Expr{c.shape.isCube() ? "vec3(0.0)" : "vec2(0.0)"}};
    if (c.shape.isCube()) emitter.decline("compare-lod", "a cube at a level other than 0");
    const Expr texels = call("vec2", {call("textureSize", {name, {"0"}})});
    const Expr step = emitter.temporary({Base::Float, 2}, binary(call("exp2", {emitter.value(c.lod)}), "/", texels));
    return {call("vec2", {member(step, 0), {"0.0"}}), call("vec2", {{"0.0"}, member(step, 1)})};
}

// The implicit level, no less than the call's least one.
Expr Textures::atLeastLevel(const TextureCall& c, const Binding& b, const Expr& coordinate) {
    const Expr implicit = member(call("textureQueryLod", {{b.levelName.empty() ? b.use.uniformName : b.levelName}, coordinate}), 1);
    const Expr biased = isZero(c.lod) ? implicit : binary(implicit, "+", m_emitter.value(c.lod));
    return call("max", {biased, m_emitter.value(c.minLod)});
}

Expr Textures::sampleExpression(const TextureCall& c, const Binding& b, const Expr& start) {
    const Expr name{b.use.uniformName};
    const unsigned lanes = c.shape.coordinates();
    Expr coordinate = start;
    std::optional<Expr> offset;
    if (c.offset && !isZero(c.offset)) {
        offset = constantOffset(c.offset, lanes);
        if (!offset) {
            const Expr size = call(vectorName("float", "vec", lanes), {call("textureSize", {name, {"0"}})});
            const Expr texels = call(vectorName("float", "vec", lanes), {m_emitter.signedValue(c.offset)});
            coordinate = binary(coordinate, "+", b.pixelCoordinates ? texels : binary(texels, "/", size));
        }
    }
    std::vector<Expr> arguments{name, coordinates(c, b, coordinate)};
    const std::string suffix = offset ? "Offset" : "";
    const bool isFragment = m_emitter.entry().stage == Stage::Fragment;
    if (c.isCompare && c.shape.isCube() && c.shape.isArray) {
        arguments.push_back(m_emitter.value(c.reference));
        const bool isLevel = isFragment && c.isExplicitLod; // elsewhere an implicit level is 0
        const bool hasLeast = isFragment && !isLevel && !isZero(c.minLod);
        if (isZero(c.lod) && !isLevel && !hasLeast) return call("texture", arguments);
        if (!hasShadowLod(m_emitter)) m_emitter.decline("compare-lod", "a cube of an array at a level or with a bias");
        if (hasLeast) {
            arguments.push_back(atLeastLevel(c, b, coordinate));
            return call("textureLod", arguments);
        }
        arguments.push_back(isZero(c.lod) ? Expr{"0.0"} : m_emitter.value(c.lod));
        return call(isFragment && !c.isExplicitLod ? "texture" : "textureLod", arguments);
    }
    if (c.isGradient) {
        if (isZero(c.minLod)) {
            arguments.push_back(m_emitter.value(c.dx));
            arguments.push_back(m_emitter.value(c.dy));
        } else {
            for (const Expr& gradient : atLeastGradients(c, name, coordinate)) arguments.push_back(gradient);
        }
        if (offset) arguments.push_back(*offset);
        return call("textureGrad" + suffix, arguments);
    }
    const bool isCoreForm = !c.isCompare || (c.shape.kind == Shape::D2 && !c.shape.isArray);
    const bool isBias = isFragment && !c.isExplicitLod;
    const bool hasLodForm = isCoreForm || (!isZero(c.lod) && (isBias || c.shape.isCube()) && hasShadowLod(m_emitter));
    if (!c.isExplicitLod && isFragment) {
        if (!isZero(c.minLod)) {
            if (!isCoreForm && !hasShadowLod(m_emitter)) m_emitter.decline("compare-lod", "shadow arrays and cubes take no least level");
            arguments.push_back(atLeastLevel(c, b, coordinate));
            if (offset) arguments.push_back(*offset);
            return call("textureLod" + suffix, arguments);
        }
        if (offset) arguments.push_back(*offset);
        if (!isZero(c.lod) && !hasLodForm) m_emitter.decline("compare-lod", "shadow arrays and cubes take no bias");
        if (!isZero(c.lod)) arguments.push_back(m_emitter.value(c.lod));
        return call("texture" + suffix, arguments);
    }
    if (!hasLodForm) {
        for (const Expr& step : levelGradients(m_emitter, c, name)) arguments.push_back(step);
        if (offset) arguments.push_back(*offset);
        return call("textureGrad" + suffix, arguments);
    }
    arguments.push_back(isZero(c.lod) ? Expr{"0.0"} : m_emitter.value(c.lod));
    if (offset) arguments.push_back(*offset);
    return call("textureLod" + suffix, arguments);
}

void Textures::sample(const llvm::CallInst& call, const TextureCall& c, const Argument& a) {
    const SamplerKey key = samplerKey(c.sampler);
    if (!key.isValid) return;
    if (c.shape.isMultisample || c.shape.kind == Shape::Buffer) return m_emitter.decline("texture-intrinsic", "sampling without filtering");
    // Asked of a sampler that does not compare: Radeon compilers do not survive the question to one that does.
    std::string levelName;
    if (c.isCompare && !c.isExplicitLod && !isZero(c.minLod)) {
        TextureCall plain = c;
        plain.isCompare = false;
        levelName = sampled(plain, a, key).use.uniformName;
    }
    Binding& b = sampled(c, a, key);
    b.levelName = levelName;
    bindResult(call, b, sampleExpression(c, b, m_emitter.value(c.coordinate)), c.isCompare);
}

void Textures::gather(const llvm::CallInst& call, const TextureCall& c, const Argument& a) {
    const SamplerKey key = samplerKey(c.sampler);
    if (!key.isValid) return;
    Binding& b = sampled(c, a, key);
    TextureCall plain = c;
    plain.isCompare = false; // the reference is an argument of its own in every form
    std::vector<Expr> arguments{{b.use.uniformName}, coordinates(plain, b, m_emitter.value(c.coordinate))};
    if (c.isCompare) arguments.push_back(m_emitter.value(c.reference));
    const bool hasOffset = c.offset && !isZero(c.offset);
    if (hasOffset) {
        const auto offset = constantOffset(c.offset, c.shape.coordinates());
        arguments.push_back(offset ? *offset : m_emitter.signedValue(c.offset));
    }
    if (!c.isCompare && !isZero(c.component)) {
        const auto* component = llvm::dyn_cast<llvm::ConstantInt>(c.component);
        if (!component) return m_emitter.decline("texture-intrinsic", "gather of a component that is not constant");
        arguments.push_back({std::to_string(component->getLimitedValue(3))});
    }
    bindResult(call, b, air::call(hasOffset ? "textureGatherOffset" : "textureGather", arguments), false);
}

// Coordinate as int or ivecN, faces and layers included.
Expr Textures::integerCoordinate(const TextureCall& c, bool isImage) {
    const unsigned lanes = c.shape.isCube() ? 2 : c.shape.coordinates();
    Expr position = call(vectorName("int", "ivec", lanes), {m_emitter.low32(c.coordinate)});
    if (c.offset && !isZero(c.offset)) position = binary(position, "+", m_emitter.signedValue(c.offset));
    Expr layer;
    if (c.layer) layer = m_emitter.low32(c.layer);
    if (c.face) {
        const Expr face = m_emitter.low32(c.face);
        layer = c.layer ? binary(binary(layer, "*", uintLiteral(6)), "+", face) : face;
    }
    (void)isImage;
    if (layer.text.empty()) return position;
    return call(fmt::format("ivec{}", lanes + 1), {position, call("int", {layer})});
}

// A fetch that gives 0 outside the level (intrinsics.tsv, air.read_texture).
std::string Textures::fetchFunction(const Binding& b) {
    const std::string& name = b.use.uniformName;
    const std::string function = name + "_fetch";
    const unsigned lanes = b.shape.coordinates() + (b.shape.isArray ? 1U : 0U);
    const std::string position = vectorName("int", "ivec", lanes), unsignedPosition = vectorName("uint", "uvec", lanes);
    const bool hasLevels = !b.shape.isMultisample && b.shape.kind != Shape::Buffer;
    const std::string size = hasLevels ? fmt::format("textureSize({}, l)", name) : fmt::format("textureSize({})", name);
    const std::string inside =
        lanes == 1 ? fmt::format("uint(p) < uint({})", size) : fmt::format("all(lessThan({0}(p), {0}({1})))", unsignedPosition, size);
    const std::string texel =
        b.shape.kind == Shape::Buffer ? fmt::format("texelFetch({}, p)", name) : fmt::format("texelFetch({}, p, l)", name);
    static constexpr const char* kResult[] = {"vec4", "ivec4", "uvec4"};
    const char* result = kResult[b.use.componentType];
    const std::string level = hasLevels ? fmt::format("uint(l) < uint(textureQueryLevels({})) && ", name) : "";
    m_emitter.helpers().add(function, fmt::format("{0} {1}({2} p, int l) {{ return {3}{4} ? {5} : {0}(0); }}", result, function, position,
                                                  level, inside, texel));
    return function;
}

void Textures::read(const llvm::CallInst& call, const TextureCall& c, const Argument& a) {
    if (a.access == "write" || a.access == "read_write") return readImage(call, c, a);
    Binding& b = fetched(c, a);
    const Expr level = isZero(c.lod) ? Expr{"0"} : air::call("int", {m_emitter.low32(c.lod)});
    bindResult(call, b, air::call(fetchFunction(b), {integerCoordinate(c, false), level}), false);
}

namespace {

struct ImageAtomic {
    std::string_view name;
    const char* function;
};

constexpr ImageAtomic kImageAtomics[] = {
    {"load", "imageAtomicOr"},       {"store", "imageAtomicExchange"}, {"exchange", "imageAtomicExchange"}, {"fetch_add", "imageAtomicAdd"},
    {"fetch_sub", "imageAtomicAdd"}, {"fetch_min", "imageAtomicMin"},  {"fetch_max", "imageAtomicMax"},     {"fetch_and", "imageAtomicAnd"},
    {"fetch_or", "imageAtomicOr"},   {"fetch_xor", "imageAtomicXor"},
};

} // namespace

// The value is in lane 0 of four, on both sides.
void Textures::atomic(const llvm::CallInst& call, const TextureCall& c, const Argument& a) {
    Binding& b = image(c, a);
    b.use.isImageRead = true;
    b.isWritten = true;
    if (b.use.componentType == 0) return m_emitter.decline("texture-atomic", "on a float texture");
    if (c.expected) return compareExchange(call, c, b);
    const bool isSigned = b.use.componentType == 1;
    const GlslType word{isSigned ? Base::Int : Base::Uint, 1};
    const ImageAtomic* row = nullptr;
    for (const ImageAtomic& known : kImageAtomics)
        if (known.name == c.atomic) row = &known;
    if (!row) return m_emitter.decline("texture-atomic", c.atomic);
    Expr value = c.value ? m_emitter.lane(c.value, 0) : Expr{"0u"};
    if (isSigned) value = air::call("int", {value});
    if (c.atomic == "fetch_sub") value = unary("-", value);
    const Expr old = air::call(row->function, {{b.use.uniformName}, integerCoordinate(c, true), value});
    if (call.getType()->isVoidTy()) return m_emitter.statement(old.text);
    const GlslType type = glslType(leafType(call.getType(), 0));
    const Expr kept = m_emitter.temporary(word, old);
    std::vector<Expr> lanes{isSigned ? air::call("uint", {kept}) : kept};
    while (lanes.size() < type.lanes) lanes.push_back(uintLiteral(0));
    m_emitter.bind(call, type.isVector() ? air::call(type.name(), lanes) : lanes[0]);
}

// Whether the texel was as expected; what it was takes the expected one's place.
void Textures::compareExchange(const llvm::CallInst& call, const TextureCall& c, const Binding& b) {
    const bool isSigned = b.use.componentType == 1;
    const GlslType word{isSigned ? Base::Int : Base::Uint, 1};
    const llvm::Type* stored = llvm::Type::getInt32Ty(call.getContext());
    const Address place = m_emitter.addresses().resolve(c.expected);
    const auto asWord = [&](const Expr& e) { return isSigned ? air::call("int", {e}) : e; };
    const Expr expected = m_emitter.temporary(word, asWord(m_emitter.memory().loadValue(stored, place, 4)));
    const Expr old = m_emitter.temporary(
        word,
        air::call("imageAtomicCompSwap", {{b.use.uniformName}, integerCoordinate(c, true), expected, asWord(m_emitter.lane(c.value, 0))}));
    m_emitter.memory().storeValue(stored, place, 4, isSigned ? air::call("uint", {old}) : old);
    m_emitter.bind(call, binary(old, "==", expected));
}

void Textures::query(const llvm::CallInst& call, const TextureCall& c, const Argument& a) {
    // An image is one level and knows its size alone; the others are the texture's.
    const bool isWritable = a.access == "write" || a.access == "read_write", isArraySize = c.verb == Verb::ArraySize;
    const bool hasLod = c.shape.kind != Shape::Buffer && !isArraySize && !isZero(c.lod);
    const bool isImage = isWritable && c.verb != Verb::Levels && !hasLod;
    Binding* b = nullptr;
    // Any sampler of the texture knows its size.
    for (Binding& known : m_bindings)
        if (known.use.metalIndex == a.location && known.use.isImage == isImage && known.use.level == 0 && known.shape.kind == c.shape.kind)
            b = &known;
    if (!b) b = isImage ? &image(c, a) : c.shape.isCube() || isWritable ? &sampled(c, a, {}) : &fetched(c, a);
    const Expr name{b->use.uniformName};
    if (c.verb == Verb::Levels) return m_emitter.bind(call, air::call("uint", {air::call("textureQueryLevels", {name})}));
    if (c.verb == Verb::Samples)
        return m_emitter.bind(call, air::call("uint", {air::call(isImage ? "imageSamples" : "textureSamples", {name})}));
    const bool hasLevels = !b->shape.isMultisample && b->shape.kind != Shape::Buffer;
    const Expr level = isZero(c.lod) || isArraySize ? Expr{"0"} : air::call("int", {m_emitter.low32(c.lod)});
    const Expr size = isImage     ? air::call("imageSize", {name})
                      : hasLevels ? air::call("textureSize", {name, level})
                                  : air::call("textureSize", {name});
    const unsigned lanes = (b->shape.isCube() ? 2 : b->shape.coordinates()) + (b->shape.isArray ? 1U : 0U);
    unsigned lane = c.verb == Verb::Height ? 1 : c.verb == Verb::Depth ? 2 : 0;
    if (c.verb == Verb::ArraySize) lane = lanes - 1;
    if (lane >= lanes) return m_emitter.decline("texture-intrinsic", "a size that the shape does not have");
    const Expr extent = air::call("uint", {lanes == 1 ? size : member(size, lane)});
    // The layers of an image of cubes are its faces.
    m_emitter.bind(call, isImage && isArraySize && c.shape.isCube() ? binary(extent, "/", uintLiteral(6)) : extent);
}

void Textures::lodQuery(const llvm::CallInst& call, const TextureCall& c, const Argument& a) {
    if (m_emitter.entry().stage != Stage::Fragment) return m_emitter.bind(call, Expr{"0.0"});
    const SamplerKey key = samplerKey(c.sampler);
    if (!key.isValid) return;
    Binding& b = sampled(c, a, key);
    const Expr both = air::call("textureQueryLod", {{b.use.uniformName}, m_emitter.value(c.coordinate)});
    m_emitter.bind(call, member(both, c.verb == Verb::UnclampedLod ? 1 : 0));
}

} // namespace air
