#include "shaders/air/emitter.h"

#include <fmt/format.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Operator.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace air {

using Kind = Statement::Kind;

// Longer inlined expressions get a variable: lines stay readable and text does not grow.
constexpr size_t kMaxInlineLength = 160;

// Radeon compilers take 4 seconds for each megabyte; the largest function known to be of use has 2.3.
constexpr size_t kMaxText = size_t(3) << 20;

Emitter::Emitter(const EmitterInput& input)
    : m_entry(input.entry), m_module(input.module), m_capabilities(input.capabilities), m_narrowing(input.narrowing), m_plan(input.plan),
      m_addresses(*this), m_memory(*this), m_textures(*this), m_io(*this) {}

const char* Emitter::prefix() const {
    switch (m_entry.stage) {
    case Stage::Vertex:
        return "vs";
    case Stage::Fragment:
        return "fs";
    case Stage::Kernel:
        return "cs";
    case Stage::Tessellation:
        return "ts";
    }
    return "cs";
}

std::string Emitter::slotName(uint32_t index) const {
    return index < kFirstHandle ? std::to_string(index) : handles().all()[index - kFirstHandle].name;
}

void Emitter::decline(std::string_view reason, std::string_view detail) {
    if (!m_declined.empty()) return;
    m_declined = detail.empty() ? std::string(reason) : fmt::format("{}: {}", reason, detail);
}

void Emitter::require(const std::string& extension) {
    auto& all = m_reflection.extensions;
    if (std::find(all.begin(), all.end(), extension) == all.end()) all.push_back(extension);
}

void Emitter::statement(const std::string& text) {
    m_body += std::string(m_depth * 4, ' ') + text + ";\n";
    limitText(m_bytes += text.size());
}

void Emitter::limitText(size_t bytes) {
    if (bytes > kMaxText) decline("too-large", fmt::format("more than {} bytes of GLSL", kMaxText));
}

Expr Emitter::zero(GlslType type) const {
    using Base = GlslType::Base;
    const char* scalar = type.base == Base::Bool ? "false" : type.base == Base::Float ? "0.0" : type.base == Base::Uint64 ? "0ul" : "0u";
    if (!type.isVector()) return {scalar, Precedence::Primary};
    return call(type.name(), {Expr{scalar, Precedence::Primary}});
}

Expr Emitter::temporary(GlslType type, const Expr& e, std::string_view hint) {
    const std::string name = m_names.local(hint);
    statement(fmt::format("{} {} = {}", type.name(), name, e.text));
    return {name, Precedence::Primary};
}

static bool isLiteral(const Expr& e) {
    return e.precedence == Precedence::Primary && !e.text.empty() && std::isdigit(static_cast<unsigned char>(e.text[0]));
}

Expr Emitter::stable(GlslType type, const Expr& e) {
    return e.isIdentifier() || isLiteral(e) ? e : temporary(type, e);
}

// Arithmetic without fast-math flags is neither fused nor rearranged (air.md 6.30); GLSL compilers may do both unless told.
static bool roundsExactly(const llvm::Value& v) {
    const auto* i = llvm::dyn_cast<llvm::Instruction>(&v);
    if (!i || !llvm::isa<llvm::FPMathOperator>(i) || i->hasAllowContract() || i->hasAllowReassoc()) return false;
    const unsigned op = i->getOpcode();
    return op == llvm::Instruction::FAdd || op == llvm::Instruction::FSub || op == llvm::Instruction::FMul || op == llvm::Instruction::FDiv;
}

// `precise` reaches back through an expression from the variable it ends in, so that variable cannot be left out.
static bool endsExactExpression(const llvm::Instruction& i) {
    return roundsExactly(i) && !llvm::all_of(i.users(), [](const llvm::User* u) { return roundsExactly(*u); });
}

