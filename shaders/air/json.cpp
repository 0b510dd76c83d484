#include "shaders/air/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <concepts>
#include <limits>
#include <nlohmann/json.hpp>

#include "shaders/air/json_fields.h"

namespace air {

namespace {

using Json = nlohmann::json;

constexpr size_t kMaxListLength = 4096; // far above any argument table; keeps a hostile text from growing on the way in

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

class Writer {
public:
    template <class T>
    void operator()(const char* key, const T& value) {
        m_object[key] = toValue(value);
    }
    template <class E>
    void operator()(const char* key, const E& value, E /*last*/) {
        m_object[key] = unsigned(value);
    }
    Json take() { return std::move(m_object); }

private:
    template <class T>
    static Json toValue(const T& value) {
        if constexpr (std::same_as<T, float>)
            return finite(value);
        else if constexpr (std::is_arithmetic_v<T> || std::same_as<T, std::string>)
            return value;
        else if constexpr (IsVector<T>::value)
            return toList(value);
        else {
            Writer writer;
            visitFields(writer, value);
            return writer.take();
        }
    }
    template <class T>
    static Json toList(const std::vector<T>& values) {
        Json list = Json::array();
        for (const T& value : values) list.push_back(toValue(value));
        return list;
    }
    // JSON has no infinities; a sampler word's half may hold one.
    static double finite(float v) { return std::isnan(v) ? 0.0 : double(std::clamp(v, -FLT_MAX, FLT_MAX)); }

    Json m_object = Json::object();
};

// Reads an object's fields; the first problem is kept as a sentence, everything after it is skipped.
class Reader {
public:
    Reader(const Json& object, std::string& problem) : m_object(object), m_problem(problem) {
        if (!object.is_object()) fail("an object is missing");
    }

    template <class T>
    void operator()(const char* key, T& value) {
        if (const Json* found = find(key)) fromValue(key, *found, value);
    }
    template <class E>
    void operator()(const char* key, E& value, E last) {
        using Number = typename std::conditional_t<std::is_enum_v<E>, std::underlying_type<E>, std::type_identity<E>>::type;
        Number number{};
        (*this)(key, number);
        if (number > Number(last))
            fail(fmt::format("field '{}' has the value {}, which is not one of its own", key, number));
        else
            value = E(number);
    }
    void finish() {
        if (m_problem.empty() && m_object.size() != m_known) fail(fmt::format("{} fields, expected {}", m_object.size(), m_known));
    }

private:
    const Json* find(const char* key) {
        ++m_known;
        if (!m_problem.empty()) return nullptr;
        const auto at = m_object.find(key);
        if (at != m_object.end()) return &*at;
        fail(fmt::format("field '{}' is missing", key));
        return nullptr;
    }
    void fail(std::string text) {
        if (m_problem.empty()) m_problem = std::move(text);
    }
    void wrongType(const char* key, const Json& value) { fail(fmt::format("field '{}' must not be a {}", key, value.type_name())); }

    void fromValue(const char* key, const Json& value, bool& out) {
        if (value.is_boolean())
            out = value.get<bool>();
        else
            wrongType(key, value);
    }
    void fromValue(const char* key, const Json& value, std::string& out) {
        if (value.is_string())
            out = value.get_ref<const std::string&>();
        else
            wrongType(key, value);
    }
    void fromValue(const char* key, const Json& value, float& out) {
        if (!value.is_number()) return wrongType(key, value);
        const auto number = value.get<double>();
        if (std::abs(number) > double(FLT_MAX)) return fail(fmt::format("field '{}' does not fit a float", key));
        out = float(number);
    }
    template <std::unsigned_integral T>
    void fromValue(const char* key, const Json& value, T& out) {
        if (!value.is_number_unsigned()) return wrongType(key, value);
        const auto number = value.get<uint64_t>();
        if (number > std::numeric_limits<T>::max()) return fail(fmt::format("field '{}' is {}, above its range", key, number));
        out = T(number);
    }
    template <class T>
    void fromValue(const char* key, const Json& value, std::vector<T>& out) {
        if (!value.is_array()) return wrongType(key, value);
        if (value.size() > kMaxListLength) return fail(fmt::format("list '{}' has {} entries", key, value.size()));
        out.resize(value.size());
        for (size_t i = 0; i < out.size(); ++i) fromValue(key, value[i], out[i]);
    }
    template <class T>
        requires std::is_class_v<T>
    void fromValue(const char*, const Json& value, T& out) {
        Reader reader(value, m_problem);
        visitFields(reader, out);
        reader.finish();
    }

