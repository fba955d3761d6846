// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Context.h"
#include "app/format/Phrase.h"

#include <ostream>

namespace outpost::cli {

namespace {

constexpr std::string_view kSays = "Says";

std::string inWords(const std::string& text)
{
    return app::Phrase::knows(text) ? app::Phrase::of(text).toStdString() : text;
}

/// Ids are for scripts: "problemSays" takes the place of "problem", and a "says" that of the id beside it.
void useWords(Json& json)
{
    if (json.is_array()) {
        for (Json& item : json)
            useWords(item);
        return;
    }
    if (!json.is_object())
        return;
    Json words = Json::object();
    for (auto& [key, value] : json.items()) {
        const bool isTold =
            json.contains("says") && (key == "id" || key == "reason" || key == "how" || key == "sentence");
        const bool hasMessage = json.contains("message") && (key == "code" || key == "retryable");
        if (isTold || hasMessage || key.ends_with(kSays))
            continue;
        const auto said = json.find(key + std::string(kSays));
        Json& chosen =
            said != json.end() && said->is_string() && !said->get_ref<const std::string&>().empty() ? *said : value;
        useWords(chosen);
        words[key] = chosen;
    }
    json = std::move(words);
}

void print(const Json& json, int indent, std::ostream& out)
{
    const std::string pad(static_cast<std::size_t>(indent) * 2, ' ');
    if (json.is_object()) {
        if (json.contains("text") && json.contains("asset")) { // an amount on one line
            out << json["text"].get<std::string>() << ' ' << json["asset"].get<std::string>();
            if (json.contains("fiat") && json["fiat"].is_object())
                out << " (" << json["fiat"]["text"].get<std::string>() << ' '
                    << json["fiat"]["currency"].get<std::string>() << ")";
            out << '\n';
            return;
        }
        out << (indent > 0 ? "\n" : "");
        for (const auto& [key, value] : json.items()) {
            if (value.is_null())
                continue;
            out << pad << inWords(key) << ": ";
            print(value, indent + 1, out);
        }
    } else if (json.is_array()) {
        if (json.empty()) {
            out << "none\n";
            return;
        }
        out << '\n';
        for (const Json& item : json) {
            out << pad << "- ";
            print(item, indent + 1, out);
        }
    } else if (json.is_string()) {
        out << inWords(json.get<std::string>()) << '\n';
    } else {
        out << json.dump() << '\n';
    }
}

} // namespace

void printForPeople(Json json, std::ostream& out)
{
    useWords(json);
    print(json, 0, out);
}

} // namespace outpost::cli
