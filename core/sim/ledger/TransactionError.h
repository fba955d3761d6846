// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::sim {

using namespace outpost::demo; // NOLINT: the engine is the other half of that interface
using demo::Asset;             // not the domain's

/// Why the ledger refused or failed a transaction, in the names of Solana's TransactionError.
struct TransactionError {
    std::string name;                       ///< "BlockhashNotFound", "InstructionError", ...
    std::optional<std::size_t> instruction; ///< of InstructionError and DuplicateInstruction
    InstructionError inner;                 ///< of InstructionError
    std::optional<std::size_t> account;     ///< of InsufficientFundsForRent

    static TransactionError of(std::string name) { return {std::move(name), std::nullopt, {}, std::nullopt}; }
    static TransactionError at(std::size_t instruction, InstructionError why)
    {
        return {"InstructionError", instruction, std::move(why), std::nullopt};
    }

    /// As JSON-RPC writes it: "BlockhashNotFound" or {"InstructionError":[0,{"Custom":1}]}.
    Json toJson() const;
    /// As it stands in a JSON-RPC error's message and in logs.
    std::string text() const;
};

std::string instructionErrorText(const InstructionError& error);

} // namespace outpost::sim
