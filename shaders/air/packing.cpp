// air.pack.* and air.unpack.*: normalised fields of one integer, the first component in the lowest bits, and the two formats with
// exponents.
#include <fmt/format.h>
#include <llvm/IR/Instructions.h>

#include <array>
#include <string_view>

#include "shaders/air/emitter.h"
#include "shaders/air/intrinsics.h"

namespace air {

using Base = GlslType::Base;

namespace {

struct Format {
    std::string_view name; // behind "unorm", "snorm" and a dot
    uint8_t lanes;
    std::array<uint8_t, 4> bits;
};

constexpr std::array kFormats = {
    Format{"1x8", 1, {8, 0, 0, 0}},        Format{"2x8", 2, {8, 8, 0, 0}},    Format{"4x8", 4, {8, 8, 8, 8}},
    Format{"1x16", 1, {16, 0, 0, 0}},      Format{"2x16", 2, {16, 16, 0, 0}}, Format{"4x16", 4, {16, 16, 16, 16}},
    Format{"rgb10a2", 4, {10, 10, 10, 2}}, Format{"rgb565", 3, {5, 6, 5, 0}},
};

constexpr const char* kSrgbEncode =
    "vec4 air_srgb_encode(vec4 c) { vec3 v = clamp(c.rgb, 0.0, 1.0); return vec4(mix(1.055 * pow(v, vec3(1.0 / 2.4)) - 0.055, 12.92 * v, "
    "lessThanEqual(v, vec3(0.0031308))), c.a); }";
constexpr const char* kSrgbDecode =
    "vec4 air_srgb_decode(vec4 c) { return vec4(mix(pow((c.rgb + 0.055) / 1.055, vec3(2.4)), c.rgb / 12.92, lessThanEqual(c.rgb, "
    "vec3(0.04045))), c.a); }";
// Unsigned floats of 5 exponent bits are the upper bits of a half.
constexpr const char* kPackFloats =
    "uint air_pack_rg11b10f(vec3 c) { uvec3 h = uvec3(packHalf2x16(vec2(max(c.r, 0.0), 0.0)), packHalf2x16(vec2(max(c.g, 0.0), 0.0)), "
    "packHalf2x16(vec2(max(c.b, 0.0), 0.0))); return (h.r + 8u) >> 4 | (h.g + 8u) >> 4 << 11 | (h.b + 16u) >> 5 << 22; }";
constexpr const char* kUnpackFloats =
    "vec3 air_unpack_rg11b10f(uint w) { return vec3(unpackHalf2x16((w & 0x7ffu) << 4 | (w >> 11 & 0x7ffu) << 20), "
    "unpackHalf2x16(w >> 22 << 5).x); }";
// 9 mantissa bits a colour, one exponent of bias 15.
constexpr const char* kPackShared =
    "uint air_pack_rgb9e5(vec3 c) { c = clamp(c, 0.0, 65408.0); float m = max(c.r, max(c.g, c.b)); int e = max(-16, "
    "int(floatBitsToUint(m) >> 23) - 127) + 16; float s = exp2(float(24 - e)); if (floor(m * s + 0.5) == 512.0) { s *= 0.5; ++e; } uvec3 f "
    "= "
    "uvec3(floor(c * s + 0.5)); return f.r | f.g << 9 | f.b << 18 | uint(e) << 27; }";
constexpr const char* kUnpackShared =
    "vec3 air_unpack_rgb9e5(uint w) { return vec3(w & 0x1ffu, w >> 9 & 0x1ffu, w >> 18 & 0x1ffu) * exp2(float(w >> 27) - 24.0); }";

class Packing {
public:
    Packing(Emitter& emitter, const llvm::CallInst& call, bool isSigned)
        : m_emitter(emitter), m_call(call), m_operand(call.getArgOperand(0)), m_isSigned(isSigned) {}

    void pack(const Format& f, bool isSrgb) {
        Expr v = m_emitter.value(m_operand);
        if (isSrgb) v = helper("air_srgb_encode", kSrgbEncode, v);
        const unsigned width = scalarBits(m_call.getType());
        if (width == 32 && f.name == "4x8") return m_emitter.bind(m_call, call(m_isSigned ? "packSnorm4x8" : "packUnorm4x8", {v}));
        if (width == 32 && f.name == "2x16") return m_emitter.bind(m_call, call(m_isSigned ? "packSnorm2x16" : "packUnorm2x16", {v}));
        const Expr fields = m_emitter.temporary({Base::Uint, f.lanes}, quantised(f, v));
        std::vector<Expr> words;
        unsigned at = 0;
        for (unsigned lane = 0; lane < f.lanes; at += f.bits[lane], ++lane) {
            Expr part = binary(f.lanes == 1 ? fields : member(fields, lane), "&", uintLiteral((1U << f.bits[lane]) - 1U));
            if (at % 32) part = binary(part, "<<", uintLiteral(at % 32));
            if (at % 32 == 0)
                words.push_back(part);
            else
                words.back() = binary(words.back(), "|", part);
        }
        if (words.size() == 1) return m_emitter.bind(m_call, words[0]);
        m_emitter.require("GL_ARB_gpu_shader_int64");
        m_emitter.bind(m_call, widened(call("packUint2x32", {call("uvec2", words)})));
    }

