#include "entry_point.h"

#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/Analysis/ValueTracking.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/DerivedTypes.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Metadata.h>
#include <llvm/IR/Module.h>

#include <algorithm>
#include <array>

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

// air.md 3: the type of a nested member stands before it, a resource's description behind it.
void readMembers(const llvm::MDNode& list, uint32_t base, std::vector<Member>& members) {
    constexpr unsigned kFields = 5;
    for (unsigned at = 0; at < list.getNumOperands(); at += kFields) {
        const bool isNested = textAt(list, at) == "air.struct_type_info";
        const auto* inner =
            isNested && at + 1 < list.getNumOperands() ? llvm::dyn_cast_or_null<llvm::MDNode>(list.getOperand(at + 1)) : nullptr;
        if (isNested || textAt(list, at) == "air.indirect_argument") at += 2;
        if (at + kFields > list.getNumOperands()) return;
        const Member m{base + numberAt(list, at), numberAt(list, at + 1), std::max(1U, numberAt(list, at + 2)), textAt(list, at + 3)};
        for (uint32_t i = 0; inner && i < m.count; ++i) readMembers(*inner, m.offset + i * m.size, members);
        if (!inner) members.push_back(m);
    }
}

// texture.h
bool isKnownTexture(const std::string& typeName) {
    return typeName.starts_with("texture2d<") || (typeName.starts_with("texture3d<") && !typeName.ends_with("sample>"));
}

Argument::Kind kindOf(const Argument& a, uint32_t addressSpace) {
    using Kind = Argument::Kind;
    if (a.token == "air.buffer") return addressSpace == 3 ? Kind::Threadgroup : Kind::Buffer;
    if (a.token == "air.texture") return isKnownTexture(a.typeName) ? Kind::Texture : Kind::Other;
    if (a.token == "air.sampler") return Kind::Sampler;
    if (a.token == "air.vertex_input") return Kind::Attribute;
    if (a.token == "air.fragment_input") return a.shape.element == Element::Pointer ? Kind::Other : Kind::Varying;
    if (a.token == "air.render_target") return Kind::Fetch;
    for (const char* other : {"air.indirect_buffer", "air.instance_acceleration_structure", "air.primitive_acceleration_structure",
                              "air.intersection_function_table", "air.visible_function_table", "air.imageblock", "air.imageblock_data",
                              "air.patch_control_point_input"})
        if (a.token == other) return Kind::Other;
    return Kind::Builtin;
}

bool isSemantic(const std::string& token) { return token.starts_with("generated(") || token.starts_with("user("); }

std::string semanticIn(const llvm::MDNode& node) {
    for (unsigned i = 0; i < node.getNumOperands(); ++i)
        if (isSemantic(textAt(node, i))) return textAt(node, i);
    return "";
}

// A bfloat without the type: 16 bits moved up by 16 and taken as single precision, one by one or as lanes of a vector.
bool isWidened(const llvm::Value& word) {
    return llvm::any_of(word.users(), [](const llvm::User* user) {
        if (llvm::isa<llvm::ExtractElementInst>(user)) return isWidened(*user);
        const bool isExtended = llvm::isa<llvm::ZExtInst>(user);
        return isExtended && llvm::any_of(user->users(), [](const llvm::User* moved) {
                   const auto* shift = llvm::dyn_cast<llvm::BinaryOperator>(moved);
                   return shift && shift->getOpcode() == llvm::Instruction::Shl && llvm::any_of(shift->users(), [](const llvm::User* u) {
                              return llvm::isa<llvm::BitCastInst, llvm::InsertElementInst, llvm::PHINode, llvm::SelectInst>(u);
                          });
               });
    });
}

