// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Completion.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <map>
#include <set>

namespace outpost::cli {

namespace {

/// What is declared, as the script needs it. Options by what leads to them: "", "wallet", "wallet create".
struct Declared {
    std::map<std::string, std::string> words; ///< subcommands and options
    std::set<std::string> withValue;          ///< options that take one
    std::map<std::string, std::string> choices;
};

/// "A B" of a type that is written "TEXT:{A,B}"; empty where the value is free.
std::string choicesOf(const CLI::Option& option)
{
    const std::string type = option.get_type_name();
    const auto open = type.find('{');
    const auto close = type.find('}', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos)
        return {};
    std::string list = type.substr(open + 1, close - open - 1);
    std::ranges::replace(list, ',', ' ');
    return list;
}

void collect(const CLI::App& app, const std::string& path, Declared& declared)
{
    std::string& words = declared.words[path];
    for (const CLI::App* sub : app.get_subcommands({})) {
        if (sub->get_name().empty()) { // a group of options
            collect(*sub, path, declared);
            continue;
        }
        words += sub->get_name() + ' ';
        collect(*sub, path.empty() ? sub->get_name() : path + ' ' + sub->get_name(), declared);
    }
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            const std::string word = "--" + name;
            words += word + ' ';
            if (option->get_items_expected_max() == 0)
                continue;
            declared.withValue.insert(word);
            if (const std::string list = choicesOf(*option); !list.empty())
                declared.choices[word] = list;
        }
    }
}

} // namespace

std::string bashCompletion(const CLI::App& program)
{
    Declared declared;
    collect(program, {}, declared);
    std::string valued;
    for (const std::string& option : declared.withValue)
        valued += (valued.empty() ? "" : "|") + option;

    std::string out = "# bash completion for outpostctl; made by outpostctl --completion\n"
                      "_outpostctl() {\n"
                      "  local cur=${COMP_WORDS[COMP_CWORD]} path= option= words= i\n"
                      "  COMPREPLY=()\n"
                      "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
                      "    option=\n"
                      "    case ${COMP_WORDS[i]} in\n";
    out += std::format("      {})\n", valued);
    out += "        option=${COMP_WORDS[i]}\n"
           "        [ \"${COMP_WORDS[i + 1]}\" != = ] || ((i++))\n"
           "        ((i++)) ;;\n"
           "      -*) ;;\n"
           "      *)\n"
           "        case $path in\n"
           "          *' '*) ;;\n"
           "          *) path=${path:+$path }${COMP_WORDS[i]} ;;\n"
           "        esac ;;\n"
           "    esac\n"
           "  done\n"
           "  # The value of an option is what is typed now.\n"
           "  if [ -n \"$option\" ] && ((i > COMP_CWORD)); then\n"
           "    [ \"$cur\" != = ] || cur=\n"
           "    case $option in\n";
    for (const auto& [option, list] : declared.choices)
        out += std::format("      {}) words='{}' ;;\n", option, list);
    out += "      *) return ;;\n"
           "    esac\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
           "    return\n"
           "  fi\n"
           "  case $path in\n";
    for (const auto& [path, words] : declared.words) {
        if (!path.empty())
            out += std::format("    '{}') words='{}' ;;\n", path, words);
    }
    out += std::format("    *) words='' ;;\n  esac\n  [ -n \"$path\" ] || words='{}'\n", declared.words[""]);
    std::string global = declared.words[""];
    std::string options;
    for (std::size_t at = global.find("--"); at != std::string::npos; at = global.find("--", at + 2))
        options += global.substr(at, global.find(' ', at) - at) + ' ';
    out += std::format("  COMPREPLY=($(compgen -W \"$words {}\" -- \"$cur\"))\n"
                       "}}\n"
                       "complete -o default -F _outpostctl outpostctl\n",
                       options);
    return out;
}

} // namespace outpost::cli
