// A guest that can say anything: the encoder library for what has to be right, raw bytes for what must not be.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "pvg/guest/display_pipe.h"
#include "pvg/guest/resources.h"
#include "pvg/guest/vfio_platform.h"

namespace hostile {

using namespace pvg;
using namespace pvg::guest;

// Segments and records, no rule checked.
class RawStream {
public:
    RawStream& segment(uint8_t type, uint8_t continues = 0);
    RawStream& record(uint32_t opcode, const ByteWriter& payload = {});
    // A record whose length field says something else than its bytes.
    RawStream& record(uint32_t opcode, uint32_t length, const ByteWriter& payload);
    RawStream& raw(std::span<const std::byte> bytes);
    // 0x1a with one colour attachment, cleared and stored.
    RawStream& pass(ObjectRef target, uint32_t width, uint32_t height, std::array<double, 4> clear = {0, 0, 0, 1});
    Bytes take();

private:
    void closeSegment();

    ByteWriter m_bytes;
    size_t m_segmentAt = 0;
    bool m_isOpen = false;
};

// A task whose directory, nodes and object list lie open: one last-level node, hence 4 MiB of address space.
class RawTask {
public:
    static constexpr uint32_t kDepth = 3;
    RawTask(Driver& driver, TaskId id, uint64_t length = uint64_t{4} << 20);

    TaskId id() const { return m_id; }
    // Maps fresh pages and returns where they are.
    Allocation allocate(uint64_t bytes);
    // `type` and `size` as they stand in the slot, right or not.
    void slot(uint32_t ref, uint32_t word, uint64_t address) const;
    uint32_t publish(SlotType type, std::span<const std::byte> descriptor);

    Page directory, root, middle, leaf, list;

private:
    Driver& m_driver;
    TaskId m_id;
    uint32_t m_nextPage = 16, m_nextRef = 32;
};

class Guest {
public:
    // Brings the device up anew, which drops all state the attack before may have left.
    explicit Guest(Platform& platform, TaskId user = TaskId{1});

    bool isUp() const { return m_user && m_driver.isRunning(); }
    std::string problem() const { return m_driver.isHostGone() ? "the host has left" : m_driver.failure(); }
    Driver& driver() { return m_driver; }
    Platform& platform() { return m_driver.platform(); }
    Task& user() { return *m_user; }
    DisplayPipe& display() { return m_display; }
    // A 16x16 BGRA8 target, a pipeline that draws a triangle to it, its vertices, and 64 KiB to read and write.
    const Texture& target() const { return m_target; }
    ObjectRef pipeline() const { return m_pipeline; }
    const Buffer& vertices() const { return m_vertices; }
    const Buffer& scratch() const { return m_scratch; }

    // The command's stamp must come within 5 s.
    bool command(Channel channel, uint16_t id, std::span<const std::byte> payload);
    bool exec(std::span<const std::byte> stream) { return execIn(m_user->id(), m_commands, stream); }
    bool exec(RawStream& stream) { return exec(stream.take()); }
    bool execIn(TaskId task, const Allocation& commands, std::span<const std::byte> stream, std::span<const ResourceUse> uses = {});
    // One fresh render encoder over the target with the records put into it.
    RawStream rendering() const;

    // Registers answer, a stamp comes, and a frame cleared to a colour never used before reads back exactly. Empty: all is well.
    std::string checkHealth();
    // Shows a cleared picture of `color` (multiples of 1/255, B G R).
    bool present(std::array<uint8_t, 3> color);

private:
    void makeResources();

    TaskId m_userId;
    Driver m_driver;
    DisplayPipe m_display;
    std::unique_ptr<Task> m_kernel, m_user;
    Texture m_target;
    Buffer m_vertices, m_scratch;
    ObjectRef m_pipeline;
    Allocation m_commands, m_checkCommands;
    Surface m_surface;
    ObjectRef m_surfaceTexture;
};

} // namespace hostile
