#include "tests/random/world.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace randomtest {

namespace {

constexpr uint32_t kKernelTask = 0, kFirstRef = 16;
constexpr uint64_t kSecond = 1'000'000'000;
constexpr uint16_t kPrivate = 2 << 4;

ByteVector noiseOf(Dice& dice, uint64_t size) {
    ByteVector bytes(size);
    for (uint8_t& b : bytes) b = dice.byte();
    return bytes;
}

std::span<const std::byte> bytesOf(const ByteVector& v) { return std::as_bytes(std::span(v)); }

uint64_t alignUp(uint64_t value, uint64_t to) { return (value + to - 1) / to * to; }

// Levels one behind the other, rows padded at random: strides are always given (objects.md 7).
std::vector<Level> layOut(Dice& dice, Format format, const pvgtest::TextureShape& shape, uint64_t& size) {
    std::vector<Level> levels;
    size = 0;
    for (uint32_t n = 0; n < shape.mips; ++n) {
        const uint32_t width = std::max(1U, shape.width >> n), height = std::max(1U, shape.height >> n);
        const uint64_t pitch = alignUp(uint64_t(width) * texelBytes(format), 16) + 16 * dice.below(4);
        levels.push_back({size, pitch, pitch * height, width, height});
        size += pitch * height * shape.array;
    }
    return levels;
}

Format anyFormat(Dice& dice) {
    constexpr std::array kFormats{Format::BGRA8Unorm, Format::BGRA8Unorm, Format::RGBA8Unorm, Format::R8Unorm, Format::R32Uint};
    return kFormats[dice.below(kFormats.size())];
}

// For people who read a failure.
std::string describe(const Resource& r) {
    const std::string name = std::to_string(r.ref) + " of task " + std::to_string(r.task);
    if (r.kind == Resource::Kind::Buffer) return "buffer " + name;
    std::string text = (r.kind == Resource::Kind::Surface ? "surface " : r.storage->isEager ? "shared texture " : "private texture ") + name;
    text += ", format " + std::to_string(uint32_t(r.image.format)) + ", " + std::to_string(r.image.slices) + " slices, levels";
    for (const Level& l : r.image.levels)
        text += " [" + std::to_string(l.width) + "x" + std::to_string(l.height) + " at " + std::to_string(l.offset) + ", " + std::to_string(l.pitch) + " a row]";
    return text;
}

} // namespace

World::World(pvg::Backend& backend, pvg::Counters& counters)
    : m_backend(backend), m_counters(counters), m_executor(m_tasks, m_memory, backend, counters) {
    for (uint32_t id = kKernelTask; id < kFirstTask + kTasks; ++id) {
        m_nextRef[id] = kFirstRef;
        const uint32_t directory = m_guest.makeTask(id);
        if (!m_tasks.define(pvg::TaskId{id}, uint64_t(1) << 40, directory) || !m_tasks.setObjectList(pvg::TaskId{id}, 1, pvgtest::FakeGuest::kListSlots))
            std::abort();
    }
}

World::~World() { m_executor.reset(pvg::Epoch{1}); }

uint64_t World::allocate(uint32_t task, const ByteVector& contents) {
    const uint64_t va = m_guest.allocate(task, contents.size());
    m_guest.write(task, va, bytesOf(contents));
    return va;
}

uint32_t World::objectOf(uint32_t task, uint8_t type, const Bytes& descriptor) {
    auto& free = m_freeRefs[task];
    const uint32_t ref = free.empty() ? m_nextRef[task]++ : free.back();
    if (!free.empty()) free.pop_back();
    const uint64_t va = m_guest.allocate(task, descriptor.size());
    m_guest.write(task, va, descriptor);
    Bytes slot;
    m_guest.write(task, pvgtest::FakeGuest::kListVa + 12 * ref, slot.u32(uint32_t(type) | uint32_t(descriptor.size()) << 8).u64(va));
    m_descriptors[uint64_t(task) << 32 | ref] = {va, descriptor.size()};
    return ref;
}

