// A logged-in user of the synthetic guest: kernel and user task, one display, three surfaces in flight, a loop that draws frames.
#pragma once

#include <array>
#include <memory>
#include <set>

#include "pvg/guest/display_pipe.h"
#include "pvg/guest/resources.h"
#include "pvg/guest/stream.h"

namespace pvg::guest {

struct SessionOptions {
    uint32_t version = 6;
    uint32_t width = 0, height = 0; // of the surfaces; 0: the display's first mode
    bool isPaced = true;            // one frame per vertical blank
};

// What one frame is encoded into. Lives for one Scene::encode.
struct Frame {
    uint64_t index = 0;
    size_t slot = 0; // which of the surfaces in flight
    ObjectRef target;
    uint32_t width = 0, height = 0;
    StreamWriter stream;
    std::vector<ResourceUse> uses;

    void use(ObjectRef ref, Written written = Written::Nobody) { uses.push_back({ref, written}); }
};

class Session;

class Scene {
public:
    virtual ~Scene() = default;
    // Makes the resources; again when the display has another size. Failures stick to the driver.
    virtual void prepare(Session& session) = 0;
    virtual void encode(Session& session, Frame& frame) = 0;
};

class Session {
public:
    static constexpr size_t kSlots = 3;

    // Brings the driver up and the display online. Check driver().isRunning() afterwards.
    Session(Platform& platform, const SessionOptions& options);

    Driver& driver() { return m_driver; }
    Task& user() { return *m_user; }
    Task& kernel() { return *m_kernel; }
    DisplayPipe& display() { return m_display; }
    uint32_t width() const { return m_width; }
    uint32_t height() const { return m_height; }

    // Bytes for this frame only; they stay until the GPU is done with it. Contents are copied.
    BufferBinding upload(const Frame& frame, std::span<const std::byte> data);

    // The CPU wrote the resource: said to the host with the next submission that uses it, once (device.md 6.4).
    void markWritten(ObjectRef ref) { m_written.insert(ref.value); }

    // Submits work that belongs to no frame, and waits for it.
    bool execute(StreamWriter& stream, std::span<const ResourceUse> uses);

    // Whether everything submitted by drawn frames has published its stamp.
    bool waitForFrames();

    // Whether the surface of frame `index` has been let go, so that draw() would not wait.
    bool isSlotFree(uint64_t index) const;
    // Draws and presents one frame; waits for its surface if it must, and for a monitor that was unplugged. False: see the driver.
    bool draw(Scene& scene, uint64_t index);
    // Frame `index`, one of the last three, as the guest's CPU sees it after 0x35: B,G,R,A, rows without padding. Empty: see the driver.
    std::vector<std::byte> readBack(uint64_t index);

    // Draws until `frames` are shown (0: for ever), something fails or the host leaves. All stamps of shown frames are in when it returns.
    void run(Scene& scene, uint64_t frames);

private:
    struct Slot {
        Surface surface;
        ObjectRef texture;
        Allocation commands;
        Buffer uploads;
        uint64_t uploadsUsed = 0;
        Fence executed, presented;
    };

    void openSurfaces();
    bool chooseSize();
    bool followDisplay(Scene& scene);
    Fence submit(Allocation& commands, StreamWriter& stream, std::span<const ResourceUse> uses);
    std::vector<ResourceUse> withCpuWrites(std::span<const ResourceUse> uses);

    SessionOptions m_options;
    Driver m_driver;
    std::unique_ptr<Task> m_kernel, m_user;
    DisplayPipe m_display;
    uint32_t m_width = 0, m_height = 0;
    uint64_t m_configuration = 0; // of the display, as far as it is taken into account
    std::array<Slot, kSlots> m_slots;
    Allocation m_ownCommands;
    std::set<uint32_t> m_written;
};

} // namespace pvg::guest
