// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Context.h"
#include "core/chain/solana/SolanaErrors.h"
#include "core/codec/CodecErrors.h"
#include "core/ledger/LedgerErrors.h"
#include "core/links/LinkErrors.h"
#include "core/net/NetErrors.h"
#include "core/services/ServiceErrors.h"
#include "core/store/StoreErrors.h"
#include "core/wallet/WalletErrors.h"

#include <algorithm>

namespace outpost::cli {

namespace {

/// The class of a code that was written down by its name. A network's own codes are refusals.
int exitOf(std::string_view code)
{
    using namespace outpost::errors;
    const std::span<const ErrorCode> modules[] = {kBase,  kCodec,  kStore,    kNet,    kLedger,
                                                  kLinks, kSolana, kServices, kWallet, app::errors::kApp};
    for (const auto codes : modules) {
        const auto found = std::ranges::find(codes, code, &ErrorCode::name);
        if (found != codes.end())
            return static_cast<int>(found->exit);
    }
    return static_cast<int>(ExitClass::Refused);
}

bool isDone(const Json& operation)
{
    return operation.value("state", "") == "done";
}

/// Of one operation that did not end as done: paused and partly done ones are worth another run.
int exitOfOperation(const Json& operation)
{
    const std::string state = operation.value("state", "");
    if (state == "done")
        return 0;
    if (state != "failed" && state != "expired")
        return static_cast<int>(ExitClass::PartlyDone);
    const auto error = operation.find("error");
    return error != operation.end() && error->is_object() ? exitOf(error->value("code", ""))
                                                          : static_cast<int>(ExitClass::Refused);
}

} // namespace

std::vector<Json> failuresIn(const Json& json)
{
    std::vector<Json> failures;
    const auto take = [&](const Json& holder) {
        const auto error = holder.find("error");
        if (error != holder.end() && error->is_object())
            failures.push_back(*error);
    };
    if (json.contains("backup") || json.contains("candidates")) // an answer beside its error
        take(json);
    if (!json.value("committed", false))
        return failures;
    if (const auto operation = json.find("operation"); operation != json.end() && operation->is_object())
        take(*operation);
    if (const auto several = json.find("operations"); several != json.end() && several->is_array()) {
        for (const Json& operation : *several)
            take(operation);
    }
    return failures;
}

int exitCodeOf(const Json& json)
{
    if (const auto error = json.find("error"); error != json.end() && error->is_object())
        return exitOf(error->value("code", ""));
    if (json.value("differing", 0) > 0)
        return static_cast<int>(ExitClass::PartlyDone);
    if (json.value("unreachable", 0) > 0)
        return static_cast<int>(ExitClass::Unreachable);
    if (!json.value("committed", false))
        return 0;
    if (const auto operation = json.find("operation"); operation != json.end() && operation->is_object())
        return exitOfOperation(*operation);
    const auto several = json.find("operations");
    if (several == json.end() || !several->is_array())
        return 0;
    const auto notDone = std::ranges::find_if_not(*several, isDone);
    if (notDone == several->end()) // all of these; some may be worked on elsewhere
        return json.value("stillOpen", 0) > 0 ? static_cast<int>(ExitClass::PartlyDone) : 0;
    const bool someDone = std::ranges::any_of(*several, isDone);
    return someDone ? static_cast<int>(ExitClass::PartlyDone) : exitOfOperation(*notDone);
}

} // namespace outpost::cli
