#include "app/renderer/png.h"

#include <png.h>

#include <fmt/format.h>

namespace app {

namespace {
std::vector<std::byte> withoutAlpha(const std::vector<std::byte>& rgba) {
    std::vector<std::byte> rgb(rgba.size() / 4 * 3);
    for (size_t i = 0; i < rgba.size() / 4; ++i) {
        for (size_t c = 0; c < 3; ++c) rgb[3 * i + c] = rgba[4 * i + c];
    }
    return rgb;
}
} // namespace

pvg::Result<std::vector<std::byte>> encodePng(const pvg::PresentedImage& image) {
    if (image.width == 0 || image.height == 0 || image.rgba.size() != size_t(image.width) * image.height * 4) {
        return pvg::Error{pvg::Code::InvalidArgument,
                          fmt::format("{}x{} picture with {} bytes cannot be a PNG", image.width, image.height, image.rgba.size())};
    }
    std::vector<std::byte> rgb = withoutAlpha(image.rgba);
    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    png.width = image.width;
    png.height = image.height;
    png.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
    std::vector<std::byte> out(size);
    if (!png_image_write_to_memory(&png, out.data(), &size, 0, rgb.data(), 0, nullptr)) {
        return pvg::Error{pvg::Code::Io, fmt::format("libpng: {}", png.message)};
    }
    out.resize(size);
    return out;
}

} // namespace app