void Emitter::bind(const llvm::Instruction& i, std::vector<Expr> leaves) {
    const bool isWriting = i.mayWriteToMemory();
    if (!m_plan.isUsed(i) && !isWriting) return;
    size_t length = 0;
    for (const Expr& e : leaves) length += e.text.size();
    // In a masked loop threads that have left it pass by: their value of the last round stays.
    const bool isMasked = m_mask != kEverybody && m_maskedLoops > 0;
    const std::string precise = roundsExactly(i) ? "precise " : "";
    if (m_plan.needsVariable(i) || length > kMaxInlineLength || endsExactExpression(i)) {
        for (unsigned leaf = 0; leaf < leaves.size(); ++leaf) {
            const llvm::Type* type = leafType(i.getType(), leaf);
            const GlslType glsl = i.getType()->isAggregateType() ? glslType(type) : typeOf(&i);
            if (isLiteral(leaves[leaf])) continue;
            const std::string name = m_names.local(i.getName());
            if (isMasked) {
                keepInactive(name, glsl, leaves[leaf]);
            } else if (m_plan.outlivesScope(i)) {
                m_hoisted.push_back(precise + glsl.name() + " " + name);
                statement(fmt::format("{} = {}", name, leaves[leaf].text));
            } else {
                statement(fmt::format("{}{} {} = {}", precise, glsl.name(), name, leaves[leaf].text));
            }
            leaves[leaf] = {name, Precedence::Primary};
        }
    }
    m_values[&i] = std::move(leaves);
}

void Emitter::keepInactive(const std::string& name, GlslType type, const Expr& e) {
    m_hoisted.push_back(type.name() + " " + name);
    const Expr met = temporary(type, e, "met");
    statement(fmt::format("if ({}) {} = {}", activeMask().text, name, met.text));
}

// Phis are variables, written on the edges that lead to them. One that may stay undefined starts as 0 (air.md 1, "poison/undef").
void Emitter::declarePhis() {
    for (const llvm::Instruction& i : llvm::instructions(*m_entry.function)) {
        const auto* phi = llvm::dyn_cast<llvm::PHINode>(&i);
        if (!phi || !m_plan.isUsed(i)) continue;
        const bool startsDefined =
            std::any_of(phi->op_begin(), phi->op_end(), [](const llvm::Use& u) { return llvm::isa<llvm::UndefValue>(u.get()); });
        std::vector<Expr> leaves;
        for (unsigned leaf = 0; leaf < leafCount(phi->getType()); ++leaf) {
            const GlslType type = phi->getType()->isAggregateType() ? glslType(leafType(phi->getType(), leaf)) : typeOf(phi);
            if (type.base == GlslType::Base::Void) return decline("type", "a phi of a type without GLSL form");
            const std::string name = m_names.local(phi->getName());
            m_hoisted.push_back(fmt::format("{} {}{}", type.name(), name, startsDefined ? " = " + zero(type).text : ""));
            leaves.push_back({name, Precedence::Primary});
        }
        m_values[phi] = std::move(leaves);
    }
}

// Whether `text` mentions one of `names` as a whole identifier.
static bool mentions(const std::string& text, const std::set<std::string>& names) {
    for (size_t i = 0; i < text.size();) {
        size_t end = i;
        while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_')) ++end;
        if (end == i) {
            ++i;
            continue;
        }
        if (names.contains(text.substr(i, end - i))) return true;
        i = end;
    }
    return false;
}

