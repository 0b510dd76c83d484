// Info segments: questions about host objects, answered into guest pages before the stamp (stream.md 7). Never more bytes than the reply
// has: the scratch area is shared with inline constants.
#pragma once

#include "pvg/exec/exec_context.h"
#include "pvg/stream/commands.h"

namespace pvg {

class InfoQueries {
public:
    explicit InfoQueries(ExecContext& context) : m_context(context) {}

    Declined<void> run(const stream::QueryComputePipeline& c);
    Declined<void> run(const stream::QueryRenderPipeline& c);
    Declined<void> run(const stream::QueryHeapTexture& c);
    Declined<void> run(const stream::QueryHeapTextureWide& c);
    Declined<void> run(const stream::QueryRateMap& c);
    Declined<void> run(const stream::MapScreenCoordinates& c);
    Declined<void> run(const stream::QueryImageBlockLength& c);
    Declined<void> run(const stream::QueryUniqueIdentifier& c);
    Declined<void> run(const stream::QueryGpuAddress& c);
    Declined<void> run(const stream::QueryResourceId& c);
    Declined<void> run(const stream::QueryHostResource& c);

private:
    Declined<void> answer(const stream::ReplyTarget& reply, std::span<const std::byte> bytes);

    ExecContext& m_context;
};

} // namespace pvg
