// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/Operation.h"

#include <array>
#include <utility>

namespace outpost {

namespace {

using S = OperationState;
using E = OperationEvent;

struct Transition {
    S from;
    E event;
    S to;
};

// A device or cloud write has no signature: it goes Approved -> Sent -> Done. Unknown is left only by asking the
// outside (Confirm, Finalise, Complete, Fail, Expire), never by a person's Cancel.
constexpr Transition kTransitions[] = {
    {S::Planned, E::Approve, S::Approved},
    {S::Planned, E::Cancel, S::Cancelled},
    {S::Planned, E::Fail, S::Failed},
    {S::Approved, E::AskSignature, S::AwaitingSignature},
    {S::Approved, E::Send, S::Sent},
    {S::Approved, E::Complete, S::Done},
    {S::Approved, E::CompletePartly, S::PartlyDone},
    {S::Approved, E::Cancel, S::Cancelled},
    {S::Approved, E::Fail, S::Failed},
    {S::AwaitingSignature, E::Sign, S::Signed},
    {S::AwaitingSignature, E::Cancel, S::Cancelled},
    {S::AwaitingSignature, E::Fail, S::Failed},
    {S::Signed, E::Send, S::Sent},
    {S::Signed, E::LoseTrack, S::Unknown},
    {S::Signed, E::Expire, S::Expired},
    {S::Signed, E::Fail, S::Failed},
    {S::Sent, E::LoseTrack, S::Unknown},
    {S::Sent, E::Confirm, S::Confirmed},
    {S::Sent, E::Finalise, S::Finalised},
    {S::Sent, E::Complete, S::Done},
    {S::Sent, E::Fail, S::Failed},
    {S::Sent, E::Expire, S::Expired},
    {S::Unknown, E::Send, S::Sent},
    {S::Unknown, E::Confirm, S::Confirmed},
    {S::Unknown, E::Finalise, S::Finalised},
    {S::Unknown, E::Complete, S::Done},
    {S::Unknown, E::Fail, S::Failed},
    {S::Unknown, E::Expire, S::Expired},
    {S::Confirmed, E::Finalise, S::Finalised},
    {S::Confirmed, E::LoseTrack, S::Unknown}, // a fork dropped it
    {S::Confirmed, E::Complete, S::Done},
    {S::Confirmed, E::Fail, S::Failed},
    {S::Finalised, E::Complete, S::Done},
    {S::Failed, E::Retry, S::Planned},
    {S::Expired, E::Retry, S::Planned},
    {S::PartlyDone, E::Retry, S::Approved},
};

constexpr std::array<std::string_view, 13> kStateNames{"planned", "approved",  "awaitingSignature", "signed", "sent",
                                                       "unknown", "confirmed", "finalised",         "done",   "failed",
                                                       "expired", "cancelled", "partlyDone"};
constexpr std::array<std::string_view, 13> kEventNames{"approve", "askSignature", "sign",          "send", "loseTrack",
                                                       "confirm", "finalise",     "complete",      "fail", "expire",
                                                       "cancel",  "retry",        "completePartly"};

} // namespace

std::optional<OperationState> nextState(OperationState state, OperationEvent event)
{
    for (const auto& t : kTransitions) {
        if (t.from == state && t.event == event)
            return t.to;
    }
    return std::nullopt;
}

bool isFinal(OperationState state)
{
    switch (state) {
    case S::Finalised:
    case S::Done:
    case S::Failed:
    case S::Expired:
    case S::Cancelled:
    case S::PartlyDone:
        return true;
    default:
        return false;
    }
}

bool mayHaveHappened(OperationState state)
{
    return state == S::Signed || state == S::Sent || state == S::Unknown || state == S::Confirmed;
}

std::string_view stateName(OperationState state)
{
    return kStateNames.at(static_cast<std::size_t>(state));
}

std::string_view eventName(OperationEvent event)
{
    return kEventNames.at(static_cast<std::size_t>(event));
}

} // namespace outpost
