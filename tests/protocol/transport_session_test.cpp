#include <doctest/doctest.h>
#include <spdlog/spdlog.h>

#include <cerrno>

#include "pvg/base/fd_socket.h"
#include "pvg/device/gpu_device.h"
#include "pvg/transport/session.h"
#include "tests/support/fake_renderer_port.h"
#include "tests/support/ram_file.h"
#include "tests/support/vfio_messages.h"

namespace {

using test::Bytes;

struct Conversation {
    Conversation() : device({}, port, maps), session(device, maps) { spdlog::set_level(spdlog::level::off); }

    pvg::transport::Session::Answer raw(uint16_t command, const Bytes& payload, uint32_t flags = 0, std::vector<pvg::UniqueFd> fds = {}) {
        pvg::transport::Message message;
        message.header = {++id, command, uint32_t(16 + payload.size()), flags, 0};
        message.payload = payload;
        message.fds = std::move(fds);
        return session.handle(std::move(message));
    }
    // errno of the reply; the reply itself is in `reply`.
    int send(uint16_t command, const Bytes& payload, std::vector<pvg::UniqueFd> fds = {}) {
        const auto answer = raw(command, payload, 0, std::move(fds));
        reply = answer.bytes;
        REQUIRE(reply.size() >= 16);
        CHECK(test::at(reply, 0, 2) == id);
        CHECK(test::at(reply, 2, 2) == command);
        CHECK(test::at(reply, 4) == reply.size());
        const bool isError = test::at(reply, 8) & 0x20;
        CHECK(test::at(reply, 8) == (isError ? 0x21 : 0x01));
        if (isError) CHECK(reply.size() == 16);
        return int(test::at(reply, 12));
    }
    Conversation& negotiated() {
        REQUIRE(send(test::kVersion, test::versionPayload()) == 0);
        return *this;
    }
    static std::vector<pvg::UniqueFd> fds(pvg::UniqueFd a, pvg::UniqueFd b = {}) {
        std::vector<pvg::UniqueFd> list;
        list.push_back(std::move(a));
        if (b) list.push_back(std::move(b));
        return list;
    }
    static pvg::UniqueFd eventFd() { return std::move(*pvg::makeEventFd()); }

    test::FakeRendererPort port;
    pvg::transport::DmaTable maps;
    pvg::device::GpuDevice device;
    pvg::transport::Session session;
    uint16_t id = 0;
    Bytes reply;
};

Bytes setIrqs(uint32_t flags, uint32_t index, uint32_t start, uint32_t count) { return test::words({20, flags, index, start, count}); }

} // namespace

TEST_CASE("a client that does not begin with VERSION is closed after an error reply") {
    Conversation c;
    const auto answer = c.raw(test::kGetInfo, test::words({16, 0, 0, 0}));
    CHECK(test::at(answer.bytes, 12) == EINVAL);
    CHECK_FALSE(answer.closeReason.empty());
}

TEST_CASE("VERSION twice is EINVAL, and the conversation goes on") {
    Conversation c;
    c.negotiated();
    CHECK(c.send(test::kVersion, test::versionPayload()) == EINVAL);
    CHECK(c.send(test::kGetInfo, test::words({16, 0, 0, 0})) == 0);
}

TEST_CASE("device, region and interrupt information are those of vfio-user.md 2") {
    Conversation c;
    c.negotiated();
    REQUIRE(c.send(test::kGetInfo, test::words({16, 0, 0, 0})) == 0);
    CHECK(c.reply == test::message(c.id, test::kGetInfo, test::words({16, 3, 9, 5}), 1));
    REQUIRE(c.send(test::kGetRegionInfo, test::words({32, 0, 0, 0, 0, 0, 0, 0})) == 0);
    CHECK(c.reply == test::message(c.id, test::kGetRegionInfo, test::words({32, 3, 0, 0, 0x4000, 0, 0, 0}), 1));
    REQUIRE(c.send(test::kGetRegionInfo, test::words({32, 0, 7, 0, 0, 0, 0, 0})) == 0);
    CHECK(c.reply == test::message(c.id, test::kGetRegionInfo, test::words({32, 3, 7, 0, 0x100, 0, 0, 0}), 1));
    for (const uint32_t absent : {1u, 2u, 3u, 4u, 5u, 6u, 8u}) {
        REQUIRE(c.send(test::kGetRegionInfo, test::words({32, 0, absent, 0, 0, 0, 0, 0})) == 0);
        CHECK(c.reply == test::message(c.id, test::kGetRegionInfo, test::words({32, 0, absent, 0, 0, 0, 0, 0}), 1));
    }
    CHECK(c.send(test::kGetRegionInfo, test::words({32, 0, 9, 0, 0, 0, 0, 0})) == EINVAL);
    for (const uint32_t present : {1u, 3u}) {
        REQUIRE(c.send(test::kGetIrqInfo, test::words({16, 0, present, 0})) == 0);
        CHECK(c.reply == test::message(c.id, test::kGetIrqInfo, test::words({16, 9, present, 1}), 1));
    }
    REQUIRE(c.send(test::kGetIrqInfo, test::words({16, 0, 0, 0})) == 0);
    CHECK(test::at(c.reply, 16 + 12) == 0);
    CHECK(c.send(test::kGetIrqInfo, test::words({16, 0, 5, 0})) == EINVAL);
}

