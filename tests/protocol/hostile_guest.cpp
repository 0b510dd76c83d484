#include "tests/protocol/hostile_guest.h"

#include <cstring>

#include "pvg/guest/atomics.h"
#include "pvg/guest/scenes/demo_functions.h"

namespace hostile {

namespace {

constexpr uint32_t kProtocol = 6;
constexpr uint32_t kSide = 16;
constexpr std::chrono::seconds kPatience(5);

void putAttachment(ByteWriter& w, ObjectRef texture, uint16_t load) {
    w.u32(texture.value).u32(0).zeros(12).u16(load).u16(texture.value ? 1 : 0).u16(0).u16(0);
}

// Each call another colour, so that a stale picture cannot pass.
std::array<uint8_t, 3> nextColor() {
    static uint32_t count = 0;
    ++count;
    return {static_cast<uint8_t>(count * 7), static_cast<uint8_t>(count * 3 + 1), static_cast<uint8_t>(255 - count)};
}

std::array<double, 4> clearOf(std::array<uint8_t, 3> bgr) { return {bgr[2] / 255.0, bgr[1] / 255.0, bgr[0] / 255.0, 1}; }

} // namespace

RawStream& RawStream::segment(uint8_t type, uint8_t continues) {
    closeSegment();
    m_segmentAt = m_bytes.size();
    m_bytes.u32(0).u8(type).u8(continues).u8(0).u8(0);
    m_isOpen = true;
    return *this;
}

RawStream& RawStream::record(uint32_t opcode, const ByteWriter& payload) {
    return record(opcode, static_cast<uint32_t>(8 + payload.size()), payload);
}

RawStream& RawStream::record(uint32_t opcode, uint32_t length, const ByteWriter& payload) {
    m_bytes.u32(opcode).u32(length).bytes(payload.view());
    return *this;
}

RawStream& RawStream::raw(std::span<const std::byte> bytes) {
    m_bytes.bytes(bytes);
    return *this;
}

RawStream& RawStream::pass(ObjectRef target, uint32_t width, uint32_t height, std::array<double, 4> clear) {
    constexpr uint16_t kClear = 2;
    ByteWriter w;
    putAttachment(w, {}, 0);
    w.f64(1).u32(0);
    putAttachment(w, {}, 0);
    w.u32(0).u32(0);
    for (int slot = 0; slot < 8; ++slot) {
        putAttachment(w, slot == 0 ? target : ObjectRef{}, slot == 0 ? kClear : 0);
        for (double c : clear) w.f64(c);
    }
    w.u32(0).u64(0).u64(width).u64(height);
    return segment(0).record(0x1a, w);
}

void RawStream::closeSegment() {
    if (m_isOpen) m_bytes.patch32(m_segmentAt, static_cast<uint32_t>(m_bytes.size() - m_segmentAt));
    m_isOpen = false;
}

Bytes RawStream::take() {
    closeSegment();
    return m_bytes.take();
}

RawTask::RawTask(Driver& driver, TaskId id, uint64_t length) : m_driver(driver), m_id(id) {
    const std::vector<Page> pages = driver.platform().allocate(5);
    if (pages.size() < 5) {
        driver.fail("no guest memory for a raw task");
        return;
    }
    directory = pages[0], root = pages[1], middle = pages[2], leaf = pages[3], list = pages[4];
    storeWord(directory, 0, root.number);
    storeWord(directory, 4, kDepth);
    storeWord(root, 0, middle.number);
    storeWord(middle, 0, leaf.number);
    storeWord(leaf, 4, list.number); // the object list is at page 1
    driver.submit(Channel::Root, Command::DefineTask2, ByteWriter().u32(id.value << 1).u64(length).u32(directory.number).view());
    driver.wait(driver.submit(Channel::Root, Command::SetObjectList, ByteWriter().u32(id.value).u32(1).u32(300).view()));
}

Allocation RawTask::allocate(uint64_t bytes) {
    const auto count = static_cast<uint32_t>((bytes + kPageSize - 1) / kPageSize);
    Allocation made{GuestVirt{uint64_t{m_nextPage} << kPageShift}, bytes, m_driver.platform().allocate(count)};
    if (made.pages.empty()) m_driver.fail("no guest memory for a raw allocation");
    for (const Page& page : made.pages) storeWord(leaf, 4 * m_nextPage++, page.number);
    return made;
}

void RawTask::slot(uint32_t ref, uint32_t word, uint64_t address) const {
    storeWord(list, 12 * ref + 4, static_cast<uint32_t>(address));
    storeWord(list, 12 * ref + 8, static_cast<uint32_t>(address >> 32));
    storeWord(list, 12 * ref, word);
}

uint32_t RawTask::publish(SlotType type, std::span<const std::byte> descriptor) {
    const Allocation place = allocate(descriptor.size());
    place.write(0, descriptor);
    slot(m_nextRef, static_cast<uint32_t>(type) | static_cast<uint32_t>(descriptor.size()) << 8, place.address.value);
    return m_nextRef++;
}

Guest::Guest(Platform& platform, TaskId user) : m_userId(user), m_driver(platform), m_display(m_driver, DisplayPort{0}) {
    if (!m_driver.bringUp(kProtocol)) return;
    m_kernel = std::make_unique<Task>(m_driver, TaskId{0}, Task::Kind::Kernel);
    if (!m_display.open()) return;
    m_user = std::make_unique<Task>(m_driver, m_userId, Task::Kind::User);
    makeResources();
}

void Guest::makeResources() {
    TextureShape shape;
    shape.width = shape.height = kSide;
    shape.usage = kUsageRead | kUsageTarget;
    m_target = makeTexture(*m_user, shape);
    m_pipeline = makeDemoPipeline(*m_user, {"triangle_vertex", "triangle_fragment", std::nullopt, std::nullopt});
    const std::array<float, 24> corners{-1, -1, 0, 1, 1, 0, 0, 1, 1, -1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1};
    m_vertices = makeBuffer(*m_user, std::as_bytes(std::span(corners)));
    m_scratch = makeBuffer(*m_user, uint64_t{65536});
    m_commands = m_user->allocate(256 * 1024);
    m_checkCommands = m_user->allocate(16 * 1024);
    m_surface = makeSurface(*m_kernel, 64, 48);
    m_surfaceTexture = makeSurfaceTexture(*m_user, m_surface);
}

bool Guest::command(Channel channel, uint16_t id, std::span<const std::byte> payload) {
    return m_driver.wait(m_driver.submit(channel, static_cast<Command>(id), payload), kPatience);
}

bool Guest::execIn(TaskId task, const Allocation& commands, std::span<const std::byte> stream, std::span<const ResourceUse> uses) {
    commands.write(0, stream);
    const CommandBuffer buffer{commands.address, stream.size()};
    return m_driver.wait(m_driver.submit(Channel::Exec, Command::ExecIndirect2, encodeExec(task, uses, {&buffer, 1})), kPatience);
}

RawStream Guest::rendering() const {
    RawStream stream;
    stream.pass(m_target.ref, kSide, kSide);
    return stream;
}

std::string Guest::checkHealth() {
    if (!isUp()) return "not running: " + problem();
    if (m_driver.readRegister(Register::DisplayPortCount) != 1) return "0x122c does not answer 1";
    if (const uint32_t fault = m_driver.readRegister(Register::InterruptFault)) return "0x102c is " + std::to_string(fault);
    const auto color = nextColor();
    RawStream stream;
    stream.pass(m_target.ref, kSide, kSide, clearOf(color));
    ByteWriter copy;
    copy.u32(m_target.ref.value).u32(m_scratch.ref.value).u64(0).u64(0).u64(0).u64(kSide).u64(kSide).u64(1);
    copy.u64(0).u64(kSide * 4).u64(kSide * kSide * 4).u16(0).u16(0).u32(0);
    stream.segment(2).record(0x12e, copy);
    m_scratch.memory.write(0, Bytes(kSide * kSide * 4, std::byte{0x5a}));
    const std::array uses{ResourceUse{m_target.ref, Written::ByGpu}, ResourceUse{m_scratch.ref, Written::ByBoth}};
    if (!execIn(m_user->id(), m_checkCommands, stream.take(), uses)) return "no stamp for a clear: " + problem();
    Bytes read(kSide * kSide * 4);
    m_scratch.memory.read(0, read);
    const std::array<uint8_t, 4> want{color[0], color[1], color[2], 255};
    for (size_t i = 0; i < read.size(); ++i)
        if (read[i] != std::byte{want[i % 4]})
            return "byte " + std::to_string(i) + " of the cleared frame is " + std::to_string(int(read[i])) + ", expected " + std::to_string(want[i % 4]);
    return {};
}

bool Guest::present(std::array<uint8_t, 3> color) {
    RawStream stream;
    stream.pass(m_surfaceTexture, 64, 48, clearOf(color));
    const std::array uses{ResourceUse{m_surfaceTexture, Written::ByGpu}};
    if (!execIn(m_user->id(), m_checkCommands, stream.take(), uses)) return false;
    const Fence shown = m_display.present(m_surface.id, {});
    // The host may leave directly after the last present: its stamp is out by then.
    return m_driver.wait(shown, kPatience) || m_driver.isReached(shown);
}

} // namespace hostile
