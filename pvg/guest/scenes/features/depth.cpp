#include "pvg/guest/scenes/features/feature.h"

namespace pvg::guest {

namespace {

constexpr Box kAll{0, 0, 256, 128};

// A picture's pass with a depth and perhaps a stencil attachment.
class Tested {
public:
    Tested(Kit& kit, PixelFormat format, double clearDepth = 1, uint32_t clearStencil = 0) : m_kit(kit), m_format(format) {
        m_texture = kit.texture({format, Kit::kWidth, Kit::kHeight, 1, kUsageTarget | kUsageRead, Storage::Private, false});
        m_pass = kit.pass();
        const PassAttachment attachment{m_texture.ref, 0, LoadAction::Clear, StoreAction::Store};
        if (format != PixelFormat::Stencil8) m_pass.depth = attachment;
        if (hasStencil()) m_pass.stencil = attachment;
        m_pass.clearDepth = clearDepth;
        m_pass.clearStencil = clearStencil;
    }

    void begin() {
        m_kit.stream().beginRender(m_pass);
        usePipeline({});
    }
    // The same attachments again, as they were stored.
    void beginAgain() {
        m_pass.color.load = m_pass.depth.load = m_pass.stencil.load = LoadAction::Load;
        begin();
    }
    void usePipeline(const std::function<void(RenderPipeline&)>& change) {
        m_kit.stream().setPipeline(m_kit.pipeline([&](RenderPipeline& p) {
            if (m_format != PixelFormat::Stencil8) p.depth = m_format;
            if (hasStencil()) p.stencil = m_format;
            if (change) change(p);
        }));
    }
    void use(const DepthStencilState& state) { m_kit.stream().setDepthStencil(makeDepthStencil(m_kit.task(), state)); }
    // Adds the stencil of each pixel to the picture, as a grey of 1/255 each.
    void showStencil() {
        usePipeline([](RenderPipeline& p) { p.colors[0].blend = BlendState{1, 1, 1, 1}; });
        for (uint32_t bit = 1; bit < 256; bit *= 2) {
            const StencilFace isSet{Compare::Equal, StencilOperation::Keep, StencilOperation::Keep, StencilOperation::Keep, bit, 0};
            use({Compare::Always, false, isSet, isSet});
            m_kit.stream().setStencilReference(bit, bit);
            const float step = float(bit) / 255;
            m_kit.fill(kAll, {step, step, step, 1});
        }
    }
    ObjectRef texture() const { return m_texture.ref; }

private:
    bool hasStencil() const { return m_format == PixelFormat::Stencil8 || m_format == PixelFormat::Depth32FloatStencil8; }

    Kit& m_kit;
    PixelFormat m_format;
    Texture m_texture;
    RenderPass m_pass;
};

// The third of a cell.
Box third(uint32_t number, uint32_t part) {
    const Box b = cell(number);
    return {b.left + 8 * part, b.top, b.left + 8 * part + 8, b.bottom};
}

void compareInFormat(Kit& kit, PixelFormat format) {
    Tested tested(kit, format, 0.5);
    tested.begin();
    for (uint32_t f = 0; f < 8; ++f) {
        tested.use({Compare(f), false});
        for (uint32_t part = 0; part < 3; ++part) kit.fill(third(f, part), kRed, 0.25f + 0.25f * float(part));
    }
}

void compareFunctions(Kit& kit) { compareInFormat(kit, PixelFormat::Depth32Float); }

// 0.5 is no value of 16 bits: only what is clearly nearer or farther is compared.
void depth16(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth16Unorm, 0.5);
    tested.begin();
    for (uint32_t f = 0; f < 8; ++f) {
        tested.use({Compare(f), false});
        for (uint32_t part : {0u, 2u}) kit.fill(third(f, part), kRed, 0.25f + 0.25f * float(part));
    }
}

void writesOff(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth32Float);
    tested.begin();
    for (bool writes : {false, true}) {
        tested.use({Compare::Less, writes});
        kit.fill(cell(writes), kRed, 0.25f);
        tested.use({Compare::Less, false});
        kit.fill(cell(writes), kGreen, 0.75f);
    }
}

