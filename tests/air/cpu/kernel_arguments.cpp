#include "kernel_arguments.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Metadata.h>
#include <llvm/IR/Module.h>

#include <algorithm>

namespace aircpu {

namespace {

using pvg::Code;
using pvg::Error;

std::string textAt(const llvm::MDNode& node, unsigned index) {
    const auto* text = index < node.getNumOperands() ? llvm::dyn_cast_or_null<llvm::MDString>(node.getOperand(index)) : nullptr;
    return text ? text->getString().str() : "";
}

uint32_t numberAt(const llvm::MDNode& node, unsigned index) {
    if (index >= node.getNumOperands()) return 0;
    const auto* number = llvm::mdconst::dyn_extract_or_null<llvm::ConstantInt>(node.getOperand(index));
    return number ? uint32_t(number->getZExtValue()) : 0;
}

// The operand after the string `key`.
unsigned after(const llvm::MDNode& node, const char* key) {
    for (unsigned i = 0; i < node.getNumOperands(); ++i)
        if (textAt(node, i) == key) return i + 1;
    return node.getNumOperands();
}

void readMembers(const llvm::MDNode& list, uint32_t base, std::vector<Member>& members) {
    for (unsigned at = 0; at + 4 < list.getNumOperands();) {
        Member m{base + numberAt(list, at), numberAt(list, at + 1), std::max(1U, numberAt(list, at + 2)), textAt(list, at + 3)};
        at += 5;
        const bool isNested = textAt(list, at) == "air.struct_type_info";
        const auto* inner = isNested ? llvm::dyn_cast_or_null<llvm::MDNode>(list.getOperand(at + 1)) : nullptr;
        if (isNested || textAt(list, at) == "air.indirect_argument") at += 2;
        if (!inner) {
            members.push_back(m);
            continue;
        }
        for (uint32_t i = 0; i < m.count; ++i) readMembers(*inner, m.offset + i * m.size, members);
    }
}

Argument::Kind kindOf(const std::string& token, uint32_t addressSpace) {
    if (token == "air.buffer") return addressSpace == 3 ? Argument::Kind::Threadgroup : Argument::Kind::Buffer;
    for (const char* other : {"air.texture", "air.sampler", "air.indirect_buffer", "air.instance_acceleration_structure",
                              "air.primitive_acceleration_structure", "air.intersection_function_table", "air.visible_function_table",
                              "air.imageblock", "air.imageblock_data"})
        if (token == other) return Argument::Kind::Other;
    return Argument::Kind::Builtin;
}

// Compilers without a bfloat type in their reflection name such buffers "ushort".
Element loadedElement(const llvm::Value& pointer, unsigned depth) {
    constexpr unsigned kDepth = 8;
    for (const llvm::User* user : pointer.users()) {
        Element element = Element::None;
        if (const auto* load = llvm::dyn_cast<llvm::LoadInst>(user))
            element = shapeOf(load->getType()).element;
        else if (depth < kDepth && (llvm::isa<llvm::GetElementPtrInst>(user) || llvm::isa<llvm::CastInst>(user)))
            element = loadedElement(*user, depth + 1);
        else if (const auto* call = llvm::dyn_cast<llvm::CallInst>(user); depth < kDepth && call && call->getCalledFunction())
            for (const llvm::Argument& parameter : call->getCalledFunction()->args())
                if (call->getArgOperand(parameter.getArgNo()) == &pointer) element = loadedElement(parameter, depth + 1);
        if (element == Element::F16 || element == Element::BF16) return element;
    }
    return Element::None;
}

Argument readArgument(const llvm::MDNode& node, const llvm::Argument& value) {
    Argument a;
    a.shape = shapeOf(value.getType());
    a.token = textAt(node, 1);
    if (a.token == "air.function_constant") {
        a.token = textAt(node, 3);
        a.kind = Argument::Kind::Absent; // constants have no values here, so their predicates are false
        return a;
    }
    const auto* pointer = llvm::dyn_cast<llvm::PointerType>(value.getType());
    a.kind = kindOf(a.token, pointer ? pointer->getAddressSpace() : 0);
    a.location = numberAt(node, after(node, "air.location_index"));
    a.referenceSize = numberAt(node, after(node, "air.buffer_size"));
    a.typeName = textAt(node, after(node, "air.arg_type_name"));
    a.typeSize = numberAt(node, after(node, "air.arg_type_size"));
    if (pointer) a.loadedAs = loadedElement(value, 0);
    const unsigned info = after(node, "air.struct_type_info");
    if (info < node.getNumOperands())
        if (const auto* list = llvm::dyn_cast_or_null<llvm::MDNode>(node.getOperand(info))) readMembers(*list, 0, a.members);
    return a;
}

const llvm::MDNode* entryNode(llvm::Module& module, const std::string& name) {
    const llvm::NamedMDNode* kernels = module.getNamedMetadata("air.kernel");
    if (!kernels) return nullptr;
    for (const llvm::MDNode* node : kernels->operands()) {
        const auto* function =
            node->getNumOperands() > 2 ? llvm::mdconst::dyn_extract_or_null<llvm::Function>(node->getOperand(0)) : nullptr;
        if (function && !function->isDeclaration() && (name.empty() || function->getName() == name)) return node;
    }
    return nullptr;
}

} // namespace

pvg::Result<KernelEntry> readKernelEntry(llvm::Module& module, const std::string& name) {
    const llvm::MDNode* node = entryNode(module, name);
    if (!node) return Error{Code::NotFound, "the module has no kernel '" + name + "'"};
    KernelEntry entry;
    entry.function = llvm::mdconst::extract<llvm::Function>(node->getOperand(0));
    const auto* inputs = llvm::dyn_cast_or_null<llvm::MDNode>(node->getOperand(2));
    if (!inputs || inputs->getNumOperands() != entry.function->arg_size())
        return Error{Code::Protocol, "the kernel's metadata does not list its arguments"};
    for (unsigned i = 0; i < inputs->getNumOperands(); ++i) {
        const auto* input = llvm::dyn_cast_or_null<llvm::MDNode>(inputs->getOperand(i));
        if (!input) return Error{Code::Protocol, "an argument has no metadata"};
        entry.arguments.push_back(readArgument(*input, *entry.function->getArg(i)));
        if (entry.arguments.back().kind == Argument::Kind::Other)
            return Error{Code::Unsupported, "argument kind " + entry.arguments.back().token};
    }
    return entry;
}

} // namespace aircpu
