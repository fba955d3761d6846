// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Int128.h"
#include "core/chain/solana/Message.h"

#include <map>
#include <set>
#include <variant>

namespace outpost::solana {

/// What an instruction may do to somebody's belongings. A debit names the most that can leave; a credit what
/// arrives.
enum class EffectKind {
    LamportsDebit,
    LamportsCredit,
    TokenDebit, ///< mint and, where known, owner are set; account is the token account
    TokenCredit,
    AssetOut,        ///< a single asset (compressed NFT) leaves `owner` for `counterparty`; account is the asset
    AssetIn,         ///< the same seen by the new owner
    AuthorityChange, ///< who may command `account` becomes `counterparty`
    AccountCreate,
    AccountClose, ///< its lamports go to `counterparty`
    StateChange,  ///< a program's record about `account` changes; moves nothing
    Unknown,      ///< anything may happen to `account`
};

struct Effect {
    EffectKind kind = EffectKind::Unknown;
    PublicKey account;
    std::optional<PublicKey> owner; ///< who loses or gains, where known
    std::optional<PublicKey> mint;
    std::optional<PublicKey> counterparty;
    /// Lamports or the mint's base units. Absent: not known before the chain is asked.
    std::optional<Int128> amount;
    bool isUpperBound = false; ///< true: at most `amount`
    friend bool operator==(const Effect&, const Effect&) = default;
};

/// Reasons to stop and look; each has a sentence in app/format. Names are stable.
enum class Danger {
    AssignsAccount,   ///< a system account is handed to a program
    ChangesAuthority, ///< SetAuthority
    DelegatesTokens,  ///< Approve: somebody else may spend
    DelegatesAsset,   ///< the same for a compressed NFT
    DurableNonce,     ///< can be sent at any later time
    ClosesAccount,
    BurnsTokens,
    RedirectsEarnings, ///< what a device earns goes to somebody else from now on
    UnlimitedAmount,   ///< the largest number the field holds
    UnknownProgram,
    UnknownInstruction, ///< known program, instruction or arguments not understood
    ForeignFeePayer,    ///< somebody else's key pays the fee
};
std::string_view dangerName(Danger danger);

/// Value of a placeholder of a sentence, kept typed so that app/format can spell it in the person's language.
struct Lamports {
    Int128 amount;
    friend bool operator==(const Lamports&, const Lamports&) = default;
};
struct TokenQuantity {
    Int128 amount; ///< base units
    std::optional<PublicKey> mint;
    std::optional<int> decimals; ///< as claimed by the instruction; the mint's own are authoritative
    friend bool operator==(const TokenQuantity&, const TokenQuantity&) = default;
};
using ArgValue = std::variant<std::string, Int128, PublicKey, Lamports, TokenQuantity>;
struct SentenceArg {
    std::string name; ///< the placeholder, for instance "amount"
    ArgValue value;
    friend bool operator==(const SentenceArg&, const SentenceArg&) = default;
};
/// A sentence by its id, for instance "system.transfer"; app/format has the words.
struct Sentence {
    std::string id;
    std::vector<SentenceArg> args;
    const ArgValue* find(std::string_view name) const;
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

struct DecodedInstruction {
    PublicKey program;
    std::string programName; ///< "System", or empty when not in the registry
    std::string name;        ///< "transfer", or empty when not understood
    Sentence sentence;
    std::vector<Effect> effects;
    std::vector<Danger> dangers;
    bool isUnderstood = false; ///< every byte and every account was accounted for
};

struct DecodedTransaction {
    PublicKey feePayer;
    std::vector<PublicKey> signers;
    MessageVersion version = MessageVersion::Legacy;
    std::vector<DecodedInstruction> instructions;
    std::vector<Danger> dangers; ///< of the transaction as a whole
    std::vector<AccountMeta> accounts;

    std::optional<std::uint32_t> computeUnitLimit;
    std::optional<std::uint64_t> microLamportsPerUnit;
    std::optional<std::uint32_t> loadedAccountsBytes;
    /// Signatures the fee is charged for: of the transaction and those checked by precompiles.
    std::uint32_t paidSignatures = 0;

    /// Nothing in it is unknown: every program is on the allow-list and every instruction was decoded whole.
    bool isFullyUnderstood() const;
    /// Of the transaction and of every instruction, without repeats.
    std::set<Danger> allDangers() const;
    /// Lamports of the priority fee, rounded up: the price times the limit. Absent without both.
    std::optional<Int128> priorityFee() const;
    std::vector<Effect> allEffects() const;
};

/// A token account as somebody read it from the chain (two hosts, or pinned): offline nobody can know.
struct KnownTokenAccount {
    PublicKey mint;
    PublicKey owner;
};

/// What the decoder may take as given. Empty is allowed: more then stays "not known".
struct DecodeContext {
    std::map<PublicKey, KnownTokenAccount> tokenAccounts;
    std::map<PublicKey, int> mintDecimals;
    std::set<PublicKey> ownKeys; ///< keys of this wallet, for Danger::ForeignFeePayer
    /// Rent-exempt minimum in lamports by data length in bytes, as the chain answered it.
    std::map<std::uint64_t, std::uint64_t> rentByLength;

    std::optional<Int128> rentFor(std::uint64_t dataLength) const;
};

/// What one instruction's decoder sees: the whole list too, because some are only safe behind another.
struct DecodeScope {
    std::span<const Instruction> all;
    std::size_t index = 0;
    const DecodeContext& context;

    const Instruction& instruction() const { return all[index]; }
};

/// Explains the instructions of one program. Must account for every byte of the data and every account, or
/// answer notUnderstood(). Pure. **Thread:** any.
class InstructionDecoder {
public:
    virtual ~InstructionDecoder() = default;
    virtual PublicKey program() const = 0;
    virtual std::string programName() const = 0;
    virtual DecodedInstruction decode(const DecodeScope& scope) const = 0;
};

/// The allow-list. A network adds its programs; what is not in it is Danger::UnknownProgram.
class DecoderRegistry {
public:
    /// Replaces an earlier decoder of the same program.
    void add(std::unique_ptr<InstructionDecoder> decoder);
    const InstructionDecoder* find(const PublicKey& program) const;

private:
    std::map<PublicKey, std::unique_ptr<InstructionDecoder>> m_decoders;
};

/// System, Token, Associated Token, Memo, Compute Budget, Address Lookup Table, Ed25519 verify.
void addStandardDecoders(DecoderRegistry& registry);

/// A known program whose instruction was not understood: unknown effects on every writable account.
DecodedInstruction notUnderstood(const DecodeScope& scope, std::string programName);

/// Explains a message without asking anybody. Token accounts that the message itself creates at their derived address
/// count as known. Fails only when a lookup table is missing or does not fit (Message::accounts).
Result<DecodedTransaction> decodeMessage(const Message& message, std::span<const LookupTable> tables,
                                         const DecodeContext& context, const DecoderRegistry& registry);

} // namespace outpost::solana
