#include "app/renderer/png.h"

#include <png.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "app/renderer/file_writer.h"

namespace {
pvg::PresentedImage gradient(uint32_t width, uint32_t height) {
    pvg::PresentedImage image{width, height, {}};
    for (uint32_t y = 0; y < height; ++y) {
        for (uint32_t x = 0; x < width; ++x) {
            for (uint32_t v : {x * 7, y * 11, x * y, 13U}) image.rgba.push_back(std::byte(v));
        }
    }
    return image;
}
} // namespace

TEST_CASE("a picture survives PNG, top row first and without alpha") {
    auto image = gradient(5, 3);
    auto png = app::encodePng(image);
    REQUIRE(png);
    png_image read{};
    read.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&read, png->data(), png->size()));
    CHECK(read.width == 5);
    CHECK(read.height == 3);
    CHECK(read.format == PNG_FORMAT_RGB);
    std::vector<std::byte> rgb(5 * 3 * 3);
    REQUIRE(png_image_finish_read(&read, nullptr, rgb.data(), 0, nullptr));
    for (size_t i = 0; i < 15; ++i) {
        for (size_t c = 0; c < 3; ++c) CHECK(rgb[3 * i + c] == image.rgba[4 * i + c]);
    }
}

TEST_CASE("a picture with too few bytes is refused") {
    auto image = gradient(4, 4);
    image.rgba.pop_back();
    CHECK_FALSE(app::encodePng(image));
    CHECK_FALSE(app::encodePng({}));
}

TEST_CASE("files are replaced whole and leave nothing beside them") {
    auto folder = std::filesystem::temp_directory_path() / ("pvgl-file-writer-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    auto path = folder / "a.txt";
    REQUIRE(app::writeFileAtomically(path, std::string_view("one, and longer")));
    REQUIRE(app::writeFileAtomically(path, std::string_view("two")));
    std::string text;
    std::getline(std::ifstream(path), text);
    CHECK(text == "two");
    CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
    std::filesystem::remove_all(folder);
    auto status = app::writeFileAtomically(path, std::string_view("three"));
    REQUIRE_FALSE(status);
    CHECK(status.error().text.find(path.string()) != std::string::npos);
}
