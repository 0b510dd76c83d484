// The cube and the gears in their first frame: points whose colours follow from the models' description.
#include <cmath>
#include <cstdlib>

#include "tests/golden/reference/raster.h"
#include "tests/golden/reference/scenes.h"

namespace golden {

namespace {

using Vec3 = std::array<double, 3>;

struct Probe {
    const char* what;
    Vec3 place; // before the eye, which looks down -z
    Vec4 color;
};

constexpr Vec4 kBackground{0.1, 0.12, 0.16, 1};

std::array<int, 2> pixelOf(const Vec3& place, double field, const Image& picture) {
    const double scale = 1 / std::tan(field / 2) / -place[2];
    return {static_cast<int>(picture.width / 2.0 + place[0] * scale * picture.height / 2),
            static_cast<int>(picture.height / 2.0 - place[1] * scale * picture.height / 2)};
}

std::vector<std::string> check(const Image& picture, double field, const std::vector<Probe>& probes) {
    std::vector<std::string> faults;
    for (const Probe& probe : probes) {
        const auto [x, y] = pixelOf(probe.place, field, picture);
        if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) {
            faults.push_back(std::string(probe.what) + " lies outside of the picture");
            continue;
        }
        for (size_t c = 0; c < 3; ++c)
            if (std::abs(picture.at(x, y)[c] - toByte(probe.color[c])) > 1) {
                faults.push_back(std::string(probe.what) + " at " + std::to_string(x) + "," + std::to_string(y) + ": component " +
                                 std::to_string(c) + " is " + std::to_string(picture.at(x, y)[c]) + ", expected " +
                                 std::to_string(toByte(probe.color[c])));
                break;
            }
    }
    return faults;
}

Vec4 bytes(double r, double g, double b) { return {r / 255, g / 255, b / 255, 1}; }

// Five before the eye and not turned yet: its front face at -4, lit fully, from -1 to 1, a board of 8 x 8 squares of 8 texels with a frame
// of 4.
std::vector<std::string> checkCube(const Image& picture) {
    const auto square = [](int column, int row) { return Vec3{(column + 0.5) / 4 - 1, 1 - (row + 0.5) / 4, -4}; };
    return check(picture, 0.8,
                 {{"the background", {-2.2, 1.5, -4}, kBackground},
                  {"a light square", square(3, 3), bytes(0xf0, 0xf0, 0xe8)},
                  {"a dark square", square(4, 3), bytes(0xe8, 0xc0, 0x80)},
                  {"a square of the lowest row but one", square(2, 6), bytes(0xf0, 0xf0, 0xe8)},
                  {"the frame", {-0.94, 0, -4}, bytes(0x30, 0x38, 0x48)}});
}

constexpr double kPi = 3.14159265358979323846;

// 40 before the eye, turned 30 degrees about y and then 20 about x.
Vec3 inScene(const Vec3& p) {
    const double a = kPi / 6, b = kPi / 9;
    const double x = std::cos(a) * p[0] + std::sin(a) * p[2], z = -std::sin(a) * p[0] + std::cos(a) * p[2];
    return {x, std::cos(b) * p[1] - std::sin(b) * z, std::sin(b) * p[1] + std::cos(b) * z - 40};
}

std::vector<std::string> checkGears(const Image& picture) {
    const double light = 0.25 + 0.75 * std::cos(kPi / 6) * std::cos(kPi / 9); // on faces that look along the gears' axes
    const auto lit = [&](double r, double g, double b) { return Vec4{r * light, g * light, b * light, 1}; };
    return check(picture, 0.4,
                 {{"the background", {0, 7, -40}, kBackground},
                  {"the first gear, above its hole", inScene({-3, 0.2, 0.5}), lit(0.8, 0.1, 0)},
                  {"the first gear, beside its hole", inScene({-5.2, -2, 0.5}), lit(0.8, 0.1, 0)},
                  {"through the first gear's hole", inScene({-3, -2, 0}), kBackground},
                  {"the second gear", inScene({3.1, -0.9, 1}), lit(0, 0.8, 0.2)},
                  {"the third gear", inScene({-3.1, 5.75, 0.25}), lit(0.2, 0.2, 1)}});
}

} // namespace

std::vector<std::string> checkLit(const std::string& scene, const Image& picture) {
    return scene == "cube" ? checkCube(picture) : checkGears(picture);
}

} // namespace golden
