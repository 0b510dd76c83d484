// air.atomic.{global,local}.*: (pointer, [pointer to expected,] value, order, ...); threads run one at a time here, so each is atomic.
#include <algorithm>
#include <cstring>

#include "callbacks.h"
#include "intrinsic.h"
#include "run.h"

namespace aircpu {

namespace {

uint64_t addressIn(const char* operand) {
    uint64_t address = 0;
    std::memcpy(&address, operand, sizeof address);
    return address;
}

uint64_t combined(const std::string& op, Element element, const void* old, const void* value) {
    const uint64_t a = readBits(element, old, 0), b = readBits(element, value, 0);
    const int64_t sa = readSigned(element, old, 0), sb = readSigned(element, value, 0);
    if (op == "add.u" || op == "add.s" || op == "add") return a + b;
    if (op == "sub.u" || op == "sub.s" || op == "sub") return a - b;
    if (op.starts_with("and")) return a & b;
    if (op.starts_with("or")) return a | b;
    if (op.starts_with("xor")) return a ^ b;
    if (op == "min.s") return uint64_t(std::min(sa, sb));
    if (op == "max.s") return uint64_t(std::max(sa, sb));
    if (op == "min.u") return std::min(a, b);
    if (op == "max.u") return std::max(a, b);
    return b; // xchg, store
}

void addFloats(char* place, const char* value) {
    const double a = readFloat(Element::F32, place, 0), b = readFloat(Element::F32, value, 0);
    writeFloat(Element::F32, place, 0, currentRun().moved(a + b, ulpOf(Element::F32, a + b)));
}

void compareExchange(const Intrinsic& intrinsic, const Call& call) {
    const Element element = intrinsic.parameters[2].element;
    const size_t size = bytesOf(element);
    const uint64_t address = addressIn(call.operands[0]);
    auto* expected = reinterpret_cast<char*>(addressIn(call.operands[1]));
    auto* place = static_cast<char*>(currentRun().memory.forWriting(address, size));
    char old[8] = {};
    std::memcpy(old, place, size);
    traceLoad(address, old, size);
    if (std::memcmp(old, expected, size) == 0) {
        std::memcpy(place, call.operands[2], size);
        currentRun().memory.stored(address, size, element);
    }
    std::memcpy(expected, old, size);
    // The result is declared as the old value, or as whether it matched.
    if (intrinsic.result.element == Element::I1)
        call.result[0] = std::memcmp(old, expected, size) == 0;
    else
        std::memcpy(call.result, old, size);
}

void access(const std::string& op, const Intrinsic& intrinsic, const Call& call) {
    const bool isLoad = op.starts_with("load");
    const Element element = isLoad ? intrinsic.result.element : intrinsic.parameters[1].element;
    const size_t size = bytesOf(element);
    const uint64_t address = addressIn(call.operands[0]);
    Memory& memory = currentRun().memory;
    auto* place = static_cast<char*>(isLoad ? memory.forReading(address, size) : memory.forWriting(address, size));
    if (intrinsic.result.element != Element::None) {
        std::memcpy(call.result, place, size);
        traceLoad(address, place, size);
    }
    if (isLoad) return;
    if (isFloat(element) && op.starts_with("add"))
        addFloats(place, call.operands[1]);
    else
        writeBits(element, place, 0, combined(op, element, place, call.operands[1]));
    memory.stored(address, size, element);
}

} // namespace

bool bindAtomic(Intrinsic& intrinsic) {
    constexpr const char* kPrefix = "atomic.";
    if (!intrinsic.family.starts_with(kPrefix) || intrinsic.parameters.size() < 2) return false;
    const std::string op = intrinsic.family.substr(std::strlen(kPrefix));
    const bool isKnown =
        std::ranges::any_of(std::initializer_list<const char*>{"load", "store", "xchg", "add", "sub", "and", "or", "xor", "min", "max"},
                            [&](const char* known) { return op.substr(0, op.find('.')) == known; });
    if (op.starts_with("cmpxchg") && intrinsic.parameters.size() > 2)
        intrinsic.plain = compareExchange;
    else if (isKnown)
        intrinsic.plain = [op](const Intrinsic& i, const Call& call) { access(op, i, call); };
    intrinsic.isAtomic = bool(intrinsic.plain);
    return intrinsic.isAtomic;
}

} // namespace aircpu