Resource& World::add(Resource::Kind kind, uint64_t size, Dice* noise) {
    auto resource = std::make_unique<Resource>();
    resource->kind = kind;
    resource->task = kind == Resource::Kind::Surface ? kKernelTask : m_task;
    resource->storage = std::make_unique<Storage>();
    resource->storage->gpu = noise ? noiseOf(*noise, size) : ByteVector(size);
    resource->va = allocate(resource->task, resource->storage->gpu);
    m_resources.push_back(std::move(resource));
    return *m_resources.back();
}

void World::addBuffer(Dice& dice) {
    Resource& r = add(Resource::Kind::Buffer, dice.one(4) ? dice.between(1, 20000) : 4 * dice.between(4, 1200), &dice);
    r.ref = object(1, pvgtest::bufferDescriptor(r.size(), r.va));
    r.objects = {{m_task, r.ref}};
    buffers().push_back({r.ref, &r});
}

void World::addTexture(Dice& dice) {
    const Format format = anyFormat(dice);
    pvgtest::TextureShape shape{.format = uint32_t(format), .width = dice.between(1, 40), .height = dice.between(1, 24)};
    const bool isPrivate = dice.one(2);
    if (dice.one(3)) shape.array = uint16_t(dice.between(2, 3)), shape.type = 3;
    if (dice.one(3)) shape.mips = uint16_t(std::min(3U, 1 + uint32_t(std::log2(std::max(shape.width, shape.height)))));
    shape.options = isPrivate ? kPrivate : 0;
    uint64_t size = 0;
    const auto levels = layOut(dice, format, shape, size);
    Resource& r = add(Resource::Kind::Texture, size, isPrivate ? nullptr : &dice);
    r.storage->isEager = !isPrivate;
    r.storage->pages = r.storage->gpu;
    std::vector<pvgtest::LevelShape> records;
    for (const Level& l : levels) records.push_back({l.offset, l.slicePitch * shape.array, l.pitch, l.width, l.height});
    r.ref = object(2, pvgtest::textureDescriptor(size, r.va, shape, records));
    r.image = {r.storage.get(), format, shape.array, levels};
    r.objects = {{m_task, r.ref}};
    images().push_back({r.ref, &r, r.image, false});
}

void World::addSurface(Dice& dice) {
    const uint32_t width = dice.between(1, 40), height = dice.between(1, 24);
    const auto pitch = uint32_t(alignUp(uint64_t(width) * 4, 16) + 16 * dice.below(3));
    Resource& r = add(Resource::Kind::Surface, uint64_t(pitch) * height, &dice);
    r.storage->isEager = false;
    r.storage->pages = r.storage->gpu;
    r.ref = objectOf(kKernelTask, 4, pvgtest::surfaceDescriptor(r.size(), r.va, width, height, pitch));
    r.objects = {{kKernelTask, r.ref}};
    r.image = {r.storage.get(), Format::BGRA8Unorm, 1, {{0, pitch, uint64_t(pitch) * height, width, height}}};
    for (const uint32_t task : {kFirstTask, kFirstTask + 1})
        for (uint32_t views = dice.between(1, 2); views > 0; --views) {
            const uint32_t view = objectOf(task, 5, pvgtest::surfaceTextureDescriptor(r.ref, {.width = width, .height = height}));
            r.objects.push_back({task, view});
            m_images[task].push_back({view, &r, r.image, false});
        }
}

void World::addView(Dice& dice) {
    std::vector<ImageHandle> bases;
    for (const ImageHandle& i : images())
        if (i.resource->kind == Resource::Kind::Texture) bases.push_back(i);
    if (bases.empty()) return;
    const ImageHandle base = dice.pick(bases);
    const auto level = dice.below(uint32_t(base.image.levels.size())), levels = dice.between(1, uint32_t(base.image.levels.size()) - level);
    const uint32_t slice = dice.below(base.image.slices);
    ImageHandle view{0, base.resource, base.image, true};
    view.image.slices = 1;
    view.image.levels.assign(base.image.levels.begin() + level, base.image.levels.begin() + level + levels);
    for (Level& l : view.image.levels) l.offset += slice * l.slicePitch;
    view.ref = object(8, pvgtest::viewDescriptor(base.ref, 0, 2, {level, levels, slice, 1}));
    base.resource->objects.push_back({m_task, view.ref});
    images().push_back(view);
}

