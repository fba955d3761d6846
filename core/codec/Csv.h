// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace outpost::codec {

/// Writes RFC 4180 rows (comma, CRLF). A text that a spreadsheet would run as a formula gets an apostrophe in front;
/// numbers are written bare, so that a negative amount stays a number.
class CsvWriter {
public:
    CsvWriter& text(std::string_view value);
    /// Digits with an optional minus, point and digits; anything else is written as text.
    CsvWriter& number(std::string_view value);
    CsvWriter& empty() { return cell({}); }
    void endRow();

    const std::string& content() const { return m_content; }
    /// Hands over what was written so far, for streaming to a file.
    std::string takeContent();

private:
    CsvWriter& cell(std::string_view value);
    std::string m_content;
    bool m_isRowStart = true;
};

} // namespace outpost::codec
