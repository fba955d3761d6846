// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Csv.h"

#include <utility>

namespace outpost::codec {

namespace {

bool isPlainNumber(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    bool hasDigit = false;
    bool hasPoint = false;
    for (const char c : text) {
        if (c == '.' && hasDigit && !hasPoint)
            hasPoint = true;
        else if (c >= '0' && c <= '9')
            hasDigit = true;
        else
            return false;
    }
    return hasDigit && text.back() != '.';
}

bool looksLikeFormula(std::string_view text)
{
    // Spreadsheets skip blanks before they look for the sign of a formula.
    const auto first = text.find_first_not_of(" \t\r\n");
    return text.starts_with('\t') || text.starts_with('\r') ||
           (first != std::string_view::npos && std::string_view("=+-@").contains(text[first]));
}

} // namespace

CsvWriter& CsvWriter::cell(std::string_view value)
{
    if (!m_isRowStart)
        m_content += ',';
    m_isRowStart = false;
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
        m_content += value;
        return *this;
    }
    m_content += '"';
    for (const char c : value) {
        if (c == '"')
            m_content += '"';
        m_content += c;
    }
    m_content += '"';
    return *this;
}

CsvWriter& CsvWriter::text(std::string_view value)
{
    return looksLikeFormula(value) ? cell("'" + std::string(value)) : cell(value);
}

CsvWriter& CsvWriter::number(std::string_view value)
{
    return isPlainNumber(value) ? cell(value) : text(value);
}

void CsvWriter::endRow()
{
    m_content += "\r\n";
    m_isRowStart = true;
}

std::string CsvWriter::takeContent()
{
    return std::exchange(m_content, {});
}

} // namespace outpost::codec