void World::addBufferTexture(Dice& dice) {
    const BufferHandle under = dice.pick(buffers());
    const Format format = anyFormat(dice);
    const uint64_t pitch = 16 * dice.between(1, 8), offset = 16 * dice.below(4);
    const uint32_t width = dice.between(1, uint32_t(pitch) / texelBytes(format)), height = dice.between(1, 8);
    if (offset + pitch * height > under.resource->size()) return;
    ImageHandle texture{0, under.resource, {under.resource->storage.get(), format, 1, {{offset, pitch, pitch * height, width, height}}}, true};
    texture.ref = object(8, pvgtest::bufferTextureDescriptor(under.ref, offset, pitch, {.format = uint32_t(format), .width = width, .height = height}));
    under.resource->objects.push_back({m_task, texture.ref});
    images().push_back(texture);
}

uint32_t World::function(Program program) {
    uint32_t& ref = m_functions[{m_task, program}];
    if (ref == 0) {
        ByteVector name(8);
        name[0] = uint8_t(program);
        ref = object(6, pvgtest::functionDescriptor(allocate(m_task, name), 8));
    }
    return ref;
}

uint32_t World::renderPipeline(Program fragment, Format format) {
    uint32_t& ref = m_renderPipelines[{m_task, fragment, format}];
    if (ref == 0) {
        const uint32_t vertex = function(Program::PulledVertex);
        ref = object(7, pvgtest::renderPipelineDescriptor(vertex, function(fragment), uint32_t(format)));
    }
    return ref;
}

uint32_t World::kernel(Program program) {
    uint32_t& ref = m_kernels[{m_task, program}];
    if (ref == 0) ref = object(7, pvgtest::computePipelineDescriptor(function(program)));
    return ref;
}

uint32_t World::constants(const Bytes& bytes) {
    const uint64_t va = m_guest.allocate(m_task, bytes.size());
    m_guest.write(m_task, va, bytes);
    const uint32_t ref = object(1, pvgtest::bufferDescriptor(bytes.size(), va));
    m_transient.push_back({va, bytes.size(), m_task, ref});
    return ref;
}

void World::cpuWrite(Resource& r, uint64_t offset, const ByteVector& bytes) {
    if (r.isInFlight) wait();
    // A CPU that is about to write asks for what the GPU has (0x35), as a lock of a surface does.
    if (!r.storage->isEager) synchronize(r);
    m_guest.write(r.task, r.va + offset, bytesOf(bytes));
    std::ranges::copy(bytes, r.storage->visible().begin() + ptrdiff_t(offset));
    if (!r.storage->isEager) r.storage->gpu = r.storage->pages;
    r.isAnnounced = r.kind == Resource::Kind::Buffer; // which are read anew by every packet
}

void World::announce(Resource& r) {
    m_executor.invalidateResource(pvg::TaskId{r.task}, pvg::ObjectRef{r.ref}, {true, false, false, true});
    r.isAnnounced = true;
}

void World::replacePages(Resource& r, Dice& dice) {
    if (r.isInFlight) wait();
    if (!r.storage->isEager) return;
    m_guest.release(r.task, r.va, r.size());
    m_guest.map(r.task, r.va, r.size());
    r.storage->gpu = noiseOf(dice, r.size());
    m_guest.write(r.task, r.va, bytesOf(r.storage->gpu));
    m_executor.replacePhysical(pvg::TaskId{r.task}, pvg::ObjectRef{r.ref});
    r.isAnnounced = true;
}

