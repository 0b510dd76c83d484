// The shaders of the random sequences, as GLSL in the form reflection.h asks for: a function's library is eight bytes that name one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "shaders/air/service.h"

namespace randomtest {

enum class Program : uint32_t {
    PulledVertex,  // positions, four floats each, from vertex buffer 0
    ConstantColor, // fragment buffer 0: four floats, or four words for unsigned targets
    ConstantUint,
    CopyTexel,     // fragment buffer 0: two words, added to the position; fragment texture 0, texel fetch; nothing where it has no texel
    AddWords,      // buffer 0 of n words: adds buffer 1's first word to the words of all threads
    StoreTexels,   // texture 0: buffer 1's color, shifted by the position, in all texels of the grid
    StoreUints,
    GatherBytes,   // buffer 0: a word a thread, the texel's four components of texture 0 as bytes
    Count
};

class Programs final : public air::ShaderService {
public:
    void request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> container) override;
    std::shared_ptr<const air::Outcome> result(const std::string& hash) override;
    Figures figures() const override { return {}; }

private:
    std::map<std::string, std::shared_ptr<const air::Outcome>> m_outcomes;
};

} // namespace randomtest
