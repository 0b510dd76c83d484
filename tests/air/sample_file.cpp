#include "sample_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>

namespace airtest {

using Type = SampleValue::Type;
using What = SampleCheck::What;

namespace {

constexpr std::array<std::string_view, 7> kTypes = {"f32", "f16", "bf16", "i8", "i16", "i32", "i64"};

uint16_t toHalf(double number) {
    if (std::isnan(number)) return 0x7e00;
    const uint16_t sign = std::signbit(number) ? 0x8000 : 0;
    const double magnitude = std::fabs(number);
    if (magnitude == 0.0) return sign;
    if (magnitude >= 65520.0) return sign | 0x7c00;
    int exponent = std::max(std::ilogb(magnitude), -14);
    const auto mantissa = int(std::nearbyint(std::ldexp(magnitude, 10 - exponent))); // 1024..2048, below for denormals
    if (mantissa < 1024) return uint16_t(sign | mantissa);
    return uint16_t(sign | ((exponent + 15) * 1024 + mantissa - 1024));
}

double fromHalf(uint16_t bits) {
    const int exponent = bits >> 10 & 31, mantissa = bits & 1023;
    const double sign = bits & 0x8000 ? -1.0 : 1.0;
    if (exponent == 31) return mantissa ? std::nan("") : sign * INFINITY;
    return sign * (exponent ? std::ldexp(1024 + mantissa, exponent - 25) : std::ldexp(mantissa, -24));
}

uint64_t bitsOf(const SampleValue& v) {
    switch (v.type) {
    case Type::F32:
        return std::bit_cast<uint32_t>(float(v.number));
    case Type::F16:
        return toHalf(v.number);
    case Type::Bf16:
        return std::bit_cast<uint32_t>(float(v.number)) >> 16;
    default:
        return uint64_t(v.integer);
    }
}

double numberOf(Type type, uint64_t bits) {
    if (type == Type::F16) return fromHalf(uint16_t(bits));
    return std::bit_cast<float>(uint32_t(type == Type::Bf16 ? bits << 16 : bits));
}

bool isSame(const SampleValue& v, uint64_t found, double tolerance) {
    const uint64_t mask = v.bytes() == 8 ? ~0ULL : (1ULL << v.bytes() * 8) - 1;
    if (((bitsOf(v) ^ found) & mask) == 0) return true;
    if (!v.isFloat()) return false;
    const double wanted = numberOf(v.type, bitsOf(v)), number = numberOf(v.type, found);
    if (std::isnan(wanted) || std::isnan(number)) return std::isnan(wanted) && std::isnan(number);
    return std::fabs(wanted - number) <= tolerance * std::max(1.0, std::fabs(wanted));
}

std::string shown(const SampleValue& v, uint64_t bits) {
    return v.isFloat() ? fmt::format("{} {}", kTypes[size_t(v.type)], numberOf(v.type, bits))
                       : fmt::format("{} {:#x}", kTypes[size_t(v.type)], bits);
}

bool parseValues(std::istream& in, SampleValues& values) {
    Type type = Type::I32;
    size_t offset = 0;
    for (std::string token; in >> token;) {
        if (token[0] == '@') {
            offset = std::strtoul(token.c_str() + 1, nullptr, 0);
            continue;
        }
        const auto known = std::find(kTypes.begin(), kTypes.end(), token);
        if (known != kTypes.end()) {
            type = Type(known - kTypes.begin());
            continue;
        }
        SampleValue v{type, token == "*", offset, 0.0, 0};
        char* end = token.data() + token.size();
        if (!v.isIgnored && v.isFloat()) v.number = std::strtod(token.c_str(), &end);
        if (!v.isIgnored && !v.isFloat())
            v.integer = token[0] == '-' ? std::strtoll(token.c_str(), &end, 0) : int64_t(std::strtoull(token.c_str(), &end, 0));
        if (!v.isIgnored && *end) return false;
        offset += v.bytes();
        values.push_back(v);
    }
    return !values.empty();
}

// "; word numbers...: values"; false when it is a directive with a mistake in it.
class Directives {
public:
    explicit Directives(Sample& sample) : m_sample(sample) {}

    bool read(const std::string& line) {
        if (line.starts_with("; decline ")) {
            m_sample.declined = line.substr(10);
            return true;
        }
        const size_t colon = line.find(':');
        std::istringstream head(line.substr(2, colon == std::string::npos ? 0 : colon - 2));
        std::string word;
        head >> word;
        if (colon == std::string::npos || !isKnown(word)) return true; // prose
        std::istringstream tail(line.substr(colon + 1));
        return readKnown({word, line}, head, tail);
    }

private:
    struct Line {
        std::string word, whole;
    };