// What the code behind a pointer loads: compilers without a bfloat type in their reflection name such buffers "ushort", others only bytes.
class LoadedElement {
public:
    Element of(const llvm::Value& pointer) {
        visit(pointer);
        for (const Element element : {Element::BF16, Element::F16, Element::F32, Element::I8, Element::I16, Element::I32, Element::I64})
            if (m_loaded[size_t(element)]) return element;
        return Element::None;
    }

private:
    void visit(const llvm::Value& pointer) {
        if (!m_seen.insert(&pointer).second) return;
        for (const llvm::User* user : pointer.users()) {
            if (const auto* load = llvm::dyn_cast<llvm::LoadInst>(user))
                m_loaded[size_t(isWidened(*load) ? Element::BF16 : shapeOf(load->getType()).element)] = true;
            else if (const auto* copy = llvm::dyn_cast<llvm::MemTransferInst>(user); copy && copy->getRawSource() == &pointer)
                followCopy(*copy);
            else if (llvm::isa<llvm::GetElementPtrInst, llvm::CastInst, llvm::PHINode, llvm::SelectInst>(user))
                visit(*user);
            else if (const auto* call = llvm::dyn_cast<llvm::CallInst>(user); call && call->getCalledFunction())
                for (const llvm::Argument& parameter : call->getCalledFunction()->args())
                    if (call->getArgOperand(parameter.getArgNo()) == &pointer) visit(parameter);
        }
    }

    // Whole vectors, on their way to memory of the thread, from where they are loaded, or of the threadgroup.
    void followCopy(const llvm::MemTransferInst& copy) {
        const llvm::Value* to = llvm::getUnderlyingObject(copy.getRawDest());
        if (llvm::isa<llvm::AllocaInst>(to))
            visit(*to);
        else
            m_loaded[size_t(Element::F32)] = true;
    }

    llvm::SmallPtrSet<const llvm::Value*, 32> m_seen;
    std::array<bool, size_t(Element::Other) + 1> m_loaded{};
};

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
    a.typeName = textAt(node, after(node, "air.arg_type_name"));
    a.kind = kindOf(a, pointer ? pointer->getAddressSpace() : 0);
    if (a.kind == Argument::Kind::Other && value.use_empty()) a.kind = Argument::Kind::Absent;
    a.semantic = semanticIn(node);
    a.location = numberAt(node, a.kind == Argument::Kind::Fetch ? 2 : after(node, "air.location_index"));
    a.referenceSize = numberAt(node, after(node, "air.buffer_size"));
    a.typeSize = numberAt(node, after(node, "air.arg_type_size"));
    if (pointer) a.loadedAs = LoadedElement().of(value);
    const unsigned info = after(node, "air.struct_type_info");
    if (info < node.getNumOperands())
        if (const auto* list = llvm::dyn_cast_or_null<llvm::MDNode>(node.getOperand(info))) readMembers(*list, 0, a.members);
    return a;
}

// Appends the scalars and vectors of `type`, `part` being the way there.
void addLeaves(llvm::Type* type, const ResultPart& part, std::vector<ResultPart>& results) {
    if (!type->isAggregateType()) {
        results.push_back(part);
        results.back().shape = shapeOf(type);
        return;
    }
    const bool isArray = type->isArrayTy();
    const unsigned count = isArray ? unsigned(type->getArrayNumElements()) : type->getStructNumElements();
    for (unsigned i = 0; i < count; ++i) {
        ResultPart inner = part;
        inner.path.push_back(i);
        inner.element = part.element * count + i;
        inner.elements = part.elements * count;
        addLeaves(isArray ? type->getArrayElementType() : type->getStructElementType(i), inner, results);
    }
}