void Emitter::emitEdge(const llvm::BasicBlock& from, const llvm::BasicBlock& to) {
    struct Copy {
        std::string to;
        Expr from;
        GlslType type;
    };
    std::vector<Copy> copies;
    for (const llvm::PHINode& phi : to.phis()) {
        const llvm::Value* in = phi.getIncomingValueForBlock(&from);
        if (!m_plan.isUsed(phi) || llvm::isa<llvm::UndefValue>(in)) continue;
        std::vector<Expr> values = phi.getType()->isPointerTy() ? std::vector<Expr>{m_addresses.resolve(in).byteOffset()} : leaves(in);
        if (m_narrowing.isNarrow(&phi)) values = {low32(in)};
        const auto& names = m_values[&phi];
        for (unsigned leaf = 0; leaf < names.size() && leaf < values.size(); ++leaf) {
            const GlslType type = phi.getType()->isAggregateType() ? glslType(leafType(phi.getType(), leaf)) : typeOf(&phi);
            if (names[leaf].text != values[leaf].text) copies.push_back({names[leaf].text, values[leaf], type});
        }
    }
    // The copies of one edge happen at once: what reads a variable that is already overwritten is saved first.
    std::set<std::string> written;
    for (const Copy& c : copies) written.insert(c.to);
    for (size_t i = 0; i < copies.size(); ++i) {
        std::set<std::string> before;
        for (size_t k = 0; k < i; ++k) before.insert(copies[k].to);
        if (mentions(copies[i].from.text, before)) copies[i].from = temporary(copies[i].type, copies[i].from);
    }
    for (const Copy& c : copies) statement(fmt::format("{} = {}", c.to, c.from.text));
}

void Emitter::emitBlock(const llvm::BasicBlock& block) {
    for (const llvm::Instruction& i : block) {
        if (llvm::isa<llvm::PHINode>(i) || i.isTerminator() || UsePlan::isIgnored(i) || m_plan.isTransparent(i) ||
            llvm::isa<llvm::AllocaInst>(i))
            continue;
        emitInstruction(i);
        if (!m_declined.empty()) return;
    }
}

void Emitter::emitInstruction(const llvm::Instruction& i) {
    if (!i.mayWriteToMemory() && !llvm::isa<llvm::CallInst>(i) && !m_plan.isUsed(i)) return;
    const bool isVectorLess = i.getType()->isVoidTy() || llvm::isa<llvm::CallInst>(i) || leafCount(i.getType()) != 1;
    if (!isVectorLess && typeOf(&i).base == GlslType::Base::Void) {
        return decline(i.getType()->isVectorTy() ? "wide-vector" : "type", i.getOpcodeName());
    }
    if (const auto* load = llvm::dyn_cast<llvm::LoadInst>(&i)) return m_memory.load(*load);
    if (const auto* store = llvm::dyn_cast<llvm::StoreInst>(&i)) return m_memory.store(*store);
    if (const auto* called = llvm::dyn_cast<llvm::CallInst>(&i)) return emitCall(*this, *called);
    if (const auto* op = llvm::dyn_cast<llvm::BinaryOperator>(&i)) return bind(i, arithmetic(*op));
    if (const auto* c = llvm::dyn_cast<llvm::CastInst>(&i)) return bind(i, cast(*c));
    if (const auto* c = llvm::dyn_cast<llvm::CmpInst>(&i)) return bind(i, compare(*c));
    if (const auto* s = llvm::dyn_cast<llvm::SelectInst>(&i)) return bind(i, select(*s));
    switch (i.getOpcode()) {
    case llvm::Instruction::FNeg:
        return bind(i, unary("-", value(i.getOperand(0))));
    case llvm::Instruction::ExtractElement:
        return bind(i, dynamicExtract(i));
    case llvm::Instruction::InsertElement:
        if (!llvm::isa<llvm::ConstantInt>(i.getOperand(2))) return bind(i, dynamicInsert(i));
        return bind(i, vectorOf(&i));
    case llvm::Instruction::ShuffleVector:
        return bind(i, vectorOf(&i));
    default:
        return decline("instruction", i.getOpcodeName());
    }
}

// A nested scope's statements, kept apart from the text so far.
std::string Emitter::scopeText(const Scope& scope, bool isTail) {
    std::string text;
    text.swap(m_body);
    ++m_depth;
    emitScope(scope, isTail);
    --m_depth;
    text.swap(m_body);
    return text;
}

static std::string maskName(int mask) { return mask == kEverybody ? "true" : fmt::format("active{}", mask); }

