// One random program: variables, statements, expressions. See generator.h.
#pragma once

#include <llvm/IR/IRBuilder.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "generator.h"

namespace aircpu {

class GeneratedProgram {
public:
    GeneratedProgram(llvm::Function& kernel, llvm::IRBuilder<>& builder, std::mt19937_64& random, const GeneratorOptions& options);

    // At the builder's place; leaves it behind the program.
    void write(uint32_t index);

private:
    using Value = llvm::Value;
    using Type = llvm::Type;

    uint32_t pick(uint32_t count) { return uint32_t(m_random() % count); }
    bool chance(uint32_t percent) { return pick(100) < percent; }

    void makeVariables();
    void statements(uint32_t depth);
    void assign();
    void branch(uint32_t depth);
    void loop(uint32_t depth);
    void choice(uint32_t depth);
    void arrayStore();
    void exchange(); // through threadgroup memory, with barriers
    void simdOperation();
    void storeResults(uint32_t index);

    Value* value(Type* type, uint32_t depth);
    Value* leaf(Type* type);
    Value* integer(llvm::IntegerType* type, uint32_t depth);
    Value* real(Type* type, uint32_t depth);
    Value* vector(llvm::FixedVectorType* type, uint32_t depth);
    Value* condition(uint32_t depth);
    Value* integerIntrinsic(Type* type, uint32_t depth);
    Value* realIntrinsic(Type* type, uint32_t depth);
    Value* resized(Value* v, llvm::IntegerType* type);
    Value* input(Type* type);
    Value* load(bool isReal);
    Value* arrayPlace();
    Value* bounded(Value* real);
    Value* call(const std::string& name, Type* result, llvm::ArrayRef<Value*> arguments);
    llvm::BasicBlock* block(const char* name);
    std::string suffix(Type* type);

    llvm::Function& m_kernel;
    llvm::IRBuilder<>& m_builder;
    std::mt19937_64& m_random;
    const GeneratorOptions& m_options;
    std::map<Type*, std::vector<Value*>> m_variables;
    Value* m_array = nullptr;
    std::vector<Value*> m_words, m_reals; // loaded at the start
    Type *m_i32, *m_float;
    std::vector<Type*> m_types;
};

} // namespace aircpu