void World::deleteObject(const Resource::Object& o) {
    const auto found = m_descriptors.find(uint64_t(o.task) << 32 | o.ref);
    m_guest.clearSlot(o.task, o.ref);
    if (o.task == kKernelTask)
        m_executor.deleteSurface(pvg::TaskId{o.task}, pvg::ObjectRef{o.ref});
    else
        m_executor.deleteResource(pvg::TaskId{o.task}, pvg::ObjectRef{o.ref});
    m_guest.release(o.task, found->second.first, found->second.second);
    m_descriptors.erase(found);
    m_freeRefs[o.task].push_back(o.ref);
}

// Slots, then the commands, then the pages, which the next allocation takes with whatever is in them (decisions.md 1).
void World::remove(size_t index) {
    Resource& r = *m_resources[index];
    if (r.isInFlight) wait();
    for (auto& [task, all] : m_buffers) std::erase_if(all, [&](const BufferHandle& b) { return b.resource == &r; });
    for (auto& [task, all] : m_images) std::erase_if(all, [&](const ImageHandle& i) { return i.resource == &r; });
    for (auto object = r.objects.rbegin(); object != r.objects.rend(); ++object) deleteObject(*object);
    m_guest.release(r.task, r.va, r.size());
    m_executor.unmapped(pvg::TaskId{r.task}, pvg::GuestVirt{r.va}, r.size());
    m_resources.erase(m_resources.begin() + ptrdiff_t(index));
}

void World::clear() {
    wait();
    while (!m_resources.empty()) remove(m_resources.size() - 1);
}

void World::submit(const std::vector<Bytes>& chunks) {
    pvg::ExecPacket packet{pvg::TaskId{m_task}, {}, {}};
    for (const auto& r : m_resources) {
        // A surface is named by one of its textures (decisions.md 15).
        const auto named = std::ranges::find(r->objects, m_task, &Resource::Object::task);
        if (r->isAnnounced || named == r->objects.end()) continue;
        packet.resources.push_back({pvg::ObjectRef{named->ref}, {true, false, false, true}});
        r->isAnnounced = true;
    }
    for (const Bytes& chunk : chunks) {
        const uint64_t va = m_guest.allocate(m_task, chunk.size());
        m_guest.write(m_task, va, chunk);
        m_transient.push_back({va, chunk.size(), m_task, 0});
        packet.chunks.push_back({pvg::GuestVirt{va}, chunk.size()});
    }
    const auto work = m_executor.accept(std::move(packet), pvg::Epoch{0});
    const bool isReady = m_executor.prepare(*work);
    m_latest = m_executor.execute(*work, !isReady);
}

void World::wait() {
    if (m_latest != 0 && !m_backend.wait(m_latest, 60 * kSecond)) std::abort();
    for (const auto& r : m_resources) r->isInFlight = false;
    releaseTransient();
}

void World::releaseTransient() {
    for (const Transient& t : m_transient) {
        if (t.ref != 0) deleteObject({t.task, t.ref});
        m_guest.release(t.task, t.va, t.size);
    }
    m_transient.clear();
}

void World::synchronize(Resource& r) {
    const std::vector refs{pvg::ObjectRef{r.ref}};
    const auto token = m_executor.synchronize(pvg::TaskId{r.task}, refs, pvg::Epoch{0});
    if (token != 0 && !m_backend.wait(token, 60 * kSecond)) std::abort();
    if (!r.storage->isEager) copyTexels(r.image, r.storage->gpu, r.storage->pages);
}

std::string World::check() {
    wait();
    std::string wrong;
    for (const auto& r : m_resources) {
        const std::string difference = firstDifference(r->storage->visible(), m_guest.read(r->task, r->va, r->size()));
        if (!difference.empty()) wrong += (wrong.empty() ? "" : "\n  ") + describe(*r) + ": " + difference;
    }
    if (!wrong.empty()) return wrong;
    const auto rows = m_counters.declines();
    return rows.empty() ? "" : "declined: " + rows.front().lastSentence;
}

} // namespace randomtest
