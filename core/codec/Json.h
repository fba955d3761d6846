// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Int128.h"
#include "core/codec/CodecErrors.h"

#include <memory>
#include <optional>

namespace outpost::codec {

struct JsonNode;

/// Limits of a foreign document.
struct JsonLimits {
    std::size_t maxBytes = 16 << 20;
    std::size_t maxDepth = 64;
    std::size_t maxValues = 2'000'000;
};

/// A value inside a parsed JSON document, or the absence of one. Cheap to copy; keeps its document alive.
/// Numbers keep the spelling they arrived with, so that no amount passes through a double. A document with the same
/// member twice is refused: readers disagree about which one counts.
/// Asking for the wrong kind answers errors::kCodecShape with the member's name, never a default. **Thread:** any.
class Json {
public:
    enum class Kind { Absent, Null, Boolean, Number, String, Array, Object };

    Json() = default; ///< absent

    Kind kind() const;
    bool isAbsent() const { return m_node == nullptr; }
    bool isNull() const { return kind() == Kind::Null; }
    bool isObject() const { return kind() == Kind::Object; }
    bool isArray() const { return kind() == Kind::Array; }
    bool isString() const { return kind() == Kind::String; }
    bool isNumber() const { return kind() == Kind::Number; }
    /// True for a value other than null.
    bool hasValue() const { return !isAbsent() && !isNull(); }

    /// Absent when this is no object or has no such member.
    Json operator[](std::string_view key) const;
    Json operator[](const char* key) const { return (*this)[std::string_view(key)]; }
    /// Absent when this is no array or too short.
    Json operator[](std::size_t index) const;
    /// Elements of an array, members of an object, otherwise 0.
    std::size_t size() const;
    /// Elements of an array; empty otherwise.
    std::vector<Json> items() const;
    /// Members of an object in the order they arrived; empty otherwise.
    std::vector<std::pair<std::string, Json>> members() const;

    Result<std::string> string(std::size_t maxBytes = 1 << 16) const;
    Result<bool> boolean() const;
    Result<std::uint64_t> uint() const;     ///< a number without point or exponent
    Result<std::int64_t> integer() const;   ///< the same, signed
    Result<Int128> intText() const;         ///< a whole number, written as a number or as a string of digits
    Result<std::string> numberText() const; ///< the number as it was written, for Decimal.h
    Result<double> real() const;            ///< for coordinates and the like; never for money
    Result<std::vector<Json>> array(std::size_t maxItems = 100'000) const;

    Result<std::string> stringAt(std::string_view key, std::size_t maxBytes = 1 << 16) const
    {
        return member(key).string(maxBytes);
    }
    Result<bool> booleanAt(std::string_view key) const { return member(key).boolean(); }
    Result<std::uint64_t> uintAt(std::string_view key) const { return member(key).uint(); }
    Result<std::int64_t> integerAt(std::string_view key) const { return member(key).integer(); }
    Result<Int128> intTextAt(std::string_view key) const { return member(key).intText(); }
    Result<std::string> numberTextAt(std::string_view key) const { return member(key).numberText(); }
    Result<double> realAt(std::string_view key) const { return member(key).real(); }
    Result<std::vector<Json>> arrayAt(std::string_view key, std::size_t maxItems = 100'000) const
    {
        return member(key).array(maxItems);
    }
    Result<Json> objectAt(std::string_view key) const;

    /// The value written again, without white space.
    std::string toText() const;

private:
    friend Result<Json> parseJson(ByteSpan bytes, const JsonLimits& limits);
    Json(std::shared_ptr<const JsonNode> document, const JsonNode* node, std::string_view name)
        : m_document(std::move(document)), m_node(node), m_name(name)
    {}
    Json member(std::string_view key) const; ///< keeps the name even when absent
    std::unexpected<Error> wrongKind(std::string_view expected) const;

    std::shared_ptr<const JsonNode> m_document; ///< shared: every value of a document keeps the whole alive
    const JsonNode* m_node = nullptr;
    std::string m_name;
};

/// Errors: kCodecTooLong (bytes, depth or values), kCodecNotJson.
Result<Json> parseJson(ByteSpan bytes, const JsonLimits& limits);
inline Result<Json> parseJson(ByteSpan bytes, std::size_t maxBytes = 16 << 20)
{
    return parseJson(bytes, JsonLimits{.maxBytes = maxBytes});
}
inline Result<Json> parseJson(std::string_view text, std::size_t maxBytes = 16 << 20)
{
    return parseJson(asBytes(text), maxBytes);
}

/// A JSON text under construction: objects keep the order of their members, ill-formed UTF-8 becomes U+FFFD.
class JsonArray;
class JsonObject {
public:
    JsonObject& add(std::string_view key, std::string_view text);
    JsonObject& add(std::string_view key, const char* text) { return add(key, std::string_view(text)); }
    JsonObject& add(std::string_view key, const std::string& text) { return add(key, std::string_view(text)); }
    JsonObject& add(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
    template <class T>
        requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
    JsonObject& add(std::string_view key, T value)
    {
        return raw(key, std::to_string(value));
    }
    JsonObject& add(std::string_view key, const JsonObject& value) { return raw(key, value.text()); }
    JsonObject& add(std::string_view key, const JsonArray& value);
    JsonObject& add(std::string_view key, const Json& value) { return raw(key, value.toText()); }
    JsonObject& addNull(std::string_view key) { return raw(key, "null"); }
    /// `json` must be a whole JSON value, for instance a number kept as text.
    JsonObject& raw(std::string_view key, std::string_view json);
    std::string text() const { return "{" + m_members + "}"; }

private:
    std::string m_members;
};

class JsonArray {
public:
    JsonArray& add(std::string_view text);
    JsonArray& add(const char* text) { return add(std::string_view(text)); }
    JsonArray& add(const std::string& text) { return add(std::string_view(text)); }
    JsonArray& add(bool value) { return raw(value ? "true" : "false"); }
    template <class T>
        requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
    JsonArray& add(T value)
    {
        return raw(std::to_string(value));
    }
    JsonArray& add(const JsonObject& value) { return raw(value.text()); }
    JsonArray& add(const JsonArray& value) { return raw(value.text()); }
    JsonArray& add(const Json& value) { return raw(value.toText()); }
    JsonArray& addNull() { return raw("null"); }
    JsonArray& raw(std::string_view json);
    std::string text() const { return "[" + m_items + "]"; }

private:
    std::string m_items;
};

/// The text in quotation marks with everything escaped that needs it.
std::string jsonQuoted(std::string_view text);

} // namespace outpost::codec
