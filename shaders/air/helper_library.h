// GLSL functions for what the language has no operator for. Only what a function uses is written out, once a type.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shaders/air/glsl_type.h"

namespace air {

class HelperLibrary {
public:
    // Makes sure the helper exists for `type` and returns its name. An unknown name is a programmer's mistake.
    std::string use(std::string_view name, GlslType type);
    // Adds a function written by the caller, once a name.
    void add(const std::string& name, const std::string& text);
    const std::vector<std::string>& texts() const { return m_texts; }

private:
    std::map<std::string, bool, std::less<>> m_seen;
    std::vector<std::string> m_texts;
};

} // namespace air
