// A guest with two user tasks over an executor and a back end: makes and deletes resources, writes to them as a CPU does, submits packets, and
// compares its memory with the model. Written from the protocol's bytes (tests/unit/exec_guest.h), apart from pvg/guest and the decoder.
#pragma once

#include <memory>
#include <string>

#include "pvg/exec/executor.h"
#include "tests/random/dice.h"
#include "tests/random/model.h"
#include "tests/random/programs.h"
#include "tests/unit/exec_guest.h"

namespace randomtest {

using pvgtest::Bytes;

struct Resource {
    enum class Kind : uint8_t { Buffer, Texture, Surface } kind{};
    uint32_t task = 1, ref = 0; // of the memory: a surface's are the kernel's
    uint64_t va = 0;
    std::unique_ptr<Storage> storage;
    Image image;               // textures and surfaces
    bool isInFlight = false;   // named by a packet that may not be done
    bool isAnnounced = true;   // the host knows that its copy is older than the pages
    struct Object {
        uint32_t task = 0, ref = 0;
    };
    std::vector<Object> objects; // what is deleted with it
    uint64_t size() const { return storage->gpu.size(); }
};

// What a command can name.
struct BufferHandle {
    uint32_t ref = 0;
    Resource* resource = nullptr;
};
struct ImageHandle {
    uint32_t ref = 0;
    Resource* resource = nullptr;
    Image image;
    bool isView = false;
};

class World {
public:
    static constexpr uint32_t kFirstTask = 1, kTasks = 2;

    World(pvg::Backend& backend, pvg::Counters& counters);
    ~World();

    // The user task of everything that is made, named and submitted from now on.
    void setTask(uint32_t task) { m_task = task; }

    void addBuffer(Dice& dice);
    void addTexture(Dice& dice);
    void addSurface(Dice& dice); // with textures in both tasks
    void addView(Dice& dice);
    void addBufferTexture(Dice& dice);
    // Everything that is random goes; pipelines stay.
    void clear();

    std::vector<BufferHandle>& buffers() { return m_buffers[m_task]; }
    std::vector<ImageHandle>& images() { return m_images[m_task]; }
    std::vector<std::unique_ptr<Resource>>& resources() { return m_resources; }
    uint32_t renderPipeline(Program fragment, Format format);
    uint32_t kernel(Program program);
    // A buffer of these bytes that lives until the packets that use it are done.
    uint32_t constants(const Bytes& bytes);

    // The CPU: waits for packets that name the resource, writes `bytes`, says so now or with the next packet.
    void cpuWrite(Resource& resource, uint64_t offset, const ByteVector& bytes);
    void announce(Resource& resource);
    // Other pages, with other bytes in them, at the same address.
    void replacePages(Resource& resource, Dice& dice);
    void remove(size_t resource);

    void use(Resource& resource) { resource.isInFlight = true; }
    // Chunks of one packet; what the CPU wrote unsaid is in its table.
    void submit(const std::vector<Bytes>& chunks);
    void wait();
    // 0x35: results of a texture or surface into its pages.
    void synchronize(Resource& resource);
    // Waits, and compares all that the guest can see. A sentence about the first difference or decline; empty: all is right.
    std::string check();

private:
    uint64_t allocate(uint32_t task, const ByteVector& contents);
    uint32_t object(uint8_t type, const Bytes& descriptor) { return objectOf(m_task, type, descriptor); }
    uint32_t objectOf(uint32_t task, uint8_t type, const Bytes& descriptor);
    uint32_t function(Program program);
    Resource& add(Resource::Kind kind, uint64_t size, Dice* noise);
    void deleteObject(const Resource::Object& object);
    void releaseTransient();

    pvg::Backend& m_backend;
    pvg::Counters& m_counters;
    pvg::GuestMemory m_memory;
    pvgtest::FakeGuest m_guest{m_memory, 8192};
    pvg::TaskTable m_tasks{m_memory};
    pvg::Executor m_executor;
    std::vector<std::unique_ptr<Resource>> m_resources;
    uint32_t m_task = kFirstTask;
    std::map<uint32_t, std::vector<BufferHandle>> m_buffers; // by task
    std::map<uint32_t, std::vector<ImageHandle>> m_images;
    std::map<std::tuple<uint32_t, Program, Format>, uint32_t> m_renderPipelines;
    std::map<std::pair<uint32_t, Program>, uint32_t> m_kernels, m_functions;
    std::map<uint32_t, std::vector<uint32_t>> m_freeRefs;
    std::map<uint32_t, uint32_t> m_nextRef;
    std::map<uint64_t, std::pair<uint64_t, uint64_t>> m_descriptors; // task << 32 | ref: address and size
    struct Transient {
        uint64_t va = 0, size = 0;
        uint32_t task = 0, ref = 0;
    };
    std::vector<Transient> m_transient;
    pvg::CompletionToken m_latest = 0;
};

} // namespace randomtest
