// Texture bindings of one function: every (texture, sampler) pair, texel fetch and image that its calls name.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "shaders/air/entry.h"
#include "shaders/air/glsl_expr.h"
#include "shaders/air/reflection.h"
#include "shaders/air/texture_call.h"

namespace llvm {
class CallInst;
class Value;
} // namespace llvm

namespace air {

class Emitter;

class Textures {
public:
    explicit Textures(Emitter& emitter) : m_emitter(emitter) {}

    // False when the call is no texture intrinsic.
    bool emit(const llvm::CallInst& call, const std::string& name);
    // Whether a pointer names a texture or sampler rather than memory.
    bool isHandle(const llvm::Value* pointer) const;
    // Declarations and reflection; after the body is written.
    void finish();

private:
    struct Binding {
        TextureUse use;
        TextureShape shape; // of the GL object; cubes that are read are 2D arrays
        uint8_t lanes = 4;
        bool isWritten = false, pixelCoordinates = false;
        bool loadsAnyLevel = false, storesAnyLevel = false; // of an image: at levels that are computed
        std::string levelName{};                            // of the sampler that knows the implicit level; empty: itself
    };
    // What a sampler operand is.
    struct SamplerKey {
        TextureUse::Sampler kind = TextureUse::Sampler::None;
        uint32_t index = 0;
        bool pixelCoordinates = false, isValid = true;
    };

    void emitCall(const llvm::CallInst& call, const TextureCall& c, const Argument& a);
    void emitNull(const llvm::CallInst& call, const TextureCall& c);
    void sample(const llvm::CallInst& call, const TextureCall& c, const Argument& a);
    void gather(const llvm::CallInst& call, const TextureCall& c, const Argument& a);
    void read(const llvm::CallInst& call, const TextureCall& c, const Argument& a);
    void readImage(const llvm::CallInst& call, const TextureCall& c, const Argument& a); // texture_levels.cpp, as write
    void write(const TextureCall& c, const Argument& a);
    void query(const llvm::CallInst& call, const TextureCall& c, const Argument& a);
    void lodQuery(const llvm::CallInst& call, const TextureCall& c, const Argument& a);

    void atomic(const llvm::CallInst& call, const TextureCall& c, const Argument& a);
    void compareExchange(const llvm::CallInst& call, const TextureCall& c, const Binding& b);

    const Argument* elementArgument(const llvm::Value* handle); // null: no element of an array
    const Argument* memoryArgument(const llvm::Value* handle);
    const Argument* textureArgument(const llvm::Value* texture);
    SamplerKey samplerKey(const llvm::Value* sampler);
    Binding& sampled(const TextureCall& c, const Argument& a, const SamplerKey& key);
    Binding& fetched(const TextureCall& c, const Argument& a);
    Binding& image(const TextureCall& c, const Argument& a, uint32_t level = 0);
    std::optional<uint32_t> imageLevel(const TextureCall& c) const; // null: it is computed
    void addComputedLevels();
    void declareLevelFunctions(const Binding& b, bool isLoad);
    void declareImage(Binding& b);
    Binding& add(TextureUse use, TextureShape shape);

    Expr coordinates(const TextureCall& c, const Binding& b, const Expr& coordinate);
    Expr sampleExpression(const TextureCall& c, const Binding& b, const Expr& coordinate);
    Expr atLeastLevel(const TextureCall& c, const Binding& b, const Expr& coordinate);
    std::vector<Expr> atLeastGradients(const TextureCall& c, const Expr& name, const Expr& coordinate); // texture_gradients.cpp
    Expr integerCoordinate(const TextureCall& c, bool isImage);
    std::string fetchFunction(const Binding& b);
    // Binds a four-lane (or scalar) result to a call that returns T or {T, i8}.
    void bindResult(const llvm::CallInst& call, const Binding& b, const Expr& e, bool isScalar);

    Emitter& m_emitter;
    std::deque<Binding> m_bindings;
    std::deque<Argument> m_elements; // of array arguments, as arguments of their own
};

// What the name of an image of that level ends in.
std::string levelSuffix(uint32_t level);

} // namespace air
