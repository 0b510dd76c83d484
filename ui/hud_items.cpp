#include "ui/hud_items.h"

namespace ui {

namespace {
struct Row {
    std::string_view name;
    bool HudItems::*member;
};
constexpr Row kRows[] = {
    {"fps", &HudItems::fps},           {"frametimes", &HudItems::frameTimes}, {"shaders", &HudItems::shaders},
    {"commands", &HudItems::commands}, {"declines", &HudItems::declines}, {"memory", &HudItems::memory},
};

bool enable(HudItems& items, std::string_view name) {
    bool known = name == "full" || name == "none" || name.empty();
    for (const Row& row : kRows) {
        if (name != row.name && name != "full") continue;
        items.*row.member = true;
        known = true;
    }
    return known;
}
} // namespace

pvg::Result<HudItems> parseHudItems(std::string_view list) {
    HudItems items;
    while (true) {
        size_t comma = list.find(',');
        std::string_view name = list.substr(0, comma);
        if (!enable(items, name)) {
            return pvg::Error{pvg::Code::InvalidArgument, "unknown HUD item '" + std::string(name) + "'; there are " + hudItemNames()};
        }
        if (comma == std::string_view::npos) return items;
        list.remove_prefix(comma + 1);
    }
}

std::string hudItemNames() {
    std::string names;
    for (const Row& row : kRows) names += std::string(row.name) + ", ";
    return names + "full and none";
}

} // namespace ui
