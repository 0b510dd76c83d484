#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

std::vector<Feature> features() {
    std::vector<Feature> all;
    const auto add = [&](std::span<const Feature> topic) { all.insert(all.end(), topic.begin(), topic.end()); };
#define TOPIC(topic) add(topic##Features());
#include "pvg/guest/scenes/features/topics.inc"
#undef TOPIC
    return all;
}

std::vector<Feature> featuresOf(std::string_view topic) {
    std::vector<Feature> chosen;
    for (const Feature& f : features())
        if (f.topic == topic) chosen.push_back(f);
    return chosen;
}

} // namespace pvg::guest
