#include "draw.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <random>

#include "inputs.h"
#include "scheduler.h"

namespace aircpu {

namespace {

uint32_t bitsOfFloat(float value) { return std::bit_cast<uint32_t>(value); }

// air.md 3, built-in names; nothing: the harness cannot give it. One sample a pixel, one layer, front faces only.
std::optional<Lanes> builtin(Stage stage, const std::string& token, uint32_t thread) {
    const auto is = [&](const char* name) { return token == std::string("air.") + name; };
    if (is("amplification_id") || is("render_target_array_index") || is("viewport_array_index")) return Lanes{};
    if (is("amplification_count")) return Lanes{1};
    if (stage == Stage::Vertex) {
        if (is("vertex_id")) return Lanes{thread % kVertices};
        if (is("instance_id")) return Lanes{thread / kVertices};
        if (is("base_vertex") || is("base_instance")) return Lanes{};
        return std::nullopt;
    }
    const auto x = float(thread / 4 * 2 + thread % 2), y = float(thread / 2 % 2);
    if (is("position")) return Lanes{bitsOfFloat(x + 0.5F), bitsOfFloat(y + 0.5F), bitsOfFloat(kDrawDepth), bitsOfFloat(1.0F)};
    if (is("front_facing") || is("sample_mask_in") || is("sample_mask")) return Lanes{1};
    if (is("primitive_id") || is("sample_id")) return Lanes{};
    return std::nullopt;
}

bool isKnownResult(Stage stage, const ResultPart& part) {
    const auto is = [&](const char* name) { return part.token == std::string("air.") + name; };
    if (stage == Stage::Fragment) return (is("render_target") && part.index == 0) || is("depth");
    return is("position") || is("vertex_output") || is("point_size") || is("clip_distance") || is("render_target_array_index") ||
           is("viewport_array_index");
}

// Multiples of 1/64 from -2 to 2, which are halfs too; small integers.
Lanes randomLanes(const Shape& shape, std::mt19937_64& random) {
    Lanes lanes{};
    for (uint32_t& lane : lanes)
        lane = isFloat(shape.element) ? bitsOfFloat(float(int(random() % 257) - 128) / 64) : uint32_t(random() % 24);
    return lanes;
}

bool hasValues(const Argument& a) {
    using Kind = Argument::Kind;
    return a.kind == Kind::Attribute || a.kind == Kind::Varying || a.kind == Kind::Fetch || a.kind == Kind::Builtin;
}

// Instances share a vertex's attributes, the pixels of a quad its varyings.
uint32_t sharerOf(const Argument& a, uint32_t thread) {
    if (a.kind == Argument::Kind::Fetch) return thread;
    return a.kind == Argument::Kind::Attribute ? thread % kVertices : thread / 4;
}

std::vector<Lanes> randomValues(const Program& program, const Argument& a, std::mt19937_64& random) {
    std::vector<Lanes> values;
    std::vector<Lanes> distinct(drawThreads(program.stage));
    for (Lanes& lanes : distinct) lanes = randomLanes(a.shape, random);
    for (uint32_t thread = 0; thread < drawThreads(program.stage); ++thread)
        values.push_back(a.kind == Argument::Kind::Builtin ? builtin(program.stage, a.token, thread).value_or(Lanes{})
                                                           : distinct[sharerOf(a, thread)]);
    return values;
}

// One thread's arguments and the place of its results.
class Frame {
public:
    Frame(const Program& program, const DrawInputs& inputs, uint32_t thread) : m_results(program.results.size() * kResultBytes) {
        for (size_t i = 0; i < program.arguments.size(); ++i) {
            m_values.emplace_back(std::max<size_t>(bytesOf(program.arguments[i].shape), kResultBytes));
            fill(program.arguments[i], inputs.values[i].empty() ? Lanes{} : inputs.values[i][thread], m_values.back().data());
        }
    }
    std::vector<void*> pointers() {
        std::vector<void*> list;
        for (auto& value : m_values) list.push_back(value.data());
        list.push_back(m_results.data());
        return list;
    }
    const char* result(size_t index) const { return m_results.data() + index * kResultBytes; }

private:
    static void fill(const Argument& a, const Lanes& lanes, char* to) {
        using Kind = Argument::Kind;
        const uint64_t number = a.kind == Kind::Buffer    ? Memory::addressOf(a.location)
                                : a.kind == Kind::Texture ? kFirstTextureHandle + a.location
                                : a.kind == Kind::Sampler ? kFirstSamplerHandle + a.location
                                                          : 0;
        if (number) std::memcpy(to, &number, sizeof number);
        if (!hasValues(a)) return;
        for (uint32_t lane = 0; lane < std::min(a.shape.lanes, 4U); ++lane) {
            if (isFloat(a.shape.element))
                writeFloat(a.shape.element, to, lane, double(std::bit_cast<float>(lanes[lane])));
            else
                writeBits(a.shape.element, to, lane, lanes[lane]);
        }
    }

