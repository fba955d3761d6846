// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SecureRng.h"
#include "core/services/TransactionPipeline.h"
#include "core/store/Journal.h"

#include <QObject>
#include <QPointer>

#include <set>

namespace outpost::services {

/// Finds the device that a step needs, connected; kDeviceAway when it is not beside the computer.
class DeviceAccess {
public:
    virtual ~DeviceAccess() = default;
    /// The client stays the access's own and may go at any time; flows guard it.
    virtual Future<links::GattClient*> connected(DeviceId device, CancelToken cancel) = 0;
};

/// Where an operation stands, for a progress display.
struct Progress {
    OperationId id;
    std::size_t step = 0;
    std::size_t steps = 0;
    std::string activity; ///< translatable id: "progress.signing", "progress.waitingForNetwork", a flow's own
};

/// Runs operations step by step, persisting before and after everything that reaches outside, so that a run that ends
/// anywhere is taken up again and nothing happens twice. A step that needs a transaction gets a child operation of kind
/// "transaction" with the key "<operation>/<step>", which carries the signed bytes. After a crash the outside is asked
/// first; a transaction is made anew only when the old one can never land.
/// **Thread:** GUI.
class OperationRunner final : public QObject {
    Q_OBJECT
public:
    struct Ports {
        store::Journal& journal;
        TransactionPipeline& pipeline;
        DeviceAccess& devices;
        const Clock& clock;
        Delay& delay;
        SecureRng& rng;
    };
    OperationRunner(Ports ports, std::vector<networks::Flow*> flows);

    /// A random id for a new operation.
    OperationId newId();
    /// Writes an approved operation down and runs it. `wallet` pays and receives.
    Future<Operation> start(Operation operation, Address wallet, CancelToken cancel = {});
    /// Goes on with an operation that is in the journal; store.leased when another process has it.
    Future<Operation> resume(OperationId id, CancelToken cancel = {});
    /// Tries the failed steps of a failed or partly done operation again.
    Future<Operation> retry(OperationId id, CancelToken cancel = {});
    /// Those that can be taken up again, oldest first.
    Future<std::vector<Operation>> open();
    /// Gives it up: nothing more is done for it. What was paid on the way stays paid and is told among the activities.
    /// store.leased while it runs, here or in another process; store.badTransition while a transaction of it may be on
    /// its way.
    Future<Operation> cancel(OperationId id);
    bool isRunning(const OperationId& id) const { return m_running.contains(id); }
    bool hasRunning() const { return !m_running.empty(); }

Q_SIGNALS:
    void progress(const outpost::services::Progress& progress);
    void finished(const outpost::Operation& operation);

private:
    Task<Operation> run(OperationId id, CancelToken cancel);
    Task<Operation> runSteps(Operation operation, networks::Flow* flow, CancelToken cancel);
    void noteOutcome(OperationStep& step, const Result<networks::StepOutcome>& outcome,
                     std::optional<Error>& firstError);
    Task<networks::StepOutcome> runStep(Operation* operation, std::size_t step, networks::Flow* flow,
                                        CancelToken cancel);
    Task<void> runTransaction(Operation parent, std::size_t step, networks::DraftTransaction draft, CancelToken cancel);
    Task<Operation> cancelLeased(OperationId id);
    /// Follows what of this step may be on its way. When its newest transaction became final; nothing when none has.
    Task<std::optional<Time>> settleTransaction(Operation parent, std::size_t step, CancelToken cancel);
    Task<Operation> follow(Operation transaction, CancelToken cancel);
    Task<Operation> finish(Operation operation, const networks::Flow* flow, std::optional<Error> error);
    void tell(const Operation& operation, std::size_t step, std::string activity);

    Ports m_ports;
    std::vector<networks::Flow*> m_flows;
    std::set<OperationId> m_running;
};

} // namespace outpost::services
