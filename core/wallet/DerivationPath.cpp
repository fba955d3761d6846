// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/DerivationPath.h"

#include <algorithm>
#include <charconv>

namespace outpost::wallet {

namespace {

std::unexpected<Error> invalid(std::string detail)
{
    return fail(errors::kPathInvalid, std::move(detail));
}

Result<std::uint32_t> parseStep(std::string_view step)
{
    const bool hardened = step.ends_with('\'') || step.ends_with('h');
    const std::string_view digits = hardened ? step.substr(0, step.size() - 1) : step;
    if (digits.empty() || digits.size() > 10 || (digits.size() > 1 && digits.front() == '0'))
        return invalid("step is not a number");
    std::uint32_t index = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    if (error != std::errc() || end != digits.data() + digits.size() || index >= DerivationPath::kHardened)
        return invalid("step is not a number below 2^31");
    return hardened ? index | DerivationPath::kHardened : index;
}

} // namespace

Result<DerivationPath> DerivationPath::parse(std::string_view text)
{
    if (text.size() > kMaxDepth * 12 + 1)
        return invalid("path too long");
    if (text != "m" && !text.starts_with("m/"))
        return invalid("path does not start with m");
    DerivationPath path;
    std::string_view rest = text.substr(1);
    while (!rest.empty()) {
        if (path.m_steps.size() == kMaxDepth)
            return invalid("path too deep");
        rest.remove_prefix(1); // the slash
        const std::size_t length = std::min(rest.find('/'), rest.size());
        OUTPOST_TRY(const std::uint32_t index, parseStep(rest.substr(0, length)));
        path.m_steps.push_back(index);
        rest.remove_prefix(length);
    }
    return path;
}

std::string DerivationPath::toString() const
{
    std::string text = "m";
    for (const std::uint32_t step : m_steps) {
        text += '/' + std::to_string(step & ~kHardened);
        if ((step & kHardened) != 0)
            text += '\'';
    }
    return text;
}

bool DerivationPath::isFullyHardened() const
{
    return std::all_of(m_steps.begin(), m_steps.end(), [](std::uint32_t s) { return (s & kHardened) != 0; });
}

DerivationPath DerivationPath::inDemoBranch() const
{
    DerivationPath path = *this;
    if (!isInDemoBranch())
        path.m_steps.insert(path.m_steps.begin(), kDemoBranch);
    return path;
}

} // namespace outpost::wallet