void clearDepth(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth32Float, 0.3);
    tested.begin();
    tested.use({Compare::Less, true});
    kit.fill(cell(0), kGreen, 0.25f);
    kit.fill(cell(1), kRed, 0.35f);
}

// Depth 0.25 becomes 0.625, and 1 - 0.25 behind a range that runs backwards.
void depthRange(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth32Float, 0.6);
    tested.begin();
    tested.use({Compare::Greater, false});
    kit.fill(cell(0), kRed, 0.25f);
    kit.stream().setViewport({0, 0, 256, 128, 0.5, 1});
    kit.fill(cell(1), kGreen, 0.25f);
    kit.stream().setViewport({0, 0, 256, 128, 1, 0});
    kit.fill(cell(2), kBlue, 0.25f);
}

void clip(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth32Float, 0.5);
    tested.begin();
    for (uint32_t clamps = 0; clamps < 2; ++clamps) {
        kit.stream().set(State::DepthClip, clamps);
        tested.use({Compare::Less, false});
        kit.fill(cell(8 * clamps), kRed, -0.5f);
        tested.use({Compare::Greater, false});
        kit.fill(cell(8 * clamps + 1), kGreen, 1.5f);
    }
}

// A million units of the last place of 0.5 are about 0.06.
void bias(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth32Float, 0.5);
    tested.begin();
    tested.use({Compare::Less, false});
    kit.fill(cell(0), kRed, 0.5f);
    kit.stream().setDepthBias({-1e6f, 0, 0});
    kit.fill(cell(1), kGreen, 0.5f);
    tested.use({Compare::Greater, false});
    kit.fill(cell(2), kRed, 0.5f);
    kit.stream().setDepthBias({1e6f, 0, 0});
    kit.fill(cell(3), kGreen, 0.5f);
    kit.stream().setDepthBias({});
    kit.fill(cell(4), kRed, 0.5f);
}

// From 0.75, far more than 0.125 nearer, but clamped to that: 0.625.
void biasClamp(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth32Float, 0.65);
    tested.begin();
    tested.use({Compare::Less, false});
    kit.stream().setDepthBias({-1e7f, 0, -0.125f});
    kit.fill(cell(0), kGreen, 0.75f);
    tested.use({Compare::Greater, false});
    kit.fill(cell(1), kRed, 0.75f);
    kit.stream().setDepthBias({-1e7f, 0, -0.0625f});
    kit.fill(cell(2), kBlue, 0.75f);
}

void fragmentDepth(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth32Float, 0.5);
    tested.begin();
    tested.usePipeline([&](RenderPipeline& p) { p.fragment = kit.function("depth_fragment"); });
    tested.use({Compare::Less, true});
    kit.bind(Stage::Fragment, 0, std::vector<float>{0.25f});
    kit.fill(cell(0), kGreen, 0.75f);
    kit.bind(Stage::Fragment, 0, std::vector<float>{0.75f});
    kit.fill(cell(1), kRed, 0.25f);
    tested.usePipeline({});
    kit.fill(cell(0), kRed, 0.3f);
}

void sampled(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth32Float, 1);
    tested.begin();
    tested.use({Compare::Always, true});
    kit.fill({0, 0, 128, 64}, kRed, 0.2f);
    kit.fill({128, 64, 256, 128}, kRed, 0.6f);
    kit.beginPass();
    kit.stream().setPipeline(kit.texturedPipeline("depth_sample_fragment"));
    const ObjectRef texture = tested.texture(), sampler = makeSampler(kit.task(), {});
    kit.stream().setFragmentTextures(0, {&texture, 1});
    kit.stream().setFragmentSamplers(0, {&sampler, 1});
    kit.fillTextured({64, 32, 192, 96});
}

void loaded(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth32Float);
    tested.begin();
    tested.use({Compare::Less, true});
    kit.fill(cell(0), kGreen, 0.25f);
    kit.stream().beginBlit();
    tested.beginAgain();
    tested.use({Compare::Less, true});
    kit.fill({0, 0, 64, 32}, kRed, 0.5f);
}

