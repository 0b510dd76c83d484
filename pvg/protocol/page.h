// One generated page of the protocol document: markdown tables from the tables the code is built from.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>

#include "pvg/base/feature.h"
#include "pvg/base/wire_field.h"

namespace pvg::protocol {

class Page {
public:
    Page(std::string_view title, std::string_view introduction);

    void section(std::string_view title, std::initializer_list<std::string_view> columns);
    void row(std::initializer_list<std::string> cells);
    void paragraph(std::string_view text);
    // False: the file could not be written.
    bool write(const std::filesystem::path& file) const;

private:
    std::string m_text;
};

// "+0 first: u32, +4 count: u32, +8 refs[]: {u32 ref}"; offsets count from `base`. "none" without fields.
std::string fieldList(std::span<const WireField> fields, size_t base);
// "16 + 12 n" for a record of 16 bytes that ends with entries of 12.
std::string lengthRule(size_t fixed, std::span<const WireField> fields);
std::string gateCell(Feature gate);

Page registersPage();
Page fifoPage();
Page operationsPage();
Page streamPage();
Page deviceInfoPage();
Page formatsPage();
Page declinesPage();
Page socketPage();
Page tracePage();
Page statusPage();

} // namespace pvg::protocol
