#include <doctest/doctest.h>

#include <algorithm>

#include "pvg/base/fd_socket.h"
#include "pvg/transport/inbox.h"
#include "pvg/transport/version.h"
#include "tests/support/vfio_messages.h"

namespace {

using pvg::transport::Inbox;

// Feeds `bytes` in pieces of at most `step`; false when the inbox refuses.
bool feed(Inbox& inbox, std::span<const std::byte> bytes, size_t step) {
    while (!bytes.empty() && !inbox.complete()) {
        const auto into = inbox.wanted();
        const size_t n = std::min({step, into.size(), bytes.size()});
        std::copy_n(bytes.begin(), n, into.begin());
        bytes = bytes.subspan(n);
        if (!inbox.filled(n, {})) return false;
    }
    return true;
}

std::string textOf(const std::vector<std::byte>& reply) { return reinterpret_cast<const char*>(reply.data() + 4); }

} // namespace

TEST_CASE("a message is the same whatever pieces it arrives in") {
    const auto bytes = test::message(7, test::kRegionWrite, test::accessPayload(0, 0x1000, 4, test::words({1})), test::kNoReply);
    for (size_t step = 1; step <= bytes.size(); ++step) {
        Inbox inbox;
        REQUIRE(feed(inbox, bytes, step));
        REQUIRE(inbox.complete());
        const auto message = inbox.take();
        CHECK(message.header.id == 7);
        CHECK(message.header.flags == test::kNoReply);
        CHECK(message.payload == test::Bytes(bytes.begin() + 16, bytes.end()));
        CHECK(inbox.idle());
    }
}

TEST_CASE("a message cut anywhere is not complete") {
    const auto bytes = test::message(1, test::kVersion, test::versionPayload());
    for (size_t length = 0; length < bytes.size(); ++length) {
        Inbox inbox;
        REQUIRE(feed(inbox, std::span(bytes).first(length), 64));
        CHECK_FALSE(inbox.complete());
        CHECK(inbox.idle() == (length == 0));
    }
}

TEST_CASE("an inbox never asks for bytes behind the message it reads") {
    const auto bytes = test::message(1, test::kRegionRead, test::accessPayload(0, 0, 4));
    Inbox inbox;
    CHECK(inbox.wanted().size() == 16);
    REQUIRE(feed(inbox, std::span(bytes).first(20), 16));
    CHECK(inbox.wanted().size() == 12);
}

TEST_CASE("sizes below a header and above the limit are refused when the header is complete") {
    for (const uint32_t size : {0u, 15u, (1u << 20) + 65u, 0xffffffffu}) {
        auto bytes = test::message(1, test::kReset, {});
        for (int i = 0; i < 4; ++i) bytes[4 + i] = std::byte(size >> (8 * i));
        Inbox inbox;
        CHECK_FALSE(feed(inbox, bytes, 16));
        CHECK_FALSE(inbox.error().empty());
    }
}

TEST_CASE("a header that promises a MiB reserves no MiB") {
    auto bytes = test::message(1, test::kRegionWrite, {});
    bytes[6] = std::byte{0x10};
    Inbox inbox;
    REQUIRE(feed(inbox, bytes, 16));
    CHECK(inbox.wanted().size() <= 64 * 1024);
}

TEST_CASE("more descriptors than a message may carry are refused and closed") {
    Inbox inbox;
    std::vector<pvg::UniqueFd> fds;
    for (int i = 0; i < 17; ++i) fds.emplace_back(::dup(0));
    CHECK_FALSE(inbox.filled(1, std::move(fds)));
}

TEST_CASE("the answer to QEMU's VERSION names our limits and fits into the request") {
    std::string why;
    const auto request = test::versionPayload();
    const auto reply = pvg::transport::negotiateVersion(request, why);
    REQUIRE(reply);
    CHECK(reply->size() <= request.size());
    CHECK(reply->back() == std::byte{0});
    CHECK(textOf(*reply) == R"({"capabilities":{"max_msg_fds":8,"max_data_xfer_size":1048576,"pgsizes":4096,"max_dma_maps":65535}})");
}

TEST_CASE("a short VERSION gets a shorter answer") {
    std::string why;
    const auto reply = pvg::transport::negotiateVersion(test::versionPayload("{}"), why);
    REQUIRE(reply);
    CHECK(textOf(*reply) == "{}");
}

TEST_CASE("keys nobody knows are accepted") {
    std::string why;
    CHECK(pvg::transport::negotiateVersion(test::versionPayload(R"({"capabilities":{"twin_socket":{"supported":true},"x":[1]}})"), why));
}

TEST_CASE("a VERSION that cannot be understood is refused with a sentence") {
    auto noNul = test::versionPayload("{}");
    noNul.back() = std::byte{' '};
    const test::Bytes bad[] = {
        test::versionPayload("{}", 1),
        noNul,
        test::Bytes(4),
        test::Bytes(3),
        test::versionPayload("nonsense"),
        test::versionPayload("[1]"),
        test::versionPayload(R"({"capabilities":7})"),
        test::versionPayload(R"({"capabilities":{"max_msg_fds":-1}})"),
        test::versionPayload(R"({"capabilities":{"pgsizes":"4096"}})"),
        test::versionPayload(R"({"capabilities":{"max_dma_maps":0}})"),
        test::versionPayload(std::string(5000, ' ')),
        test::versionPayload(std::string(4000, '[')),
    };
    for (const auto& payload : bad) {
        std::string why;
        CHECK_FALSE(pvg::transport::negotiateVersion(payload, why));
        CHECK_FALSE(why.empty());
    }
}
