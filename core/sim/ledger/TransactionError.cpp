// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/ledger/TransactionError.h"

#include <format>

namespace outpost::sim {

namespace {

struct Wording {
    std::string_view name;
    std::string_view text;
};

constexpr Wording kInstruction[] = {
    {"InvalidArgument", "invalid program argument"},
    {"InvalidInstructionData", "invalid instruction data"},
    {"InvalidAccountData", "invalid account data for instruction"},
    {"AccountDataTooSmall", "account data too small for instruction"},
    {"InsufficientFunds", "insufficient funds for instruction"},
    {"IncorrectProgramId", "incorrect program id for instruction"},
    {"MissingRequiredSignature", "missing required signature for instruction"},
    {"AccountAlreadyInitialized", "instruction requires an uninitialized account"},
    {"UninitializedAccount", "instruction requires an initialized account"},
    {"UnbalancedInstruction", "sum of account balances before and after instruction do not match"},
    {"ModifiedProgramId", "instruction illegally modified the program id of an account"},
    {"ExternalAccountLamportSpend", "instruction spent from the balance of an account it does not own"},
    {"ExternalAccountDataModified", "instruction modified data of an account it does not own"},
    {"ReadonlyLamportChange", "instruction changed the balance of a read-only account"},
    {"ReadonlyDataModified", "instruction modified data of a read-only account"},
    {"NotEnoughAccountKeys", "insufficient account keys for instruction"},
    {"AccountDataSizeChanged", "program other than the account's owner changed the size of the account data"},
    {"AccountNotExecutable", "instruction expected an executable account"},
    {"UnsupportedProgramId", "Unsupported program id"},
    {"CallDepth", "Cross-program invocation call depth too deep"},
    {"MissingAccount", "An account required by the instruction is missing"},
    {"ReentrancyNotAllowed", "Cross-program invocation reentrancy not allowed for this instruction"},
    {"MaxSeedLengthExceeded", "Length of the seed is too long for address generation"},
    {"InvalidSeeds", "Provided seeds do not result in a valid address"},
    {"InvalidRealloc", "Failed to reallocate account data"},
    {"ComputationalBudgetExceeded", "Computational budget exceeded"},
    {"PrivilegeEscalation", "Cross-program invocation with unauthorized signer or writable account"},
    {"IncorrectAuthority", "Incorrect authority provided"},
    {"IllegalOwner", "Provided owner is not allowed"},
    {"Immutable", "Account is immutable"},
    {"ProgramFailedToComplete", "Program failed to complete"},
    {"ArithmeticOverflow", "Program arithmetic overflowed"},
};

constexpr Wording kTransaction[] = {
    {"AccountInUse", "Account in use"},
    {"AccountLoadedTwice", "Account loaded twice"},
    {"AccountNotFound", "Attempt to debit an account but found no record of a prior credit."},
    {"ProgramAccountNotFound", "Attempt to load a program that does not exist"},
    {"InsufficientFundsForFee", "Insufficient funds for fee"},
    {"InvalidAccountForFee", "This account may not be used to pay transaction fees"},
    {"AlreadyProcessed", "This transaction has already been processed"},
    {"BlockhashNotFound", "Blockhash not found"},
    {"SignatureFailure", "Transaction did not pass signature verification"},
    {"InvalidProgramForExecution", "This program may not be used for executing instructions"},
    {"SanitizeFailure", "Transaction failed to sanitize accounts offsets correctly"},
    {"TooManyAccountLocks", "Transaction locked too many accounts"},
    {"AddressLookupTableNotFound", "Transaction loads an address table account that doesn't exist"},
    {"InvalidAddressLookupTableOwner", "Transaction loads an address table account with an invalid owner"},
    {"InvalidAddressLookupTableData", "Transaction loads an address table account with invalid data"},
    {"InvalidAddressLookupTableIndex", "Transaction address table lookup uses an invalid index"},
    {"MaxLoadedAccountsDataSizeExceeded", "Transaction exceeded max loaded accounts data size cap"},
    {"InvalidLoadedAccountsDataSizeLimit", "LoadedAccountsDataSizeLimit set for transaction must be greater than 0."},
};

std::string find(std::span<const Wording> words, const std::string& name)
{
    for (const auto& word : words) {
        if (word.name == name)
            return std::string(word.text);
    }
    return name;
}

} // namespace

std::string instructionErrorText(const InstructionError& error)
{
    if (error.name.empty())
        return std::format("custom program error: {:#x}", error.code);
    return find(kInstruction, error.name);
}

Json TransactionError::toJson() const
{
    if (name == "InstructionError") {
        const Json why = inner.name.empty() ? Json{{"Custom", inner.code}} : Json(inner.name);
        return {{name, Json::array({instruction.value_or(0), why})}};
    }
    if (name == "DuplicateInstruction")
        return {{name, instruction.value_or(0)}};
    if (name == "InsufficientFundsForRent")
        return {{name, {{"account_index", account.value_or(0)}}}};
    return name;
}

std::string TransactionError::text() const
{
    if (name == "InstructionError")
        return std::format("Error processing Instruction {}: {}", instruction.value_or(0), instructionErrorText(inner));
    if (name == "DuplicateInstruction")
        return std::format("Transaction contains a duplicate instruction ({}) that is not allowed",
                           instruction.value_or(0));
    if (name == "InsufficientFundsForRent")
        return std::format("Transaction results in an account ({}) with insufficient funds for rent",
                           account.value_or(0));
    return find(kTransaction, name);
}

} // namespace outpost::sim
