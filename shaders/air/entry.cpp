#include "shaders/air/entry.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Metadata.h>
#include <llvm/IR/Module.h>

#include <array>
#include <string_view>

namespace air {

namespace {

// A metadata node read token by token: strings and integers, other operands by position.
class Tokens {
public:
    explicit Tokens(const llvm::MDNode& node) : m_node(node) {}
    unsigned size() const { return m_node.getNumOperands(); }
    std::string text(unsigned i) const {
        const auto* s = i < size() ? llvm::dyn_cast_or_null<llvm::MDString>(m_node.getOperand(i).get()) : nullptr;
        return s ? s->getString().str() : std::string();
    }
    std::optional<uint32_t> number(unsigned i) const {
        if (i >= size() || !m_node.getOperand(i)) return std::nullopt;
        const auto* c = llvm::mdconst::dyn_extract<llvm::ConstantInt>(m_node.getOperand(i));
        if (!c || c->getBitWidth() > 64) return std::nullopt;
        return uint32_t(c->getZExtValue());
    }
    const llvm::MDNode* node(unsigned i) const {
        return i < size() ? llvm::dyn_cast_or_null<llvm::MDNode>(m_node.getOperand(i).get()) : nullptr;
    }
    template <class T>
    const T* constant(unsigned i) const {
        return i < size() && m_node.getOperand(i) ? llvm::mdconst::dyn_extract_or_null<T>(m_node.getOperand(i)) : nullptr;
    }

private:
    const llvm::MDNode& m_node;
};

bool isSemantic(std::string_view text) { return text.starts_with("generated(") || text.starts_with("user("); }

void appendQualifier(std::string& to, std::string_view qualifier) {
    if (!to.empty()) to += ' ';
    to += qualifier;
}

void readInterpolation(const std::string& token, std::string& to) {
    if (token == "air.flat") appendQualifier(to, "flat");
    if (token == "air.no_perspective") appendQualifier(to, "noperspective");
    if (token == "air.centroid") appendQualifier(to, "centroid");
    if (token == "air.sample") appendQualifier(to, "sample");
}

// The nodes behind "air.patch_control_point_input": the accessor, then a field each.
void readPatchNodes(const Tokens& t, unsigned first, Argument& a) {
    for (unsigned i = first; i < t.size(); ++i) {
        const llvm::MDNode* node = t.node(i);
        if (!node) continue;
        const Tokens n(*node);
        if (n.text(0) == "air.patch_control_point_function")
            if (const auto* accessor = n.constant<llvm::Function>(1)) a.accessor = accessor->getName().str();
        if (n.text(0) != "air.location_index") continue;
        PatchField field{n.number(1).value_or(0), {}};
        for (unsigned k = 2; k < n.size(); ++k)
            if (n.text(k) == "air.arg_type_name") field.typeName = n.text(k + 1);
        a.fields.push_back(std::move(field));
    }
}

// Tokens after the kind; numbers that follow a named token are its values.
void readArgumentTokens(const Tokens& t, unsigned first, Argument& a) {
    for (unsigned i = first; i < t.size(); ++i) {
        const std::string token = t.text(i);
        if (token == "air.location_index") {
            a.location = t.number(i + 1).value_or(0);
            a.count = t.number(i + 2).value_or(1);
        } else if (token == "air.buffer_size") {
            a.bufferSize = t.number(i + 1);
        } else if (token == "air.struct_type_info") {
            a.members = t.node(i + 1);
        } else if (token == "air.arg_type_size") {
            a.argumentSize = t.number(i + 1).value_or(0);
        } else if (token == "air.arg_type_name") {
            a.typeName = t.text(++i);
        } else if (token == "air.arg_name") {
            a.name = t.text(++i);
        } else if (token == "air.arg_unused") {
            a.isUnused = true;
        } else if (token == "air.read" || token == "air.write" || token == "air.read_write" ||
                   (token == "air.sample" && a.kind == "air.texture")) {
            a.access = token.substr(4);
        } else if (isSemantic(token)) {
            a.semantic = token;
        } else {
            readInterpolation(token, a.interpolation);
        }
    }
}

} // namespace

Argument readArgument(const llvm::MDNode& node) {
    Tokens t(node);
    Argument a;
    a.irIndex = t.number(0).value_or(~0U);
    unsigned at = 1;
    if (t.text(at) == "air.function_constant") {
        if (const llvm::MDNode* gate = t.node(at + 1)) a.predicate = Tokens(*gate).constant<llvm::GlobalVariable>(0);
        at += 2;
    }
    a.kind = t.text(at++);
    if (a.kind == "air.render_target") {
        a.location = t.number(at).value_or(0);
        a.dualSourceIndex = t.number(at + 1).value_or(0);
    }
    readArgumentTokens(t, at, a);
    if (a.kind == "air.patch_control_point_input") readPatchNodes(t, at, a);
    return a;
}

namespace {

Output readOutput(const llvm::MDNode& node) {
    Tokens t(node);
    Output o;
    o.kind = t.text(0);
    if (o.kind == "air.render_target") {
        o.location = t.number(1).value_or(0);
        o.index = t.number(2).value_or(0);
    }
    for (unsigned i = 1; i < t.size(); ++i) {
        const std::string token = t.text(i);
        if (isSemantic(token))
            o.semantic = token;
        else if (token == "air.invariant")
            o.isInvariant = true;
        else if (token == "air.arg_type_name")
            o.typeName = t.text(++i);
        else if (token == "air.arg_name")
            o.name = t.text(++i);
        else if (token == "air.any" || token == "air.less" || token == "air.greater")
            o.qualifier = token.substr(4);
    }
    return o;
}

void readPatch(const Tokens& t, Entry& entry) {
    const std::string type = t.text(1);
    if (entry.stage != Stage::Vertex || (type != "triangle" && type != "quad")) {
        entry.declined = "tessellation: patches of type '" + type.substr(0, 20) + "'";
        return;
    }
    entry.stage = Stage::Tessellation;
    entry.patchType = type == "quad" ? PatchType::Quad : PatchType::Triangle;
    for (unsigned i = 2; i < t.size(); ++i)
        if (t.text(i) == "air.patch_control_point") entry.patchControlPoints = t.number(i + 1).value_or(0);
    constexpr uint32_t kMaxControlPoints = 32;
    if (entry.patchControlPoints > kMaxControlPoints)
        entry.declined = "tessellation: " + std::to_string(entry.patchControlPoints) + " control points, 32 is the limit";
}

// Producers write the word with and without its prefix.
bool saysEarlyTests(const std::string& token) { return token == "air.early_fragment_tests" || token == "early_fragment_tests"; }

void readExtra(const Tokens& t, Entry& entry) {
    for (unsigned i = 3; i < t.size(); ++i) {
        const llvm::MDNode* extra = t.node(i);
        if (!extra) continue;
        Tokens e(*extra);
        const std::string name = e.text(0);
        if (name == "air.max_work_group_size")
            entry.maxWorkGroupSize = e.number(1).value_or(0);
        else if (saysEarlyTests(name))
            entry.earlyFragmentTests = true;
        else if (name == "air.patch")
            readPatch(e, entry);
    }
    for (unsigned i = 3; i < t.size(); ++i)
        if (saysEarlyTests(t.text(i))) entry.earlyFragmentTests = true;
}

std::optional<Entry> readEntryNode(const llvm::MDNode& node, Stage stage, const std::string& wanted) {
    Tokens t(node);
    const auto* function = t.constant<llvm::Function>(0);
    if (!function || function->isDeclaration() || (!wanted.empty() && function->getName() != wanted)) return std::nullopt;
    Entry entry;
    entry.stage = stage;
    entry.function = const_cast<llvm::Function*>(function); // metadata hands out const only
    if (const llvm::MDNode* outputs = t.node(1))
        for (const llvm::MDOperand& o : outputs->operands())
            if (const auto* n = llvm::dyn_cast_or_null<llvm::MDNode>(o.get())) entry.outputs.push_back(readOutput(*n));
    if (const llvm::MDNode* inputs = t.node(2))
        for (const llvm::MDOperand& o : inputs->operands())
            if (const auto* n = llvm::dyn_cast_or_null<llvm::MDNode>(o.get())) entry.arguments.push_back(readArgument(*n));
    readExtra(t, entry);
    return entry;
}

struct StageList {
    const char* metadata;
    Stage stage;
    const char* declined;
};

constexpr std::array kStageLists = {
    StageList{"air.vertex", Stage::Vertex, ""},
    StageList{"air.fragment", Stage::Fragment, ""},
    StageList{"air.kernel", Stage::Kernel, ""},
    StageList{"air.mesh", Stage::Vertex, "mesh-function"},
    StageList{"air.object", Stage::Vertex, "object-function"},
    StageList{"air.visible", Stage::Kernel, "visible-function"},
    StageList{"air.intersection", Stage::Kernel, "intersection-function"},
};

} // namespace

bool isAbsent(const Argument& a) {
    if (!a.predicate || !a.predicate->hasInitializer()) return false;
    return a.predicate->getInitializer()->isNullValue() || llvm::isa<llvm::UndefValue>(a.predicate->getInitializer());
}

std::optional<Entry> readEntry(const llvm::Module& module, const std::string& function) {
    for (const StageList& list : kStageLists) {
        const llvm::NamedMDNode* named = module.getNamedMetadata(list.metadata);
        if (!named) continue;
        for (const llvm::MDNode* node : named->operands()) {
            auto entry = readEntryNode(*node, list.stage, function);
            if (!entry) continue;
            if (*list.declined) entry->declined = list.declined;
            return entry;
        }
    }
    return std::nullopt;
}

} // namespace air
