#include <cmath>
#include <optional>

#include "pvg/guest/cursor_glyph.h"
#include "pvg/guest/scenes/desktop/backdrop_blur.h"
#include "pvg/guest/scenes/desktop/compositor.h"
#include "pvg/guest/scenes/desktop/pictures.h"
#include "pvg/guest/scenes/desktop/windows.h"
#include "pvg/guest/scenes/makers.h"

namespace pvg::guest {

namespace {

using namespace desktop;

constexpr float kBlurMargin = 32; // design units around the dock that its blur looks at

Rect pixelsOf(const Box& box, Extent size) {
    const auto clip = [](float v, uint32_t limit) { return static_cast<uint32_t>(std::clamp(std::round(v), 0.0f, static_cast<float>(limit))); };
    const uint32_t left = clip(box.x, size.width), top = clip(box.y, size.height);
    return {left, top, clip(box.x + box.w, size.width) - left, clip(box.y + box.h, size.height) - top};
}

// A compositor's frame. Each surface is drawn whole once; after that only what changes: the window that animates, and the dock, whose
// glass shows that window through.
class DesktopScene final : public Scene {
public:
    void prepare(Session& session) override;
    void encode(Session& session, Frame& frame) override;

private:
    void prepareLists(Session& session);
    ObjectRef makePicture(Session& session, Extent size, const std::vector<uint32_t>& pixels);
    ObjectRef makeAtlas(Session& session);
    void animate(Session& session, const Frame& frame);
    void beginSurface(Frame& frame, bool isWhole) const;

    Compositor m_compositor;
    BackdropBlur m_blur;
    std::optional<FontAtlas> m_font;
    std::optional<DisplayList> m_below, m_above; // the dock's blur lies between them
    size_t m_wavesItem = 0;
    std::vector<Rect> m_animated; // pixels that change in every frame
    Rect m_glass;                 // what the dock and its blur touch
};

ObjectRef DesktopScene::makePicture(Session& session, Extent size, const std::vector<uint32_t>& pixels) {
    const Texture texture = makeTexture(session.user(), {PixelFormat::BGRA8Unorm, size.width, size.height, 1, kUsageRead, Storage::Shared, false});
    texture.write(bytesOf(pixels));
    session.markWritten(texture.ref);
    return texture.ref;
}

ObjectRef DesktopScene::makeAtlas(Session& session) {
    const Texture texture =
        makeTexture(session.user(), {PixelFormat::A8Unorm, m_font->width(), m_font->height(), 1, kUsageRead, Storage::Shared, false});
    texture.write(bytesOf(m_font->coverage()));
    session.markWritten(texture.ref);
    return texture.ref;
}

void DesktopScene::prepare(Session& session) {
    const Extent size{session.width(), session.height()};
    const Scale middle(size.width, size.height, Anchor::Center), bottom(size.width, size.height, Anchor::Bottom);
    const Box waves{kWavesWindow.x, kWavesWindow.y + kTitleBarHeight, kWavesWindow.w, kWavesWindow.h - kTitleBarHeight - kWindowRadius};
    m_glass = pixelsOf(bottom.box(kDock.inset(-kBlurMargin)), size);
    m_animated = {pixelsOf(middle.box(waves), size), m_glass};
    m_compositor.prepare(session);
    m_blur.prepare(session, m_glass);
    prepareLists(session);
    installArrowCursor(session);
}

void DesktopScene::prepareLists(Session& session) {
    const Extent size{session.width(), session.height()};
    const auto scaleAt = [&](Anchor anchor) { return Scale(size.width, size.height, anchor); };
    const Scale top = scaleAt(Anchor::Top), middle = scaleAt(Anchor::Center), bottom = scaleAt(Anchor::Bottom);
    m_font.emplace(middle.factor());
    const ObjectRef atlas = makeAtlas(session), white = makePicture(session, {4, 4}, std::vector<uint32_t>(16, 0xffffffff));
    m_below.emplace(*m_font, atlas, white);
    m_above.emplace(*m_font, atlas, white);
    m_below->image({0, 0, static_cast<float>(size.width), static_cast<float>(size.height)}, makePicture(session, size, paintWallpaper(size)));
    Painter windows(*m_below, middle), menuBar(*m_above, top), dock(*m_above, bottom);
    constexpr Extent kPhoto{568, 344};
    m_wavesItem = paintWindows(windows, {makePicture(session, kPhoto, paintPhoto(kPhoto))});
    paintMenuBar(menuBar, static_cast<float>(size.width) / top.factor());
    paintDock(dock, m_blur.result());
}

// Everything that moves is a function of the frame's number, so that frame N is the same picture in every run.
void DesktopScene::animate(Session& session, const Frame& frame) {
    const auto t = static_cast<float>(frame.index);
    demo::Wallpaper waves{{0.07f, 0.12f, 0.30f, 1}, {0.10f, 0.42f, 0.62f, 1}, {0.55f, 0.95f, 0.85f, 1}, t * 0.06f, 7, {}};
    const auto bytes = std::as_bytes(std::span(&waves, 1));
    m_below->items()[m_wavesItem].uniform.assign(bytes.begin(), bytes.end());
    const float angle = t * 0.02f;
    const auto x = static_cast<float>(frame.width) * (0.5f + 0.28f * std::sin(angle));
    const auto y = static_cast<float>(frame.height) * (0.5f + 0.26f * std::sin(angle * 1.7f + 0.6f));
    session.display().moveCursor(static_cast<uint16_t>(x), static_cast<uint16_t>(y), true);
}

void DesktopScene::beginSurface(Frame& frame, bool isWhole) const {
    RenderPass pass{{frame.target}, frame.width, frame.height};
    pass.color.load = isWhole ? LoadAction::Clear : LoadAction::Load;
    frame.stream.beginRender(pass);
    frame.stream.setViewport({0, 0, double(frame.width), double(frame.height)});
}

void DesktopScene::encode(Session& session, Frame& frame) {
    animate(session, frame);
    const bool isWhole = frame.index < Session::kSlots;
    const std::vector<Rect> damage = isWhole ? std::vector{Rect{0, 0, frame.width, frame.height}} : m_animated;
    beginSurface(frame, isWhole);
    for (const Rect& rect : damage) m_compositor.draw(session, frame, m_below->items(), *m_below, rect);
    m_blur.record(session, frame);
    beginSurface(frame, false);
    frame.stream.barrierTextures();
    m_compositor.draw(session, frame, m_above->items(), *m_above, isWhole ? damage.front() : m_glass);
}

} // namespace

std::unique_ptr<Scene> makeDesktopScene() { return std::make_unique<DesktopScene>(); }

} // namespace pvg::guest
