// ShaderService that translates inside the caller, at request(): for tests, and for input this build has made itself.
#pragma once

#include "shaders/air/result_cache.h"
#include "shaders/air/worker.h"

namespace air {

class InlineService final : public ShaderService {
public:
    // `translate`: air::translate where LLVM is linked.
    InlineService(Translate translate, Capabilities capabilities) : m_translate(std::move(translate)), m_capabilities(capabilities) {}

    void request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>> library) override {
        if (m_results.begin(hash)) m_results.finish(hash, m_translate(*library, {}, m_capabilities));
    }
    std::shared_ptr<const Outcome> result(const std::string& hash) override { return m_results.find(hash); }
    Figures figures() const override { return m_results.figures(); }

private:
    Translate m_translate;
    Capabilities m_capabilities;
    ResultCache m_results;
};

} // namespace air