    const Json& m_object;
    std::string& m_problem;
    size_t m_known = 0;
};

// Names come from bitcode, so they need not be UTF-8.
template <class T>
std::string serialize(const T& value, int indent = -1) {
    Writer writer;
    visitFields(writer, value);
    return writer.take().dump(indent, ' ', false, Json::error_handler_t::replace);
}

template <class T>
pvg::Result<T> parse(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return pvg::Error{pvg::Code::Protocol, fmt::format("{} bytes that are not JSON", text.size())};
    std::string problem;
    T value;
    Reader reader(json, problem);
    visitFields(reader, value);
    reader.finish();
    if (!problem.empty()) return pvg::Error{pvg::Code::Protocol, std::move(problem)};
    return value;
}

// What a reflection says of handles must hold together: who uses it indexes lists with these numbers.
class HandleCheck {
public:
    explicit HandleCheck(const Reflection& reflection) : m_reflection(reflection) {}

    bool holds() const {
        const auto& handles = m_reflection.handles;
        if (handles.size() > kMaxHandles) return false;
        for (size_t i = 0; i < handles.size(); ++i) {
            const bool isInBuffer = handles[i].holder < kFirstHandleInfo;
            if (!isInBuffer && (handles[i].holder < kFirstHandle || handles[i].holder - kFirstHandle >= i)) return false;
            if (handles[i].offset > kMaxHandleOffset || !isOfKind(handles[i].holder, HandleUse::Kind::Buffer)) return false;
        }
        const auto isAddress = [&](uint32_t index) { return (index < kFirstHandleInfo || index >= kFirstHandle) && isOfKind(index, HandleUse::Kind::Buffer); };
        if (m_reflection.addressed.size() > kFirstHandleInfo + kMaxHandles || !std::ranges::all_of(m_reflection.addressed, isAddress)) return false;
        return std::ranges::all_of(m_reflection.buffers, [&](const BufferUse& use) { return isOfKind(use.metalIndex, HandleUse::Kind::Buffer); }) &&
               std::ranges::all_of(m_reflection.textures, [&](const TextureUse& use) {
                   const bool hasSampler = use.sampler == TextureUse::Sampler::Argument;
                   return isOfKind(use.metalIndex, HandleUse::Kind::Texture) && (!hasSampler || isOfKind(use.samplerIndex, HandleUse::Kind::Sampler));
               });
    }

private:
    bool isOfKind(uint32_t index, HandleUse::Kind kind) const {
        if (index < kFirstHandle) return true;
        return index - kFirstHandle < m_reflection.handles.size() && m_reflection.handles[index - kFirstHandle].kind == kind;
    }

    const Reflection& m_reflection;
};

constexpr size_t kLongestReason = 400;

// Reasons quote names out of the library, and go to terminals and to the HUD.
void makePrintable(std::string& text) {
    text.resize(std::min(text.size(), kLongestReason));
    std::ranges::replace_if(text, [](char c) { return c < ' ' || c > '~'; }, '?');
}

} // namespace

std::string toJson(const Outcome& outcome) { return serialize(outcome); }
pvg::Result<Outcome> outcomeFromJson(const std::string& text) {
    PVG_TRY(Outcome outcome, parse<Outcome>(text));
    if (!HandleCheck(outcome.translation.reflection).holds()) return pvg::Error{pvg::Code::Protocol, "handles that name what is not there"};
    return outcome;
}

OutcomeParts toParts(Outcome outcome) {
    OutcomeParts parts;
    parts.glsl.swap(outcome.translation.glsl);
    parts.header = toJson(outcome);
    return parts;
}

pvg::Result<Outcome> outcomeFromParts(OutcomeParts parts) {
    if (parts.header.size() > kMaxHeaderText) return pvg::Error{pvg::Code::Protocol, fmt::format("{} bytes of JSON", parts.header.size())};
    PVG_TRY(Outcome outcome, outcomeFromJson(parts.header));
    if (!outcome.translation.glsl.empty()) return pvg::Error{pvg::Code::Protocol, "GLSL both in an outcome's header and behind it"};
    outcome.translation.glsl = std::move(parts.glsl);
    makePrintable(outcome.reason);
    return outcome;
}

std::string toJson(const Reflection& reflection) { return serialize(reflection, 2); }

std::string toJson(const JobHeader& job) { return serialize(job); }
pvg::Result<JobHeader> jobFromJson(const std::string& text) { return parse<JobHeader>(text); }

} // namespace air
