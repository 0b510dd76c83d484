#include <map>

#include "tests/unit/trace_support.h"

using namespace test;

namespace {

// Gives every field a value of its own, near the end of its range.
class FillArchive {
public:
    template <class T>
    FillArchive& operator()(const char*, T& value) {
        fill(value);
        return *this;
    }
    template <class E, size_t N>
    FillArchive& choice(const char*, E& value, const std::array<std::string_view, N>&) {
        value = E(N - 1);
        return *this;
    }
    int fields = 0;

private:
    template <std::unsigned_integral T>
    void fill(T& v) { v = T(std::numeric_limits<T>::max() - T(sizeof(T) > 1 ? ++fields : 0)); }
    template <class Tag, class Rep>
    void fill(StrongId<Tag, Rep>& id) { fill(id.value); }
    void fill(double& v) { v = -1.5 * ++fields; }
    void fill(std::string& v) { v = std::string("text\0with zero ", 15) + std::to_string(++fields); }
    void fill(ByteView& v) {
        m_bytes.push_back(randomBytes(200, uint32_t(++fields)));
        v = m_bytes.back();
    }
    template <class T>
    void fill(std::vector<T>& v) {
        v.resize(3);
        for (T& entry : v) fill(entry);
    }
    template <class T>
        requires std::is_class_v<T>
    void fill(T& record) { serialise(*this, record); }

    std::vector<Bytes> m_bytes;
};

// The fields as text, names included.
class TellArchive {
public:
    template <class T>
    TellArchive& operator()(const char* name, const T& value) {
        text += std::string(name) + "=";
        tell(value);
        text += ";";
        return *this;
    }
    template <class E, size_t N>
    TellArchive& choice(const char* name, const E& value, const std::array<std::string_view, N>& names) {
        text += std::string(name) + "=" + std::string(names.at(size_t(value))) + ";";
        return *this;
    }
    std::string text;

private:
    template <std::unsigned_integral T>
    void tell(const T& v) { text += std::to_string(v); }
    template <class Tag, class Rep>
    void tell(const StrongId<Tag, Rep>& id) { tell(id.value); }
    void tell(const double& v) { text += std::to_string(v); }
    void tell(const std::string& v) { text += v; }
    void tell(const ByteView& v) { text += hex(v); }
    template <class T>
    void tell(const std::vector<T>& list) {
        for (const T& entry : list) {
            tell(entry);
            text += ",";
        }
    }
    template <class T>
        requires std::is_class_v<T>
    void tell(const T& record) { serialise(*this, record); }
};

template <class T>
std::string told(const T& record) {
    TellArchive archive;
    serialise(archive, record);
    return archive.text;
}

template <class T>
Bytes written(const T& record) {
    ByteSink sink;
    WriteArchive archive(sink);
    serialise(archive, record);
    return {sink.view().begin(), sink.view().end()};
}

template <class T>
std::optional<T> readBack(const Bytes& bytes) { return decode<T>(RecordView{KindOf<T>::value, 0, 0, 0, bytes}); }

template <class T>
void checkRoundTrip() {
    CAPTURE(recordName(KindOf<T>::value));
    FillArchive fill;
    T record{};
    serialise(fill, record);
    REQUIRE(told(record) != told(T{})); // every record has fields, and filling reaches them
    const Bytes bytes = written(record);
    const auto back = readBack<T>(bytes);
    REQUIRE(back);
    CHECK(told(*back) == told(record));
    for (size_t size = 0; size < bytes.size(); ++size) {
        Bytes cut(bytes.begin(), bytes.begin() + ptrdiff_t(size)); // of its own, so that a read behind it is seen
        CHECK_FALSE(readBack<T>(cut));
    }
    Bytes longer = bytes;
    longer.push_back(std::byte{9});
    CHECK(told(readBack<T>(longer).value_or(T{})) == told(record)); // a field of a later version is passed over
}

Bytes bytesOf(std::initializer_list<int> values) {
    Bytes out;
    for (const int v : values) out.push_back(std::byte(v));
    return out;
}

} // namespace

