#include "shaders/air/memory_handles.h"

#include <fmt/format.h>
#include <llvm/ADT/SmallPtrSet.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/GetElementPtrTypeIterator.h>
#include <llvm/IR/GlobalVariable.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Operator.h>

#include <algorithm>
#include <string_view>

#include "shaders/air/argument_members.h"
#include "shaders/air/texture_call.h"

namespace air {

using llvm::Value;

namespace {

// The globals' names say what they stand for: address space, IR argument, offsets; "air.memory.1.0.16.8".
constexpr std::string_view kPrefix = "air.memory.";
constexpr unsigned kDeviceSpace = 1, kConstantSpace = 2;
constexpr uint64_t kMaxElements = 128; // Metal's textures a function (air.max_textures)
constexpr size_t kMaxSteps = 8;        // pointers behind pointers
constexpr uint64_t kMaxPointers = 16;  // choosing among more memories costs more than the access (pointer_split.h)

// An address: a root, a known offset, and at most one index that is only known at run time.
struct Place {
    Value* root = nullptr;
    int64_t offset = 0;
    Value* index = nullptr;
    uint64_t stride = 0, count = 0; // of the indexed array; count 0: its type has no length
};

bool addIndices(const llvm::GEPOperator& gep, const llvm::DataLayout& layout, Place& place) {
    const llvm::Type* outer = nullptr; // what the index picks from
    for (auto at = llvm::gep_type_begin(gep), end = llvm::gep_type_end(gep); at != end; outer = at.getIndexedType(), ++at) {
        Value* index = at.getOperand();
        if (llvm::StructType* type = at.getStructTypeOrNull()) {
            place.offset +=
                int64_t(layout.getStructLayout(type)->getElementOffset(unsigned(llvm::cast<llvm::ConstantInt>(index)->getZExtValue())));
            continue;
        }
        const uint64_t stride = at.getSequentialElementStride(layout);
        if (const auto* number = llvm::dyn_cast<llvm::ConstantInt>(index)) {
            place.offset += int64_t(uint64_t(number->getSExtValue()) * stride);
            continue;
        }
        if (place.index || !index->getType()->isIntegerTy()) return false;
        place.index = index;
        place.stride = stride;
        const auto* array = llvm::dyn_cast_or_null<llvm::ArrayType>(outer);
        place.count = array ? array->getNumElements() : 0;
    }
    return true;
}

std::optional<Place> placeOf(Value* pointer, const llvm::DataLayout& layout) {
    Place place;
    for (pointer = pointer->stripPointerCastsSameRepresentation(); auto* gep = llvm::dyn_cast<llvm::GEPOperator>(pointer);
         pointer = gep->getPointerOperand()->stripPointerCastsSameRepresentation())
        if (!addIndices(*gep, layout, place)) return std::nullopt;
    place.root = pointer;
    return place;
}

const Argument* metadataOf(const Entry& entry, unsigned irIndex) {
    const auto at = std::ranges::find(entry.arguments, irIndex, &Argument::irIndex);
    return at == entry.arguments.end() ? nullptr : &*at;
}

bool isBufferArgument(const Argument& a) { return a.kind == "air.buffer" || a.kind == "air.indirect_buffer"; }

bool isBufferSpace(unsigned space) { return space == kDeviceSpace || space == kConstantSpace; }

} // namespace

// Of a global: the argument and the offsets that lead to its eight bytes.
struct MemoryHandles::Path {
    unsigned argument = 0;
    std::vector<uint32_t> offsets;
};

namespace {

// "0.16.8"
std::optional<std::vector<uint32_t>> numbersOf(llvm::StringRef text) {
    std::vector<uint32_t> numbers;
    while (!text.empty()) {
        const auto [first, rest] = text.split('.');
        uint32_t number = 0;
        if (first.getAsInteger(10, number)) return std::nullopt;
        numbers.push_back(number);
        text = rest;
    }
    return numbers;
}

// The name of a root without prefix and space; empty when handles in it cannot be named.
std::string rootName(const Value& root, const Entry& entry) {
    if (const auto* argument = llvm::dyn_cast<llvm::Argument>(&root)) {
        const Argument* a = metadataOf(entry, argument->getArgNo());
        const bool isHolder =
            a && isBufferArgument(*a) && argument->getType()->isPointerTy() && isBufferSpace(argument->getType()->getPointerAddressSpace());
        return isHolder ? std::to_string(argument->getArgNo()) : std::string();
    }
    if (!isMemoryHandle(&root)) return {};
    const llvm::StringRef name = llvm::cast<llvm::GlobalVariable>(root).getName().substr(kPrefix.size()).split('.').second;
    return name.count('.') < kMaxSteps ? name.str() : std::string();
}

bool isNameable(uint64_t offset) { return offset <= kMaxHandleOffset; }

llvm::GlobalVariable* globalFor(llvm::Module& module, const std::string& root, uint64_t offset, unsigned space) {
    const std::string name = fmt::format("{}{}.{}.{}", kPrefix, space, root, offset);
    if (llvm::GlobalVariable* known = module.getNamedGlobal(name)) return known;
    // Weak: it may be null, and may be what another one is.
    return new llvm::GlobalVariable(module, llvm::Type::getInt8Ty(module.getContext()), false, llvm::GlobalValue::ExternalWeakLinkage,
                                    nullptr, name, nullptr, llvm::GlobalValue::NotThreadLocal, space);
}

bool isTextureCall(const llvm::User* user) {
    const auto* call = llvm::dyn_cast<llvm::CallInst>(user);
    const llvm::Function* callee = call ? call->getCalledFunction() : nullptr;
    return callee && callee->getName().starts_with("air.") &&
           (callee->getName().contains("_texture_") || callee->getName().contains("_depth_"));
}

} // namespace

bool namesTexture(const Value& value) {
    llvm::SmallPtrSet<const Value*, 8> seen;
    llvm::SmallVector<const Value*, 8> work{&value};
    while (!work.empty()) {
        const Value* v = work.pop_back_val();
        if (!seen.insert(v).second) continue;
        for (const llvm::User* user : v->users()) {
            if (isTextureCall(user)) return true;
            if (llvm::isa<llvm::PHINode>(user) || llvm::isa<llvm::SelectInst>(user) || llvm::isa<llvm::CastInst>(user))
                work.push_back(user);
        }
    }
    return false;
}

namespace {

// Argument and offset that lead to `root`, for its metadata.
std::optional<ArgumentMember> memberAt(const Entry& entry, const std::vector<uint32_t>& path) {
    if (path.empty()) return std::nullopt;
    const Argument* top = metadataOf(entry, path[0]);
    if (!top) return std::nullopt;
    ArgumentMember member{*top, 0};
    for (size_t i = 1; i < path.size(); ++i) {
        auto next = argumentMember(member.argument, path[i]);
        if (!next) return std::nullopt;
        member = std::move(*next);
    }
    return member;
}

// How many elements an indexed array has, from its type, its metadata, or the size of what it lies in.
uint64_t elementsOf(const Place& place, const std::string& root, const Entry& entry) {
    if (place.count) return place.count;
    auto path = numbersOf(root);
    if (!path || place.stride == 0) return 0;
    const auto holder = memberAt(entry, *path);
    path->push_back(uint32_t(place.offset));
    if (const auto member = memberAt(entry, *path); member && member->count && place.stride == kHandleBytes) return member->count;
    const uint64_t size = holder ? holder->argument.bufferSize.value_or(0) : 0;
    return size > uint64_t(place.offset) ? (size - uint64_t(place.offset)) / place.stride : 0;
}

std::optional<HandleArray> arrayAt(llvm::LoadInst& load, const Entry& entry) {
    llvm::Module& module = *load.getModule();
    const auto place = placeOf(load.getPointerOperand(), module.getDataLayout());
    if (!place || !place->index || place->offset < 0) return std::nullopt;
    const std::string root = rootName(*place->root, entry);
    const uint64_t count = root.empty() ? 0 : elementsOf(*place, root, entry);
    if (count == 0 || count > kMaxElements || !isNameable(uint64_t(place->offset) + count * place->stride)) return std::nullopt;
    HandleArray array{place->index, {}};
    for (uint64_t i = 0; i < count; ++i)
        array.elements.push_back(
            globalFor(module, root, uint64_t(place->offset) + i * place->stride, load.getType()->getPointerAddressSpace()));
    return array;
}

void replaceLoad(llvm::LoadInst& load, Value* value) {
    load.replaceAllUsesWith(value);
    load.eraseFromParent();
}

// A pointer that is looked at as a number is that number in memory.
void readAsNumber(llvm::LoadInst& load) {
    for (llvm::User* user : llvm::make_early_inc_range(load.users())) {
        auto* cast = llvm::dyn_cast<llvm::PtrToIntInst>(user);
        if (!cast) continue;
        llvm::IRBuilder<> ir(&load);
        Value* number = ir.CreateAlignedLoad(ir.getInt64Ty(), load.getPointerOperand(), load.getAlign());
        cast->replaceAllUsesWith(ir.CreateZExtOrTrunc(number, cast->getType()));
        cast->eraseFromParent();
    }
}

void nameLoad(llvm::LoadInst& load, const Entry& entry) {
    readAsNumber(load);
    llvm::Module& module = *load.getModule();
    const auto place = placeOf(load.getPointerOperand(), module.getDataLayout());
    if (!place || place->offset < 0 || !isNameable(uint64_t(place->offset))) return;
    const std::string root = rootName(*place->root, entry);
    if (root.empty()) return;
    if (!place->index) return replaceLoad(load, globalFor(module, root, uint64_t(place->offset), load.getType()->getPointerAddressSpace()));
    if (namesTexture(load)) return; // resolveHandles makes a call for each element
    const auto array = arrayAt(load, entry);
    if (!array || array->elements.size() > kMaxPointers) return;
    llvm::IRBuilder<> ir(&load);
    Value* chosen = llvm::ConstantPointerNull::get(llvm::cast<llvm::PointerType>(load.getType()));
    for (size_t i = 0; i < array->elements.size(); ++i)
        chosen =
            ir.CreateSelect(ir.CreateICmpEQ(array->index, llvm::ConstantInt::get(array->index->getType(), i)), array->elements[i], chosen);
    replaceLoad(load, chosen);
}

// Addresses are kept as numbers, too: their loads become loads of pointers.
void readAsPointers(llvm::Function& function) {
    for (llvm::Instruction& i : llvm::make_early_inc_range(llvm::instructions(function))) {
        auto* cast = llvm::dyn_cast<llvm::IntToPtrInst>(&i);
        auto* load = cast ? llvm::dyn_cast<llvm::LoadInst>(cast->getOperand(0)) : nullptr;
        if (!load || !load->getType()->isIntegerTy(64) || !isBufferSpace(load->getPointerAddressSpace())) continue;
        llvm::IRBuilder<> ir(load);
        cast->replaceAllUsesWith(ir.CreateAlignedLoad(cast->getType(), load->getPointerOperand(), load->getAlign()));
        cast->eraseFromParent();
    }
}

} // namespace

bool isMemoryHandle(const Value* value) {
    const auto* global = llvm::dyn_cast<llvm::GlobalVariable>(value);
    return global && global->getName().starts_with(kPrefix);
}

void nameMemoryHandles(const Entry& entry) {
    readAsPointers(*entry.function);
    // What a pointer leads to is loaded behind the pointer itself.
    std::vector<llvm::LoadInst*> loads;
    for (llvm::Instruction& i : llvm::instructions(*entry.function)) {
        auto* load = llvm::dyn_cast<llvm::LoadInst>(&i);
        if (load && load->getType()->isPointerTy() && isBufferSpace(load->getPointerAddressSpace())) loads.push_back(load);
    }
    for (llvm::LoadInst* load : loads) nameLoad(*load, entry);
}

std::optional<HandleArray> handleArray(llvm::LoadInst& load, const Entry& entry) {
    if (!load.getType()->isPointerTy() || !isBufferSpace(load.getPointerAddressSpace())) return std::nullopt;
    return arrayAt(load, entry);
}

namespace {

HandleUse::Kind kindOf(const llvm::GlobalVariable& global) {
    for (const llvm::User* user : global.users())
        if (isTextureCall(user))
            return llvm::cast<llvm::CallInst>(user)->getArgOperand(0) == &global ? HandleUse::Kind::Texture : HandleUse::Kind::Sampler;
    return HandleUse::Kind::Buffer;
}

// A texture of which no metadata speaks, from what is done to it.
Argument textureInUse(const llvm::GlobalVariable& global) {
    Argument a;
    bool isRead = false, isWritten = false;
    std::string component = "float";
    for (const llvm::User* user : global.users()) {
        const auto* call = llvm::dyn_cast<llvm::CallInst>(user);
        const llvm::StringRef name = isTextureCall(user) ? call->getCalledFunction()->getName() : "";
        const auto parsed = name.empty() ? std::nullopt : parseTextureCall(*call, name.str());
        if (!parsed) continue;
        if (name.contains(".s.")) component = "int";
        if (name.contains(".u.")) component = "uint";
        isWritten = isWritten || parsed->verb == TextureCall::Verb::Write || parsed->verb == TextureCall::Verb::Atomic;
        isRead = isRead || parsed->verb == TextureCall::Verb::Read || parsed->verb == TextureCall::Verb::Atomic;
    }
    a.access = !isWritten ? "sample" : isRead ? "read_write" : "write";
    a.typeName = fmt::format("texture<{}, {}>", component, a.access);
    return a;
}

} // namespace

std::optional<uint32_t> MemoryHandles::add(const Entry& entry, const Path& path, HandleUse::Kind kind) {
    std::string key = std::to_string(path.argument);
    for (const uint32_t offset : path.offsets) key += "." + std::to_string(offset);
    if (const auto known = std::ranges::find(m_keys, key); known != m_keys.end()) {
        const auto number = uint32_t(known - m_keys.begin());
        if (m_all[number].use.kind != kind && m_declined.empty())
            m_declined = "argument-buffer: one handle is used as two kinds of resource";
        return number;
    }
    const Argument* holder = metadataOf(entry, path.argument);
    if (!holder || isAbsent(*holder)) return std::nullopt;
    MemoryHandle handle;
    handle.use = {kind, holder->location, path.offsets.back()};
    handle.name = fmt::format("_a{}", holder->location);
    if (holder->location >= kFirstHandleInfo && m_declined.empty()) m_declined = fmt::format("buffer-index: {}", holder->location);
    for (const uint32_t offset : path.offsets) handle.name += fmt::format("_o{}", offset);
    if (path.offsets.size() > 1) {
        Path parent = path;
        parent.offsets.pop_back();
        const auto number = add(entry, parent, HandleUse::Kind::Buffer);
        if (!number) return std::nullopt;
        handle.use.holder = kFirstHandle + *number;
    }
    if (m_all.size() >= kMaxHandles) {
        if (m_declined.empty()) m_declined = fmt::format("argument-buffer: more than {} handles", kMaxHandles);
        return std::nullopt;
    }
    m_all.push_back(std::move(handle));
    m_keys.push_back(std::move(key));
    return uint32_t(m_all.size() - 1);
}

MemoryHandles::MemoryHandles(const Entry& entry) {
    for (const llvm::GlobalVariable& global : entry.function->getParent()->globals()) {
        if (!isMemoryHandle(&global)) continue;
        global.removeDeadConstantUsers();
        if (global.use_empty()) continue;
        const auto numbers = numbersOf(global.getName().substr(kPrefix.size()));
        if (!numbers || numbers->size() < 3) continue;
        const HandleUse::Kind kind = kindOf(global);
        const auto number = add(entry, {(*numbers)[1], {numbers->begin() + 2, numbers->end()}}, kind);
        if (!number) continue;
        MemoryHandle& handle = m_all[*number];
        m_numbers.emplace_back(&global, *number);
        if (kind == HandleUse::Kind::Texture) {
            const auto member = memberAt(entry, {numbers->begin() + 1, numbers->end()});
            handle.argument = member && member->argument.kind == "air.texture" ? member->argument : textureInUse(global);
        }
        handle.argument.kind = kind == HandleUse::Kind::Texture ? "air.texture" : "air.sampler";
        handle.argument.location = kFirstHandle + *number;
        handle.argument.count = 1;
        handle.argument.predicate = nullptr;
    }
}

std::optional<uint32_t> MemoryHandles::find(const Value* value) const {
    for (const auto& [global, number] : m_numbers)
        if (global == value) return number;
    return std::nullopt;
}

} // namespace air
