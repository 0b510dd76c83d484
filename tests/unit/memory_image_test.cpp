// What a replay's memory is known to hold: which differences are told, and when content counts as read twice.
#include "pvg/trace/memory_image.h"

#include "tests/unit/trace_support.h"

using namespace test;

namespace {

struct Change {
    uint64_t base = 0, size = 0;
    bool isReread = false;
    bool operator==(const Change&) const = default;
};

std::vector<Change> update(MemoryImage& image, uint64_t base, std::span<const std::byte> copy, uint64_t command) {
    std::vector<Change> out;
    image.update(GuestPhys{base}, copy, command, [&](const MemoryImage::Difference& d) {
        // What is told are bytes of the copy, from where they belong.
        CHECK(d.bytes.data() == copy.data() + (d.base.value - base));
        out.push_back({d.base.value, d.bytes.size(), d.isReread});
    });
    return out;
}

} // namespace

TEST_CASE("a page seen first is told whole, also where it is zero; seen again unchanged it is not") {
    MemoryImage image;
    const Bytes zeros(100);
    CHECK(update(image, 0x5010, zeros, 1) == std::vector<Change>{{0x5010, 100, false}});
    CHECK(update(image, 0x5010, zeros, 2).empty());
    CHECK(image.bytes() == 4096);
}

TEST_CASE("a copy over several pages is told page by page, in order") {
    MemoryImage image;
    const Bytes copy = randomBytes(4096 + 200, 1);
    CHECK(update(image, 0x1fa0, copy, 1) == std::vector<Change>{{0x1fa0, 0x60, false}, {0x2000, 4096, false}, {0x3000, 200 - 0x60, false}});
    CHECK(image.bytes() == 3 * 4096);
}

TEST_CASE("a difference is narrowed down to steps of 64 bytes from the copy's ends") {
    MemoryImage image;
    Bytes copy(1024);
    update(image, 0, copy, 1);
    copy[200] = std::byte{1};
    CHECK(update(image, 0, copy, 2) == std::vector<Change>{{192, 64, false}});
    copy[10] = copy[700] = std::byte{2};
    CHECK(update(image, 0, copy, 3) == std::vector<Change>{{0, 704, false}});
    copy[1023] = std::byte{3};
    CHECK(update(image, 0, copy, 4) == std::vector<Change>{{960, 64, false}});
    Bytes few(70); // a step and 6 bytes
    CHECK(update(image, 2048, few, 5).empty()); // nobody had read there, and a fresh mapping is zero
    few[0] = std::byte{9};
    CHECK(update(image, 2048, few, 6) == std::vector<Change>{{2048, 6, false}});
}

TEST_CASE("other bytes of a page within one command are a second reading, within the next they are not") {
    MemoryImage image;
    CHECK(update(image, 0, Bytes(64, std::byte{1}), 1) == std::vector<Change>{{0, 64, false}});
    CHECK(update(image, 0, Bytes(64, std::byte{2}), 1) == std::vector<Change>{{0, 64, true}});
    CHECK(update(image, 0, Bytes(64, std::byte{3}), 2) == std::vector<Change>{{0, 64, false}});
    CHECK(update(image, 0, Bytes(64, std::byte{3}), 3).empty());
    CHECK(update(image, 0, Bytes(64, std::byte{4}), 3) == std::vector<Change>{{0, 64, true}}); // also where the first told nothing
}

TEST_CASE("forgetting takes the pages of a range and no other") {
    MemoryImage image;
    const uint64_t far = uint64_t{5} << 30;
    for (const uint64_t page : {uint64_t{0x1000}, uint64_t{0x2000}, uint64_t{0x3000}, far}) update(image, page, Bytes(4096, std::byte{7}), 1);
    image.forget(GuestPhys{0x2000}, 0x1000);
    CHECK(image.bytes() == 3 * 4096);
    CHECK(update(image, 0x1000, Bytes(4096, std::byte{7}), 2).empty());
    CHECK(update(image, 0x2000, Bytes(4096, std::byte{7}), 2).size() == 1);
    CHECK(update(image, 0x3000, Bytes(4096, std::byte{7}), 2).empty());
    CHECK(update(image, far, Bytes(4096, std::byte{7}), 2).empty());
    image.forget(GuestPhys{0}, ~uint64_t{0});
    CHECK(image.bytes() == 0);
    update(image, far, Bytes(1), 3);
    image.clear();
    CHECK(image.bytes() == 0);
    CHECK(update(image, far, Bytes(1), 4).size() == 1);
}