TEST_CASE("each record of the table comes back as it was written, and not at all when a byte is missing") {
#define RECORD(number, Struct, name) checkRoundTrip<Struct>();
#include "pvg/trace/records.inc"
#undef RECORD
}

TEST_CASE("record numbers are used once and fit their byte") {
    std::map<int, int> uses;
#define RECORD(number, Struct, name) \
    ++uses[number]; \
    CHECK((number > 0 && number < 256)); \
    CHECK(recordName(RecordKind(number)) == name);
#include "pvg/trace/records.inc"
#undef RECORD
    for (const auto& [number, count] : uses) CHECK_MESSAGE(count == 1, number);
    CHECK(recordName(RecordKind(255)).empty());
}

// Written out by hand from protocol/trace.md.
TEST_CASE("fields stand in their order: LEB128 integers, sized bytes, counted lists") {
    CHECK(written(Map{GuestPhys{0x80000000}, 300, true}) == bytesOf({0x80, 0x80, 0x80, 0x80, 0x08, 0xac, 0x02, 0x01}));
    const Bytes payload = bytesOf({0xde, 0xad});
    CHECK(written(Command{ChannelId{3}, StampSlot{4}, 200, 5, 0x37, payload}) == bytesOf({3, 4, 0xc8, 1, 5, 0x37, 2, 0xde, 0xad}));
    CHECK(written(Read{ReadCause::Display, BlobId{9}, {{GuestPhys{0x1000}, 64}, {GuestPhys{0x3000}, 1}}, 3}) ==
          bytesOf({2, 9, 2, 0x80, 0x20, 64, 0x80, 0x60, 1, 3}));
    CHECK(written(Library{"ab", BlobId{1}}) == bytesOf({2, 'a', 'b', 1}));
    CHECK(written(Display{DisplayPort{1}, DisplayChange::Unplugged, {{640, 480, 60.0}}, 0, 0}) ==
          bytesOf({1, 1, 1, 0x80, 5, 0xe0, 3, 0, 0, 0, 0, 0, 0, 0x4e, 0x40, 0, 0}));
}

TEST_CASE("a value outside its field's range is refused") {
    CHECK(readBack<CommandEnd>(bytesOf({1, 1, 0})));
    CHECK_FALSE(readBack<CommandEnd>(bytesOf({1, 2, 0})));                               // no bool
    CHECK(readBack<Read>(bytesOf({4, 1, 0, 0})));
    CHECK_FALSE(readBack<Read>(bytesOf({5, 1, 0, 0})));                             // no ReadCause
    CHECK(readBack<CommandEnd>(bytesOf({0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0})));          // 2^32 - 1
    CHECK_FALSE(readBack<CommandEnd>(bytesOf({0xff, 0xff, 0xff, 0xff, 0x1f, 0, 0})));    // above
    const Bytes big = bytesOf({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 0});
    const auto unmap = readBack<Unmap>(big);
    REQUIRE(unmap);
    CHECK(unmap->base.value == ~uint64_t{0});
    CHECK_FALSE(readBack<Unmap>(bytesOf({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02, 0}))); // 65 bits
    CHECK_FALSE(readBack<Unmap>(bytesOf({0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00, 0})));
}

TEST_CASE("a count or a length is no reason to take memory") {
    CHECK_FALSE(readBack<Read>(bytesOf({0, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f})));
    CHECK_FALSE(readBack<Library>(bytesOf({0xff, 0xff, 0xff, 0xff, 0x0f, 1})));
    CHECK_FALSE(readBack<Blob>(bytesOf({1, 3, 0, 0})));
    CHECK_FALSE(readBack<BlobList>(bytesOf({1, 1, 4, 1, 1, 1})));
}

TEST_CASE("a time may go back") {
    for (const int64_t v : {int64_t{0}, int64_t{-1}, int64_t{1}, std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()})
        CHECK(unzigzag(zigzag(v)) == v);
    CHECK(zigzag(-1) == 1);
    CHECK(zigzag(1) == 2);
}
