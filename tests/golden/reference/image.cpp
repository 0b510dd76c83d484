#include "tests/golden/reference/image.h"

#include <png.h>

#include <fstream>

namespace golden {

std::optional<Image> readPng(const std::string& path, std::string& error) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&png, path.c_str())) {
        error = path + ": " + png.message;
        return std::nullopt;
    }
    png.format = PNG_FORMAT_RGB;
    Image image(static_cast<int>(png.width), static_cast<int>(png.height));
    if (!png_image_finish_read(&png, nullptr, image.pixels.data(), 0, nullptr)) {
        error = path + ": " + png.message;
        png_image_free(&png);
        return std::nullopt;
    }
    return image;
}

std::optional<Image> readPpm(const std::string& path, std::string& error) {
    std::ifstream in(path, std::ios::binary);
    std::string magic;
    int width = 0, height = 0, largest = 0;
    in >> magic >> width >> height >> largest;
    in.get(); // the one blank before the pixels
    if (!in || magic != "P6" || largest != 255 || width < 1 || height < 1 || width > 16384 || height > 16384) {
        error = path + ": no PPM of 8 bits";
        return std::nullopt;
    }
    Image image(width, height);
    in.read(reinterpret_cast<char*>(image.pixels.data()), static_cast<std::streamsize>(image.pixels.size() * sizeof(Rgb)));
    if (in) return image;
    error = path + ": cut off";
    return std::nullopt;
}

bool writePng(const std::string& path, const Image& image) {
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = static_cast<png_uint_32>(image.width);
    png.height = static_cast<png_uint_32>(image.height);
    png.format = PNG_FORMAT_RGB;
    return png_image_write_to_file(&png, path.c_str(), 0, image.pixels.data(), 0, nullptr) != 0;
}

} // namespace golden
