#include "sample_buffers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <set>

namespace airtest {

using What = SampleCheck::What;

namespace {

// "a0_o16_o8" of a handle, as names write it behind an underscore.
std::string handleName(const air::Reflection& r, uint32_t number) {
    const air::HandleUse& use = r.handles.at(number);
    const std::string holder = use.holder < air::kFirstHandle ? fmt::format("a{}", use.holder) : handleName(r, use.holder - air::kFirstHandle);
    return fmt::format("{}_o{}", holder, use.offset);
}

bool isInArena(const air::BufferUse& use) { return use.blockName.ends_with("_arena"); }

} // namespace

unsigned indexOf(const air::Reflection& r, const SampleCheck& check) {
    for (uint32_t h = 0; h < r.handles.size() && !check.name.empty(); ++h)
        if (handleName(r, h) == check.name) return air::kFirstHandle + h;
    return check.name.empty() ? check.at[0] : ~0U;
}

Buffers::Buffers(GLuint program, const air::Reflection& r, const Sample& sample) : m_reflection(r), m_sample(sample) {
    if (r.usesMemory || !r.addressed.empty()) addMemory(program);
    for (const air::BufferUse& use : r.buffers) isInArena(use) ? addToArena(program, use.metalIndex) : bind(program, use);
    if (!m_arena.empty()) bindArena(program);
    // P_place: 1 stands for whatever is there.
    for (uint32_t h = 0; h < r.handles.size(); ++h) {
        const bool isNil = r.handles[h].kind == air::HandleUse::Kind::Buffer && contents(air::kFirstHandle + h).empty();
        const GLint place = glGetUniformLocation(program, fmt::format("{}_place[{}]", prefix(), air::kFirstHandleInfo + h).c_str());
        glProgramUniform2ui(program, place, isNil ? 0 : 1, 0);
    }
}

Buffers::~Buffers() {
    for (const auto& [index, buffer] : m_buffers) glDeleteBuffers(1, &buffer);
}

std::vector<uint8_t> Buffers::bytes(const SampleCheck& check) const {
    const unsigned index = indexOf(m_reflection, check);
    if (const auto copy = m_inArena.find(index); copy != m_inArena.end()) return part(m_buffers.at(~0U), copy->second);
    const auto at = m_buffers.find(index);
    if (at == m_buffers.end()) return {};
    GLint size = 0;
    glGetNamedBufferParameteriv(at->second, GL_BUFFER_SIZE, &size);
    return part(at->second, {0, size_t(size)});
}

std::vector<uint8_t> Buffers::part(GLuint buffer, const Part& part) {
    std::vector<uint8_t> bytes(part.size);
    glGetNamedBufferSubData(buffer, GLintptr(part.offset), GLsizeiptr(part.size), bytes.data());
    return bytes;
}

void Buffers::bind(GLuint program, const air::BufferUse& use) {
    if (m_inArena.contains(use.metalIndex) && use.kind == air::BlockKind::Storage) return m_others.push_back(use.blockName);
    const std::vector<uint8_t> bytes = contents(use.metalIndex);
    GLuint& buffer = m_buffers[use.metalIndex];
    glCreateBuffers(1, &buffer);
    std::vector<uint8_t> padded = bytes;
    padded.resize(std::max<size_t>((bytes.size() + 15) / 16 * 16, use.minimumSize + 15U));
    glNamedBufferStorage(buffer, GLsizeiptr(padded.size()), padded.data(), 0);
    const char* name = use.blockName.c_str();
    if (use.kind == air::BlockKind::Uniform) {
        glUniformBlockBinding(program, glGetUniformBlockIndex(program, name), m_uniformBlocks);
        glBindBufferBase(GL_UNIFORM_BUFFER, m_uniformBlocks++, buffer);
        return;
    }
    const GLuint index = glGetProgramResourceIndex(program, GL_SHADER_STORAGE_BLOCK, name);
    if (index != GL_INVALID_INDEX) glShaderStorageBlockBinding(program, index, m_storageBlocks);
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, m_storageBlocks++, buffer);
    setInfo(program, use.metalIndex, 0, bytes.size());
}

