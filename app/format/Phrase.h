// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/format/Format.h"
#include "core/domain/Operation.h"
#include "core/services/TransactionPipeline.h"
#include "core/wallet/LockPolicy.h"

namespace outpost::app {

/// Words for the ids that core hands out instead of sentences. **Thread:** GUI.
class Phrase {
public:
    /// For any translatable id, of core or of a network (ErrorText::addNetworkTexts); the id itself when nobody knows
    /// it. A phrase with a count takes its first argument as that number.
    static QString of(std::string_view id, const std::vector<std::string>& args = {});
    static bool knows(std::string_view id);

    /// What an instruction does. Quantities of unlisted mints are told in base units of a short address.
    static QString of(const solana::Sentence& sentence, const Format& format, std::span<const Asset> assets);
    static QString of(solana::Danger danger);
    static QString of(CostLine::Kind kind);
    static QString of(DeviceStatus status);
    static QString of(OperationState state);
    static QString of(wallet::LockReason reason);
    static QString of(Lamp::Kind kind);
};

} // namespace outpost::app
