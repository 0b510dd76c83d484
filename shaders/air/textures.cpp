#include "shaders/air/textures.h"

#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>

#include <algorithm>

#include "shaders/air/emitter.h"
#include "shaders/air/handles.h"
#include "shaders/air/memory_handles.h"
#include "shaders/air/sampler_state.h"

namespace air {

using Verb = TextureCall::Verb;
using Shape = TextureShape::Kind;
using SamplerKind = TextureUse::Sampler;

namespace {

// "texture2d<float, sample>" gives "float".
std::string_view componentName(std::string_view typeName) {
    const size_t open = typeName.rfind('<');
    if (open == std::string_view::npos) return "float";
    return typeName.substr(open + 1, typeName.find_first_of(",>", open) - open - 1);
}

std::string dimension(TextureShape s) {
    switch (s.kind) {
    case Shape::D1:
        return s.isArray ? "1DArray" : "1D";
    case Shape::D2:
        return std::string("2D") + (s.isMultisample ? "MS" : "") + (s.isArray ? "Array" : "");
    case Shape::D3:
        return "3D";
    case Shape::Cube:
        return s.isArray ? "CubeArray" : "Cube";
    case Shape::Buffer:
        return "Buffer";
    }
    return "2D";
}

constexpr const char* kPrefix[] = {"", "i", "u"};
constexpr const char* kDefaultFormat[] = {"r32f", "r32i", "r32ui"}; // the read_write formats that every Metal device has

} // namespace

bool Textures::isHandle(const llvm::Value* pointer) const {
    pointer = pointer->stripPointerCasts();
    if (handleElement(pointer)) return true;
    if (const auto number = m_emitter.handles().find(pointer)) return m_emitter.handles().all()[*number].use.kind != HandleUse::Kind::Buffer;
    const auto* argument = llvm::dyn_cast<llvm::Argument>(pointer);
    const Argument* a = argument ? m_emitter.io().metadata(*argument) : nullptr;
    return a && (a->kind == "air.texture" || a->kind == "air.sampler");
}

const Argument* Textures::elementArgument(const llvm::Value* handle) {
    const auto element = handleElement(handle);
    if (!element) return nullptr;
    for (const Argument& a : m_emitter.entry().arguments) {
        if (a.irIndex != element->argument) continue;
        m_elements.push_back(a);
        m_elements.back().location += element->element;
        m_elements.back().count = 1;
        return &m_elements.back();
    }
    return nullptr;
}

// A texture or sampler that eight bytes in memory name; null when they lie in an argument that is absent.
const Argument* Textures::memoryArgument(const llvm::Value* handle) {
    const auto number = m_emitter.handles().find(handle);
    return number ? &m_emitter.handles().all()[*number].argument : nullptr;
}

const Argument* Textures::textureArgument(const llvm::Value* texture) {
    if (const Argument* element = elementArgument(texture)) return isAbsent(*element) ? nullptr : element;
    const llvm::Value* root = m_emitter.addresses().rootOf(texture);
    if (!root) return nullptr;
    if (isMemoryHandle(root)) return memoryArgument(root);
    if (const auto* call = llvm::dyn_cast<llvm::CallInst>(root)) {
        const llvm::Function* callee = call->getCalledFunction();
        if (callee && callee->getName().starts_with("air.get_null_")) return nullptr;
    }
    const auto* argument = llvm::dyn_cast<llvm::Argument>(root);
    const Argument* a = argument ? m_emitter.io().metadata(*argument) : nullptr;
    if (!a || a->kind != "air.texture" || a->count != 1) {
        m_emitter.decline(a && a->kind == "air.texture" ? "texture-array" : "texture-from-memory");
        return nullptr;
    }
    return isAbsent(*a) ? nullptr : a;
}

Textures::SamplerKey Textures::samplerKey(const llvm::Value* sampler) {
    if (!sampler) return {SamplerKind::None, 0, false, false};
    if (auto state = constexprSampler(sampler)) {
        auto& all = m_emitter.reflection().constexprSamplers;
        auto at = std::find(all.begin(), all.end(), *state);
        if (at == all.end()) at = all.insert(all.end(), *state);
        return {SamplerKind::Constexpr, uint32_t(at - all.begin()), state->pixelCoordinates, true};
    }
    if (const Argument* element = elementArgument(sampler)) return {SamplerKind::Argument, element->location, false, true};
    const llvm::Value* root = m_emitter.addresses().rootOf(sampler);
    const auto* argument = llvm::dyn_cast_or_null<llvm::Argument>(root);
    const Argument* a = argument ? m_emitter.io().metadata(*argument) : root && isMemoryHandle(root) ? memoryArgument(root) : nullptr;
    if (!a || a->kind != "air.sampler" || a->count != 1) {
        m_emitter.decline("sampler-from-memory");
        return {SamplerKind::None, 0, false, false};
    }
    return {SamplerKind::Argument, a->location, false, true};
}

Textures::Binding& Textures::add(TextureUse use, TextureShape shape) {
    for (Binding& b : m_bindings)
        if (b.use.uniformName == use.uniformName) return b;
    m_bindings.push_back({std::move(use), shape, 4, false, false});
    return m_bindings.back();
}

static TextureUse useOf(const Argument& a, TextureShape shape, bool isDepth) {
    TextureUse use;
    use.metalIndex = a.location;
    use.textureType = shape.metalType();
    use.componentType = componentTypeOf(componentName(a.typeName));
    use.isDepth = isDepth;
    return use;
}

Textures::Binding& Textures::sampled(const TextureCall& c, const Argument& a, const SamplerKey& key) {
    TextureUse use = useOf(a, c.shape, c.isDepth);
    use.usesCompare = c.isCompare;
    use.sampler = key.kind;
    use.samplerIndex = key.index;
    use.uniformName = fmt::format("{}_t{}_{}{}{}", m_emitter.prefix(), m_emitter.slotName(a.location), key.kind == SamplerKind::Constexpr ? "c" : "s",
                                  m_emitter.slotName(key.index), c.isCompare ? "_shadow" : "");
    if (key.kind == SamplerKind::None) use.uniformName = fmt::format("{}_t{}_size", m_emitter.prefix(), m_emitter.slotName(a.location));
    Binding& b = add(use, c.shape);
    b.pixelCoordinates = key.pixelCoordinates;
    return b;
}

Textures::Binding& Textures::fetched(const TextureCall& c, const Argument& a) {
    TextureShape shape = c.shape;
    const bool isCube = shape.isCube();
    if (isCube) shape = {Shape::D2, true, false}; // texelFetch has no cube form
    TextureUse use = useOf(a, shape, c.isDepth);
    use.uniformName = fmt::format("{}_t{}{}", m_emitter.prefix(), m_emitter.slotName(a.location), isCube ? "_faces" : "");
    return add(use, shape);
}

Textures::Binding& Textures::image(const TextureCall& c, const Argument& a, uint32_t level) {
    TextureShape shape = c.shape;
    if (shape.isCube()) shape = {Shape::D2, true, false};
    TextureUse use = useOf(a, shape, c.isDepth);
    use.isImage = true;
    use.level = level;
    use.uniformName = fmt::format("{}_i{}", m_emitter.prefix(), m_emitter.slotName(a.location)) + levelSuffix(level);
    return add(use, shape);
}

void Textures::emitNull(const llvm::CallInst& call, const TextureCall& c) {
    if (c.verb == Verb::IsNull) return m_emitter.bind(call, boolLiteral(true));
    if (call.getType()->isVoidTy()) return;
    std::vector<Expr> zeros;
    for (unsigned leaf = 0; leaf < leafCount(call.getType()); ++leaf)
        zeros.push_back(m_emitter.zero(glslType(leafType(call.getType(), leaf))));
    m_emitter.bind(call, zeros);
}

void Textures::emitCall(const llvm::CallInst& call, const TextureCall& c, const Argument& a) {
    switch (c.verb) {
    case Verb::Sample:
        return sample(call, c, a);
    case Verb::Gather:
        return gather(call, c, a);
    case Verb::Read:
        return read(call, c, a);
    case Verb::Write:
        return write(c, a);
    case Verb::ClampedLod:
    case Verb::UnclampedLod:
        return lodQuery(call, c, a);
    case Verb::Atomic:
        return atomic(call, c, a);
    case Verb::Fence:
        return m_emitter.statement("memoryBarrierImage()");
    case Verb::IsNull:
        return m_emitter.bind(call, a.location < kFirstHandle ? boolLiteral(false) : m_emitter.isHandleNil(a.location));
    default:
        return query(call, c, a);
    }
}

bool Textures::emit(const llvm::CallInst& call, const std::string& name) {
    if (name.starts_with("air.get_null_texture") || name.starts_with("air.get_null_depth") || name.starts_with("air.get_null_sampler"))
        return true;
    const auto c = parseTextureCall(call, name);
    if (!c) return false;
    if (c->verb == Verb::Other) return m_emitter.decline("texture-intrinsic", name), true;
    const Argument* a = textureArgument(c->texture);
    if (!m_emitter.declined().empty()) return true;
    if (a)
        emitCall(call, *c, *a);
    else
        emitNull(call, *c);
    return true;
}

void Textures::declareImage(Binding& b) {
    const std::string& name = b.use.uniformName;
    const char* prefix = kPrefix[b.use.componentType];
    for (const char* way : {"AIR_LOAD_", "AIR_STORE_"})
        m_emitter.declare(fmt::format("#ifndef {0}{1}\n#define {0}{1}(texel) (texel)\n#endif", way, name));
    if (!b.use.isImageRead)
        return m_emitter.declare(fmt::format("writeonly uniform {}image{} {};", prefix, dimension(b.shape), name));
    b.use.imageFormat = kDefaultFormat[b.use.componentType];
    m_emitter.declare(
        fmt::format("#ifndef AIR_FORMAT_{0}\n#define AIR_FORMAT_{0} {1}\n#endif\nlayout(AIR_FORMAT_{0}) uniform {2}image{3} {0};", name,
                    b.use.imageFormat, prefix, dimension(b.shape)));
}

void Textures::finish() {
    addComputedLevels();
    uint32_t units = 0, images = 0;
    for (Binding& b : m_bindings) {
        const char* prefix = kPrefix[b.use.componentType];
        if (b.use.isImage) {
            ++images;
            declareImage(b);
        } else {
            ++units;
            m_emitter.declare(
                fmt::format("uniform {}sampler{}{} {};", prefix, dimension(b.shape), b.use.usesCompare ? "Shadow" : "", b.use.uniformName));
        }
        m_emitter.reflection().textures.push_back(b.use);
    }
    for (const Binding& b : m_bindings) {
        if (b.loadsAnyLevel) declareLevelFunctions(b, true);
        if (b.storesAnyLevel) declareLevelFunctions(b, false);
    }
    if (units > m_emitter.capabilities().maxTextureUnits) m_emitter.decline("too-many-textures", std::to_string(units));
    if (images > m_emitter.capabilities().maxImageUnits) m_emitter.decline("too-many-images", std::to_string(images));
}

} // namespace air
