#include "app/pvgl/trace_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <optional>

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

// "u64", "f32", ...; nothing for what is no number.
std::optional<Json> scalar(std::string_view type, ByteReader& in) {
    if (type == "u8") return in.u8();
    if (type == "u16") return in.u16();
    if (type == "u32") return in.u32();
    if (type == "u64") return in.u64();
    if (type == "i16") return in.get<int16_t>();
    if (type == "i64") return in.get<int64_t>();
    if (type == "f32") return in.f32();
    if (type == "f64") return in.f64();
    return std::nullopt;
}

// Cuts "[n]" off the end of `text`; 0: there is none.
size_t takeExtent(std::string_view& text) {
    const size_t at = text.find('[');
    size_t extent = 0;
    if (at == std::string_view::npos || std::from_chars(text.data() + at + 1, text.data() + text.size(), extent).ec != std::errc{}) return 0;
    text = text.substr(0, at);
    return std::min(extent, kMostEntries);
}

std::optional<Json> scalarOrArray(std::string_view type, size_t extent, ByteReader& in) {
    if (extent == 0) return scalar(type, in);
    Json list = Json::array();
    for (size_t i = 0; i < extent; ++i) {
        auto value = scalar(type, in);
        if (!value) return std::nullopt;
        list.push_back(std::move(*value));
    }
    return list;
}

// The tables' own words: "u32 ref, u64 offset" or "f64 x, y", where a name without a type has the one before it; "u64[3]"; "u32 ref" for one value.
std::optional<Json> parts(std::string_view types, ByteReader& in) {
    Json out;
    std::string_view type;
    while (!types.empty()) {
        std::string_view part = types.substr(0, types.find(", "));
        const bool isLast = part.size() == types.size();
        const bool isOnly = out.is_null() && isLast;
        types.remove_prefix(isLast ? part.size() : part.size() + 2);
        if (size_t unused = 0; part.ends_with(" zero bytes") && std::from_chars(part.data(), part.data() + part.size(), unused).ec == std::errc{}) {
            in.skip(unused);
            continue;
        }
        const size_t extent = takeExtent(part);
        if (const size_t space = part.find(' '); space != std::string_view::npos || isOnly) {
            type = part.substr(0, space);
            part = space == std::string_view::npos ? part : part.substr(space + 1);
        }
        auto value = scalarOrArray(type, extent, in);
        if (!value || isOnly) return value;
        out[std::string(part)] = std::move(*value);
    }
    return out;
}

Json wireValue(const WireField& field, std::span<const std::byte> bytes) {
    ByteReader in(bytes);
    const auto value = parts(field.type, in);
    return value && !in.failed() && in.remaining() == 0 ? *value : Json(hexBytes(bytes));
}

bool isCount(std::string_view name) { return name == "count" || name.ends_with("Count"); }

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
    void operator()(const Command& r) {
        out["id"] = fmt::format("{:#x}", r.id);
        out.update(commandFields(r));
    }
    void operator()(const RegisterAccess& r) {
        out["offset"] = fmt::format("{:#x}", r.offset);
        out["name"] = registerName(r.offset);
    }
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
    std::deque<uint64_t> counts; // of the repeated fields, in their order
    for (const WireField& field : fields) {
        if (field.isRepeated && field.size > 0) {
            uint64_t left = in.remaining() / field.size;
            if (!counts.empty()) {
                left = std::min(left, counts.front());
                counts.pop_front();
            }
            Json list = Json::array();
            for (; left > 0; --left) {
                const auto entry = in.bytes(field.size);
                if (list.size() < kMostEntries) list.push_back(wireValue(field, entry));
            }
            out[field.name] = std::move(list);
            continue;
        }
        const auto value = in.bytes(field.size);
        if (in.failed()) break;
        if (isCount(field.name)) counts.push_back(field.size == 8 ? loadAt<uint64_t>(value, 0) : loadAt<uint32_t>(value, 0));
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
    out["record"] = kindName(view.kind);
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