TEST_CASE("unknown commands are ENOSYS, also WRITE_MULTI and the server's own DMA commands") {
    Conversation c;
    c.negotiated();
    for (const uint16_t command : {0, 6, 11, 12, 14, 15, 16, 17, 18, 0xffff}) CHECK(c.send(command, Bytes(24)) == ENOSYS);
}

TEST_CASE("a command without reply gets none, whether it succeeds, fails or is unknown") {
    Conversation c;
    c.negotiated();
    CHECK(c.raw(test::kRegionWrite, test::accessPayload(0, 0x2000, 4, test::words({7})), test::kNoReply).bytes.empty());
    CHECK(c.raw(test::kRegionWrite, test::accessPayload(0, 0x4000, 4, test::words({7})), test::kNoReply).bytes.empty());
    CHECK(c.raw(99, {}, test::kNoReply).bytes.empty());
    REQUIRE(c.send(test::kRegionRead, test::accessPayload(0, 0x2000, 4)) == 0);
    CHECK(test::at(c.reply, 32) == 7);
}

TEST_CASE("a reply to nothing ends the connection, odd flags are EINVAL") {
    Conversation c;
    c.negotiated();
    const auto answer = c.raw(test::kRegionRead, test::accessPayload(0, 0x1000, 4), 1);
    CHECK(answer.bytes.empty());
    CHECK_FALSE(answer.closeReason.empty());
    for (const uint32_t flags : {2u, 0x20u, 0x40u, 0x80000000u}) CHECK(test::at(c.raw(test::kReset, {}, flags).bytes, 12) == EINVAL);
}

TEST_CASE("every command of every wrong length is answered with EINVAL") {
    Conversation c;
    c.negotiated();
    for (const auto& [command, size] : {std::pair{test::kDmaMap, 32u},
                                        {test::kDmaUnmap, 24u},
                                        {test::kGetInfo, 16u},
                                        {test::kGetRegionInfo, 32u},
                                        {test::kGetIrqInfo, 16u},
                                        {test::kRegionRead, 16u},
                                        {test::kReset, 0u}})
        for (size_t length = 0; length < 64; ++length)
            if (length != size) CHECK(c.send(command, Bytes(length)) == EINVAL);
    for (size_t length = 0; length < 20; ++length) CHECK(c.send(test::kSetIrqs, Bytes(length)) == EINVAL);
    for (size_t length = 0; length < 16; ++length) CHECK(c.send(test::kRegionWrite, Bytes(length)) == EINVAL);
}

TEST_CASE("an argsz smaller than the structure is EINVAL") {
    Conversation c;
    c.negotiated();
    CHECK(c.send(test::kGetInfo, test::words({15, 0, 0, 0})) == EINVAL);
    CHECK(c.send(test::kGetRegionInfo, test::words({31, 0, 0, 0, 0, 0, 0, 0})) == EINVAL);
    CHECK(c.send(test::kSetIrqs, test::words({19, 0x21, 1, 0, 0})) == EINVAL);
}

TEST_CASE("region accesses outside a region are EINVAL and reach nothing") {
    Conversation c;
    c.negotiated();
    for (const auto& payload : {test::accessPayload(0, 0x4000, 4), test::accessPayload(0, 0x3ffd, 4), test::accessPayload(0, ~0ull, 4),
                                test::accessPayload(0, 0, 0), test::accessPayload(7, 0x100, 1), test::accessPayload(1, 0, 4),
                                test::accessPayload(9, 0, 4), test::accessPayload(0xffffffff, 0, 4), test::accessPayload(0, 0, 0xffffffff)})
        CHECK(c.send(test::kRegionRead, payload) == EINVAL);
    CHECK(c.send(test::kRegionWrite, test::accessPayload(0, 0x2000, 8, test::words({1}))) == EINVAL);
    CHECK(c.send(test::kRegionWrite, test::accessPayload(0, 0x2000, 4, test::words({1, 2}))) == EINVAL);
    REQUIRE(c.send(test::kRegionRead, test::accessPayload(0, 0x2000, 4)) == 0);
    CHECK(test::at(c.reply, 32) == 0);
}

