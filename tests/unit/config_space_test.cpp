#include "pvg/device/config_space.h"

#include <doctest/doctest.h>

#include <cstring>

namespace {

using pvg::device::ConfigSpace;

uint32_t get(const ConfigSpace& config, uint64_t offset, size_t size) {
    uint32_t value = 0;
    config.read(offset, std::as_writable_bytes(std::span(&value, 1)).first(size));
    return value;
}

void put(ConfigSpace& config, uint64_t offset, size_t size, uint32_t value) {
    config.write(offset, std::as_bytes(std::span(&value, 1)).first(size));
}

} // namespace

TEST_CASE("config space shows the identity of vfio-user.md 6") {
    const ConfigSpace config;
    CHECK(get(config, 0x00, 4) == 0xeeee106b);
    CHECK(get(config, 0x08, 4) == 0x03800000);
    CHECK(get(config, 0x06, 2) == 0x0010);
    CHECK(get(config, 0x0e, 1) == 0);
    CHECK(get(config, 0x2c, 4) == 0xeeee106b);
    CHECK(get(config, 0x3d, 1) == 0);
}

TEST_CASE("MSI is the only capability: 64-bit, one vector, no mask, at 0x50") {
    const ConfigSpace config;
    CHECK(get(config, 0x34, 1) == 0x50);
    CHECK(get(config, 0x50, 4) == 0x00800005);
}

TEST_CASE("BAR0 sizes as 16 KiB of 32-bit memory") {
    ConfigSpace config;
    put(config, 0x10, 4, 0xffffffff);
    CHECK(get(config, 0x10, 4) == 0xffffc000);
    put(config, 0x10, 4, 0xc0001234);
    CHECK(get(config, 0x10, 4) == 0xc0000000);
}

TEST_CASE("BAR1 to BAR5 and the ROM do not exist") {
    ConfigSpace config;
    for (uint32_t offset : {0x14u, 0x18u, 0x1cu, 0x20u, 0x24u, 0x30u}) {
        put(config, offset, 4, 0xffffffff);
        CHECK(get(config, offset, 4) == 0);
    }
}

TEST_CASE("only the bits of vfio-user.md 6 of the command register are writable") {
    ConfigSpace config;
    put(config, 0x04, 2, 0xffff);
    CHECK(get(config, 0x04, 2) == 0x0406);
    CHECK(get(config, 0x06, 2) == 0x0010);
}

TEST_CASE("writes of any size reach exactly the bytes they cover") {
    ConfigSpace config;
    put(config, 0x55, 1, 0xab);
    CHECK(get(config, 0x54, 4) == 0x0000ab00);
    put(config, 0x54, 4, 0xfee00003);
    CHECK(get(config, 0x54, 4) == 0xfee00000);
}

TEST_CASE("reset clears command, BARs and MSI enable") {
    ConfigSpace config;
    put(config, 0x04, 2, 6);
    put(config, 0x10, 4, 0xc0000000);
    put(config, 0x52, 2, 1);
    CHECK(get(config, 0x52, 2) == 0x0081);
    config.reset();
    CHECK(get(config, 0x04, 2) == 0);
    CHECK(get(config, 0x10, 4) == 0);
    CHECK(get(config, 0x52, 2) == 0x0080);
}
