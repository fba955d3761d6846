// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/Password.h"

#include "core/wallet/PasswordStrength.h"

#include <gtest/gtest.h>

namespace outpost::wallet {
namespace {

std::string textOf(const Result<Password>& password)
{
    return password ? std::string(asText(password->bytes())) : "error " + std::string(password.error().code.name);
}
Password passwordOf(std::string_view text)
{
    auto password = Password::create(asBytes(text));
    EXPECT_TRUE(password) << text;
    return std::move(*password);
}

TEST(Password, AsciiStaysAsItIs)
{
    EXPECT_EQ(textOf(Password::create(asBytes(" Correct Horse ~!\x01"))), " Correct Horse ~!\x01");
}

TEST(Password, ComposedAndDecomposedSpellingsAreOnePassword)
{
    const std::string composed = "Z\xC3\xBCrich \xE1\xBA\x9B\xCC\xA3"; // ü; long s with two marks
    const std::string decomposed = "Zu\xCC\x88rich s\xCC\xA3\xCC\x87";
    EXPECT_EQ(textOf(Password::create(asBytes(composed))), decomposed);
    EXPECT_EQ(textOf(Password::create(asBytes(decomposed))), decomposed);
}

TEST(Password, CompatibilityFormsAreTakenApart)
{
    EXPECT_EQ(textOf(Password::create(asBytes("\xEF\xAC\x81\xE2\x91\xA0\xEF\xBC\xA1"))), "fi1A");
    EXPECT_EQ(textOf(Password::create(asBytes("\xEA\xB0\x80"))), "\xE1\x84\x80\xE1\x85\xA1"); // Hangul
}

TEST(Password, MarksAreBroughtIntoOneOrder)
{
    const std::string first = "a\xCC\xA3\xCC\x82";  // dot below, circumflex
    const std::string second = "a\xCC\x82\xCC\xA3"; // the other way round
    EXPECT_EQ(textOf(Password::create(asBytes(first))), textOf(Password::create(asBytes(second))));
}

TEST(Password, RefusesEmptyTooLongAndBrokenText)
{
    EXPECT_EQ(Password::create({}).error().code, errors::kPasswordEmpty);
    EXPECT_EQ(Password::create(Bytes(4097, 'a')).error().code, errors::kPasswordTooLong);
    EXPECT_TRUE(Password::create(Bytes(4096, 'a')));
    for (const std::string_view bad : {"\xFF", "\xC3", "a\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC0\x80"})
        EXPECT_EQ(Password::create(asBytes(bad)).error().code, errors::kPasswordNotText);
}

TEST(Password, TextThatGrowsTooMuchIsRefused)
{
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "\xEF\xB7\xBA"; // one character that becomes eighteen
    EXPECT_EQ(Password::create(asBytes(text)).error().code, errors::kPasswordTooLong);
}

TEST(Password, ExactlyOneLineEndOfAFileIsCut)
{
    EXPECT_EQ(textOf(Password::fromFileContent(asBytes("secret\n"))), "secret");
    EXPECT_EQ(textOf(Password::fromFileContent(asBytes("secret\r\n"))), "secret");
    EXPECT_EQ(textOf(Password::fromFileContent(asBytes("secret\n\n"))), "secret\n");
    EXPECT_EQ(textOf(Password::fromFileContent(asBytes("secret \r"))), "secret \r");
    EXPECT_EQ(textOf(Password::fromFileContent(asBytes("secret"))), "secret");
    EXPECT_EQ(Password::fromFileContent(asBytes("\n")).error().code, errors::kPasswordEmpty);
}

TEST(PasswordStrength, CommonPasswordsAreRefused)
{
    for (const std::string_view weak : {"password", "12345678", "qwertyuiop", "P@ssw0rd", "aaaaaaaaaaaa", "a"})
        EXPECT_EQ(checkPasswordStrength(passwordOf(weak)).error().code, errors::kPasswordTooWeak) << weak;
}

TEST(PasswordStrength, LongUncommonPasswordsPass)
{
    EXPECT_TRUE(checkPasswordStrength(passwordOf("violin-marsh-ocelot-tundra-9")));
    EXPECT_TRUE(checkPasswordStrength(passwordOf("xK9#mQv2$Lp7&Zt4")));
}

TEST(PasswordStrength, FamiliarWordsCountLess)
{
    const std::vector<std::string> familiar{"zorblaxian"};
    EXPECT_LT(passwordBits(passwordOf("zorblaxian"), familiar), passwordBits(passwordOf("zorblaxian")));
}

TEST(PasswordStrength, LongAndOddInputIsJudgedQuickly)
{
    std::string pattern;
    for (int i = 0; i < 4096; ++i)
        pattern += static_cast<char>('a' + i * 7 % 26);
    EXPECT_GT(passwordBits(passwordOf(pattern)), 0);
    EXPECT_EQ(passwordBits(passwordOf(std::string_view("good\0long-and-random", 20))), 0);
    std::string high;
    for (int i = 0; i < 20; ++i)
        high += "\xE6\xBC\xA2";
    EXPECT_GE(passwordBits(passwordOf(high)), 0);
}

} // namespace
} // namespace outpost::wallet
