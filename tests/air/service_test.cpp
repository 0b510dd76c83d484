// The service with its cache, and what it says about work that is not done.
#include <doctest/doctest.h>

#include "shaders/air/container_writer.h"
#include "shaders/air/worker_service.h"
#include "tests/air/nursery.h"
#include "tests/support/temporary_folder.h"

using namespace std::chrono_literals;

namespace {

constexpr air::WorkerLimits kShort{.cpu = 300ms, .wall = 1500ms};

air::WorkerService::Options with(Nursery& nursery, const TemporaryFolder& folder) {
    return {.spawn = nursery.spawner(), .capabilities = {}, .workers = 1, .limits = kShort, .cacheFolder = folder.path()};
}

} // namespace

TEST_CASE("a second run takes its shaders from disk and starts no worker") {
    const TemporaryFolder folder;
    std::string text;
    {
        Nursery nursery;
        air::WorkerService service(with(nursery, folder));
        service.request("a", library("ok"));
        const auto outcome = await(service, "a");
        REQUIRE(outcome);
        text = outcome->translation.glsl;
        CHECK(service.figures().translated == 1);
    }
    Nursery nursery;
    air::WorkerService service(with(nursery, folder));
    service.request("a", library("ok"));
    const auto outcome = await(service, "a");
    REQUIRE(outcome);
    CHECK(outcome->translation.glsl == text);
    CHECK(nursery.started() == 0);
    CHECK(service.figures().cached == 1);
    CHECK(service.figures().translated == 0);
}

TEST_CASE("a run on another GPU does not take them") {
    const TemporaryFolder folder;
    Nursery nursery;
    for (const uint32_t units : {8U, 9U}) {
        auto options = with(nursery, folder);
        options.capabilities.maxImageUnits = units;
        air::WorkerService service(options);
        service.request("a", library("ok"));
        const auto outcome = await(service, "a");
        REQUIRE(outcome);
        CHECK(outcome->translation.glsl == "// ok  " + std::to_string(units));
    }
}

TEST_CASE("what became of a worker is not kept between runs") {
    const TemporaryFolder folder;
    for (int run = 0; run < 2; ++run) {
        Nursery nursery;
        air::WorkerService service(with(nursery, folder));
        for (const char* order : {"crash", "spin"}) {
            service.request(order, library(order));
            const auto outcome = await(service, order);
            REQUIRE(outcome);
            CHECK(isDeclined(*outcome, std::string(order) == "crash" ? air::kReasonCrashed : air::kReasonTimeout));
        }
        CHECK(nursery.started() == 2);
        CHECK(service.figures().workerDeaths == 2);
        CHECK(service.figures().longestMs >= 300);
    }
}

TEST_CASE("a cache folder that cannot be had is no obstacle") {
    Nursery nursery;
    air::WorkerService service({.spawn = nursery.spawner(), .capabilities = {}, .workers = 1, .limits = kShort, .cacheFolder = "/dev/null/x"});
    service.request("a", library("ok"));
    const auto outcome = await(service, "a");
    REQUIRE(outcome);
    CHECK(outcome->verdict == air::Verdict::Ok);
}

TEST_CASE("what is compiling has a name and an age; the rest waits behind it") {
    Nursery nursery;
    air::WorkerService service({.spawn = nursery.spawner(), .capabilities = {}, .workers = 1, .limits = {.cpu = 10s, .wall = 20s}, .cacheFolder = {}});
    CHECK(service.pending(8).empty());
    service.request("a", library("sleep"));
    service.request("b", library("ok"));
    service.request("c", library("ok"));
    std::this_thread::sleep_for(50ms);
    const auto pending = service.pending(2);
    REQUIRE(pending.size() == 2);
    CHECK(pending[0].name == "module of 5 bytes");
    CHECK(pending[0].isRunning);
    CHECK(pending[0].seconds >= 0.04);
    CHECK(pending[0].seconds < 10);
    CHECK_FALSE(pending[1].isRunning);
    CHECK(service.figures().pending == 3);
}

TEST_CASE("a reason that quotes a hostile name is printable and short") {
    air::OutcomeParts parts = air::toParts({air::Verdict::Failed, "no function '\x1b]0;x\x07\n" + std::string(100000, 'y') + "'", {}});
    const auto outcome = air::outcomeFromParts(std::move(parts));
    REQUIRE(outcome);
    CHECK(outcome->reason.starts_with("no function '?]0;x??yyy"));
    CHECK(outcome->reason.size() == 400);
}

TEST_CASE("a function's title is its stage and name, printable and short") {
    const auto bitcode = library("BC\xc0\xde");
    const air::PackedFunction function{
        .name = "blur\x1b[2J" + std::string(200, 'x'), .kind = air::FunctionKind::Fragment, .bitcode = *bitcode};
    const auto packed = air::packContainer(std::span(&function, 1));
    REQUIRE(packed);
    const std::string title = air::titleOf(*packed);
    CHECK(title.starts_with("fragment blur?[2Jxxx"));
    CHECK(title.size() == 64);
    CHECK(air::titleOf(*library("nonsense")) == "module of 8 bytes");
    CHECK(air::titleOf({}) == "module of 0 bytes");
}