    void unpack(const Format& f, bool isSrgb) {
        const bool isWide = scalarBits(m_operand->getType()) == 64;
        Expr word = isWide ? call("unpackUint2x32", {m_emitter.wide(m_operand)}) : m_emitter.value(m_operand);
        Expr v;
        if (f.name == "4x8" && !isWide)
            v = call(m_isSigned ? "unpackSnorm4x8" : "unpackUnorm4x8", {word});
        else if (f.name == "2x16")
            v = call(m_isSigned ? "unpackSnorm2x16" : "unpackUnorm2x16", {word});
        else
            v = fractions(f, m_emitter.stable({Base::Uint, uint8_t(isWide ? 2 : 1)}, word), isWide);
        finish(isSrgb ? helper("air_srgb_decode", kSrgbDecode, v) : v);
    }

    void packWhole(const char* name, const char* text) { m_emitter.bind(m_call, helper(name, text, m_emitter.value(m_operand))); }
    void unpackWhole(const char* name, const char* text) { finish(helper(name, text, m_emitter.value(m_operand))); }

private:
    Expr helper(const char* name, const char* text, const Expr& e) {
        m_emitter.helpers().add(name, text);
        return call(name, {e});
    }

    // i64 values may be carried as their low word (narrowing.h).
    Expr widened(const Expr& e) const { return m_emitter.typeOf(&m_call).base == Base::Uint ? call("uint", {e}) : e; }

    std::vector<Expr> scales(const Format& f) const {
        std::vector<Expr> all;
        for (unsigned lane = 0; lane < f.lanes; ++lane)
            all.push_back({fmt::format("{}.0", (1U << (f.bits[lane] - (m_isSigned ? 1 : 0))) - 1U)});
        return all;
    }

    Expr scale(const Format& f) const {
        const std::vector<Expr> all = scales(f);
        return f.lanes == 1 ? all[0] : call(GlslType{Base::Float, f.lanes}.name(), all);
    }

    Expr quantised(const Format& f, const Expr& v) const {
        const Expr limited = call("clamp", {v, {m_isSigned ? "-1.0" : "0.0"}, {"1.0"}});
        const Expr rounded = call("roundEven", {binary(limited, "*", scale(f))});
        const GlslType words{Base::Uint, f.lanes};
        return call(words.name(), {m_isSigned ? call(words.of(Base::Int).name(), {rounded}) : rounded});
    }

    Expr fractions(const Format& f, const Expr& word, bool isWide) const {
        std::vector<Expr> lanes;
        unsigned at = 0;
        for (unsigned lane = 0; lane < f.lanes; at += f.bits[lane], ++lane) {
            const Expr w = isWide ? member(word, at / 32) : word;
            const Expr source = m_isSigned ? call("int", {w}) : w;
            lanes.push_back(call("bitfieldExtract", {source, {std::to_string(at % 32)}, {std::to_string(f.bits[lane])}}));
        }
        const std::string type = GlslType{Base::Float, f.lanes}.name();
        const Expr v = binary(call(type, lanes), "/", scale(f));
        return m_isSigned ? call("max", {v, {"-1.0"}}) : v;
    }

    void finish(const Expr& v) {
        const GlslType type = m_emitter.typeOf(&m_call);
        m_emitter.bind(m_call, isHalf(m_call.getType()) ? call(m_emitter.helpers().use("air_h", type), {v}) : v);
    }

    Emitter& m_emitter;
    const llvm::CallInst& m_call;
    const llvm::Value* m_operand;
    bool m_isSigned;
};

} // namespace

bool emitPacking(Emitter& emitter, const llvm::CallInst& call, const std::string& name) {
    const bool isPack = name.starts_with("air.pack."), isUnpack = name.starts_with("air.unpack.");
    if ((!isPack && !isUnpack) || call.arg_size() != 1) return false;
    std::string_view format = std::string_view(name).substr(isPack ? 9 : 11);
    const bool isSigned = format.starts_with("snorm");
    if (isSigned || format.starts_with("unorm")) format.remove_prefix(5);
    if (format.starts_with(".")) format.remove_prefix(1);
    Packing packing(emitter, call, isSigned);
    if (format.starts_with("rg11b10f."))
        return isPack ? packing.packWhole("air_pack_rg11b10f", kPackFloats) : packing.unpackWhole("air_unpack_rg11b10f", kUnpackFloats),
               true;
    if (format.starts_with("rgb9e5."))
        return isPack ? packing.packWhole("air_pack_rgb9e5", kPackShared) : packing.unpackWhole("air_unpack_rgb9e5", kUnpackShared), true;
    for (const Format& f : kFormats) {
        if (!format.starts_with(f.name) || format.size() <= f.name.size() || format[f.name.size()] != '.') continue;
        const bool isSrgb = format.substr(f.name.size()).starts_with(".srgb.");
        return isPack ? packing.pack(f, isSrgb) : packing.unpack(f, isSrgb), true;
    }
    return false;
}

} // namespace air
