// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Place.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace outpost::codec {

namespace {

constexpr std::size_t kLongest = 2048;

std::optional<double> number(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, problem] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<PlaceText> place(std::optional<double> latitude, std::optional<double> longitude)
{
    if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180)
        return std::nullopt;
    return PlaceText{*latitude, *longitude};
}

std::string percentDecoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 3, code, 16).ptr == text.data() + i + 3) {
            out += static_cast<char>(code);
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

/// The longest run at the start that can be a number.
std::string_view leadingNumber(std::string_view text)
{
    std::size_t n = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    while (n < text.size() && ((text[n] >= '0' && text[n] <= '9') || text[n] == '.'))
        ++n;
    return text.substr(0, n);
}

/// "LAT<separator>LON" at the start of the text; what follows is ignored.
std::optional<PlaceText> pairAt(std::string_view text, std::string_view separators)
{
    const std::string_view first = leadingNumber(text);
    text.remove_prefix(first.size());
    if (first.empty() || text.empty() || !separators.contains(text.front()))
        return std::nullopt;
    text.remove_prefix(1);
    while (text.starts_with(' '))
        text.remove_prefix(1);
    return place(number(first), number(leadingNumber(text)));
}

std::optional<PlaceText> pairBehind(std::string_view text, std::string_view marker, std::string_view separators = ",")
{
    for (auto at = text.find(marker); at != std::string_view::npos; at = text.find(marker, at + 1)) {
        if (const auto found = pairAt(text.substr(at + marker.size()), separators))
            return found;
    }
    return std::nullopt;
}

std::optional<double> numberBehind(std::string_view text, std::string_view marker)
{
    const auto at = text.find(marker);
    return at == std::string_view::npos ? std::nullopt : number(leadingNumber(text.substr(at + marker.size())));
}

std::optional<PlaceText> fromLink(std::string_view link)
{
    const std::string text = percentDecoded(link);
    // A pin that was set comes before the middle of the map that happened to be shown.
    if (const auto pin = place(numberBehind(text, "!3d"), numberBehind(text, "!4d")))
        return pin;
    if (const auto pin = place(numberBehind(text, "mlat="), numberBehind(text, "mlon=")))
        return pin;
    for (const char* key : {"q", "query", "ll", "coordinate", "destination", "daddr", "center", "sll"}) {
        for (const char* start : {"?", "&"}) {
            if (const auto found = pairBehind(text, std::string(start) + key + "="))
                return found;
        }
    }
    if (const auto found = pairBehind(text, "cp=", "~"))
        return found;
    if (const auto found = pairBehind(text, "@"))
        return found;
    const auto map = text.find("#map=");
    const auto slash = map == std::string::npos ? map : text.find('/', map);
    return slash == std::string::npos ? std::nullopt : pairAt(std::string_view(text).substr(slash + 1), "/");
}

std::optional<PlaceText> fromGeoUri(std::string_view uri)
{
    const std::string text = percentDecoded(uri);
    const auto at = pairAt(text, ",");
    // Android writes geo:0,0?q=LAT,LON(label) for a pin.
    if (const auto pin = pairBehind(text, "?q="))
        return pin;
    return at;
}

/// One angle: degrees, then perhaps minutes and seconds, and a letter in front or behind.
struct Angle {
    double degrees = 0;
    char letter = 0;
};

enum class Mark { Number, Letter, Other };
struct Token {
    Mark mark = Mark::Other;
    double value = 0;
    bool isNegative = false;
    char letter = 0;
};

/// Numbers and N/S/E/W in order; degree, minute and second marks and separators only divide. Any other letter refuses.
std::optional<std::vector<Token>> tokens(std::string_view text)
{
    static constexpr std::string_view kMarks[] = {"\xC2\xB0",     "\xE2\x80\xB2", "\xE2\x80\xB3", "\xE2\x80\x99",
                                                  "\xE2\x80\x9D", "\xC2\xBA",     "\xC2\xA0"};
    std::vector<Token> out;
    while (!text.empty()) {
        const char c = text.front();
        const std::string_view digits = leadingNumber(text);
        if (digits.find_first_of("0123456789") != std::string_view::npos) {
            const auto value = number(digits);
            if (!value)
                return std::nullopt;
            out.push_back({Mark::Number, std::abs(*value), digits.starts_with('-'), 0});
            text.remove_prefix(digits.size());
            continue;
        }
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (std::string_view("NSEW").contains(upper)) {
            out.push_back({Mark::Letter, 0, false, upper});
        } else if (!std::string_view(" \t\r\n,;/'\"()[]").contains(c)) {
            const auto* mark = std::find_if(std::begin(kMarks), std::end(kMarks),
                                            [&](std::string_view m) { return text.starts_with(m); });
            if (mark == std::end(kMarks))
                return std::nullopt;
            text.remove_prefix(mark->size());
            continue;
        }
        text.remove_prefix(1);
    }
    return out;
}

std::optional<Angle> angle(std::span<const Token> parts, char letter)
{
    if (parts.empty() || parts.size() > 3)
        return std::nullopt;
    Angle out{0, letter};
    double unit = 1;
    for (const Token& part : parts) {
        if ((unit < 1 && part.value >= 60) || (unit < 1 && part.isNegative))
            return std::nullopt;
        out.degrees += part.value * unit;
        unit /= 60;
    }
    if (parts.front().isNegative || letter == 'S' || letter == 'W')
        out.degrees = -out.degrees;
    return out;
}

std::optional<PlaceText> fromAngles(const std::vector<Token>& all)
{
    std::vector<Token> numbers;
    std::vector<char> letters;
    std::vector<std::size_t> letterAt;
    for (const Token& token : all) {
        if (token.mark == Mark::Number) {
            numbers.push_back(token);
        } else {
            letters.push_back(token.letter);
            letterAt.push_back(numbers.size());
        }
    }
    std::size_t split = numbers.size() / 2;
    if (letters.size() == 2)
        split = letterAt[0] == 0 ? letterAt[1] : letterAt[0];
    else if (!letters.empty() || numbers.size() % 2 != 0)
        return std::nullopt;
    if (split > numbers.size())
        return std::nullopt;
    const auto first = angle(std::span(numbers).first(split), letters.empty() ? 'N' : letters[0]);
    const auto second = angle(std::span(numbers).subspan(split), letters.empty() ? 'E' : letters[1]);
    if (!first || !second)
        return std::nullopt;
    const auto isLatitude = [](char c) { return c == 'N' || c == 'S'; };
    if (isLatitude(first->letter) == isLatitude(second->letter))
        return std::nullopt;
    return isLatitude(first->letter) ? place(first->degrees, second->degrees) : place(second->degrees, first->degrees);
}

/// "52,37512 4,88398" and "52,37512; 4,88398": a comma between digits is the decimal mark when something else divides.
std::optional<std::string> withDecimalPoints(std::string_view text)
{
    const bool dividesOtherwise = text.find_first_of(" ;") != std::string_view::npos;
    if (text.contains('.') || !dividesOtherwise || std::count(text.begin(), text.end(), ',') < 2)
        return std::nullopt;
    const auto isDigit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    std::string out(text);
    for (std::size_t i = 1; i < out.size(); ++i) {
        if (out[i] == ',' && isDigit(i - 1) && isDigit(i + 1))
            out[i] = '.';
    }
    return out;
}

} // namespace

Result<PlaceText> parsePlace(std::string_view text)
{
    const auto refuse = [] { return fail(errors::kCodecNotAPlace); };
    if (text.size() > kLongest)
        return refuse();
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return refuse();
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);

    std::optional<PlaceText> found;
    if (text.starts_with("geo:")) {
        found = fromGeoUri(text.substr(4));
    } else if (text.starts_with("https://") || text.starts_with("http://")) {
        found = fromLink(text);
    } else if (text.size() <= 100) {
        const auto withPoints = withDecimalPoints(text);
        if (const auto parts = tokens(withPoints ? std::string_view(*withPoints) : text))
            found = fromAngles(*parts);
    }
    if (!found)
        return refuse();
    return *found;
}

} // namespace outpost::codec
