// A driver that resets, hangs, has no memory or refuses a program: nothing crashes, nothing waits for ever, and each failure has its name.
#include <chrono>

#include "drawing.h"

using namespace gltest;
using Kind = pvg::GpuFault::Kind;

namespace {

gl::BackendOptions with(Kind kind, uint64_t at) {
    gl::BackendOptions options;
    options.faults = {{kind, at}};
    return options;
}

constexpr uint64_t kSeconds = 1'000'000'000;

// A little of everything that needs memory of OpenGL; how many operations said that they failed.
int work(Fixture& f) {
    int failures = 0;
    const auto told = [&](const auto& done) {
        failures += !done.ok();
        return done.ok();
    };
    const auto nothing = [](std::span<const std::byte>) {};
    const auto buffer = f.backend().createBuffer(1 << 20);
    if (told(buffer)) {
        told(f.backend().copyBuffer(*buffer, 0, *buffer, 64, 200'000)); // overlaps: by way of another buffer
        told(f.backend().readBuffer(*buffer, 0, 100'000, nothing));
    }
    const auto texture = f.backend().createTexture(body2d(70, 64, 64));
    if (told(texture)) {
        const Bytes bytes(64 * 64 * 4);
        const std::span<const std::byte> run(bytes);
        told(f.backend().writeTexture(*texture, region2d(64, 64), {256, 256 * 64}, {&run, 1}));
        told(f.backend().present(pvg::DisplayPort{0}, *texture, 64, 64));
    }
    CHECK(f.backend().wait(f.backend().submit(), 20 * kSeconds));
    if (buffer.ok()) f.backend().destroyBuffer(*buffer);
    if (texture.ok()) f.backend().destroyTexture(*texture);
    return failures;
}

} // namespace

TEST_CASE("after a reset nothing completes and no bytes are handed over") {
    Fixture f(with(Kind::ContextReset, 2));
    const auto buffer = f.bufferOf<uint32_t>({1, 2});
    int reads = 0;
    const auto count = [&](std::span<const std::byte>) { ++reads; };
    REQUIRE(f.backend().readBuffer(buffer, 0, 4, count).ok());
    const auto before = f.backend().submit();
    REQUIRE(f.backend().wait(before, 20 * kSeconds));
    CHECK(f.backend().loss() == pvg::GpuLoss::None);
    CHECK(reads == 1);
    REQUIRE(f.backend().readBuffer(buffer, 0, 4, count).ok());
    const auto lost = f.backend().submit();
    CHECK(f.backend().loss() == pvg::GpuLoss::Reset);
    CHECK_FALSE(f.backend().wait(lost, 20 * kSeconds));
    CHECK(f.backend().poll() == before);
    CHECK(reads == 1);
}

TEST_CASE("a fence that is never signalled is a hang after its time, for whoever waits or asks") {
    using Clock = std::chrono::steady_clock;
    for (const bool isWaited : {true, false}) {
        CAPTURE(isWaited);
        Fixture f(with(Kind::FenceTimeout, 1));
        const auto start = Clock::now();
        const auto token = f.backend().submit();
        CHECK_FALSE(f.backend().wait(token, 0));
        CHECK(f.backend().loss() == pvg::GpuLoss::None);
        if (isWaited) CHECK_FALSE(f.backend().wait(token, 20 * kSeconds));
        while (!isWaited && f.backend().loss() == pvg::GpuLoss::None && Clock::now() - start < std::chrono::seconds(20)) f.backend().poll();
        CHECK(f.backend().poll() == 0);
        CHECK(f.backend().loss() == pvg::GpuLoss::Hang);
        CHECK(Clock::now() - start >= std::chrono::milliseconds(1000));
        CHECK(Clock::now() - start < std::chrono::seconds(10));
    }
}

TEST_CASE("buffers and textures without memory are refused by name, and the next one is not") {
    {
        Fixture f(with(Kind::OutOfMemory, 1));
        const auto refused = f.backend().createBuffer(4096);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == pvg::Code::NoMemory);
        CHECK(f.backend().createBuffer(4096).ok());
    }
    Fixture f(with(Kind::OutOfMemory, 1));
    const auto refused = f.backend().createTexture(body2d(70, 16, 16));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().reason == pvg::DeclineReason::HostFailure);
    CHECK(f.backend().createTexture(body2d(70, 16, 16)).ok());
}

TEST_CASE("whichever piece of memory is missing, somebody says so, and the next round has all of it") {
    for (uint64_t at = 1; at <= 5; ++at) {
        CAPTURE(at);
        Fixture f(with(Kind::OutOfMemory, at));
        f.mayReportMistakes = true; // work goes on with an object that has no storage
        CHECK(work(f) > 0);
        CHECK(work(f) == 0);
    }
}

TEST_CASE("a program that does not link is a pipeline's failure, with what the driver says") {
    Fixture f(with(Kind::LinkFailure, 1));
    const auto refused = f.backend().createRenderPipeline(request(f, {80}));
    CHECK(f.backend().renderPipelineState(refused) == pvg::PipelineState::Failed);
    CHECK(f.backend().renderPipelineFailure(refused).reason == pvg::DeclineReason::LinkFailed);
    CHECK_FALSE(f.backend().renderPipelineFailure(refused).text.empty());
    pipeline(f, request(f, {70}));
}
