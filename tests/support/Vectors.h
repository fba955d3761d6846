// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Encoding.h"
#include "core/codec/Json.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace outpost::test {

/// A file of tests/data; absent, and the test fails, when it is missing or no JSON.
inline codec::Json vectors(const std::string& name)
{
    std::ifstream in(std::string(OUTPOST_TEST_DATA) + "/" + name, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    auto json = codec::parseJson(text);
    EXPECT_TRUE(json) << name;
    return json.value_or(codec::Json());
}

/// The bytes that a member spells in hex; empty, and the test fails, when it does not.
inline Bytes hexAt(const codec::Json& json, const char* key)
{
    const auto text = json.stringAt(key, 1 << 20);
    EXPECT_TRUE(text) << key;
    const auto bytes = text ? fromHex(*text) : Result<Bytes>(Bytes());
    EXPECT_TRUE(bytes) << key;
    return bytes.value_or(Bytes());
}

} // namespace outpost::test
