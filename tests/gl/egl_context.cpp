#include "egl_context.h"

#include <epoxy/egl.h>

#include <array>

namespace gltest {

namespace {

bool initialize(EGLDisplay display) {
    EGLint major = 0, minor = 0;
    return display != EGL_NO_DISPLAY && eglInitialize(display, &major, &minor) == EGL_TRUE;
}

// Only the EXT form exists before a display is initialised (opengl.md 7).
EGLDisplay surfaceless() { return eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr); }

EGLDisplay firstDevice() {
    if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_device")) return EGL_NO_DISPLAY;
    std::array<EGLDeviceEXT, 8> devices{};
    EGLint count = 0;
    if (eglQueryDevicesEXT(EGLint(devices.size()), devices.data(), &count) != EGL_TRUE) return EGL_NO_DISPLAY;
    for (EGLint i = 0; i < count; ++i) {
        EGLDisplay display = eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, devices[size_t(i)], nullptr);
        if (initialize(display)) return display;
    }
    return EGL_NO_DISPLAY;
}

} // namespace

EglContext::EglContext() {
    m_display = openDisplay();
    if (m_display == nullptr) {
        m_problem = "no EGL display without a surface: neither the surfaceless platform nor a device";
        return;
    }
    m_context = createContext(m_display);
    if (m_context == nullptr) m_problem = "EGL gives no OpenGL 4.5 core context";
}

EglContext::~EglContext() {
    if (m_display == nullptr) return;
    eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (m_context != nullptr) eglDestroyContext(m_display, m_context);
    eglTerminate(m_display);
}

void* EglContext::openDisplay() {
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless"))
        if (EGLDisplay display = surfaceless(); initialize(display)) return display;
    return firstDevice();
}

void* EglContext::createContext(void* display) {
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return nullptr;
    EGLContext context = EGL_NO_CONTEXT;
    for (const EGLint onReset : {EGL_LOSE_CONTEXT_ON_RESET, EGL_NO_RESET_NOTIFICATION}) {
        const EGLint attributes[] = {EGL_CONTEXT_MAJOR_VERSION, 4, EGL_CONTEXT_MINOR_VERSION, 5,
                                     EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                     EGL_CONTEXT_OPENGL_DEBUG, EGL_TRUE,
                                     EGL_CONTEXT_OPENGL_ROBUST_ACCESS, EGL_TRUE,
                                     EGL_CONTEXT_OPENGL_RESET_NOTIFICATION_STRATEGY, onReset, EGL_NONE};
        if (context == EGL_NO_CONTEXT) context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, attributes);
    }
    if (context == EGL_NO_CONTEXT || eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) != EGL_TRUE) return nullptr;
    return context;
}

} // namespace gltest
