#include "app/renderer/gl_context.h"

#include <array>
#include <vector>

#include <epoxy/egl.h>

#include <fmt/format.h>

#include "pvg/base/log.h"

namespace app {

namespace {
constexpr EGLint kMaxDevices = 16;

#ifdef NDEBUG
constexpr EGLint kDebug = EGL_FALSE;
#else
constexpr EGLint kDebug = EGL_TRUE;
#endif

struct Made {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
};

pvg::Error noContext(std::string detail) {
    return {pvg::Code::Unsupported, "this needs an OpenGL 4.5 core driver, but " + std::move(detail) + "; `eglinfo` lists what the installed drivers offer"};
}

// Contexts of one share group must agree on the reset notification, and older drivers know none: from the most careful to the plainest.
EGLContext createContext(EGLDisplay display, EGLConfig config, EGLContext share) {
    constexpr std::array<std::array<EGLint, 2>, 3> robustness{{
        {EGL_TRUE, EGL_LOSE_CONTEXT_ON_RESET},
        {EGL_TRUE, EGL_NO_RESET_NOTIFICATION},
        {EGL_FALSE, EGL_NO_RESET_NOTIFICATION},
    }};
    for (auto [access, notification] : robustness) {
        std::vector<EGLint> attributes{EGL_CONTEXT_MAJOR_VERSION, 4, EGL_CONTEXT_MINOR_VERSION, 5, EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                       EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT};
        if (kDebug) attributes.insert(attributes.end(), {EGL_CONTEXT_OPENGL_DEBUG, EGL_TRUE});
        if (access) {
            attributes.insert(attributes.end(), {EGL_CONTEXT_OPENGL_ROBUST_ACCESS, EGL_TRUE});
            attributes.insert(attributes.end(), {EGL_CONTEXT_OPENGL_RESET_NOTIFICATION_STRATEGY, notification});
        }
        attributes.push_back(EGL_NONE);
        EGLContext context = eglCreateContext(display, config, share, attributes.data());
        if (context == EGL_NO_CONTEXT) continue;
        spdlog::debug("OpenGL context: robust access {}, reset notification {}", access ? "on" : "off",
                      notification == EGL_LOSE_CONTEXT_ON_RESET ? "on" : "off");
        return context;
    }
    return EGL_NO_CONTEXT;
}

pvg::Result<Made> createOn(EGLDisplay display, const char* platform) {
    EGLint major = 0, minor = 0;
    if (display == EGL_NO_DISPLAY || !eglInitialize(display, &major, &minor)) {
        return noContext(fmt::format("EGL has no {} display (error 0x{:x})", platform, eglGetError()));
    }
    const EGLint wanted[] = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    bool isUsable = epoxy_has_egl_extension(display, "EGL_KHR_surfaceless_context") && eglBindAPI(EGL_OPENGL_API) &&
                    eglChooseConfig(display, wanted, &config, 1, &count) && count == 1;
    EGLContext context = isUsable ? createContext(display, config, EGL_NO_CONTEXT) : EGL_NO_CONTEXT;
    if (context != EGL_NO_CONTEXT) return Made{display, context};
    pvg::Error error = noContext(fmt::format("the {} platform gives no such context (error 0x{:x})", platform, eglGetError()));
    eglTerminate(display);
    return error;
}

pvg::Result<Made> createOnDevices() {
    if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_device_enumeration")) return noContext("EGL cannot list devices");
    std::array<EGLDeviceEXT, kMaxDevices> devices{};
    EGLint count = 0;
    if (!eglQueryDevicesEXT(kMaxDevices, devices.data(), &count)) count = 0;
    pvg::Result<Made> last = noContext("EGL lists no device");
    for (EGLint i = 0; i < count && !last; ++i) {
        last = createOn(eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, devices[size_t(i)], nullptr), "device");
    }
    return last;
}
} // namespace

pvg::Result<std::unique_ptr<GlContext>> GlContext::createHeadless() {
    pvg::Result<Made> made = noContext("EGL has no surfaceless platform");
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
        made = createOn(eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr), "surfaceless");
    }
    if (!made) {
        spdlog::debug("{}", made.error().text);
        made = createOnDevices();
    }
    if (!made) return made.failure();
    return std::unique_ptr<GlContext>(new GlContext(made->display, made->context, true));
}

pvg::Result<std::unique_ptr<GlContext>> GlContext::createShared() {
    EGLDisplay display = eglGetCurrentDisplay();
    EGLContext share = eglGetCurrentContext();
    if (display == EGL_NO_DISPLAY || share == EGL_NO_CONTEXT) return noContext("the window has no EGL context");
    if (!epoxy_has_egl_extension(display, "EGL_KHR_surfaceless_context")) return noContext("EGL has no contexts without a surface");
    EGLint id = 0, count = 0;
    EGLConfig config = nullptr;
    eglQueryContext(display, share, EGL_CONFIG_ID, &id);
    const EGLint wanted[] = {EGL_CONFIG_ID, id, EGL_NONE};
    if (!eglChooseConfig(display, wanted, &config, 1, &count) || count != 1) return noContext("the window's EGL configuration is gone");
    EGLContext context = createContext(display, config, share);
    if (context == EGL_NO_CONTEXT) return noContext(fmt::format("no context can share with the window's (error 0x{:x})", eglGetError()));
    return std::unique_ptr<GlContext>(new GlContext(display, context, false));
}

GlContext::~GlContext() {
    eglDestroyContext(m_display, m_context);
    if (m_ownsDisplay) eglTerminate(m_display);
}

pvg::Status GlContext::makeCurrent() {
    // The bound API is per thread.
    if (eglBindAPI(EGL_OPENGL_API) && eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, m_context)) return {};
    return pvg::Error{pvg::Code::Unsupported, fmt::format("the OpenGL context cannot be made current without a surface (EGL error 0x{:x})", eglGetError())};
}

void GlContext::release() {
    eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglReleaseThread();
}

} // namespace app
