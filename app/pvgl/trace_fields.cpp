#include "app/pvgl/trace_fields.h"

#include <fmt/format.h>

#include "pvg/base/byte_reader.h"
#include "pvg/fifo/command.h"
#include "pvg/fifo/command_table.h"

namespace app {
namespace {

using namespace pvg;
using namespace pvg::trace;

constexpr size_t kShownDigits = 64; // of a byte string in a line
constexpr size_t kMostEntries = 64; // of a repeated field

struct RegisterRow {
    uint32_t offset;
    const char* name;
};
constexpr RegisterRow kRegisters[] = {
#define REGISTER(name, offset, ...) {offset, #name},
#include "pvg/device/registers.inc"
#undef REGISTER
};

class JsonArchive {
public:
    explicit JsonArchive(Json& out) : m_out(out) {}
    template <class T>
    JsonArchive& operator()(const char* name, const T& value) {
        m_out[name] = json(value);
        return *this;
    }
    template <class E, size_t N>
    JsonArchive& choice(const char* name, const E& value, const std::array<std::string_view, N>& names) {
        m_out[name] = names[size_t(value)]; // the reader checked the range
        return *this;
    }

private:
    template <std::unsigned_integral T>
    static Json json(const T& v) { return v; }
    static Json json(const GuestPhys& address) { return fmt::format("{:#x}", address.value); }
    template <class Tag, class Rep>
    static Json json(const StrongId<Tag, Rep>& id) { return id.value; }
    static Json json(const double& v) { return v; }
    static Json json(const std::string& text) { return printable(text); }
    static Json json(const ByteView& bytes) { return hexBytes(bytes); }
    template <class T>
    static Json json(const std::vector<T>& list) {
        Json out = Json::array();
        for (const T& entry : list) out.push_back(json(entry));
        return out;
    }
    template <class T>
        requires std::is_class_v<T>
    static Json json(const T& record) {
        Json out;
        JsonArchive archive(out);
        serialise(archive, record);
        return out;
    }

    Json& m_out;
};

uint64_t loadUnsigned(std::span<const std::byte> bytes) {
    uint64_t value = 0;
    std::memcpy(&value, bytes.data(), std::min(bytes.size(), sizeof value));
    return value;
}

Json wireValue(const WireField& field, std::span<const std::byte> bytes) {
    const std::string_view type = field.type;
    if (type == "f32") return loadAt<float>(bytes, 0);
    if (type == "f64") return loadAt<double>(bytes, 0);
    if (type == "i16") return loadAt<int16_t>(bytes, 0);
    if (type == "i64") return loadAt<int64_t>(bytes, 0);
    if (bytes.size() > 8) return hexBytes(bytes);
    return loadUnsigned(bytes);
}

std::string textOf(const Json& value) {
    if (value.is_object()) return "{" + lineOf(value) + "}";
    if (value.is_array()) {
        std::string out = "[";
        for (const Json& entry : value) out += (out.size() > 1 ? " " : "") + textOf(entry);
        return out + "]";
    }
    if (!value.is_string()) return value.dump();
    const auto& text = value.get_ref<const std::string&>();
    if (text.size() <= kShownDigits) return text.empty() ? "-" : text;
    return fmt::format("{}...({} bytes)", text.substr(0, kShownDigits), text.size() / 2);
}

struct Names {
    Json& out;
    template <class T>
    void operator()(const T&) {}
    void operator()(const Command& r) { out.update(commandFields(r)); }
    void operator()(const RegisterAccess& r) { out["name"] = registerName(r.offset); }
};

} // namespace

std::string hexBytes(std::span<const std::byte> bytes) {
    std::string out;
    out.reserve(2 * bytes.size());
    for (const std::byte b : bytes) {
        out += "0123456789abcdef"[size_t(b) >> 4];
        out += "0123456789abcdef"[size_t(b) & 15];
    }
    return out;
}

std::string printable(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c < 0x20 || c > 0x7e) c = '?';
    return out;
}

std::string commandName(uint16_t id) {
    const FifoCommandRow* row = findFifoCommand(id);
    return row ? row->name : fmt::format("{:#x}", id);
}

std::string registerName(uint32_t offset) {
    for (const RegisterRow& row : kRegisters)
        if (row.offset == offset) return row.name;
    return fmt::format("{:#x}", offset);
}

std::string kindName(RecordKind kind) {
    const std::string_view name = recordName(kind);
    return name.empty() ? fmt::format("unknown {}", unsigned(kind)) : std::string(name);
}

Json wireFields(std::span<const WireField> fields, std::span<const std::byte> bytes) {
    Json out = Json::object();
    ByteReader in(bytes);
    for (const WireField& field : fields) {
        if (field.isRepeated && field.size > 0) {
            Json list = Json::array();
            while (in.remaining() >= field.size && list.size() < kMostEntries) list.push_back(wireValue(field, in.bytes(field.size)));
            out[field.name] = std::move(list);
            continue;
        }
        const auto value = in.bytes(field.size);
        if (in.failed()) break;
        if (std::string_view(field.name) != "unwritten") out[field.name] = wireValue(field, value);
    }
    return out;
}

Json commandFields(const Command& command) {
    Json out;
    out["name"] = commandName(command.id);
    ByteReader in(command.bytes);
    in.skip(2);
    const uint32_t barriers = in.u16();
    in.skip(kCommandHeaderSize - 4);
    if (in.failed() || barriers > kMaxBarriers || in.remaining() < barriers * kBarrierSize) return out;
    for (uint32_t i = 0; i < barriers; ++i) {
        const uint32_t slot = in.u32(), value = in.u32();
        out["barriers"].push_back({{"slot", slot}, {"value", value}});
    }
    if (const FifoCommandRow* row = findFifoCommand(command.id)) out["payload"] = wireFields(row->fields, in.bytes(in.remaining()));
    return out;
}

Json recordFields(const RecordView& view) {
    Json out;
    out["kind"] = kindName(view.kind);
    const Visit result = visit(view, [&](const auto& record) {
        JsonArchive archive(out);
        serialise(archive, record);
        Names{out}(record);
    });
    if (result != Visit::Done) out[result == Visit::Unknown ? "unknown" : "malformed"] = hexBytes(view.body);
    return out;
}

std::string lineOf(const Json& fields) {
    std::string out;
    for (const auto& [name, value] : fields.items()) {
        if (!out.empty()) out += ' ';
        out += name + "=" + textOf(value);
    }
    return out;
}

} // namespace app
