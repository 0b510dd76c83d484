#include "shaders/air/argument_members.h"

#include <llvm/IR/Constants.h>
#include <llvm/IR/Metadata.h>

#include <algorithm>

namespace air {

namespace {

constexpr unsigned kMaxNesting = 8; // nodes may lead to themselves

uint64_t numberAt(const llvm::MDNode& node, unsigned i) {
    if (i >= node.getNumOperands() || !node.getOperand(i)) return 0;
    const auto* number = llvm::mdconst::dyn_extract<llvm::ConstantInt>(node.getOperand(i));
    return number && number->getBitWidth() <= 64 ? number->getZExtValue() & 0xffffffffU : 0;
}

llvm::StringRef textAt(const llvm::MDNode& node, unsigned i) {
    if (i >= node.getNumOperands()) return {};
    const auto* text = llvm::dyn_cast_or_null<llvm::MDString>(node.getOperand(i).get());
    return text ? text->getString() : llvm::StringRef();
}

const llvm::MDNode* nodeAt(const llvm::MDNode& node, unsigned i) {
    return i < node.getNumOperands() ? llvm::dyn_cast_or_null<llvm::MDNode>(node.getOperand(i).get()) : nullptr;
}

struct Member {
    uint64_t offset = 0, size = 0, elements = 1;
    bool isArray = false;
    const llvm::MDNode *inner = nullptr, *resource = nullptr;

    bool contains(uint64_t at) const { return at >= offset && at - offset < size * elements; }
};

// One member's tokens from `at` on: a nested struct's info stands in front, a resource's node behind.
Member readMember(const llvm::MDNode& list, unsigned& at) {
    Member m;
    if (textAt(list, at) == "air.struct_type_info") {
        m.inner = nodeAt(list, at + 1);
        at += 2;
    }
    m.offset = numberAt(list, at);
    m.size = numberAt(list, at + 1);
    m.isArray = numberAt(list, at + 2) != 0;
    m.elements = std::max<uint64_t>(1, numberAt(list, at + 2));
    at += 5;
    if (textAt(list, at) == "air.indirect_argument") {
        m.resource = nodeAt(list, at + 1);
        at += 2;
    }
    return m;
}

std::optional<ArgumentMember> find(const llvm::MDNode& list, uint64_t offset, unsigned depth) {
    for (unsigned at = 0; at + 4 < list.getNumOperands();) {
        const Member m = readMember(list, at);
        if (!m.contains(offset)) continue;
        const uint64_t inside = offset - m.offset;
        if (m.inner) return depth < kMaxNesting ? find(*m.inner, inside % m.size, depth + 1) : std::nullopt;
        if (!m.resource) return std::nullopt;
        ArgumentMember found{readArgument(*m.resource), 0};
        if (m.isArray) found.count = uint32_t(std::min<uint64_t>(m.elements - inside / m.size, UINT32_MAX));
        // array<T, N> is one member of N handles.
        else if (found.argument.count > 1 && m.size == uint64_t(found.argument.count) * kHandleBytes)
            found.count = uint32_t(found.argument.count - inside / kHandleBytes);
        return found;
    }
    return std::nullopt;
}

} // namespace

std::optional<ArgumentMember> argumentMember(const Argument& holder, uint64_t offset) {
    if (!holder.members) return std::nullopt;
    const uint64_t stride = holder.argumentSize ? holder.argumentSize : holder.bufferSize.value_or(0);
    return find(*holder.members, stride ? offset % stride : offset, 0);
}

} // namespace air