// One node a member of the returned struct; a single output may be returned bare.
void readResults(const llvm::MDNode& outputs, EntryPoint& entry) {
    llvm::Type* type = entry.function->getReturnType();
    auto* members = llvm::dyn_cast<llvm::StructType>(type);
    const bool isBare = !members || (outputs.getNumOperands() == 1 && members->getNumElements() != 1);
    for (unsigned i = 0; i < outputs.getNumOperands(); ++i) {
        const auto* node = llvm::dyn_cast_or_null<llvm::MDNode>(outputs.getOperand(i));
        if (!node || (!isBare && i >= members->getNumElements())) return;
        ResultPart part;
        part.token = textAt(*node, 0);
        part.semantic = semanticIn(*node);
        part.typeName = textAt(*node, after(*node, "air.arg_type_name"));
        if (part.token == "air.render_target") part.location = numberAt(*node, 1), part.index = numberAt(*node, 2);
        if (!isBare) part.path = {i};
        addLeaves(isBare ? type : members->getElementType(i), part, entry.results);
    }
}

uint32_t maxThreadsOf(const llvm::MDNode& node) {
    for (unsigned i = 3; i < node.getNumOperands(); ++i)
        if (const auto* extra = llvm::dyn_cast_or_null<llvm::MDNode>(node.getOperand(i));
            extra && textAt(*extra, 0) == "air.max_work_group_size")
            return numberAt(*extra, 1);
    return 0;
}

struct Found {
    Stage stage = Stage::Kernel;
    const llvm::MDNode* node = nullptr;
    const llvm::Function* function = nullptr;
};

std::vector<Found> entryNodes(const llvm::Module& module) {
    constexpr std::pair<const char*, Stage> kLists[] = {
        {"air.kernel", Stage::Kernel}, {"air.vertex", Stage::Vertex}, {"air.fragment", Stage::Fragment}};
    std::vector<Found> found;
    for (const auto& [list, stage] : kLists) {
        const llvm::NamedMDNode* nodes = module.getNamedMetadata(list);
        if (!nodes) continue;
        for (const llvm::MDNode* node : nodes->operands()) {
            const auto* function =
                node->getNumOperands() > 2 ? llvm::mdconst::dyn_extract_or_null<llvm::Function>(node->getOperand(0)) : nullptr;
            if (function && !function->isDeclaration()) found.push_back({stage, node, function});
        }
    }
    return found;
}

Found entryNode(const llvm::Module& module, const std::string& name) {
    for (const Found& found : entryNodes(module))
        if (name.empty() || found.function->getName() == name) return found;
    return {};
}

} // namespace

std::vector<std::string> entryNames(const llvm::Module& module) {
    std::vector<std::string> names;
    for (const Found& found : entryNodes(module)) names.push_back(found.function->getName().str());
    return names;
}

pvg::Result<EntryPoint> readEntryPoint(llvm::Module& module, const std::string& name) {
    const auto [stage, node, function] = entryNode(module, name);
    if (!node) return Error{Code::NotFound, "the module has no kernel, vertex or fragment function '" + name + "'"};
    EntryPoint entry;
    entry.stage = stage;
    entry.maxThreads = maxThreadsOf(*node);
    entry.function = module.getFunction(function->getName());
    const auto* inputs = llvm::dyn_cast_or_null<llvm::MDNode>(node->getOperand(2));
    if (!inputs || inputs->getNumOperands() != entry.function->arg_size())
        return Error{Code::Protocol, "the function's metadata does not list its arguments"};
    for (unsigned i = 0; i < inputs->getNumOperands(); ++i) {
        const auto* input = llvm::dyn_cast_or_null<llvm::MDNode>(inputs->getOperand(i));
        if (!input) return Error{Code::Protocol, "an argument has no metadata"};
        entry.arguments.push_back(readArgument(*input, *entry.function->getArg(i)));
        const Argument& a = entry.arguments.back();
        const bool isStageIn = stage == Stage::Kernel && a.kind == Argument::Kind::Attribute;
        if (a.kind == Argument::Kind::Other || isStageIn) return Error{Code::Unsupported, "argument " + a.token + " " + a.typeName};
    }
    if (const auto* outputs = llvm::dyn_cast_or_null<llvm::MDNode>(node->getOperand(1))) readResults(*outputs, entry);
    return entry;
}

} // namespace aircpu
