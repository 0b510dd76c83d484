// An OpenGL 4.5 core context without a window or a display server, current on the calling thread for its lifetime.
#pragma once

#include <string>

namespace gltest {

class EglContext {
public:
    // A debug context with robust buffer access that resets are reported to, where the driver does that.
    EglContext();
    ~EglContext();
    EglContext(const EglContext&) = delete;

    bool isValid() const { return m_context != nullptr; }
    const std::string& problem() const { return m_problem; }

private:
    void* openDisplay();
    void* createContext(void* display);

    void* m_display = nullptr;
    void* m_context = nullptr;
    std::string m_problem;
};

} // namespace gltest
