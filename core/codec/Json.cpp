// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Json.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <variant>

namespace outpost::codec {

struct JsonNode {
    using Member = std::pair<std::string, JsonNode>;
    struct Number {
        std::string text;
    };
    std::variant<std::nullptr_t, bool, Number, std::string, std::vector<JsonNode>, std::vector<Member>> value;
};

namespace {

constexpr Json::Kind kKinds[] = {Json::Kind::Null,   Json::Kind::Boolean, Json::Kind::Number,
                                 Json::Kind::String, Json::Kind::Array,   Json::Kind::Object};

/// Builds our own tree instead of nlohmann's: numbers stay text, and the limits hold while parsing.
class TreeBuilder {
public:
    explicit TreeBuilder(const JsonLimits& limits) : m_limits(limits) {}

    JsonNode root;
    bool isTooMuch = false;

    bool null() { return put({nullptr}); }
    bool boolean(bool v) { return put({v}); }
    bool number_integer(std::int64_t v) { return put({JsonNode::Number{std::to_string(v)}}); }
    bool number_unsigned(std::uint64_t v) { return put({JsonNode::Number{std::to_string(v)}}); }
    bool number_float(double, const std::string& text) { return put({JsonNode::Number{text}}); }
    bool string(std::string& v) { return put({std::move(v)}); }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool key(std::string& v)
    {
        m_key = std::move(v);
        return true;
    }
    bool start_object(std::size_t) { return open({std::vector<JsonNode::Member>()}); }
    bool start_array(std::size_t) { return open({std::vector<JsonNode>()}); }
    bool end_object()
    {
        const auto& members = std::get<std::vector<JsonNode::Member>>(m_open.back()->value);
        std::vector<std::string_view> names;
        names.reserve(members.size());
        for (const auto& member : members)
            names.push_back(member.first);
        std::sort(names.begin(), names.end());
        m_open.pop_back();
        return std::adjacent_find(names.begin(), names.end()) == names.end();
    }
    bool end_array()
    {
        m_open.pop_back();
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) { return false; }

private:
    JsonNode* place(JsonNode node)
    {
        if (++m_count > m_limits.maxValues) {
            isTooMuch = true;
            return nullptr;
        }
        if (m_open.empty()) {
            root = std::move(node);
            return &root;
        }
        if (auto* items = std::get_if<std::vector<JsonNode>>(&m_open.back()->value))
            return &items->emplace_back(std::move(node));
        auto& members = std::get<std::vector<JsonNode::Member>>(m_open.back()->value);
        return &members.emplace_back(std::move(m_key), std::move(node)).second;
    }
    bool put(JsonNode node) { return place(std::move(node)) != nullptr; }
    // Pointers into the open vectors stay valid: only the innermost one grows.
    bool open(JsonNode node)
    {
        JsonNode* placed = m_open.size() < m_limits.maxDepth ? place(std::move(node)) : nullptr;
        if (placed == nullptr) {
            isTooMuch = true;
            return false;
        }
        m_open.push_back(placed);
        return true;
    }

    JsonLimits m_limits;
    std::size_t m_count = 0;
    std::string m_key;
    std::vector<JsonNode*> m_open;
};

void write(const JsonNode& node, std::string& out)
{
    if (std::holds_alternative<std::nullptr_t>(node.value)) {
        out += "null";
    } else if (const auto* b = std::get_if<bool>(&node.value)) {
        out += *b ? "true" : "false";
    } else if (const auto* n = std::get_if<JsonNode::Number>(&node.value)) {
        out += n->text;
    } else if (const auto* s = std::get_if<std::string>(&node.value)) {
        out += jsonQuoted(*s);
    } else if (const auto* items = std::get_if<std::vector<JsonNode>>(&node.value)) {
        out += '[';
        for (std::size_t i = 0; i < items->size(); ++i) {
            out += i == 0 ? "" : ",";
            write((*items)[i], out);
        }
        out += ']';
    } else {
        const auto& members = std::get<std::vector<JsonNode::Member>>(node.value);
        out += '{';
        for (std::size_t i = 0; i < members.size(); ++i) {
            out += (i == 0 ? "" : ",") + jsonQuoted(members[i].first) + ":";
            write(members[i].second, out);
        }
        out += '}';
    }
}

void separate(std::string& list)
{
    if (!list.empty())
        list += ',';
}

} // namespace

Result<Json> parseJson(ByteSpan bytes, const JsonLimits& limits)
{
    if (bytes.size() > limits.maxBytes)
        return fail(errors::kCodecTooLong, "JSON of " + std::to_string(bytes.size()) + " bytes");
    TreeBuilder builder(limits);
    bool isWhole = false;
    try {
        isWhole = nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &builder);
    } catch (const std::exception& e) {
        return fail(errors::kCodecNotJson, e.what());
    }
    if (builder.isTooMuch)
        return fail(errors::kCodecTooLong, "JSON too deep or with too many values");
    if (!isWhole)
        return fail(errors::kCodecNotJson);
    auto document = std::make_shared<const JsonNode>(std::move(builder.root));
    const JsonNode* root = document.get();
    return Json(std::move(document), root, {});
}

