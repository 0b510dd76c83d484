// Levels of writable textures. GL binds an image to one level: one that is constant is an image of its own, one that is computed chooses
// between as many as there are units for.
#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>

#include <algorithm>
#include <array>

#include "shaders/air/emitter.h"

namespace air {

using Base = GlslType::Base;
using Shape = TextureShape::Kind;

namespace {

constexpr uint32_t kMostLevels = 15; // of a Metal texture: 16384 texels
constexpr std::array kTexels = {"vec4", "ivec4", "uvec4"};

std::string functionOf(const std::string& image, bool isLoad) { return image + (isLoad ? "_load" : "_store"); }

// Multisample textures have it where others have the level.
Expr sampleNumber(Emitter& emitter, const TextureCall& c) { return c.lod ? call("int", {emitter.low32(c.lod)}) : Expr{"0"}; }

} // namespace

std::string levelSuffix(uint32_t level) { return level ? fmt::format("_l{}", level) : std::string(); }

// A level that no texture has (15) loads zeros and drops stores, as GL does.
std::optional<uint32_t> Textures::imageLevel(const TextureCall& c) const {
    if (!c.lod || c.shape.kind == Shape::Buffer || c.shape.isMultisample) return 0;
    if (const auto* number = llvm::dyn_cast<llvm::ConstantInt>(c.lod)) return uint32_t(number->getLimitedValue(kMostLevels));
    if (llvm::isa<llvm::Constant>(c.lod)) return 0;
    return std::nullopt;
}

void Textures::readImage(const llvm::CallInst& call, const TextureCall& c, const Argument& a) {
    const auto level = imageLevel(c);
    Binding& b = image(c, a, level.value_or(0));
    const std::string& name = b.use.uniformName;
    const Expr position = integerCoordinate(c, true);
    if (!level) {
        b.loadsAnyLevel = true;
        return bindResult(call, b, air::call(functionOf(name, true), {air::call("int", {m_emitter.low32(c.lod)}), position}), false);
    }
    b.use.isImageRead = true;
    std::vector<Expr> place{{name}, position};
    if (c.shape.isMultisample) place.push_back(sampleNumber(m_emitter, c));
    bindResult(call, b, air::call("AIR_LOAD_" + name, {air::call("imageLoad", place)}), false);
}

void Textures::write(const TextureCall& c, const Argument& a) {
    const auto level = imageLevel(c);
    Binding& b = image(c, a, level.value_or(0));
    b.isWritten = true;
    const GlslType type = m_emitter.typeOf(c.value);
    Expr value = m_emitter.value(c.value);
    if (b.use.componentType == 1) value = call("ivec4", {m_emitter.signedValue(c.value)});
    if (type.base == Base::Void || type.lanes != 4) return m_emitter.decline("texture-intrinsic", "a texel that is not four lanes");
    const std::string& name = b.use.uniformName;
    const Expr position = integerCoordinate(c, true);
    if (!level) {
        b.storesAnyLevel = true;
        return m_emitter.statement(call(functionOf(name, false), {call("int", {m_emitter.low32(c.lod)}), position, value}).text);
    }
    std::vector<Expr> place{{name}, position};
    if (c.shape.isMultisample) place.push_back(sampleNumber(m_emitter, c));
    place.push_back(call("AIR_STORE_" + name, {value}));
    m_emitter.statement(call("imageStore", place).text);
}

// Gives the textures whose level is computed an equal share of the image units; their levels above are declined where a texture is bound.
void Textures::addComputedLevels() {
    const auto isComputed = [](const Binding& b) { return b.loadsAnyLevel || b.storesAnyLevel; };
    const auto images = uint32_t(std::count_if(m_bindings.begin(), m_bindings.end(), [](const Binding& b) { return b.use.isImage; }));
    const auto computed = uint32_t(std::count_if(m_bindings.begin(), m_bindings.end(), isComputed));
    if (computed == 0) return;
    const uint32_t units = m_emitter.capabilities().maxImageUnits, others = images - computed;
    const uint32_t most = std::min(units > others ? (units - others) / computed : 0, kMostLevels);
    if (most < 2) return m_emitter.decline("image-level", fmt::format("{} image units for {} images and computed levels", units, images));
    for (size_t i = 0, given = m_bindings.size(); i < given; ++i) {
        Binding& base = m_bindings[i];
        if (!isComputed(base)) continue;
        base.use.mostLevels = most;
        base.use.isImageRead = base.use.isImageRead || base.loadsAnyLevel;
        for (uint32_t level = 1; level < most; ++level) {
            TextureUse use = base.use;
            use.level = level;
            use.mostLevels = 0;
            use.uniformName += levelSuffix(level);
            use.isImageRead = base.loadsAnyLevel;
            Binding& b = add(use, base.shape);
            b.use.isImageRead = b.use.isImageRead || base.loadsAnyLevel;
        }
    }
}

void Textures::declareLevelFunctions(const Binding& b, bool isLoad) {
    const std::string& name = b.use.uniformName;
    const char* texel = kTexels[b.use.componentType];
    const unsigned lanes = b.shape.coordinates() + (b.shape.isArray ? 1U : 0U);
    const std::string position = lanes == 1 ? "int" : fmt::format("ivec{}", lanes);
    std::string text = isLoad ? fmt::format("{} {}_load(int l, {} p) {{\n    switch (l) {{\n", texel, name, position)
                              : fmt::format("void {}_store(int l, {} p, {} v) {{\n    switch (l) {{\n", name, position, texel);
    for (uint32_t level = 0; level < b.use.mostLevels; ++level) {
        const std::string image = name + levelSuffix(level);
        text += isLoad ? fmt::format("    case {0}: return AIR_LOAD_{1}(imageLoad({1}, p));\n", level, image)
                       : fmt::format("    case {0}: imageStore({1}, p, AIR_STORE_{1}(v)); break;\n", level, image);
    }
    m_emitter.declare(text + (isLoad ? fmt::format("    }}\n    return {}(0);\n}}", texel) : "    }\n}"));
}

} // namespace air