TEST_CASE("region replies repeat the request and carry the data") {
    Conversation c;
    c.negotiated();
    REQUIRE(c.send(test::kRegionRead, test::accessPayload(7, 0, 256)) == 0);
    CHECK(c.reply.size() == 16 + 16 + 256);
    CHECK(test::at(c.reply, 16 + 12) == 256);
    CHECK(test::at(c.reply, 32) == 0xeeee106b);
    REQUIRE(c.send(test::kRegionWrite, test::accessPayload(7, 4, 2, Bytes(2, std::byte{6}))) == 0);
    CHECK(c.reply == test::message(c.id, test::kRegionWrite, test::accessPayload(7, 4, 2), 1));
}

TEST_CASE("a map with RAM reaches the renderer, one without does not") {
    Conversation c;
    c.negotiated();
    REQUIRE(c.send(test::kDmaMap, test::mapPayload(0, 0x8000), c.fds(test::ramFile(0x8000))) == 0);
    CHECK(c.reply.size() == 16);
    REQUIRE(c.send(test::kDmaMap, test::mapPayload(0xfffc0000, 0x40000, 0, 1)) == 0);
    REQUIRE(c.port.maps.size() == 1);
    CHECK(c.port.maps[0].size == 0x8000);
    const auto unmap = test::unmapPayload(0, 0x100000000);
    REQUIRE(c.send(test::kDmaUnmap, unmap) == 0);
    CHECK(c.reply == test::message(c.id, test::kDmaUnmap, unmap, 1));
    REQUIRE(c.port.unmaps.size() == 1);
    CHECK(c.port.unmaps[0].first == 0);
    CHECK(c.port.unmaps[0].second == 0x100000000);
    CHECK(c.send(test::kDmaUnmap, test::unmapPayload(0, 0x1000, 1)) == EINVAL);
}

TEST_CASE("descriptors where none or fewer belong are EINVAL") {
    Conversation c;
    c.negotiated();
    CHECK(c.send(test::kGetInfo, test::words({16, 0, 0, 0}), c.fds(c.eventFd())) == EINVAL);
    CHECK(c.send(test::kReset, {}, c.fds(c.eventFd())) == EINVAL);
    CHECK(c.send(test::kDmaMap, test::mapPayload(0, 0x1000), c.fds(test::ramFile(0x1000), test::ramFile(0x1000))) == EINVAL);
    CHECK(c.maps.size() == 0);
}

TEST_CASE("SET_IRQS installs, removes and disables; wrong counts, indices and descriptors are EINVAL") {
    Conversation c;
    c.negotiated();
    CHECK(c.send(test::kSetIrqs, setIrqs(0x24, 1, 0, 1), c.fds(c.eventFd())) == 0);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x24, 3, 0, 1), c.fds(c.eventFd())) == 0);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x24, 1, 0, 1)) == 0);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x21, 1, 0, 0)) == 0);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x21, 0, 0, 0)) == 0);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x24, 1, 0, 2), c.fds(c.eventFd(), c.eventFd())) == EINVAL);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x24, 1, 0, 1), c.fds(c.eventFd(), c.eventFd())) == EINVAL);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x24, 1, 0, 0), c.fds(c.eventFd())) == EINVAL);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x24, 1, 1, 1), c.fds(c.eventFd())) == EINVAL);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x24, 0, 0, 1), c.fds(c.eventFd())) == EINVAL);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x24, 5, 0, 1), c.fds(c.eventFd())) == EINVAL);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x21, 1, 0, 1)) == EINVAL);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x22, 1, 0, 1)) == EINVAL);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x25, 1, 0, 1), c.fds(c.eventFd())) == EINVAL);
    CHECK(c.send(test::kSetIrqs, setIrqs(0x24, 1, 0, 1), c.fds(test::ramFile(16))) == EINVAL);
}

TEST_CASE("RESET answers with a header and starts a Reset epoch") {
    Conversation c;
    c.negotiated();
    REQUIRE(c.send(test::kReset, {}) == 0);
    CHECK(c.reply.size() == 16);
    REQUIRE(c.port.events.size() == 1);
    CHECK(c.port.events[0].type == pvg::seam::MessageType::Reset);
}
