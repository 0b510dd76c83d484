#include "pvg/guest/session.h"

#include <algorithm>
#include <map>

namespace pvg::guest {

namespace {

constexpr uint64_t kUploadBytes = uint64_t{1} << 20;
constexpr uint64_t kUploadAlignment = 256;
constexpr uint64_t kCommandBytes = 256 * 1024;
constexpr uint32_t kLargestSurface = 8192;

uint64_t alignedUp(uint64_t v, uint64_t alignment) { return (v + alignment - 1) / alignment * alignment; }

} // namespace

Session::Session(Platform& platform, const SessionOptions& options)
    : m_options(options), m_driver(platform), m_display(m_driver, DisplayPort{0}) {
    if (!m_driver.bringUp(options.version)) return;
    m_kernel = std::make_unique<Task>(m_driver, TaskId{0}, Task::Kind::Kernel);
    if (!m_display.open()) return;
    if (!chooseSize()) return;
    m_user = std::make_unique<Task>(m_driver, TaskId{1}, Task::Kind::User);
    openSurfaces();
}

bool Session::chooseSize() {
    m_configuration = m_display.configurations();
    m_width = m_options.width ? m_options.width : m_display.modes().front().width;
    m_height = m_options.height ? m_options.height : m_display.modes().front().height;
    if (std::max(m_width, m_height) <= kLargestSurface) return true;
    m_driver.fail("a surface of " + std::to_string(m_width) + "x" + std::to_string(m_height) + " is larger than 8192");
    return false;
}

// Waits while there is no monitor, and takes another preferred mode as macOS does: with surfaces of that size, nothing else is said.
bool Session::followDisplay(Scene& scene) {
    while (!m_display.isOnline() && m_driver.isRunning())
        m_driver.serviceUntil([this] { return m_display.isOnline(); }, std::chrono::milliseconds(250));
    if (m_configuration == m_display.configurations()) return m_driver.isRunning();
    const auto before = std::pair(m_width, m_height);
    if (!chooseSize() || !m_driver.isRunning()) return false;
    if (before == std::pair(m_width, m_height)) return true;
    if (!waitForFrames()) return false;
    openSurfaces();
    scene.prepare(*this);
    return m_driver.isRunning();
}

void Session::openSurfaces() {
    for (Slot& slot : m_slots) {
        slot.surface = makeSurface(*m_kernel, m_width, m_height);
        slot.texture = makeSurfaceTexture(*m_user, slot.surface);
        slot.commands = m_user->allocate(kCommandBytes);
        slot.uploads = makeBuffer(*m_user, kUploadBytes);
    }
    m_ownCommands = m_user->allocate(kCommandBytes);
}

BufferBinding Session::upload(const Frame& frame, std::span<const std::byte> data) {
    Slot& slot = m_slots[frame.slot];
    const uint64_t at = alignedUp(slot.uploadsUsed, kUploadAlignment);
    if (at + data.size() > slot.uploads.memory.size) {
        m_driver.fail("one frame uploads more than " + std::to_string(kUploadBytes) + " bytes");
        return {slot.uploads.ref, 0};
    }
    slot.uploads.memory.write(at, data);
    slot.uploadsUsed = at + data.size();
    markWritten(slot.uploads.ref);
    return {slot.uploads.ref, at};
}

// One entry per resource, in order of first use; "the CPU wrote it" is added where it is due and then forgotten.
std::vector<ResourceUse> Session::withCpuWrites(std::span<const ResourceUse> uses) {
    std::vector<ResourceUse> merged;
    std::map<uint32_t, size_t> known;
    for (const ResourceUse& use : uses) {
        const auto [entry, isNew] = known.emplace(use.ref.value, merged.size());
        if (isNew) merged.push_back({use.ref, m_written.erase(use.ref.value) ? Written::ByCpu : Written::Nobody});
        merged[entry->second].written = merged[entry->second].written | use.written;
    }
    return merged;
}

// `commands` is free: the work that used it last has published its stamp.
Fence Session::submit(Allocation& commands, StreamWriter& stream, std::span<const ResourceUse> uses) {
    const std::span<const ByteWriter> chunks = stream.finish();
    uint64_t need = 0;
    for (const ByteWriter& chunk : chunks) need = alignedUp(need, 16) + chunk.size();
    if (need > commands.size) commands = m_user->allocate(2 * need);
    std::vector<CommandBuffer> buffers;
    uint64_t at = 0;
    for (const ByteWriter& chunk : chunks) {
        at = alignedUp(at, 16);
        commands.write(at, chunk.view());
        buffers.push_back({GuestVirt{commands.address.value + at}, chunk.size()});
        at += chunk.size();
    }
    return m_driver.submit(Channel::Exec, Command::ExecIndirect2, encodeExec(m_user->id(), withCpuWrites(uses), buffers));
}

bool Session::execute(StreamWriter& stream, std::span<const ResourceUse> uses) {
    return m_driver.wait(submit(m_ownCommands, stream, uses));
}

bool Session::isSlotFree(uint64_t index) const {
    const Slot& slot = m_slots[index % kSlots];
    return m_driver.isReached(slot.executed) && m_driver.isReached(slot.presented);
}

std::vector<std::byte> Session::readBack(uint64_t index) {
    const Slot& slot = m_slots[index % kSlots];
    const Fence landed = m_driver.submit(Channel::Downloads, Command::SynchronizeResources, encodeSynchronize(m_user->id(), {&slot.texture, 1}),
                                         {&slot.executed, 1});
    if (!m_driver.wait(landed)) return {};
    const uint64_t row = uint64_t{m_width} * 4;
    std::vector<std::byte> pixels(row * m_height);
    const SurfaceLayout& layout = slot.surface.layout;
    for (uint64_t y = 0; y < m_height; ++y)
        slot.surface.memory.read(layout.offset + y * layout.bytesPerRow, std::span(pixels).subspan(y * row, row));
    return pixels;
}

bool Session::draw(Scene& scene, uint64_t index) {
    if (!followDisplay(scene)) return false;
    const size_t number = index % kSlots;
    Slot& slot = m_slots[number];
    // Three frames ago this surface was shown; its present's stamp says that the host has let go of it.
    if (!m_driver.wait(slot.executed) || !m_driver.wait(slot.presented)) return false;
    slot.uploadsUsed = 0;
    Frame frame{index, number, slot.texture, m_width, m_height, StreamWriter(), {}};
    frame.use(slot.texture, Written::ByGpu);
    frame.use(slot.uploads.ref);
    scene.encode(*this, frame);
    if (!m_driver.isRunning()) return false;
    slot.executed = submit(slot.commands, frame.stream, frame.uses);
    slot.presented = m_display.present(slot.surface.id, {&slot.executed, 1});
    // A host that has stopped its clock (a hidden window) must not stop the guest for ever.
    if (m_options.isPaced) m_display.waitForVerticalBlank(std::chrono::milliseconds(250));
    return m_driver.isRunning();
}

void Session::run(Scene& scene, uint64_t frames) {
    for (uint64_t index = 0; frames == 0 || index < frames; ++index)
        if (!draw(scene, index)) return;
    waitForFrames();
}

bool Session::waitForFrames() {
    return std::all_of(m_slots.begin(), m_slots.end(), [&](const Slot& s) { return m_driver.wait(s.executed) && m_driver.wait(s.presented); });
}

} // namespace pvg::guest