void Buffers::setInfo(GLuint program, uint32_t index, GLuint offset, size_t bytes) const {
    const uint32_t entry = index >= air::kFirstHandle ? index - air::kFirstHandle + air::kFirstHandleInfo : index;
    glProgramUniform2ui(program, glGetUniformLocation(program, fmt::format("{}_info[{}]", prefix(), entry).c_str()), offset, GLuint(bytes));
}

void Buffers::addToArena(GLuint program, uint32_t buffer) {
    if (m_inArena.contains(buffer)) return;
    const std::vector<uint8_t> bytes = contents(buffer);
    setInfo(program, buffer, GLuint(m_arena.size()), bytes.size());
    m_inArena[buffer] = {m_arena.size(), bytes.size()};
    m_arena.insert(m_arena.end(), bytes.begin(), bytes.end());
    m_arena.resize((m_arena.size() + 31) / 16 * 16, m_reflection.usesMemory ? 0 : 0xee); // and something in between
}

// The guest's memory: every buffer of the sample. Those with blocks of their own see it through them.
void Buffers::addMemory(GLuint program) {
    constexpr size_t kStart = 32; // somewhere
    m_arena.resize(kStart, 0xee);
    std::set<uint32_t> all;
    for (const auto& [index, values] : m_sample.buffers) all.insert(index);
    for (const SampleCheck& check : m_sample.checks)
        if (check.what == What::Buffer && check.name.empty()) all.insert(check.at[0]);
    std::vector<GLuint> table;
    for (const uint32_t index : all) {
        const uint64_t address = kSampleMemory + index * kSampleMemoryStep;
        const size_t offset = m_arena.size() - kStart;
        addToArena(program, index);
        table.insert(table.end(), {GLuint(address), GLuint(address >> 32), GLuint(m_inArena[index].size), GLuint(offset)});
        const std::string entry = fmt::format("{}_address[{}]", prefix(), index);
        glProgramUniform2ui(program, glGetUniformLocation(program, entry.c_str()), GLuint(address), GLuint(address >> 32));
    }
    const size_t end = m_arena.size();
    m_arena.resize(end + table.size() * 4);
    std::memcpy(m_arena.data() + end, table.data(), table.size() * 4);
    glProgramUniform4ui(program, glGetUniformLocation(program, fmt::format("{}_memory", prefix()).c_str()), kStart, GLuint(end - kStart),
                        GLuint(end / 4), GLuint(all.size()));
}

void Buffers::bindArena(GLuint program) {
    GLuint& buffer = m_buffers[~0U];
    glCreateBuffers(1, &buffer);
    glNamedBufferStorage(buffer, GLsizeiptr(m_arena.size()), m_arena.data(), 0);
    m_others.push_back(fmt::format("{}_arena", prefix()));
    for (const std::string& name : m_others) {
        const GLuint index = glGetProgramResourceIndex(program, GL_SHADER_STORAGE_BLOCK, name.c_str());
        if (index != GL_INVALID_INDEX) glShaderStorageBlockBinding(program, index, m_storageBlocks);
    }
    glBindBufferBase(GL_SHADER_STORAGE_BUFFER, m_storageBlocks++, buffer);
}

const char* Buffers::prefix() const {
    static constexpr std::array kPrefixes = {"vs", "fs", "cs", "ts"};
    return kPrefixes[size_t(m_reflection.stage)];
}

std::vector<uint8_t> Buffers::contents(uint32_t index) const {
    std::vector<uint8_t> bytes;
    if (const auto given = m_sample.buffers.find(index); given != m_sample.buffers.end()) bytes = toBytes(given->second);
    if (index >= air::kFirstHandle)
        if (const auto given = m_sample.handleBuffers.find(handleName(m_reflection, index - air::kFirstHandle)); given != m_sample.handleBuffers.end())
            bytes = toBytes(given->second);
    for (const SampleCheck& check : m_sample.checks)
        if (check.what == What::Buffer && indexOf(m_reflection, check) == index) bytes.resize(std::max(bytes.size(), toBytes(check.values).size()));
    return bytes;
}

} // namespace airtest