Json::Kind Json::kind() const
{
    return m_node == nullptr ? Kind::Absent : kKinds[m_node->value.index()];
}

std::unexpected<Error> Json::wrongKind(std::string_view expected) const
{
    const std::string name = m_name.empty() ? "document" : m_name;
    return fail(errors::kCodecShape, "\"" + name + "\" is not " + std::string(expected), {name});
}

Json Json::member(std::string_view key) const
{
    Json found = (*this)[key];
    found.m_name = key;
    return found;
}

Json Json::operator[](std::string_view key) const
{
    if (m_node == nullptr)
        return {};
    const auto* members = std::get_if<std::vector<JsonNode::Member>>(&m_node->value);
    if (members == nullptr)
        return {};
    const auto found =
        std::find_if(members->begin(), members->end(), [&](const auto& member) { return member.first == key; });
    return found == members->end() ? Json() : Json(m_document, &found->second, found->first);
}

Json Json::operator[](std::size_t index) const
{
    const auto* items = m_node == nullptr ? nullptr : std::get_if<std::vector<JsonNode>>(&m_node->value);
    return items == nullptr || index >= items->size() ? Json() : Json(m_document, &(*items)[index], m_name);
}

std::size_t Json::size() const
{
    if (m_node == nullptr)
        return 0;
    if (const auto* items = std::get_if<std::vector<JsonNode>>(&m_node->value))
        return items->size();
    const auto* members = std::get_if<std::vector<JsonNode::Member>>(&m_node->value);
    return members == nullptr ? 0 : members->size();
}

std::vector<Json> Json::items() const
{
    std::vector<Json> out;
    if (isArray()) {
        out.reserve(size());
        for (const JsonNode& node : std::get<std::vector<JsonNode>>(m_node->value))
            out.push_back(Json(m_document, &node, m_name));
    }
    return out;
}

std::vector<std::pair<std::string, Json>> Json::members() const
{
    std::vector<std::pair<std::string, Json>> out;
    if (isObject()) {
        for (const auto& [name, node] : std::get<std::vector<JsonNode::Member>>(m_node->value))
            out.emplace_back(name, Json(m_document, &node, name));
    }
    return out;
}

Result<std::string> Json::string(std::size_t maxBytes) const
{
    if (!isString())
        return wrongKind("a text");
    const auto& text = std::get<std::string>(m_node->value);
    if (text.size() > maxBytes)
        return fail(errors::kCodecTooLong, m_name);
    return text;
}

Result<bool> Json::boolean() const
{
    if (kind() != Kind::Boolean)
        return wrongKind("true or false");
    return std::get<bool>(m_node->value);
}

Result<std::string> Json::numberText() const
{
    if (!isNumber())
        return wrongKind("a number");
    return std::get<JsonNode::Number>(m_node->value).text;
}

Result<std::uint64_t> Json::uint() const
{
    const auto text = numberText();
    const auto number = text ? Int128::parse(*text).and_then([](Int128 v) { return v.toUint64(); })
                             : Result<std::uint64_t>(std::unexpected(text.error()));
    return number ? number : Result<std::uint64_t>(wrongKind("a whole number from 0 to 2^64-1"));
}

Result<std::int64_t> Json::integer() const
{
    const auto text = numberText();
    const auto number = text ? Int128::parse(*text).and_then([](Int128 v) { return v.toInt64(); })
                             : Result<std::int64_t>(std::unexpected(text.error()));
    return number ? number : Result<std::int64_t>(wrongKind("a whole number of 64 bits"));
}

Result<Int128> Json::intText() const
{
    const auto text = isString() ? string(64) : numberText();
    const auto number = text ? Int128::parse(*text) : Result<Int128>(std::unexpected(text.error()));
    return number ? number : Result<Int128>(wrongKind("a whole number"));
}

Result<double> Json::real() const
{
    OUTPOST_TRY(const std::string text, numberText());
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size())
        return wrongKind("a number");
    return value;
}

Result<std::vector<Json>> Json::array(std::size_t maxItems) const
{
    if (!isArray())
        return wrongKind("a list");
    if (size() > maxItems)
        return fail(errors::kCodecTooLong, m_name);
    return items();
}

Result<Json> Json::objectAt(std::string_view key) const
{
    Json found = member(key);
    if (!found.isObject())
        return found.wrongKind("an object");
    return found;
}

std::string Json::toText() const
{
    std::string out;
    if (m_node == nullptr)
        return "null";
    write(*m_node, out);
    return out;
}

std::string jsonQuoted(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

JsonObject& JsonObject::raw(std::string_view key, std::string_view json)
{
    separate(m_members);
    m_members += jsonQuoted(key);
    m_members += ':';
    m_members += json;
    return *this;
}

JsonObject& JsonObject::add(std::string_view key, std::string_view text)
{
    return raw(key, jsonQuoted(text));
}

JsonObject& JsonObject::add(std::string_view key, const JsonArray& value)
{
    return raw(key, value.text());
}

JsonArray& JsonArray::raw(std::string_view json)
{
    separate(m_items);
    m_items += json;
    return *this;
}

JsonArray& JsonArray::add(std::string_view text)
{
    return raw(jsonQuoted(text));
}

} // namespace outpost::codec
