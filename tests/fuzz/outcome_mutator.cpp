// Mutates the JSON of outcomes as JSON: half of the time the plain byte mutator, else fields with other values, of other types, missing,
// double or foreign, in a text that parses. Starts again from a whole outcome now and then, so that no seed has to keep up with the list of
// fields.
#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <random>
#include <string_view>

#include "shaders/air/json.h"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t maxSize);
// What stands in front of the JSON, from the target.
extern const std::string_view kOutcomePrefix;

namespace {

using Json = nlohmann::json;
using Random = std::minstd_rand;

size_t below(Random& random, size_t limit) { return random() % limit; }

Json wholeOutcome() {
    air::Outcome outcome{air::Verdict::Ok, "reason", {}};
    air::Reflection& r = outcome.translation.reflection;
    r.functionName = "f";
    r.buffers.resize(2);
    r.textures.resize(1);
    r.constexprSamplers.resize(1);
    r.vertexInputs.resize(1);
    r.outputs.resize(1);
    r.inputs.resize(1);
    r.colors.resize(1);
    r.fetches.resize(1);
    r.threadgroupArguments.resize(1);
    r.extensions = {"GL_ARB_gpu_shader_int64"};
    r.notes = {"note"};
    return Json::parse(air::toParts(outcome).header);
}

void collect(Json& value, std::vector<Json*>& all) {
    all.push_back(&value);
    if (value.is_structured())
        for (Json& inner : value) collect(inner, all);
}

Json oddValue(Random& random) {
    static const Json kValues[] = {0,
                                   1,
                                   2,
                                   3,
                                   255,
                                   256,
                                   65535,
                                   4294967295U,
                                   4294967296U,
                                   -1,
                                   1.5,
                                   -0.0,
                                   1e300,
                                   1e-300,
                                   true,
                                   false,
                                   nullptr,
                                   Json::array(),
                                   Json::object(),
                                   "",
                                   "GL_x",
                                   "\u001b[31m\n",
                                   std::string(500, 'x'),
                                   UINT64_MAX};
    return kValues[below(random, std::size(kValues))];
}

void damage(Json& root, Random& random) {
    std::vector<Json*> all;
    collect(root, all);
    Json& value = *all[below(random, all.size())];
    const Json other = *all[below(random, all.size())];
    switch (below(random, 6)) {
    case 0:
        if (value.is_structured() && !value.empty()) value.erase(std::next(value.begin(), ptrdiff_t(below(random, value.size()))));
        break;
    case 1:
        if (value.is_array()) value.push_back(value.empty() ? other : value.front());
        break;
    case 2:
        if (value.is_object()) value[below(random, 2) ? "notes" : "unknown"] = other;
        break;
    case 3:
        value = other;
        break;
    default:
        value = oddValue(random);
        break;
    }
}

} // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t maxSize, unsigned seed) {
    Random random(seed);
    if (below(random, 2) == 0) return LLVMFuzzerMutate(data, size, maxSize);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Json root = text.starts_with(kOutcomePrefix) ? Json::parse(text.substr(kOutcomePrefix.size()), nullptr, false) : Json();
    if (!root.is_structured() || below(random, 16) == 0) root = wholeOutcome();
    for (size_t n = 1 + below(random, 3); n > 0; --n) damage(root, random);
    const std::string out = std::string(kOutcomePrefix) + root.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (out.size() > maxSize) return LLVMFuzzerMutate(data, size, maxSize);
    std::memcpy(data, out.data(), out.size());
    return out.size();
}
