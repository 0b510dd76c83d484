#include "pvg/guest/scenes/features/gallery.h"

#include <fstream>

namespace pvg::guest {

namespace {

void copyPicture(StreamWriter& stream, const ImagePlace& from, const ImagePlace& to) {
    stream.copy(from, to, {Kit::kWidth, Kit::kHeight, 1});
}

class FeatureScene final : public Scene {
public:
    explicit FeatureScene(const Feature& feature) : m_feature(feature) {}
    void prepare(Session& session) override {
        m_kit = std::make_unique<Kit>(session);
        if (session.width() < Kit::kWidth || session.height() < Kit::kHeight) session.driver().fail("a feature scene needs 256x128 pixels");
    }
    void encode(Session&, Frame& frame) override {
        m_kit->start();
        m_feature.draw(*m_kit);
        m_kit->submit();
        frame.use(m_kit->picture());
        frame.stream.beginBlit();
        copyPicture(frame.stream, {m_kit->picture()}, {frame.target});
    }

private:
    const Feature m_feature;
    std::unique_ptr<Kit> m_kit;
};

// The pictures of a run side by side, as many as fit.
class Sheet final : public Scene {
public:
    void add(ObjectRef picture) { m_pictures.push_back(picture); }
    void prepare(Session&) override {}
    void encode(Session&, Frame& frame) override {
        RenderPass pass{{frame.target}, frame.width, frame.height};
        pass.color.load = LoadAction::Clear;
        frame.stream.beginRender(pass);
        frame.stream.beginBlit();
        const uint64_t columns = frame.width / Kit::kWidth, rows = frame.height / Kit::kHeight;
        for (uint64_t i = 0; i < m_pictures.size() && i < columns * rows; ++i) {
            copyPicture(frame.stream, {m_pictures[i]}, {frame.target, {i % columns * Kit::kWidth, i / columns * Kit::kHeight, 0}});
            frame.use(m_pictures[i]);
        }
    }

private:
    std::vector<ObjectRef> m_pictures;
};

bool writePicture(const std::string& path, std::span<const std::byte> bgra) {
    std::string rgb;
    for (size_t i = 0; i + 3 < bgra.size(); i += 4)
        for (size_t c : {2, 1, 0}) rgb.push_back(static_cast<char>(bgra[i + c]));
    std::ofstream out(path, std::ios::binary);
    out << "P6\n" << Kit::kWidth << ' ' << Kit::kHeight << "\n255\n" << rgb;
    return out.good();
}

} // namespace

std::unique_ptr<Scene> makeFeatureScene(const Feature& feature) { return std::make_unique<FeatureScene>(feature); }

std::string Gallery::play(Session& session, std::span<const Feature> features) {
    Kit kit(session);
    Sheet sheet;
    for (const Feature& f : features) {
        kit.start();
        f.draw(kit);
        if (!kit.submit()) return "the scene " + std::string(f.name) + " did not end";
        const std::string path = m_folder + "/" + std::string(f.topic) + "." + std::string(f.name) + ".ppm";
        if (!writePicture(path, kit.readPicture())) return "cannot write " + path;
        sheet.add(kit.picture());
    }
    session.run(sheet, 1);
    return {};
}

} // namespace pvg::guest