    std::vector<std::vector<char>> m_values;
    std::vector<char> m_results;
};

// Depth is cut to what a depth buffer holds.
void takeResult(const ResultPart& part, const char* from, std::byte* to) {
    std::memcpy(to, from, resultStride(part));
    if (part.token == "air.depth") writeFloat(part.shape.element, to, 0, std::clamp(readFloat(part.shape.element, from, 0), 0.0, 1.0));
}

void collect(const Program& program, const std::vector<Frame>& frames, const Run& run, Execution& execution) {
    for (size_t i = 0; i < program.results.size(); ++i) {
        const ResultPart& part = program.results[i];
        const size_t stride = resultStride(part);
        Bytes& bytes = execution.buffers[kFirstResult + uint32_t(i)];
        auto& written = execution.written[kFirstResult + uint32_t(i)];
        bytes.resize(stride * frames.size());
        written.resize(bytes.size(), Element::None);
        for (size_t thread = 0; thread < frames.size(); ++thread) {
            if (run.discarded[thread]) continue;
            takeResult(part, frames[thread].result(i), bytes.data() + thread * stride);
            std::fill_n(written.begin() + std::ptrdiff_t(thread * stride), stride, part.shape.element);
        }
    }
}

} // namespace

std::string undrawable(const Program& program) {
    for (const Argument& a : program.arguments) {
        if (a.kind == Argument::Kind::Builtin && !builtin(program.stage, a.token, 0)) return "argument " + a.token;
        if (a.kind == Argument::Kind::Threadgroup) return "argument in threadgroup memory";
    }
    for (const ResultPart& part : program.results)
        if (!isKnownResult(program.stage, part)) return "result " + part.token + (part.index ? " of a second source" : "");
    return {};
}

DrawInputs randomDraw(const Program& program, uint64_t seed) {
    DrawInputs inputs;
    inputs.memory = randomInputs(program, {{drawThreads(program.stage), 1, 1}, {1, 1, 1}}, seed);
    std::mt19937_64 random(seed ^ 0x9e3779b97f4a7c15U);
    for (const Argument& a : program.arguments)
        inputs.values.push_back(hasValues(a) ? randomValues(program, a, random) : std::vector<Lanes>());
    return inputs;
}

Execution executeDraw(const Program& program, const DrawInputs& inputs, uint64_t seed) {
    Execution result;
    Run run;
    beginRun(run, inputs.memory, seed, result);
    run.discarded.assign(drawThreads(program.stage), false);
    const RunScope scope(run);
    std::vector<Frame> frames;
    for (uint32_t thread = 0; thread < drawThreads(program.stage); ++thread) frames.emplace_back(program, inputs, thread);
    std::vector<std::vector<void*>> pointers;
    for (Frame& frame : frames) pointers.push_back(frame.pointers());
    Scheduler scheduler(program);
    result.isFinished = scheduler.runGroup(run, pointers);
    endRun(run, result);
    collect(program, frames, run, result);
    return result;
}

} // namespace aircpu
