// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Csv.h"

#include <gtest/gtest.h>

namespace outpost::codec {
namespace {

std::string cell(std::string_view text)
{
    return CsvWriter().text(text).content();
}

TEST(Csv, SeparatesCellsAndEndsRowsAsRfc4180Says)
{
    CsvWriter csv;
    csv.text("a").number("1.5").empty();
    csv.endRow();
    csv.text("b").endRow();
    EXPECT_EQ(csv.content(), "a,1.5,\r\nb\r\n");
}

TEST(Csv, QuotesSeparatorsQuotesAndLineEnds)
{
    EXPECT_EQ(cell("a,b"), "\"a,b\"");
    EXPECT_EQ(cell("say \"hi\""), "\"say \"\"hi\"\"\"");
    EXPECT_EQ(cell("two\nlines"), "\"two\nlines\"");
}

TEST(Csv, TextThatASpreadsheetWouldRunIsNeutralised)
{
    for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"})
        EXPECT_TRUE(cell(formula).starts_with("'") || cell(formula).starts_with("\"'")) << formula;
    EXPECT_EQ(cell("a=b"), "a=b");
}

TEST(Csv, NegativeNumberStaysANumber)
{
    EXPECT_EQ(CsvWriter().number("-1.50").content(), "-1.50");
}

TEST(Csv, FormulaOfferedAsANumberIsNeutralised)
{
    EXPECT_EQ(CsvWriter().number("-1+cmd").content(), "'-1+cmd");
    EXPECT_EQ(CsvWriter().number("").content(), "");
    EXPECT_EQ(CsvWriter().number("-").content(), "'-");
}

} // namespace
} // namespace outpost::codec