void stencilCompare(Kit& kit) {
    Tested tested(kit, PixelFormat::Stencil8, 1, 5);
    tested.begin();
    for (uint32_t f = 0; f < 8; ++f) {
        const StencilFace face{Compare(f)};
        tested.use({Compare::Always, false, face, face});
        for (uint32_t part = 0; part < 3; ++part) {
            kit.stream().setStencilReference(4 + part, 4 + part);
            kit.fill(third(f, part), kRed);
        }
    }
}

void stencilOperations(Kit& kit) {
    Tested tested(kit, PixelFormat::Stencil8);
    tested.begin();
    const auto write = [&](const Box& box, StencilOperation operation, uint32_t reference) {
        const StencilFace face{Compare::Always, StencilOperation::Keep, StencilOperation::Keep, operation};
        tested.use({Compare::Always, false, face, face});
        kit.stream().setStencilReference(reference, reference);
        kit.fill(box, {0, 0, 0, 1});
    };
    constexpr std::array<uint32_t, 3> kBefore{0, 5, 255};
    for (uint32_t row = 0; row < 3; ++row)
        for (uint32_t op = 0; op < 8; ++op) {
            write(cell(8 * row + op), StencilOperation::Replace, kBefore[row]);
            write(cell(8 * row + op), StencilOperation(op), 100);
        }
    tested.showStencil();
}

// Winding makes the one kind of square front and the other back.
void stencilFaces(Kit& kit) {
    Tested tested(kit, PixelFormat::Stencil8);
    tested.begin();
    const StencilFace front{Compare::Always, StencilOperation::Keep, StencilOperation::Keep, StencilOperation::Replace};
    const StencilFace back{Compare::Always, StencilOperation::Keep, StencilOperation::Keep, StencilOperation::Invert};
    tested.use({Compare::Always, false, front, back});
    kit.stream().setStencilReference(40, 80);
    kit.fill(cell(0), {0, 0, 0, 1});
    kit.stream().set(State::Winding, kCounterClockwise);
    kit.fill(cell(1), {0, 0, 0, 1});
    StencilFace replaces = back;
    replaces.passes = StencilOperation::Replace;
    tested.use({Compare::Always, false, front, replaces});
    kit.fill(cell(2), {0, 0, 0, 1});
    kit.stream().set(State::Winding, 0);
    tested.showStencil();
}

void stencilMasks(Kit& kit) {
    Tested tested(kit, PixelFormat::Stencil8, 1, 0xa5);
    tested.begin();
    StencilFace face{Compare::Always, StencilOperation::Keep, StencilOperation::Keep, StencilOperation::Replace, 0xff, 0x0f};
    tested.use({Compare::Always, false, face, face});
    kit.stream().setStencilReference(0x5a, 0x5a);
    kit.fill(cell(0), {0, 0, 0, 1});
    face = {Compare::Equal, StencilOperation::Zero, StencilOperation::Keep, StencilOperation::Replace, 0xf0, 0xff};
    tested.use({Compare::Always, false, face, face});
    kit.stream().setStencilReference(0xa1, 0xa1);
    kit.fill(cell(1), {0, 0, 0, 1});
    kit.stream().setStencilReference(0xb5, 0xb5);
    kit.fill(cell(2), {0, 0, 0, 1});
    tested.showStencil();
}

void depthFails(Kit& kit) {
    Tested tested(kit, PixelFormat::Depth32FloatStencil8, 0.5, 10);
    tested.begin();
    StencilFace face{Compare::Always, StencilOperation::Zero, StencilOperation::IncrementClamp, StencilOperation::Replace};
    tested.use({Compare::Less, false, face, face});
    kit.stream().setStencilReference(200, 200);
    kit.fill(cell(0), {0, 0, 0, 1}, 0.25f);
    kit.fill(cell(1), {0, 0, 0, 1}, 0.75f);
    face.compare = Compare::Never;
    tested.use({Compare::Less, false, face, face});
    kit.fill(cell(2), {0, 0, 0, 1}, 0.25f);
    tested.showStencil();
}

} // namespace

std::span<const Feature> depthFeatures() {
#define SCENE(name, summary) Feature{"depth", #name, summary, name},
    static constexpr Feature kScenes[] = {
#include "pvg/guest/scenes/features/depth.inc"
    };
#undef SCENE
    return kScenes;
}

} // namespace pvg::guest
