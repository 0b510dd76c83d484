#include "pvg/display/display_config.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>

namespace pvg {

namespace {

constexpr double kMillimetresPerPixel = 480.0 / 1920.0;
constexpr uint32_t kMinExtent = 64, kMaxExtent = 16384;
constexpr uint64_t kMaxPixels = 64'000'000; // three pictures of it are on the way to the window at any time
constexpr double kMinRefresh = 1.0, kMaxRefresh = 1000.0;

uint16_t nearestTen(double millimetres) { return uint16_t(std::clamp(std::round(millimetres / 10), 1.0, 6000.0) * 10); }

Error badMode(std::string_view text, const std::string& why) {
    return {Code::InvalidArgument, "'" + std::string(text) + "' is not a display mode such as 1920x1080@60: " + why};
}

// Takes a number and, unless it is empty, the character behind it.
std::optional<uint32_t> takeExtent(std::string_view& text, std::string_view behind) {
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(size_t(end - text.data()));
    if (!text.starts_with(behind)) return std::nullopt;
    text.remove_prefix(behind.size());
    return value;
}

std::optional<double> parseRefresh(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Status checkRanges(std::string_view text, const DisplayMode& mode) {
    const auto isExtent = [](uint32_t value) { return value >= kMinExtent && value <= kMaxExtent; };
    if (!isExtent(mode.width) || !isExtent(mode.height)) return badMode(text, "each side has 64 to 16384 pixels");
    if (uint64_t{mode.width} * mode.height > kMaxPixels) return badMode(text, "it has more than 64 million pixels");
    // Written so that a NaN fails.
    if (!(mode.refresh >= kMinRefresh && mode.refresh <= kMaxRefresh)) return badMode(text, "the refresh rate is 1 to 1000 Hz");
    return {};
}

} // namespace

std::string displayName(DisplayPort port, uint32_t displays) {
    return displays > 1 ? "pvgl display" + std::to_string(port.value + 1) : "pvgl display";
}

Millimetres physicalSize(const DisplayMode& mode) {
    double wanted = mode.width * kMillimetresPerPixel;
    uint32_t divisor = std::max(std::gcd(mode.width, mode.height), 1U);
    uint32_t aspectWidth = mode.width / divisor, aspectHeight = mode.height / divisor;
    double steps = std::round(wanted / (10.0 * aspectWidth));
    if (steps < 1) return {nearestTen(wanted), nearestTen(mode.height * kMillimetresPerPixel)};
    return {nearestTen(steps * 10 * aspectWidth), nearestTen(steps * 10 * aspectHeight)};
}

uint32_t refreshFixed(const DisplayMode& mode) { return uint32_t(std::lround(std::clamp(mode.refresh, kMinRefresh, kMaxRefresh) * 65536)); }

Result<DisplayMode> parseDisplayMode(std::string_view text) {
    std::string_view left = text;
    const auto width = takeExtent(left, "x");
    const auto height = width ? takeExtent(left, "") : std::nullopt;
    if (!height) return badMode(text, "it begins with WIDTHxHEIGHT");
    DisplayMode mode{*width, *height, 60.0};
    if (!left.empty()) {
        const auto refresh = left[0] == '@' ? parseRefresh(left.substr(1)) : std::nullopt;
        if (!refresh) return badMode(text, "behind the size there is nothing, or @ and a refresh rate in Hz");
        mode.refresh = *refresh;
    }
    PVG_CHECK(checkRanges(text, mode));
    return mode;
}

Result<std::vector<DisplayMode>> parseDisplayModes(const std::vector<std::string>& texts) {
    if (texts.size() > kMaxModes) return Error{Code::InvalidArgument, "a display has at most 128 modes; " + std::to_string(texts.size()) + " are given"};
    std::vector<DisplayMode> modes;
    for (const std::string& text : texts) {
        PVG_TRY(const DisplayMode mode, parseDisplayMode(text));
        if (std::find(modes.begin(), modes.end(), mode) != modes.end())
            return Error{Code::InvalidArgument, "the mode " + text + " is given twice"};
        modes.push_back(mode);
    }
    return modes;
}

Result<DisplayFault> parseDisplayFault(std::string_view text) {
    const size_t at = text.find('@');
    const std::string_view kind = text.substr(0, at), frame = at == std::string_view::npos ? "" : text.substr(at + 1);
    DisplayFault fault{kind == "modes" ? DisplayFault::Kind::ModeChange : DisplayFault::Kind::HotPlug, 0};
    const auto [end, error] = std::from_chars(frame.data(), frame.data() + frame.size(), fault.atFrame);
    const bool isFrame = error == std::errc{} && end == frame.data() + frame.size() && fault.atFrame > 0;
    if (isFrame && (kind == "hotplug" || kind == "modes")) return fault;
    return Error{Code::InvalidArgument, "'" + std::string(text) + "' is not a fault such as hotplug@3 or modes@3"};
}

} // namespace pvg
