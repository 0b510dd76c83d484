// What became of each function, a line each in a file: a long run can be broken off and go on where it was, and what it found be read
// later.
#pragma once

#include <map>
#include <set>
#include <string>

#include "differential.h"

namespace aircpu {

struct CheckedFunction {
    std::string place, kind, name; // place: the library's path below the folder that was asked for
    CheckResult result;
    double seconds = 0; // of CPU

    bool isWrong() const { return result.verdict == CheckVerdict::Different || result.verdict == CheckVerdict::Failed; }
    std::string line() const; // fields with tabs between
};

class CheckLog {
public:
    // `path` empty: nothing is kept. Lines that are no function's are left out.
    explicit CheckLog(std::string path);

    bool has(const std::string& place, const std::string& name) const { return m_done.contains(place + '\t' + name); }
    void add(const CheckedFunction& function);
    // Totals by verdict, reason and project, those of earlier runs included.
    void printSummary() const;
    bool isAllRight() const { return m_wrong == 0 && !m_done.empty(); }

private:
    void count(const CheckedFunction& function);

    std::string m_path;
    std::set<std::string> m_done;
    std::map<std::string, size_t> m_verdicts, m_reasons;
    struct Project {
        size_t functions = 0, same = 0;
    };
    std::map<std::string, Project> m_projects; // by the first folder of the place
    size_t m_compared = 0, m_unsettled = 0, m_wrong = 0;
    double m_seconds = 0;
};

} // namespace aircpu
