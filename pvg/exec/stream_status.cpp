#include "pvg/exec/stream_status.h"

#include <array>

#include "pvg/exec/blit_encoder.h"
#include "pvg/exec/compute_encoder.h"
#include "pvg/exec/events.h"
#include "pvg/exec/executes.h"
#include "pvg/exec/info_queries.h"
#include "pvg/exec/packet_run.h"
#include "pvg/exec/render_encoder.h"
#include "pvg/stream/commands.h"

namespace pvg {

namespace {

template <stream::Group>
struct EncoderOf;
template <>
struct EncoderOf<stream::Group::Render> {
    using Type = RenderEncoder;
};
template <>
struct EncoderOf<stream::Group::Compute> {
    using Type = ComputeEncoder;
};
template <>
struct EncoderOf<stream::Group::Blit> {
    using Type = BlitEncoder;
};
template <>
struct EncoderOf<stream::Group::Event> {
    using Type = EventEncoder;
};
template <>
struct EncoderOf<stream::Group::Info> {
    using Type = InfoQueries;
};
template <>
struct EncoderOf<stream::Group::Envelope> {
    using Type = EnvelopeOptions;
};

using namespace stream;
constexpr bool kExecutes[] = {
#define OPCODE(group, code, name, total, Command, ...) Executes<EncoderOf<Group::group>::Type, Command>,
#include "pvg/stream/opcodes.inc"
#undef OPCODE
};

} // namespace

bool executesOpcode(size_t row) { return kExecutes[row]; }

} // namespace pvg
