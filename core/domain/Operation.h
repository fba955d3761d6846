// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/domain/Earning.h"

#include <map>

namespace outpost {

/// The life of everything that writes to a chain, a cloud or a device. Persisted: never renumber.
enum class OperationState {
    Planned = 0,
    Approved = 1,
    AwaitingSignature = 2,
    Signed = 3,
    Sent = 4,
    Unknown = 5, ///< sent, and nobody can say yet whether it happened
    Confirmed = 6,
    Finalised = 7,
    Done = 8, ///< device or cloud: read back
    Failed = 9,
    Expired = 10,
    Cancelled = 11,
    PartlyDone = 12, ///< parents only
};

enum class OperationEvent {
    Approve = 0,
    AskSignature = 1,
    Sign = 2,
    Send = 3,
    LoseTrack = 4, ///< no answer after sending, or a crash between sending and the answer
    Confirm = 5,
    Finalise = 6,
    Complete = 7,
    Fail = 8,
    Expire = 9,
    Cancel = 10,
    Retry = 11,
    CompletePartly = 12,
};

/// The one table of state x event; nothing when the event is not allowed in that state.
std::optional<OperationState> nextState(OperationState state, OperationEvent event);
bool isFinal(OperationState state);
/// True once bytes may be on their way: such an operation is never simply thrown away.
bool mayHaveHappened(OperationState state);
std::string_view stateName(OperationState state);
std::string_view eventName(OperationEvent event);

/// One step of an operation: data, so that it can be resumed after a crash.
struct OperationStep {
    std::string kind; ///< e.g. "device.addGateway"; known to the flow that wrote it
    OperationState state = OperationState::Planned;
    std::map<std::string, std::string> data; ///< inputs and results; references to secrets, never secrets
};

/// A persisted act. `kind` selects the flow that runs it; `subject` is the device or account it is about.
struct Operation {
    OperationId id;
    OperationId parent; ///< empty for a top-level operation
    std::string kind;   ///< "collect", "onboard", "place", "wifi", "send", ...
    std::string subject;
    Address wallet;    ///< the account that pays and receives; empty where none is involved
    std::string title; ///< translatable id
    std::vector<std::string> titleArgs;
    std::vector<OperationStep> steps;
    OperationState state = OperationState::Planned;
    std::vector<Amount> receive; ///< never netted with `cost`
    std::vector<CostLine> cost;
    std::string idempotencyKey; ///< unique among operations that are not final
    Bytes signedBytes;          ///< stored before they are sent
    std::string signature;
    std::uint64_t expiresAfter =
        0; ///< the chain's own measure, e.g. last valid block height; 0 when it does not expire
    std::string errorCode;
    std::string errorDetail;
    std::vector<std::string> errorArgs;
    bool retryable = false;
    Time createdAt;
    Time updatedAt;
};

} // namespace outpost
