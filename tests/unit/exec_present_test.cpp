// Presents of surfaces that are wrong in every way a guest can get them wrong: a named decline each, and the next frame right.
#include "exec_fixture.h"

using namespace pvgtest;

namespace {

constexpr uint32_t kGood = 9;

struct PresentFixture : ExecFixture {
    PresentFixture() : good(surface(kGood, 4, 2, 64)) { guest.fill(0, good.va, 128, 0x31); }

    pvg::Declined<void> present(uint32_t ref) {
        return executor.present(pvg::TaskId{0}, pvg::ObjectRef{ref}, pvg::DisplayPort{0}, width, height);
    }
    pvg::DeclineReason reasonFor(uint32_t ref) {
        const auto shown = present(ref);
        REQUIRE(!shown);
        return shown.error().reason;
    }
    void checkNextFrame() {
        REQUIRE(present(kGood));
        CHECK(width == 4);
        CHECK(height == 2);
        CHECK(backend.presentedImage(pvg::DisplayPort{0})->rgba == std::vector<std::byte>(32, std::byte(0x31)));
    }
    // A descriptor of `length` bytes at the good surface's pages with one u32 changed.
    void patched(uint32_t ref, size_t offset, uint32_t value, uint32_t length = 128) {
        Bytes descriptor = surfaceDescriptor(length, good.va, 4, 2, 64);
        descriptor.at(offset, value);
        guest.setSlot(0, ref, 4, descriptor);
    }

    Thing good;
    uint32_t width = 0, height = 0;
};

} // namespace

TEST_CASE("a surface that does not exist, or is something else") {
    PresentFixture f;
    CHECK(f.reasonFor(0) == pvg::DeclineReason::UnresolvedRef);
    CHECK(f.reasonFor(777) == pvg::DeclineReason::UnresolvedRef);
    CHECK(f.reasonFor(0xffffffff) == pvg::DeclineReason::UnresolvedRef);
    f.checkNextFrame();
    f.guest.clearSlot(0, kGood);
    CHECK(f.reasonFor(kGood) == pvg::DeclineReason::UnresolvedRef);
}

TEST_CASE("descriptors: format, sizes, rows, pages") {
    PresentFixture f;
    f.checkNextFrame();
    SUBCASE("a FourCC nobody knows") { f.patched(30, 0x0c, 0x21212121); }
    SUBCASE("no page") { f.patched(30, 0x08, 0); }
    SUBCASE("no width") { f.patched(30, 0x18, 0); }
    SUBCASE("no height") { f.patched(30, 0x1c, 0); }
    SUBCASE("wider than anything") { f.patched(30, 0x18, 0x7fffffff); }
    SUBCASE("higher than its backing") { f.patched(30, 0x1c, 3); }
    SUBCASE("rows shorter than its width") { f.patched(30, 0x20, 4 | 4U << 24); }
    SUBCASE("the plane begins behind the backing") { f.patched(30, 0x14, 4096); }
    SUBCASE("pages that are not there") { f.patched(30, 0x08, 0x7ffff); }
    CHECK(!f.present(30));
    f.checkNextFrame();
}

TEST_CASE("a surface whose pages went away between two frames, and came back") {
    PresentFixture f;
    const auto other = f.surface(10, 4, 2, 64);
    f.guest.fill(0, other.va, 128, 0x77);
    REQUIRE(f.present(10));
    f.guest.unmap(0, other.va, 128);
    f.executor.unmapped(pvg::TaskId{0}, pvg::GuestVirt{other.va}, 4096);
    f.executor.deleteSurface(pvg::TaskId{0}, pvg::ObjectRef{10});
    f.guest.setSlot(0, 11, 4, surfaceDescriptor(128, other.va, 4, 2, 64));
    CHECK(!f.present(11));
    f.checkNextFrame();
}

TEST_CASE("a surface of another size under the same id is another picture") {
    PresentFixture f;
    REQUIRE(f.present(kGood));
    const auto larger = f.surface(kGood, 8, 8, 64);
    f.guest.fill(0, larger.va, 512, 0x42);
    REQUIRE(f.present(kGood));
    CHECK(f.width == 8);
    CHECK(f.height == 8);
    CHECK(f.backend.presentedImage(pvg::DisplayPort{0})->rgba == std::vector<std::byte>(256, std::byte(0x42)));
    const auto small = f.surface(kGood, 1, 1, 64);
    f.guest.fill(0, small.va, 4, 0x24);
    REQUIRE(f.present(kGood));
    CHECK(f.backend.presentedImage(pvg::DisplayPort{0})->rgba == std::vector<std::byte>(4, std::byte(0x24)));
}
