// Identifiers: readable where the IR or the metadata has a name, never a GLSL keyword, builtin or reserved spelling.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace air {

// Letters, digits and single underscores, not empty, at most 40 characters.
std::string sanitised(std::string_view name);

// The varying of a semantic (air.md 3): "generated(5colorDv4_f)" and "user(color)" give "color" with a prefix by component type.
std::string varyingName(std::string_view semantic, uint8_t componentType);

class Names {
public:
    // A local variable. The numeric suffix keeps clear of every other identifier in the text.
    std::string local(std::string_view hint);

private:
    unsigned m_next = 0;
};

} // namespace air