Expr Emitter::activeMask() const { return {maskName(m_mask)}; }

void Emitter::emitMasks(const Statement& s) {
    for (; m_masks <= std::max({s.mask, s.otherMask, s.thirdMask}); ++m_masks) m_hoisted.push_back("bool " + maskName(m_masks));
    const std::string name = maskName(s.mask);
    switch (s.kind) {
    case Kind::ClearMask:
        return statement(name + " = false");
    case Kind::JoinMasks:
        return statement(fmt::format("{} = {} || {}", name, maskName(s.otherMask), maskName(s.thirdMask)));
    case Kind::LeaveLoop: {
        const std::string note = s.thirdMask == kEverybody ? "" : fmt::format(", {} = true", maskName(s.thirdMask));
        return statement(fmt::format("if ({}) {} = false{}", name, maskName(s.otherMask), note));
    }
    case Kind::MaskedLoop:
        return emitMaskedLoop(s);
    case Kind::SetMasks:
        statement(fmt::format("{} = {}", name, value(llvm::cast<llvm::BranchInst>(s.block->getTerminator())->getCondition()).text));
        return statement(fmt::format("{} = !{}", maskName(s.otherMask), name));
    default: {
        const std::string indent(m_depth * 4, ' ');
        const std::string body = scopeText(*s.first, false);
        if (!body.empty()) m_body += fmt::format("{}if ({}) {{\n{}{}}}\n", indent, name, body, indent);
    }
    }
}

void Emitter::emitMaskedLoop(const Statement& s) {
    const std::string live = maskName(s.mask), indent(m_depth * 4, ' ');
    statement(fmt::format("{} = {}", live, maskName(s.otherMask)));
    std::string goesOn = live;
    if (s.isTogether) {
        m_helpers.add("air_any_thread",
                      "shared uint air_vote;\n"
                      "bool air_any_thread(bool v) {\n    barrier();\n    if (gl_LocalInvocationIndex == 0u) air_vote = 0u;\n"
                      "    memoryBarrierShared();\n    barrier();\n    if (v) atomicOr(air_vote, 1u);\n    memoryBarrierShared();\n    barrier();\n"
                      "    return air_vote != 0u;\n}");
        m_reflection.usesBarrier = true;
        goesOn = call("air_any_thread", {Expr{live}}).text;
    }
    m_body += fmt::format("{0}for (;;) {{\n{0}    if (!{1}) break;\n", indent, goesOn);
    ++m_depth;
    ++m_maskedLoops;
    emitScope(*s.first, false);
    --m_maskedLoops;
    --m_depth;
    m_body += indent + "}\n";
}

void Emitter::emitLoop(const Statement& s) {
    const std::string indent(m_depth * 4, ' '), flag = s.leavesByFlag ? m_names.local("inside") : "";
    m_body += indent + (flag.empty() ? "for (;;) {\n" : fmt::format("for (bool {0} = true; {0};) {{\n", flag));
    m_loopFlags.push_back(flag);
    ++m_depth;
    emitScope(*s.first, false);
    --m_depth;
    m_loopFlags.pop_back();
    m_body += indent + "}\n";
}

void Emitter::emitBreak() {
    if (m_loopFlags.empty() || m_loopFlags.back().empty()) return statement("break");
    statement(m_loopFlags.back() + " = false");
    statement("continue");
}

void Emitter::emitIf(const Statement& s, bool isTail) {
    const auto* branch = llvm::cast<llvm::BranchInst>(s.block->getTerminator());
    const Expr condition = value(branch->getCondition());
    const std::string yes = scopeText(*s.first, isTail), no = scopeText(*s.second, isTail);
    const std::string indent(m_depth * 4, ' ');
    if (yes.empty() && no.empty()) return;
    if (yes.empty())
        m_body += fmt::format("{}if ({}) {{\n{}{}}}\n", indent, unary("!", condition).text, no, indent);
    else
        m_body += fmt::format("{}if ({}) {{\n{}{}}}", indent, condition.text, yes, indent);
    if (yes.empty()) return;
    m_body += no.empty() ? "\n" : fmt::format(" else {{\n{}{}}}\n", no, indent);
}

