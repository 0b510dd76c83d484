#include "ui/hud_items.h"

#include <doctest/doctest.h>

using ui::HudItems;
using ui::parseHudItems;

TEST_CASE("the default list is fps, frametimes, shaders, commands and declines") {
    CHECK(*parseHudItems(ui::kDefaultHudItems) == HudItems{true, true, true, true, false, true});
}

TEST_CASE("full is everything, none and an empty list are nothing") {
    CHECK(*parseHudItems("full") == HudItems{true, true, true, true, true, true});
    CHECK_FALSE(parseHudItems("none")->any());
    CHECK_FALSE(parseHudItems("")->any());
}

TEST_CASE("an unknown item is named in the error together with those that exist") {
    auto items = parseHudItems("fps,latency");
    REQUIRE_FALSE(items);
    CHECK(items.error().text.find("'latency'") != std::string::npos);
    CHECK(items.error().text.find("frametimes") != std::string::npos);
}
