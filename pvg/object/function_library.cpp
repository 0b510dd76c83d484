#include "pvg/object/function_library.h"

#include "pvg/base/byte_reader.h"
#include "pvg/base/checked.h"

namespace pvg {

uint32_t functionCount(std::span<const std::byte> library) {
    constexpr uint32_t kMagic = 0x424c544d; // 'MTLB'
    constexpr size_t kFunctionList = 0x18;  // u64 offset of the list, which starts with its count
    if (loadAt<uint32_t>(library, 0) != kMagic) return 1;
    const auto list = loadAt<uint64_t>(library, kFunctionList);
    return fits(list, sizeof(uint32_t), library.size()) ? loadAt<uint32_t>(library, size_t(list)) : 1;
}

} // namespace pvg
