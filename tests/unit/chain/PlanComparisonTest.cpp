// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/PlanComparison.h"

#include "core/chain/solana/Builders.h"
#include "core/chain/solana/SolanaErrors.h"

#include <gtest/gtest.h>

namespace outpost::solana {
namespace {

PublicKey keyOf(std::uint8_t n)
{
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(n);
    return PublicKey(bytes);
}

const PublicKey kMaker = keyOf(9);
const std::vector<Instruction> kPlan = {systemProgram::transfer(keyOf(1), keyOf(2), 5), memo::write("hi")};

Message built(std::vector<Instruction> instructions, const PublicKey& payer = kMaker)
{
    return *Message::compile(MessageVersion::Legacy, payer, Blockhash(), instructions);
}

bool agrees(const Message& message)
{
    const auto result = checkAgainstPlan(message, {}, kPlan, kMaker);
    EXPECT_TRUE(result || result.error().is(errors::kSolanaDiffersFromPlan));
    return result.has_value();
}

TEST(PlanComparison, ComputeBudgetMayDiffer)
{
    EXPECT_TRUE(agrees(built(kPlan)));
    EXPECT_TRUE(agrees(built({computeBudget::setUnitLimit(1), computeBudget::setUnitPrice(2), kPlan[0], kPlan[1]})));
}

TEST(PlanComparison, AnotherFeePayerIsRefused)
{
    EXPECT_FALSE(agrees(built(kPlan, keyOf(1))));
}

TEST(PlanComparison, ExtraInstructionIsRefused)
{
    EXPECT_FALSE(agrees(built({kPlan[0], kPlan[1], kPlan[1]})));
    EXPECT_FALSE(agrees(built({kPlan[0]})));
}

TEST(PlanComparison, OtherOrderIsRefused)
{
    EXPECT_FALSE(agrees(built({kPlan[1], kPlan[0]})));
}

TEST(PlanComparison, OtherAmountIsRefused)
{
    EXPECT_FALSE(agrees(built({systemProgram::transfer(keyOf(1), keyOf(2), 6), kPlan[1]})));
}

TEST(PlanComparison, OtherDestinationIsRefused)
{
    EXPECT_FALSE(agrees(built({systemProgram::transfer(keyOf(1), keyOf(3), 5), kPlan[1]})));
}

TEST(PlanComparison, MoreRightsThanPlannedAreRefused)
{
    auto more = kPlan;
    more[0].accounts[1].isSigner = true;
    EXPECT_FALSE(agrees(built(more)));
}

TEST(PlanComparison, AccountThatNoInstructionUsesIsRefused)
{
    Bytes bytes = built(kPlan).serialize();
    bytes[3] += 1;
    bytes[2] += 1;
    const Bytes extra(32, 0x55);
    bytes.insert(bytes.begin() + 4 + 32 * (bytes[3] - 1), extra.begin(), extra.end());
    const auto message = Message::parse(bytes);
    ASSERT_TRUE(message);
    EXPECT_FALSE(agrees(*message));
}

} // namespace
} // namespace outpost::solana
