// golden_compare reference SCENE FRAME PICTURE.png   against the independent reference
// golden_compare exact STORED.png PICTURE.png        byte for byte
// golden_compare features FOLDER TOPIC STORED stored|unstored|update   every feature scene of a topic: FOLDER/TOPIC.NAME.ppm against its
//     reference and, if so asked, exactly against STORED/TOPIC/NAME.png, which `update` writes
// Exit 0: the same within the tolerance; 1: not, with a sentence that says where.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "tests/golden/reference/features/features.h"
#include "tests/golden/reference/scenes.h"

namespace {

using namespace golden;

int fail(const std::string& sentence) {
    std::fprintf(stderr, "golden_compare: %s\n", sentence.c_str());
    return 1;
}

std::string text(const Rgb& p) { return std::to_string(p[0]) + "," + std::to_string(p[1]) + "," + std::to_string(p[2]); }

int differenceAt(const Rgb& a, const Rgb& b) {
    int largest = 0;
    for (size_t i = 0; i < 3; ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

// `tolerance` empty: none. Silent when it is the same.
int compareQuietly(const Image& want, const Image& got, const std::vector<int>& tolerance) {
    if (want.width != got.width || want.height != got.height)
        return fail("the picture has " + std::to_string(got.width) + "x" + std::to_string(got.height) + " pixels, expected " +
                    std::to_string(want.width) + "x" + std::to_string(want.height));
    size_t wrong = 0, first = 0;
    int largest = 0;
    for (size_t i = 0; i < want.pixels.size(); ++i) {
        const int difference = differenceAt(want.pixels[i], got.pixels[i]);
        largest = std::max(largest, difference);
        if (difference <= (tolerance.empty() ? 0 : tolerance[i])) continue;
        if (wrong++ == 0) first = i;
    }
    if (wrong == 0) return 0;
    const auto width = static_cast<size_t>(want.width);
    return fail(std::to_string(wrong) + " of " + std::to_string(want.pixels.size()) + " pixels differ too much, at most by " +
                std::to_string(largest) + "; the first at " + std::to_string(first % width) + "," + std::to_string(first / width) + " is " +
                text(got.pixels[first]) + ", expected " + text(want.pixels[first]));
}

int compare(const Image& want, const Image& got, const std::vector<int>& tolerance) {
    const int result = compareQuietly(want, got, tolerance);
    if (result == 0) std::puts("the same");
    return result;
}

// How a topic's pictures are compared with the stored ones.
enum class Stored { Ignore, Compare, Update };

struct Folders {
    std::string pictures, stored;
};

bool wrong(const std::string& sentence) {
    fail(sentence);
    return false;
}

bool isFeatureRight(const FeatureReference& feature, const Folders& folders, Stored how) {
    const std::string topic(feature.topic), name(feature.name);
    std::string error;
    const auto got = readPpm(folders.pictures + "/" + topic + "." + name + ".ppm", error);
    if (!got) return wrong(error);
    const Reference reference = feature.make();
    const bool isRight =
        compareQuietly(reference.image, *got, reference.tolerance) == 0 || wrong("^ " + topic + "/" + name + " against its reference");
    const std::string path = folders.stored + "/" + topic + "/" + name + ".png";
    if (how == Stored::Update) {
        std::filesystem::create_directories(folders.stored + "/" + topic);
        return writePng(path, *got) && isRight;
    }
    if (how == Stored::Ignore) return isRight;
    const auto stored = readPng(path, error);
    if (!stored) return wrong(error);
    if (compareQuietly(*stored, *got, {}) == 0) return isRight;
    return wrong("^ " + topic + "/" + name + " against its stored picture");
}

int compareFeatures(const std::string& topic, const Folders& folders, Stored how) {
    size_t count = 0, right = 0;
    for (const FeatureReference& feature : featureReferences()) {
        if (feature.topic != topic) continue;
        ++count;
        right += isFeatureRight(feature, folders, how);
    }
    std::printf("%s: %zu of %zu scenes are right\n", topic.c_str(), right, count);
    return count > 0 && right == count ? 0 : 1;
}

std::optional<Stored> storedOf(const std::string& word) {
    if (word == "stored") return Stored::Compare;
    if (word == "unstored") return Stored::Ignore;
    if (word == "update") return Stored::Update;
    return std::nullopt;
}

int againstReference(const std::string& scene, int frame, const Image& got) {
    if (scene == "desktop" || scene == "cube" || scene == "gears") {
        const std::vector<std::string> faults = scene == "desktop" ? checkDesktop(got, frame) : checkLit(scene, got);
        for (const std::string& f : faults) std::fprintf(stderr, "golden_compare: %s\n", f.c_str());
        if (faults.empty()) std::printf("the points are right\n");
        return faults.empty() ? 0 : 1;
    }
    const auto reference = makeReference({scene, frame, got.width, got.height});
    if (!reference) return fail("there is no reference for a scene " + scene);
    return compare(reference->image, got, reference->tolerance);
}

} // namespace

int main(int argc, char** argv) {
    std::string error;
    if (argc == 5 && std::strcmp(argv[1], "reference") == 0) {
        const auto got = readPng(argv[4], error);
        return got ? againstReference(argv[2], std::atoi(argv[3]), *got) : fail(error);
    }
    if (argc == 4 && std::strcmp(argv[1], "exact") == 0) {
        const auto want = readPng(argv[2], error);
        const auto got = readPng(argv[3], error);
        return want && got ? compare(*want, *got, {}) : fail(error);
    }
    if (argc == 6 && std::strcmp(argv[1], "features") == 0)
        if (const auto how = storedOf(argv[5])) return compareFeatures(argv[3], {argv[2], argv[4]}, *how);
    std::fprintf(stderr, "usage: golden_compare reference SCENE FRAME PICTURE.png | exact STORED.png PICTURE.png | features FOLDER TOPIC "
                         "STORED stored|unstored|update\n");
    return 2;
}
