#include "check_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

namespace aircpu {

namespace {

constexpr size_t kFields = 9;

std::vector<std::string> fieldsOf(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream text(line);
    for (std::string field; std::getline(text, field, '\t');) fields.push_back(field);
    fields.resize(std::max(fields.size(), kFields));
    return fields;
}

bool readVerdict(const std::string& name, CheckVerdict& verdict) {
    for (int v = 0; v <= int(CheckVerdict::Failed); ++v) {
        verdict = CheckVerdict(v);
        if (name == verdictName(verdict)) return true;
    }
    return false;
}

// Numbers in a reason are the function's own; without them alike reasons count together.
std::string kindOfReason(const std::string& reason) {
    std::string kind;
    for (const char c : reason) {
        const bool isDigit = c >= '0' && c <= '9';
        if (!isDigit)
            kind += c;
        else if (kind.empty() || kind.back() != '#')
            kind += '#';
    }
    return kind;
}

} // namespace

std::string CheckedFunction::line() const {
    std::string reason = result.reason;
    std::ranges::replace_if(
        reason, [](char c) { return c == '\t' || c == '\n'; }, ' ');
    return fmt::format("{}\t{}\t{}\t{}\t{} values\t{} unsettled\t{} inputs\t{:.2f} s\t{}\n", verdictName(result.verdict), place, kind, name,
                       result.compared, result.unsettled, result.inputsRun, seconds, reason);
}

CheckLog::CheckLog(std::string path) : m_path(std::move(path)) {
    std::ifstream file(m_path);
    for (std::string line; std::getline(file, line);) {
        const std::vector<std::string> fields = fieldsOf(line);
        CheckedFunction f{fields[1], fields[2], fields[3], {}, std::strtod(fields[7].c_str(), nullptr)};
        if (!readVerdict(fields[0], f.result.verdict)) continue;
        f.result.compared = std::strtoull(fields[4].c_str(), nullptr, 10);
        f.result.unsettled = std::strtoull(fields[5].c_str(), nullptr, 10);
        f.result.reason = fields[8];
        count(f);
    }
}

void CheckLog::count(const CheckedFunction& f) {
    m_done.insert(f.place + '\t' + f.name);
    ++m_verdicts[verdictName(f.result.verdict)];
    const bool isSame = f.result.verdict == CheckVerdict::Same;
    if (!isSame && !f.isWrong()) ++m_reasons[fmt::format("{}: {}", verdictName(f.result.verdict), kindOfReason(f.result.reason))];
    if (f.result.verdict != CheckVerdict::Declined) {
        Project& project = m_projects[f.place.substr(0, f.place.find('/'))];
        ++project.functions;
        project.same += isSame;
    }
    m_compared += f.result.compared;
    m_unsettled += f.result.unsettled;
    m_wrong += f.isWrong();
    m_seconds += f.seconds;
}

void CheckLog::add(const CheckedFunction& function) {
    count(function);
    if (!m_path.empty()) std::ofstream(m_path, std::ios::app) << function.line();
}

void CheckLog::printSummary() const {
    for (const auto& [reason, count] : m_reasons) fmt::print("{:5}  {}\n", count, reason);
    for (const auto& [verdict, count] : m_verdicts) fmt::print("{:5}  {}\n", count, verdict);
    double share = 0;
    for (const auto& [name, project] : m_projects) {
        share += double(project.same) / double(project.functions);
        if (m_projects.size() > 1) fmt::print("{:5} of {:4} the same in {}\n", project.same, project.functions, name);
    }
    if (!m_projects.empty())
        fmt::print("{:.1f} % of what is not declined is the same, each project weighing alike\n", 100 * share / double(m_projects.size()));
    fmt::print("{} functions, {} values compared, {} unsettled, {:.0f} s\n", m_done.size(), m_compared, m_unsettled, m_seconds);
    if (m_done.empty()) fmt::print("no function was found\n");
}

} // namespace aircpu