    static bool isKnown(const std::string& word) {
        static const std::array<std::string_view, 12> kWords = {"buffer", "constant", "expect", "threads", "threadgroup", "texel",
                                                                "pixel",  "depth",    "stencil", "vertex", "draw",       "tolerance"};
        return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
    }

    bool readKnown(const Line& line, std::istream& head, std::istream& tail) {
        unsigned index = 0;
        if (line.word == "tolerance") return bool(tail >> m_sample.tolerance);
        if (line.word == "draw") return bool(tail >> m_sample.draw[0] >> m_sample.draw[1]);
        if (line.word == "threads") {
            for (unsigned n = 0, value = 0; n < 3 && tail >> value; ++n) m_sample.threads[n] = value;
            return true;
        }
        if (line.word == "threadgroup") return head >> index && tail >> m_sample.threadgroupBytes[index];
        if (line.word == "constant") return head >> index && parseValues(tail, m_sample.constants[index]);
        if (line.word == "buffer") {
            const std::string handle = handleName(head);
            if (!handle.empty()) return parseValues(tail, m_sample.handleBuffers[handle]);
            return head >> index && parseValues(tail, m_sample.buffers[index]);
        }
        return readCheck(line, head, tail);
    }

    // "a0_o8", where a number may stand.
    static std::string handleName(std::istream& head) {
        std::string name;
        if ((head >> std::ws).peek() == 'a') head >> name;
        return name;
    }

    bool readCheck(const Line& line, std::istream& head, std::istream& tail) {
        SampleCheck check;
        check.line = line.whole;
        const std::map<std::string, What> kinds = {{"expect", What::Buffer}, {"texel", What::Texel},     {"pixel", What::Pixel},
                                                   {"depth", What::Depth},   {"stencil", What::Stencil}, {"vertex", What::Vertex}};
        check.what = kinds.at(line.word);
        if (check.what == What::Vertex)
            head >> check.at[0] >> check.name;
        else {
            check.name = handleName(head);
            for (unsigned n = check.name.empty() ? 0 : 1; n < 5 && head >> check.at[n];) ++n;
        }
        const bool isRight = parseValues(tail, check.values);
        m_sample.checks.push_back(std::move(check));
        return isRight;
    }

    Sample& m_sample;
};

} // namespace

unsigned SampleValue::bytes() const {
    constexpr std::array<unsigned, 7> kBytes = {4, 2, 2, 1, 2, 4, 8};
    return kBytes[size_t(type)];
}

std::vector<uint8_t> toBytes(const SampleValues& values) {
    std::vector<uint8_t> bytes;
    for (const SampleValue& v : values) {
        bytes.resize(std::max(bytes.size(), v.offset + v.bytes()));
        for (unsigned b = 0; b < v.bytes(); ++b) bytes[v.offset + b] = uint8_t(bitsOf(v) >> 8 * b);
    }
    return bytes;
}

std::string difference(const SampleValues& values, const std::vector<uint8_t>& bytes, double tolerance) {
    for (const SampleValue& v : values) {
        if (v.offset + v.bytes() > bytes.size()) return fmt::format("offset {} lies beyond the {} bytes there are", v.offset, bytes.size());
        uint64_t found = 0;
        std::memcpy(&found, bytes.data() + v.offset, v.bytes());
        if (!v.isIgnored && !isSame(v, found, tolerance))
            return fmt::format("at {} is {}, expected {}", v.offset, shown(v, found), shown(v, bitsOf(v)));
    }
    return {};
}

Sample readSample(const std::filesystem::path& path) {
    Sample sample;
    sample.name = path.stem().string();
    std::ifstream file(path, std::ios::binary);
    sample.text.assign(std::istreambuf_iterator<char>(file), {});
    Directives directives(sample);
    std::istringstream lines(sample.text);
    for (std::string line; std::getline(lines, line) && line.starts_with(";");)
        if (!directives.read(line)) sample.problem = "not understood: " + line;
    return sample;
}

std::vector<Sample> readSamples(const std::filesystem::path& folder) {
    std::vector<Sample> samples;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".ll") samples.push_back(readSample(entry.path()));
    std::sort(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
    return samples;
}

} // namespace airtest
