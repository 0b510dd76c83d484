#include "renderer-gl/redundant_calls.h"

#include <epoxy/gl.h>

#include <bit>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "pvg/base/log.h"

namespace gl {

namespace {

using Words = std::vector<uint64_t>;

enum Function : uint64_t {
#define WATCH(name, keys) k##name,
#include "renderer-gl/redundant_calls.inc"
#undef WATCH
    kSwitch, // glEnable and glDisable
    kSwitchAt,
};

constexpr const char* kNames[] = {
#define WATCH(name, keys) "gl" #name,
#include "renderer-gl/redundant_calls.inc"
#undef WATCH
    "glEnable or glDisable",
    "glEnablei or glDisablei",
};

class Witness {
public:
    void see(Function function, size_t keys, const Words& arguments) {
        Words key{function};
        key.insert(key.end(), arguments.begin(), arguments.begin() + ptrdiff_t(keys));
        Words value(arguments.begin() + ptrdiff_t(keys), arguments.end());
        const auto [known, isNew] = m_state.try_emplace(std::move(key), value);
        if (!isNew && known->second == value) report(function, arguments);
        known->second = std::move(value);
        // One call for two targets.
        if (function == kBindFramebuffer && arguments[0] == GL_FRAMEBUFFER)
            for (const GLenum target : {GL_DRAW_FRAMEBUFFER, GL_READ_FRAMEBUFFER}) m_state.erase({kBindFramebuffer, target});
    }
    uint64_t count() const { return m_count; }
    // Deletion unbinds, and the name may come back as something else: whatever mentions it is not known any more.
    void forget(std::span<const GLuint> names) {
        const auto mentions = [&](const Words& words) {
            for (const GLuint name : names)
                for (const uint64_t word : words)
                    if (word == name && name != 0) return true;
            return false;
        };
        std::erase_if(m_state, [&](const auto& entry) { return mentions(entry.first) || mentions(entry.second); });
    }

private:
    void report(Function function, const Words& arguments) {
        if (m_count++ >= kMostReports) return;
        std::string text;
        for (const uint64_t word : arguments) text += (text.empty() ? "" : ", ") + std::to_string(word);
        spdlog::warn("redundant OpenGL call: {}({})", kNames[function], text);
    }

    static constexpr uint64_t kMostReports = 20;
    std::map<Words, Words> m_state;
    uint64_t m_count = 0;
};

thread_local std::unique_ptr<Witness> t_witness;

template <class T>
uint64_t toWord(T value) {
    if constexpr (std::is_same_v<T, GLfloat>) return std::bit_cast<uint32_t>(value);
    else if constexpr (std::is_same_v<T, GLdouble>) return std::bit_cast<uint64_t>(value);
    else return uint64_t(value);
}

// Takes the place of one of epoxy's function pointers. Slot: that pointer. See: what is told to the witness before the call.
template <auto& Slot, auto See, class Pointer = std::remove_reference_t<decltype(Slot)>>
struct Hook;

template <auto& Slot, auto See, class... A>
struct Hook<Slot, See, void (*)(A...)> {
    static inline void (*s_driver)(A...) = nullptr;

    static void install() {
        if (Slot == &call) return;
        s_driver = Slot;
        Slot = &call;
    }
    static void call(A... arguments) {
        if (t_witness) See(*t_witness, arguments...);
        // At its first call epoxy looks the function up, stores it in the slot and goes on with what it finds there.
        Slot = s_driver;
        Slot(arguments...);
        install();
    }
};

template <Function F, size_t Keys>
constexpr auto kSeen = [](Witness& witness, auto... arguments) { witness.see(F, Keys, {toWord(arguments)...}); };
template <bool IsOn>
constexpr auto kSwitched = [](Witness& witness, GLenum capability) { witness.see(kSwitch, 1, {capability, IsOn}); };
template <bool IsOn>
constexpr auto kSwitchedAt = [](Witness& witness, GLenum capability, GLuint index) { witness.see(kSwitchAt, 2, {capability, index, IsOn}); };
constexpr auto kDeleted = [](Witness& witness, GLsizei count, const GLuint* names) { witness.forget({names, size_t(count)}); };
constexpr auto kDeletedOne = [](Witness& witness, GLuint name) { witness.forget({&name, 1}); };

void installHooks() {
#define WATCH(name, keys) Hook<gl##name, kSeen<k##name, keys>>::install();
#include "renderer-gl/redundant_calls.inc"
#undef WATCH
    Hook<glEnable, kSwitched<true>>::install();
    Hook<glDisable, kSwitched<false>>::install();
    Hook<glEnablei, kSwitchedAt<true>>::install();
    Hook<glDisablei, kSwitchedAt<false>>::install();
    Hook<glDeleteTextures, kDeleted>::install();
    Hook<glDeleteBuffers, kDeleted>::install();
    Hook<glDeleteSamplers, kDeleted>::install();
    Hook<glDeleteFramebuffers, kDeleted>::install();
    Hook<glDeleteVertexArrays, kDeleted>::install();
    Hook<glDeleteProgram, kDeletedOne>::install();
}

} // namespace

void watchRedundantCalls() {
    t_witness = std::make_unique<Witness>();
    installHooks();
}

void stopWatchingCalls() { t_witness.reset(); }

uint64_t redundantCalls() { return t_witness ? t_witness->count() : 0; }

} // namespace gl
