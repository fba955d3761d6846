// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/app/format/Sources.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

namespace outpost::test {

namespace {

namespace fs = std::filesystem;

std::string withoutComments(const std::string& text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        if (text.compare(i, 2, "//") == 0) {
            i = std::min(text.find('\n', i), text.size());
            continue;
        }
        if (text.compare(i, 2, "/*") == 0) {
            const auto close = text.find("*/", i + 2);
            i = close == std::string::npos ? text.size() : close + 2;
            continue;
        }
        const bool raw = text[i] == '"' && i > 0 && text[i - 1] == 'R';
        const bool separator = text[i] == '\'' && i > 0 && std::isxdigit(static_cast<unsigned char>(text[i - 1])) != 0;
        if (raw) {
            const auto close = text.find(")\"", i);
            end = close == std::string::npos ? text.size() : close + 2;
        } else if (text[i] == '"' || (text[i] == '\'' && !separator)) {
            while (end < text.size() && text[end] != text[i])
                end += text[end] == '\\' ? 2 : 1;
            end = std::min(end + 1, text.size());
        }
        out.append(text, i, end - i);
        i = end;
    }
    return out;
}

bool isWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// The string literals of a text without comments, with the place of their first quote.
template <class F> void forEachLiteral(const std::string& text, F&& use)
{
    for (auto at = text.find('"'); at != std::string::npos; at = text.find('"', at)) {
        std::size_t end = at + 1;
        while (end < text.size() && text[end] != '"')
            end += text[end] == '\\' ? 2 : 1;
        if (end < text.size())
            use(text, at, text.substr(at + 1, end - at - 1));
        at = end + 1;
    }
}

/// Finds "ErrorCode kName{"code", and tells both.
template <class F> void forEachCode(const std::string& text, F&& use)
{
    static const std::regex declaration(R"(ErrorCode\s+(k\w+)\{\s*"([^"]+)\")");
    if (text.find("ErrorCode k") == std::string::npos)
        return; // regular expressions are slow
    for (std::sregex_iterator it(text.begin(), text.end(), declaration), end; it != end; ++it)
        use((*it)[1].str(), (*it)[2].str());
}

Sources read()
{
    Sources sources;
    const fs::path root(OUTPOST_SOURCE_DIR);
    for (const char* folder : {"core", "app"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto suffix = entry.path().extension();
            if (!entry.is_regular_file() || (suffix != ".h" && suffix != ".cpp"))
                continue;
            std::ifstream in(entry.path(), std::ios::binary);
            sources.files[fs::relative(entry.path(), root).string()] =
                withoutComments({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
        }
    }
    for (const auto& [file, text] : sources.files)
        forEachCode(text, [&](const std::string& constant, const std::string& code) {
            sources.codes[code] = {constant, file};
        });
    return sources;
}

} // namespace

const Sources& Sources::get()
{
    static const Sources sources = read();
    return sources;
}

bool Sources::isNamed(const std::string& identifier, const std::string& except) const
{
    for (const auto& [file, text] : files) {
        if (file == except)
            continue;
        for (auto at = text.find(identifier); at != std::string::npos; at = text.find(identifier, at + 1)) {
            const auto end = at + identifier.size();
            if ((at == 0 || !isWord(text[at - 1])) && (end == text.size() || !isWord(text[end])))
                return true;
        }
    }
    return false;
}

bool Sources::namesElsewhere(const std::string& id) const
{
    const std::string literal = '"' + id + '"';
    for (const auto& [file, text] : files) {
        if (file.ends_with("Texts.cpp"))
            continue;
        if (text.find(literal) != std::string::npos)
            return true;
    }
    return false;
}

std::vector<std::string> Sources::tableIds(const std::string& file) const
{
    std::vector<std::string> ids;
    forEachLiteral(files.at(file), [&](const std::string& text, std::size_t at, const std::string& literal) {
        if (at > 0 && text[at - 1] == '{' && literal.find('.') != std::string::npos &&
            std::all_of(literal.begin(), literal.end(), [](char c) { return isWord(c) || c == '.'; }))
            ids.push_back(literal);
    });
    return ids;
}

std::set<std::string> Sources::idsWith(const std::set<std::string>& prefixes, const std::string& except) const
{
    std::set<std::string> ids;
    for (const auto& [file, text] : files) {
        if (file == except)
            continue;
        forEachLiteral(text, [&](const std::string&, std::size_t, const std::string& literal) {
            const auto dot = literal.find('.');
            if (dot != std::string::npos && dot + 1 < literal.size() && prefixes.contains(literal.substr(0, dot)) &&
                std::all_of(literal.begin(), literal.end(), [](char c) { return isWord(c) || c == '.'; }))
                ids.insert(literal);
        });
    }
    return ids;
}

} // namespace outpost::test
