// Buffers of a sample's run, bound as a function's reflection says: blocks of their own, the arena, the guest's memory.
#pragma once

#include <epoxy/gl.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sample_file.h"
#include "shaders/air/reflection.h"

namespace airtest {

// The index a check speaks of, Metal's or a handle's.
unsigned indexOf(const air::Reflection& r, const SampleCheck& check);

// Thread: the one of the context. Keeps references to reflection and sample.
class Buffers {
public:
    Buffers(GLuint program, const air::Reflection& r, const Sample& sample);
    ~Buffers();
    Buffers(const Buffers&) = delete;
    Buffers& operator=(const Buffers&) = delete;

    unsigned index(const SampleCheck& check) const { return indexOf(m_reflection, check); }
    // What the check's buffer holds now.
    std::vector<uint8_t> bytes(const SampleCheck& check) const;

private:
    struct Part {
        size_t offset = 0, size = 0;
    };
    static std::vector<uint8_t> part(GLuint buffer, const Part& part);
    void bind(GLuint program, const air::BufferUse& use);
    void setInfo(GLuint program, uint32_t index, GLuint offset, size_t bytes) const;
    void addToArena(GLuint program, uint32_t buffer);
    void addMemory(GLuint program);
    void bindArena(GLuint program);
    const char* prefix() const;
    std::vector<uint8_t> contents(uint32_t index) const;

    const air::Reflection& m_reflection;
    const Sample& m_sample;
    std::map<unsigned, GLuint> m_buffers;
    std::vector<uint8_t> m_arena;
    std::map<unsigned, Part> m_inArena; // by index
    std::vector<std::string> m_others;  // blocks that show the arena
    GLuint m_uniformBlocks = 0, m_storageBlocks = 0;
};

} // namespace airtest
