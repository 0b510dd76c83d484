// A shader service whose translations are written by the test, in the form reflection.h asks for.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "pvg/exec/backend.h"
#include "shaders/air/service.h"

namespace gltest {

class FakeShaders final : public air::ShaderService {
public:
    void request(const std::string& hash, std::shared_ptr<const std::vector<std::byte>>) override { m_requested[hash] = true; }
    std::shared_ptr<const air::Outcome> result(const std::string& hash) override {
        const auto found = m_outcomes.find(hash);
        return m_requested.contains(hash) && found != m_outcomes.end() ? found->second : nullptr;
    }
    Figures figures() const override { return {}; }

    // The library whose translation is `text` with `reflection`.
    std::shared_ptr<const pvg::ShaderLibrary> add(const std::string& text, air::Reflection reflection) {
        return addOutcome({air::Verdict::Ok, "", {text, std::move(reflection)}});
    }
    std::shared_ptr<const pvg::ShaderLibrary> addOutcome(air::Outcome outcome) {
        auto library = untranslated();
        m_outcomes[library->hash] = std::make_shared<const air::Outcome>(std::move(outcome));
        return library;
    }
    // A library whose translation never arrives.
    std::shared_ptr<const pvg::ShaderLibrary> untranslated() {
        return std::make_shared<const pvg::ShaderLibrary>(pvg::ShaderLibrary{"library" + std::to_string(m_next++), {}});
    }

private:
    int m_next = 0;
    std::map<std::string, bool> m_requested;
    std::map<std::string, std::shared_ptr<const air::Outcome>> m_outcomes;
};

} // namespace gltest
