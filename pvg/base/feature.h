// Names of the protocol's optional parts. See feature.inc.
#pragma once

#include <cstdint>

namespace pvg {

enum class Feature : uint8_t {
    None,
#define FEATURE(name, what, permission) name,
#include "pvg/base/feature.inc"
#undef FEATURE
};

struct FeatureText {
    const char* name;
    const char* what;
    const char* permission; // what makes a guest use it
};

constexpr FeatureText featureText(Feature feature) {
    constexpr FeatureText kTexts[] = {
        {"", "", ""},
#define FEATURE(name, what, permission) {#name, what, permission},
#include "pvg/base/feature.inc"
#undef FEATURE
    };
    return kTexts[uint8_t(feature)];
}

} // namespace pvg
