#include "shaders/air/stage_io.h"

#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>

#include <algorithm>
#include <array>

#include "shaders/air/barycentric_link.h"
#include "shaders/air/emitter.h"
#include "shaders/air/names.h"

namespace air {

using Base = GlslType::Base;

namespace {

constexpr std::array<const char*, 3> kVectorOf = {"vec4", "ivec4", "uvec4"};
constexpr std::array<Base, 3> kBaseOf = {Base::Float, Base::Int, Base::Uint};

// Pads to four components, as an interface variable of `component` type.
Expr toInterface(const Expr& value, GlslType type, uint8_t component, const char* padding) {
    const char* vector = kVectorOf[component];
    if (type.lanes == 4 && type.base == kBaseOf[component]) return value;
    std::vector<Expr> parts{value};
    for (unsigned lane = type.lanes; lane < 4; ++lane) parts.push_back({lane == 3 ? padding : "0"});
    return call(vector, parts);
}

// What passes between stages has 32 bits at most.
bool isInterfaceType(const llvm::Type* type) {
    const Base base = glslType(type).base;
    return base != Base::Void && base != Base::Uint64;
}

uint8_t componentOf(const llvm::Type* type, std::string_view name) {
    if (glslType(type).base == Base::Float) return 0;
    return componentTypeOf(name) == 1 ? 1 : 2;
}

// Narrow integers are carried without their sign; an ivec4 outside has it.
Expr signExtended(const llvm::Type* llvmType, const Expr& e) {
    const GlslType type = glslType(llvmType);
    const unsigned bits = scalarBits(llvmType);
    if (type.base != Base::Uint || bits >= 32) return e;
    return call(type.name(), {call("bitfieldExtract", {call(type.of(Base::Int).name(), {e}), {"0"}, {std::to_string(bits)}})});
}

} // namespace

Expr fromInterface(const Expr& vector, uint8_t component, GlslType type) {
    const Expr lanes = type.lanes == 4 ? vector : swizzle(vector, std::string_view("xyzw").substr(0, type.lanes));
    if (type.base == kBaseOf[component]) return lanes;
    return call(type.name(), {lanes});
}

Expr narrowed(const llvm::Type* llvmType, const Expr& e) {
    const unsigned bits = scalarBits(llvmType);
    if (glslType(llvmType).base != Base::Uint || bits >= 32) return e;
    return binary(e, "&", uintLiteral((1U << bits) - 1U));
}

const Argument* StageIo::metadata(const llvm::Argument& argument) const {
    for (const Argument& a : m_emitter.entry().arguments)
        if (a.irIndex == argument.getArgNo()) return &a;
    // Older producers number by position.
    const auto& all = m_emitter.entry().arguments;
    return argument.getArgNo() < all.size() ? &all[argument.getArgNo()] : nullptr;
}

Expr StageIo::vertexInput(const Argument& a, GlslType type) {
    VertexInput input{a.location, type.base == Base::Float ? uint8_t(0) : componentTypeOf(a.typeName), fmt::format("vs_a{}", a.location)};
    if (type.base != Base::Float && input.componentType == 0) input.componentType = 2;
    m_emitter.declare(fmt::format("layout(location = {}) in {} {};", a.location, kVectorOf[input.componentType], input.name));
    m_emitter.reflection().vertexInputs.push_back(input);
    return fromInterface({input.name}, input.componentType, type);
}

Expr StageIo::interpolant(const Argument& a, bool isLinear) {
    Argument input = a;
    input.interpolation = isLinear ? "noperspective" : "";
    return varying(input, {Base::Float, 4});
}

Expr StageIo::varying(const Argument& a, GlslType type) {
    const uint8_t component = type.base == Base::Float ? 0 : componentTypeOf(a.typeName) == 1 ? 1 : 2;
    // GLSL interpolates no integers.
    return varying({varyingName(a.semantic, component), component, component != 0 ? "flat" : a.interpolation}, type);
}

Expr StageIo::varying(const Varying& input, GlslType type) {
    auto& inputs = m_emitter.reflection().inputs;
    if (std::none_of(inputs.begin(), inputs.end(), [&](const Varying& v) { return v.name == input.name; })) {
        inputs.push_back(input);
        m_emitter.declare(fmt::format("#ifdef AIR_ZERO_{0}\nconst {1} {0} = {1}(0);\n#else\n{2}in {1} {0};\n#endif", input.name,
                                      kVectorOf[input.componentType], input.interpolation.empty() ? "" : input.interpolation + " "));
    }
    return fromInterface({input.name}, input.componentType, type);
}

Expr StageIo::barycentrics(const Argument& a, GlslType type) {
    std::string name(kBarycentricName);
    for (const char c : a.interpolation.empty() ? std::string() : " " + a.interpolation) name += c == ' ' ? '_' : c;
    return varying({name, 0, a.interpolation}, type);
}

// Reads the copy of the attachment at the fragment's own texel, layer and sample.
Expr StageIo::framebufferFetch(const Argument& a, GlslType type) {
    const uint8_t component = type.base == Base::Float ? 0 : componentTypeOf(a.typeName) == 1 ? 1 : 2;
    const std::string name = fmt::format("fs_fetch{}", a.location);
    auto& fetches = m_emitter.reflection().fetches;
    if (std::none_of(fetches.begin(), fetches.end(), [&](const FramebufferFetch& f) { return f.attachment == a.location; })) {
        fetches.push_back({a.location, component, name});
        m_emitter.declare(fmt::format(
            "#ifdef AIR_FETCH_SAMPLES\nuniform {0}sampler2DMSArray {1};\n{2} air_{1}() {{ return texelFetch({1}, ivec3(gl_FragCoord.xy, "
            "min(gl_Layer, textureSize({1}).z - 1)), gl_SampleID); }}\n#else\nuniform {0}sampler2DArray {1};\n{2} air_{1}() {{ return "
            "texelFetch({1}, ivec3(gl_FragCoord.xy, min(gl_Layer, textureSize({1}, 0).z - 1)), 0); }}\n#endif",
            std::array{"", "i", "u"}[component], name, kVectorOf[component]));
    }
    return fromInterface({"air_" + name + "()"}, component, type);
}

Expr StageIo::builtin(const Argument& a, const llvm::Argument& argument) {
    const GlslType type = glslType(argument.getType());
    const Stage stage = m_emitter.entry().stage;
    if (!isInterfaceType(argument.getType())) {
        m_emitter.decline("type", a.kind + " of 64 bits");
        return m_emitter.zero(type);
    }
    if (a.kind == "air.stage_in" || (a.kind == "air.vertex_input" && stage == Stage::Kernel))
        return narrowed(argument.getType(), threadInput(a, type));
    if (a.kind == "air.patch_input" || (a.kind == "air.vertex_input" && stage == Stage::Tessellation))
        return narrowed(argument.getType(), patchInput(a, type));
    if (a.kind == "air.vertex_input") return narrowed(argument.getType(), vertexInput(a, type));
    if (a.kind == "air.fragment_input") return narrowed(argument.getType(), varying(a, type));
    if (a.kind == "air.barycentric_coord" && stage == Stage::Fragment && type.base == Base::Float) return barycentrics(a, type);
    if (a.kind == "air.render_target") return narrowed(argument.getType(), framebufferFetch(a, type));
    const Builtin b = stage == Stage::Kernel ? kernelBuiltin(m_emitter, a.kind) : graphicsBuiltin(m_emitter, a.kind);
    if (b.value.text.empty()) {
        m_emitter.decline("argument", a.kind);
        return m_emitter.zero(type);
    }
    Expr e = b.value;
    if (type.lanes < b.type.lanes) e = swizzle(e, std::string_view("xyzw").substr(0, type.lanes));
    const unsigned bits = scalarBits(argument.getType());
    if (type.base == Base::Uint && bits < 32)
        e = binary(b.type.base == Base::Uint ? e : call(type.name(), {e}), "&", uintLiteral((1U << bits) - 1U));
    else if (type.base != b.type.base)
        e = call(type.name(), {e});
    return e;
}

// Values that take work are written once.
Expr StageIo::argument(const llvm::Argument& argument) {
    const auto known = m_arguments.find(&argument);
    if (known != m_arguments.end()) return known->second;
    const Argument* a = metadata(argument);
    const GlslType type = glslType(argument.getType());
    if (!a || argument.getType()->isPointerTy() || type.base == Base::Void) {
        m_emitter.decline("argument", a ? a->kind : "without metadata");
        return m_emitter.zero(type);
    }
    Expr e = builtin(*a, argument);
    const bool isWork = e.text.find("cs_grid") != std::string::npos || e.text.find("air_") != std::string::npos ||
                        e.text.find("AIR_FETCH_") != std::string::npos;
    if (isWork) e = m_emitter.temporary(type, e, a->name);
    return m_arguments[&argument] = e;
}

void StageIo::declareInputs() {
    if (m_emitter.entry().stage == Stage::Kernel)
        m_emitter.declare("layout(local_size_x = AIR_LOCAL_X, local_size_y = AIR_LOCAL_Y, local_size_z = AIR_LOCAL_Z) in;");
    if (m_emitter.entry().stage == Stage::Tessellation) declarePatch();
    for (const llvm::Argument& argument : m_emitter.entry().function->args()) {
        const Argument* a = metadata(argument);
        if (a && isAbsent(*a)) {
            const GlslType type = glslType(argument.getType());
            if (!argument.getType()->isPointerTy() && type.base != Base::Void) m_arguments[&argument] = m_emitter.zero(type);
            continue;
        }
        // A kernel's or fragment's unread input needs no declaration; a vertex attribute neither.
        if (argument.use_empty() || argument.getType()->isPointerTy()) continue;
        this->argument(argument);
    }
    declareOutputs();
    m_emitter.reflection().earlyFragmentTests = m_emitter.entry().earlyFragmentTests;
    if (m_emitter.entry().earlyFragmentTests && m_emitter.entry().stage == Stage::Fragment)
        m_emitter.declare("layout(early_fragment_tests) in;");
}

void StageIo::declareOutputs() {
    Reflection& r = m_emitter.reflection();
    for (const Output& o : m_emitter.entry().outputs) {
        if (o.kind == "air.position") {
            m_writesPosition = true;
            if (o.isInvariant) m_emitter.declare("invariant gl_Position;");
        } else if (o.kind == "air.render_target") {
            const uint8_t component = componentTypeOf(o.typeName);
            r.colors.push_back({o.location, o.index, component});
            const std::string index = o.index ? fmt::format(", index = {}", o.index) : "";
            const std::string name = o.index ? fmt::format("fs_color{}_{}", o.location, o.index) : fmt::format("fs_color{}", o.location);
            m_emitter.declare(fmt::format("layout(location = {}{}) out {} {};", o.location, index, kVectorOf[component], name));
        } else if (o.kind == "air.depth") {
            r.writesDepth = true;
            if (o.qualifier == "less" || o.qualifier == "greater")
                m_emitter.declare(fmt::format("layout(depth_{}) out float gl_FragDepth;", o.qualifier));
        } else if (o.kind == "air.stencil") {
            r.writesStencil = true;
            m_emitter.require("GL_ARB_shader_stencil_export");
            if (!m_emitter.capabilities().stencilExport) m_emitter.decline("stencil-export");
        } else if (o.kind == "air.render_target_array_index" || o.kind == "air.viewport_array_index") {
            (o.kind == "air.viewport_array_index" ? r.writesViewport : r.writesLayer) = true;
            m_emitter.require("GL_ARB_shader_viewport_layer_array");
            if (!m_emitter.capabilities().viewportLayerArray) m_emitter.decline("layered-rendering");
        }
        r.writesSampleMask = r.writesSampleMask || o.kind == "air.sample_mask";
        r.writesPointSize = r.writesPointSize || o.kind == "air.point_size";
    }
}

void StageIo::writeVaryings(const Output& o, const std::vector<Expr>& leaves, const std::vector<const llvm::Type*>& types) {
    for (size_t i = 0; i < leaves.size(); ++i) {
        const GlslType type = glslType(types[i]);
        const uint8_t component = componentOf(types[i], o.typeName);
        std::string name = varyingName(o.semantic, component);
        if (leaves.size() > 1) name += fmt::format("_{}", i);
        auto& outputs = m_emitter.reflection().outputs;
        if (std::none_of(outputs.begin(), outputs.end(), [&](const Varying& v) { return v.name == name; })) {
            outputs.push_back({name, component, ""});
            m_emitter.declare(fmt::format("#ifndef AIR_IQ_{0}\n#define AIR_IQ_{0}{2}\n#endif\nAIR_IQ_{0} out {1} {0};", name,
                                          kVectorOf[component], component ? " flat" : ""));
        }
        m_emitter.statement(fmt::format("{} = {}", name, toInterface(leaves[i], type, component, "0").text));
    }
}

void StageIo::writeClipDistances(const std::vector<Expr>& leaves, const std::vector<const llvm::Type*>& types) {
    constexpr uint32_t kMaxClipDistances = 8;
    uint32_t& count = m_emitter.reflection().clipDistances;
    count = 0; // each return writes them all
    for (size_t i = 0; i < leaves.size(); ++i) {
        const GlslType type = glslType(types[i]);
        const Expr value = type.isVector() ? m_emitter.stable(type, leaves[i]) : leaves[i];
        for (unsigned lane = 0; lane < type.lanes; ++lane)
            m_emitter.statement(fmt::format("gl_ClipDistance[{}] = {}", count++, type.isVector() ? member(value, lane).text : value.text));
    }
    if (count > kMaxClipDistances) m_emitter.decline("output", fmt::format("{} clip distances, {} is the limit", count, kMaxClipDistances));
}

void StageIo::writeOutput(const Output& o, const std::vector<Expr>& leaves, const std::vector<const llvm::Type*>& types) {
    if (leaves.empty()) return;
    const GlslType type = glslType(types[0]);
    if (o.kind == "air.position") {
        m_emitter.statement("gl_Position = " + toInterface(leaves[0], type, 0, "1").text);
    } else if (o.kind == "air.vertex_output") {
        writeVaryings(o, leaves, types);
    } else if (o.kind == "air.render_target") {
        const std::string name = o.index ? fmt::format("fs_color{}_{}", o.location, o.index) : fmt::format("fs_color{}", o.location);
        m_emitter.statement(fmt::format("{} = {}", name, toInterface(leaves[0], type, componentTypeOf(o.typeName), "1").text));
    } else if (o.kind == "air.point_size") {
        m_emitter.statement("gl_PointSize = " + leaves[0].text);
    } else if (o.kind == "air.clip_distance") {
        writeClipDistances(leaves, types);
    } else if (o.kind == "air.depth") {
        m_emitter.statement("gl_FragDepth = " + leaves[0].text);
    } else if (o.kind == "air.stencil") {
        m_emitter.statement(fmt::format("gl_FragStencilRefARB = int({})", leaves[0].text));
    } else if (o.kind == "air.sample_mask") {
        m_emitter.statement(fmt::format("gl_SampleMask[0] = int({})", leaves[0].text));
    } else if (o.kind == "air.render_target_array_index") {
        m_emitter.statement(fmt::format("gl_Layer = int({})", leaves[0].text));
    } else if (o.kind == "air.viewport_array_index") {
        m_emitter.statement(fmt::format("gl_ViewportIndex = int({})", leaves[0].text));
    } else {
        m_emitter.decline("output", o.kind);
    }
}

void StageIo::emitReturn(const llvm::ReturnInst& ret) {
    const auto& outputs = m_emitter.entry().outputs;
    if (const llvm::Value* value = ret.getReturnValue()) {
        const std::vector<Expr> all = m_emitter.leaves(value);
        const auto* s = llvm::dyn_cast<llvm::StructType>(value->getType());
        unsigned at = 0;
        for (size_t i = 0; i < outputs.size(); ++i) {
            const bool isWhole = !s || (outputs.size() == 1 && s->getNumElements() != 1);
            if (!isWhole && i >= s->getNumElements()) break;
            const llvm::Type* type = isWhole ? value->getType() : s->getElementType(unsigned(i));
            std::vector<Expr> part;
            std::vector<const llvm::Type*> types;
            for (unsigned k = 0; k < leafCount(type) && at < all.size(); ++k, ++at) {
                types.push_back(leafType(type, k));
                part.push_back(componentTypeOf(outputs[i].typeName) == 1 ? signExtended(types.back(), all[at]) : all[at]);
                if (!isInterfaceType(types.back())) return m_emitter.decline("type", "an output without GLSL form");
            }
            writeOutput(outputs[i], part, types);
        }
    }
    if (!writesPosition(m_emitter.entry().stage)) return;
    if (!m_emitter.reflection().writesPointSize) m_emitter.statement("gl_PointSize = 1.0"); // undefined otherwise, and GL then drops points
    if (m_writesPosition) m_emitter.statement("AIR_FINISH_POSITION");
}

void StageIo::finish() {
    if (writesPosition(m_emitter.entry().stage) && m_writesPosition)
        m_emitter.declare(
            "#ifndef AIR_FLIP_Y\n#define AIR_FLIP_Y 0\n#endif\n#if AIR_FLIP_Y\n#define AIR_FINISH_POSITION gl_Position.y = -gl_Position.y\n"
            "#else\n#define AIR_FINISH_POSITION\n#endif");
    if (m_emitter.reflection().clipDistances)
        m_emitter.declare(fmt::format("out float gl_ClipDistance[{}];", m_emitter.reflection().clipDistances));
}

} // namespace air
