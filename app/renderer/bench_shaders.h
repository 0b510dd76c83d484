// Shaders of the benchmarks: texts in the translator's form (shaders/air/reflection.h) for libraries that hold nothing but a name, so that
// no worker is needed and the same texts can be drawn with directly.
#pragma once

#include <map>

#include "shaders/air/service.h"

namespace app {

// "vertex..." or "fragment...". Every name has a program text of its own.
struct BenchShader {
    std::string text;
    air::Reflection reflection;
};
// A compositor's pair: attributes float4, float2 and normalised uchar4 with 48 bytes a vertex in buffer 0, 64 bytes of constants in buffer 1
// of the vertex and 0 of the fragment function, texture 0 with sampler 0.
BenchShader benchShader(const std::string& name);

// Thread: one.
class BenchShaders final : public air::ShaderService {
public:
    void request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library) override;
    std::shared_ptr<const air::Outcome> result(const std::string& hash) override;
    Figures figures() const override { return {}; }

private:
    std::map<std::string, std::shared_ptr<const air::Outcome>> m_outcomes;
};

} // namespace app
