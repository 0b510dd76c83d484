#include "shaders/air/glsl_type.h"

#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/Type.h>

namespace air {

using Base = GlslType::Base;

namespace {

GlslType::Base baseOf(const llvm::Type* scalar) {
    if (scalar->isPointerTy()) return Base::Uint;
    if (scalar->isFloatTy() || scalar->isHalfTy() || scalar->isBFloatTy()) return Base::Float;
    if (!scalar->isIntegerTy()) return Base::Void;
    const unsigned bits = scalar->getIntegerBitWidth();
    if (bits == 1) return Base::Bool;
    if (bits == 64) return Base::Uint64;
    return bits <= 32 ? Base::Uint : Base::Void;
}

} // namespace

std::string GlslType::name() const {
    static constexpr const char* kScalars[] = {"void", "bool", "uint", "int", "float", "uint64_t"};
    static constexpr const char* kVectors[] = {"void", "bvec", "uvec", "ivec", "vec", "u64vec"};
    if (lanes == 1) return kScalars[size_t(base)];
    return std::string(kVectors[size_t(base)]) + char('0' + lanes);
}

GlslType glslType(const llvm::Type* type) {
    const auto* vector = llvm::dyn_cast<llvm::FixedVectorType>(type);
    if (!vector) return {baseOf(type), 1};
    if (vector->getNumElements() > 4) return {};
    return {baseOf(vector->getElementType()), uint8_t(vector->getNumElements())};
}

unsigned scalarBits(const llvm::Type* type) { return type->getScalarSizeInBits(); }
bool isHalf(const llvm::Type* type) { return type->getScalarType()->isHalfTy(); }
bool isBfloat(const llvm::Type* type) { return type->getScalarType()->isBFloatTy(); }

uint8_t componentTypeOf(std::string_view metalType) {
    if (metalType.starts_with("float") || metalType.starts_with("half") || metalType.starts_with("bfloat")) return 0;
    if (metalType.starts_with("u") || metalType.starts_with("bool")) return 2;
    if (metalType.starts_with("int") || metalType.starts_with("short") || metalType.starts_with("char") || metalType.starts_with("long"))
        return 1;
    return 0;
}

} // namespace air
