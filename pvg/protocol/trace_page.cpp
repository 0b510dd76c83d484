// The records of the trace format, from their serialise functions.
#include "pvg/protocol/page.h"
#include "pvg/trace/records.h"

namespace pvg::protocol {
namespace {

// Writes down the fields instead of their values.
class FieldArchive {
public:
    template <class T>
    FieldArchive& operator()(const char* name, const T& value) {
        add(name, typeOf(value));
        return *this;
    }
    template <class E, size_t N>
    FieldArchive& choice(const char* name, const E&, const std::array<std::string_view, N>& names) {
        std::string type;
        for (size_t i = 0; i < N; ++i) type += fmt::format("{}{} {}", i ? ", " : "", i, names[i]);
        add(name, "one of " + type);
        return *this;
    }
    std::string text;

private:
    void add(const char* name, const std::string& type) { text += fmt::format("{}**{}** {}", text.empty() ? "" : "; ", name, type); }

    static std::string typeOf(const bool&) { return "bool"; }
    template <std::unsigned_integral T>
    static std::string typeOf(const T&) { return fmt::format("u{}", 8 * sizeof(T)); }
    template <class Tag, class Rep>
    static std::string typeOf(const StrongId<Tag, Rep>& id) { return typeOf(id.value); }
    static std::string typeOf(const double&) { return "f64"; }
    static std::string typeOf(const std::string&) { return "text"; }
    static std::string typeOf(const trace::ByteView&) { return "bytes"; }
    template <class T>
    static std::string typeOf(const std::vector<T>&) { return "list of " + typeOf(T{}); }
    template <class T>
        requires std::is_class_v<T>
    static std::string typeOf(const T& record) {
        FieldArchive archive;
        serialise(archive, record);
        return "{" + archive.text + "}";
    }
};

template <class T>
std::string fieldsOf() {
    FieldArchive archive;
    const T record{};
    serialise(archive, record);
    return archive.text;
}

} // namespace

Page tracePage() {
    Page page("Trace records", "Kinds of records in a `.pvgltrace` file and their fields, in order. Framing and value encodings: [../trace.md](../trace.md).");
    page.section("Records", {"kind", "name", "fields"});
#define RECORD(number, Struct, name) page.row({fmt::format("{}", number), name, fieldsOf<trace::Struct>()});
#include "pvg/trace/records.inc"
#undef RECORD
    return page;
}

} // namespace pvg::protocol