// `isTail`: nothing follows the scope in main, so a return there needs no statement.
void Emitter::emitScope(const Scope& scope, bool isTail) {
    for (size_t n = 0; n < scope.statements.size() && m_declined.empty(); ++n) {
        const Statement& s = scope.statements[n];
        const bool isLast = isTail && n + 1 == scope.statements.size();
        switch (s.kind) {
        case Kind::Block:
            m_mask = s.mask;
            emitBlock(*s.block);
            break;
        case Kind::Guarded:
        case Kind::ClearMask:
        case Kind::SetMasks:
        case Kind::JoinMasks:
        case Kind::MaskedLoop:
        case Kind::LeaveLoop:
            emitMasks(s);
            break;
        case Kind::Edge:
            emitEdge(*s.block, *s.target);
            break;
        case Kind::If:
            emitIf(s, isLast);
            break;
        case Kind::Loop:
            emitLoop(s);
            break;
        case Kind::Break:
            emitBreak();
            break;
        case Kind::Continue:
            statement("continue");
            break;
        case Kind::Return:
            m_io.emitReturn(*llvm::cast<llvm::ReturnInst>(s.block->getTerminator()));
            if (!isLast) statement("return");
            break;
        case Kind::Unreachable:
            if (!isLast) statement("return");
            break;
        }
    }
}

// Indentation is two thirds of a text that large, and nobody reads it: what reads and parses it has less to do.
static std::string withoutIndentation(const std::string& text) {
    std::string dense;
    bool isLineStart = true;
    for (const char c : text) {
        if (!isLineStart || c != ' ') dense += c;
        isLineStart = c == '\n' || (isLineStart && c == ' ');
    }
    return dense;
}

std::string Emitter::assemble() {
    constexpr size_t kReadable = size_t(128) << 10;
    std::string text = "#version 450 core\n";
    for (const std::string& e : m_reflection.extensions) text += fmt::format("#extension {} : require\n", e);
    if (m_reflection.usesDiscard) text += "#extension GL_EXT_demote_to_helper_invocation : enable\n";
    for (const std::string& g : m_globals) text += g + "\n";
    for (const std::string& h : m_helpers.texts()) text += h + "\n";
    text += "void main() {\n";
    // One declaration a type for the variables that have no initial value.
    std::map<std::string, std::string> plain;
    for (const std::string& h : m_hoisted) {
        const size_t space = h.rfind(' ');
        if (h.find('=') != std::string::npos)
            text += "    " + h + ";\n";
        else
            plain[h.substr(0, space)] += (plain[h.substr(0, space)].empty() ? "" : ", ") + h.substr(space + 1);
    }
    for (const auto& [type, names] : plain) text += fmt::format("    {} {};\n", type, names);
    text += m_body + "}\n";
    return text.size() > kReadable ? withoutIndentation(text) : text;
}

Translation Emitter::run(const Scope& flow) {
    m_reflection.stage = m_entry.stage;
    m_reflection.functionName = m_entry.function->getName().str();
    for (const MemoryHandle& handle : handles().all()) m_reflection.handles.push_back(handle.use);
    m_reflection.maxTotalThreadsPerThreadgroup = m_entry.maxWorkGroupSize;
    m_io.declareInputs();
    m_addresses.scan();
    m_io.declareStorages();
    declarePhis();
    if (m_declined.empty()) emitScope(flow, true);
    if (!m_declined.empty()) return {};
    m_textures.finish();
    m_io.finish();
    if (m_body.find("int64_t") != std::string::npos) require("GL_ARB_gpu_shader_int64"); // also where only a conversion is left of it
    std::string text = assemble();
    limitText(text.size());
    return {std::move(text), std::move(m_reflection)};
}

} // namespace air
