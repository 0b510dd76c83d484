// Operation records written from the document's own columns: their fields stand where the column says, and the record becomes what it says.
#include "pvg/base/byte_reader.h"
#include "pvg/object/descriptor_parser.h"
#include "pvg/object/operations.h"
#include "tests/unit/object_support.h"

using namespace pvg;
using namespace pvg::test;

namespace {

// Markers of rows that become no object.
struct Asks {};
struct Deletes {};

uint64_t valueOf(std::string_view field) {
    if (field == "pixelFormat") return 80;
    if (field == "textureType") return 2;
    if (field == "bytesPerRow") return 256;
    if (field == "levelCount" || field == "sliceCount") return 1;
    if (field == "red" || field == "green" || field == "blue" || field == "alpha") return 2 + std::string_view("rgba").find(field[0]);
    return field == "base" || field == "buffer" || field == "heap" || field == "ref" ? 7 : 0;
}

Raw fieldBytes(const WireField& field) {
    Raw out;
    const std::string_view type = field.type;
    if (type == "texture body") return narrowBody({});
    if (type == "wide texture body") return wideBody({});
    const uint64_t value = valueOf(field.name);
    for (size_t i = 0; i < field.size; ++i) out.u8(uint8_t(i < 8 ? value >> (8 * i) : 0));
    return out;
}

// A property list with a function in tag 0 (compute) or 1 (render), or nothing.
Raw propertyList(uint32_t op) {
    Raw list;
    if (op == 0x0b || op == 0x0e) list.u8(1).u8(op == 0x0b ? 0 : 1).u8(4).u32(9).u8(0);
    return list;
}

Raw recordOf(const OperationRow& row) {
    Raw body;
    const Raw list = propertyList(row.id);
    for (const WireField& field : row.fields) {
        if (field.isRepeated) continue;
        if (std::string_view(field.name) == "payloadLength")
            body.u32(uint32_t(list.size()));
        else
            body.append(fieldBytes(field));
    }
    body.append(list);
    Raw out;
    return out.u32(row.id).u32(uint32_t(8 + body.size())).append(body);
}

// The kernel's prefix of a descriptor, and the slot type that carries the record.
struct Placed {
    uint8_t type = 0;
    Raw prefix;
};
template <class Makes>
Placed place(uint32_t op) {
    Raw prefix;
    if (std::is_same_v<Makes, TextureDescriptor>) {
        prefix.u64(8192).u32(16).u16(1).u16(0).u64(0).u64(0).u8(0).u8(0).u8(0).u8(4);
        return {2, prefix.u64(0).u64(8192).u64(256).u32(64).u32(32).u32(1)};
    }
    if (std::is_same_v<Makes, SurfaceTextureDescriptor>) return {5, prefix.u32(3).u32(0)};
    if (std::is_same_v<Makes, FunctionDescriptor>) return {6, prefix.u64(0x4000).u32(64)};
    const bool isTexture = std::is_same_v<Makes, TextureViewDescriptor> || std::is_same_v<Makes, BufferTextureDescriptor> ||
                           std::is_same_v<Makes, HeapTextureDescriptor> || op == 0x30 || op == 0x31 || op == 0x35;
    return {uint8_t(isTexture ? 8 : 7), prefix};
}

template <class Makes>
void checkRow(const OperationRow& row) {
    CAPTURE(row.name);
    const Placed placed = place<Makes>(row.id);
    Raw bytes = placed.prefix;
    bytes.append(recordOf(row));
    const auto parsed = parseDescriptor(placed.type, bytes.get());
    REQUIRE_MESSAGE(bool(parsed), (parsed ? std::string() : parsed.error().sentence()));
    CHECK(std::holds_alternative<Makes>(*parsed));
    CHECK((row.status == OperationStatus::Kept) == std::is_same_v<Makes, OpaqueDescriptor>);
    if (row.status == OperationStatus::Kept) CHECK(row.gate != Feature::None);
    if (const auto* view = std::get_if<TextureViewDescriptor>(&*parsed)) {
        CHECK(view->base.value == 7);
        CHECK(uint32_t(view->format) == 80);
    }
    if (const auto* texture = std::get_if<BufferTextureDescriptor>(&*parsed)) {
        CHECK(texture->buffer.value == 7);
        CHECK(texture->bytesPerRow == 256);
        CHECK(texture->body.width == 64);
    }
}
template <>
void checkRow<Asks>(const OperationRow& row) {
    const auto body = parseHeapTextureQuery(recordOf(row).get());
    REQUIRE(bool(body));
    CHECK(body->height == 32);
}
template <>
void checkRow<Deletes>(const OperationRow& row) {
    const auto bytes = recordOf(row);
    const auto record = openRecord(bytes.get());
    REQUIRE(bool(record));
    CHECK(loadAt<uint32_t>(record->bytes, 8) == 7);
    CHECK(row.status == OperationStatus::Deletes);
}

} // namespace

TEST_CASE("an operation record laid out as documented becomes the object that the status page names") {
    size_t i = 0;
#define OPERATION(id, name, length, Makes, ...) checkRow<Makes>(operationRows()[i++]);
#include "pvg/object/operations.inc"
#undef OPERATION
    CHECK(i == operationRows().size());
}
