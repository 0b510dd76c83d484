// The memories a function uses, as the text declares them: storage and uniform blocks, the arena, shared and constant arrays.
#include <fmt/format.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Instructions.h>

#include <algorithm>
#include <bit>
#include <set>
#include <tuple>

#include "shaders/air/emitter.h"
#include "shaders/air/stage_io.h"

namespace air {

namespace {

// Memory qualifiers of a storage block.
std::string access(bool isCoherent, bool isWritten) { return std::string(isCoherent ? "coherent " : "") + (isWritten ? "" : "readonly "); }

} // namespace

// Memory that a pointer in memory leads to.
bool StageIo::handleStorage(const llvm::Value& handle, Storage& s) {
    const auto number = m_emitter.handles().find(&handle);
    if (!number) return false;
    const std::string prefix = m_emitter.prefix();
    s.metalIndex = kFirstHandle + *number;
    s.kind = Storage::Kind::Block;
    s.name = fmt::format("{}_b{}", prefix, m_emitter.slotName(s.metalIndex));
    s.infoName = fmt::format("{}_info[{}]", prefix, Emitter::infoEntry(s.metalIndex));
    return true;
}

std::optional<uint32_t> StageIo::bufferIndex(const llvm::Value& root) const {
    const auto* argument = llvm::dyn_cast<llvm::Argument>(&root);
    if (!argument) {
        const auto number = m_emitter.handles().find(&root);
        return number ? std::optional(kFirstHandle + *number) : std::nullopt;
    }
    const Argument* a = metadata(*argument);
    return a && !isAbsent(*a) ? std::optional(a->location) : std::nullopt;
}

void StageIo::guestStorage(Storage& s) const {
    s.kind = Storage::Kind::Block;
    s.isGuestMemory = true;
    s.name = s.infoName = fmt::format("{}_memory", m_emitter.prefix());
}

bool StageIo::bufferStorage(const llvm::Argument& argument, Storage& s) {
    const Argument* a = metadata(argument);
    if (!a || isAbsent(*a)) return false;
    if (a->kind != "air.buffer" && a->kind != "air.indirect_buffer") {
        static const std::set<std::string> kTracing = {"air.instance_acceleration_structure", "air.primitive_acceleration_structure",
                                                       "air.intersection_function_table", "air.visible_function_table"};
        if (kTracing.contains(a->kind))
            m_emitter.decline("ray-tracing", a->kind);
        else if (a->kind.starts_with("air.imageblock"))
            m_emitter.decline("imageblock", a->kind);
        else
            m_emitter.decline("pointer-argument", a->kind);
        return false;
    }
    const std::string prefix = m_emitter.prefix();
    s.metalIndex = a->location;
    if (argument.getType()->getPointerAddressSpace() == 3) {
        s.kind = Storage::Kind::Shared;
        s.name = fmt::format("{}_tg{}", prefix, a->location);
        s.wordsText = fmt::format("uint((AIR_TG_{} + 3) / 4)", a->location);
        return true;
    }
    constexpr uint32_t kMaxMetalBuffers = 31;
    if (a->location >= kMaxMetalBuffers) m_emitter.decline("buffer-index", std::to_string(a->location));
    s.kind = Storage::Kind::Block;
    s.name = fmt::format("{}_b{}", prefix, a->location);
    s.infoName = fmt::format("{}_info[{}]", prefix, a->location);
    return true;
}

void StageIo::declareShared(const Storage& s) {
    Reflection& r = m_emitter.reflection();
    if (s.wordsText.empty())
        r.staticThreadgroupMemory += uint32_t(s.words * 4);
    else
        r.threadgroupArguments.push_back({s.metalIndex});
    const std::string words = s.wordsText.empty() ? std::to_string(s.words) : s.wordsText;
    m_emitter.declare(fmt::format("shared {} {}[{}];", s.isFloat ? "float" : "uint", s.name, words));
}

void StageIo::declareTable(const Storage& s) {
    const auto literal = [&](size_t i) {
        const uint32_t word = i < s.initial.size() ? s.initial[i] : 0;
        return (s.isFloat ? floatLiteral(std::bit_cast<float>(word)) : uintLiteral(word)).text;
    };
    const char* type = s.isVectorTable() ? (s.isFloat ? "vec4" : "uvec4") : s.isFloat ? "float" : "uint";
    const size_t lanes = s.isVectorTable() ? 4 : 1, count = (s.initial.size() + lanes - 1) / lanes;
    std::string elements;
    for (size_t i = 0; i < count; ++i) {
        elements += i ? ", " : "";
        const size_t w = i * lanes;
        elements +=
            lanes == 1 ? literal(w) : fmt::format("{}({}, {}, {}, {})", type, literal(w), literal(w + 1), literal(w + 2), literal(w + 3));
    }
    m_emitter.declare(fmt::format("const {0} {1}[{2}] = {0}[{2}]({3});", type, s.name, count, elements));
}

// Small references to constant memory become uniform blocks, everything else a storage block with its bounds in P_info.
void StageIo::assignUniforms() {
    const Capabilities& caps = m_emitter.capabilities();
    uint32_t blocks = 0;
    for (Storage& s : m_emitter.addresses().storages()) {
        const auto* argument = llvm::dyn_cast<llvm::Argument>(s.root); // else a pointer in memory, or no buffer
        if (s.kind != Storage::Kind::Block || !argument) continue;
        const uint32_t size = metadata(*argument)->bufferSize.value_or(0);
        const bool isConstant = argument->getType()->getPointerAddressSpace() == 2 && !s.isWritten;
        if (!isConstant || size == 0 || size > caps.maxUniformBlockSize || blocks == caps.maxUniformBlocks) continue;
        ++blocks;
        s.kind = Storage::Kind::Uniform;
        s.words = (size + 15) / 16 * 4;
    }
}

// GL has few storage blocks: what is too many shares one, as copies (reflection.h, P_arena). Those that are written cost a copy more.
void StageIo::assignArena() {
    const uint32_t most = m_emitter.capabilities().maxStorageBlocks;
    std::vector<Storage*> blocks, members;
    for (Storage& s : m_emitter.addresses().storages())
        if (s.kind == Storage::Kind::Block) (s.isGuestMemory ? members : blocks).push_back(&s);
    const size_t all = blocks.size() + members.size(); // the guest's memory is one
    if (all <= most && members.empty()) return;
    if (most == 0) return m_emitter.decline("too-many-buffers", fmt::format("{}, and GL has no storage blocks in this stage", all));
    std::sort(blocks.begin(), blocks.end(), [](const Storage* a, const Storage* b) {
        const auto key = [](const Storage* s) { return std::tuple(s->isWritten, s->isCoherent, ~s->metalIndex); };
        return key(a) < key(b);
    });
    if (all > most) members.insert(members.end(), blocks.begin(), blocks.begin() + ptrdiff_t(blocks.size() - most + 1));
    for (Storage* s : members) s->arena = fmt::format("{}_{}_b.data", m_emitter.prefix(), kArenaName);
    declareArena(members);
}

void StageIo::declareArena(const std::vector<Storage*>& members) {
    const bool isCoherent = std::any_of(members.begin(), members.end(), [](const Storage* s) { return s->isCoherent; });
    const bool isWritten = std::any_of(members.begin(), members.end(), [](const Storage* s) { return s->isWritten; });
    m_emitter.declare(fmt::format("layout(std430) {0}buffer {1}_{2} {{ uint data[]; }} {1}_{2}_b;", access(isCoherent, isWritten),
                                  m_emitter.prefix(), kArenaName));
}

void StageIo::declareBlock(const Storage& s, BufferUse& use) {
    const std::string prefix = m_emitter.prefix();
    if (!s.arena.empty()) {
        use.blockName = fmt::format("{}_{}", prefix, kArenaName);
    } else {
        use.blockName = fmt::format("{}_buf{}", prefix, m_emitter.slotName(s.metalIndex));
        m_emitter.declare(
            fmt::format("layout(std430) {}buffer {} {{ uint data[]; }} {};", access(s.isCoherent, s.isWritten), use.blockName, s.name));
    }
    Reflection& r = m_emitter.reflection();
    if (!r.usesBufferInfo) m_emitter.declare(fmt::format("uniform uvec2 {}_info[{}];", prefix, m_emitter.infoEntries()));
    r.usesBufferInfo = true;
}

void StageIo::declareGuestMemory(const Storage& s) {
    m_emitter.declare(fmt::format("uniform uvec4 {};", s.infoName));
    m_emitter.reflection().usesMemory = true;
    m_emitter.reflection().writesMemory = s.isWritten;
}

void StageIo::declareBuffer(Storage& s) {
    if (s.isGuestMemory) return declareGuestMemory(s);
    const auto* argument = llvm::dyn_cast<llvm::Argument>(s.root);
    const uint32_t size = argument ? metadata(*argument)->bufferSize.value_or(0) : 0;
    BufferUse use{s.metalIndex, BlockKind::Storage, "", s.isRead, s.isWritten, size};
    if (s.kind == Storage::Kind::Uniform) {
        use.kind = BlockKind::Uniform;
        use.blockName = fmt::format("{}_ubo{}", m_emitter.prefix(), s.metalIndex);
        m_emitter.declare(fmt::format("layout(std140) uniform {} {{ uvec4 data[{}]; }} {};", use.blockName, s.words / 4, s.name));
    } else {
        declareBlock(s, use);
    }
    m_emitter.reflection().buffers.push_back(std::move(use));
}

void StageIo::declareStorages() {
    assignUniforms();
    assignArena();
    for (Storage& s : m_emitter.addresses().storages()) {
        switch (s.kind) {
        case Storage::Kind::Local:
            m_emitter.declare(fmt::format("{} {}[{}];", s.isFloat ? "float" : "uint", s.name, s.words));
            break;
        case Storage::Kind::Table:
            declareTable(s);
            break;
        case Storage::Kind::Shared:
            declareShared(s);
            break;
        default:
            declareBuffer(s);
            break;
        }
    }
    const uint32_t used = m_emitter.reflection().staticThreadgroupMemory, limit = m_emitter.capabilities().maxSharedMemory;
    if (used > limit) m_emitter.decline("threadgroup-memory", fmt::format("{} bytes, {} is the limit", used, limit));
}

} // namespace air
