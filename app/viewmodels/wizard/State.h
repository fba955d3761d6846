// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"
#include "app/format/Format.h"
#include "app/viewmodels/WizardRows.h"

#include <QPointer>

namespace outpost::app::wizard {

enum Step { Find = 0, Check = 1, Internet = 2, PlaceStep = 3, Review = 4, Finished = 5 };
enum StepMark { Ahead = 0, Current = 1, Done = 2, Failed = 3, Waiting = 4 }; ///< as StepItem.State

/// What the parts of the wizard share: whom they ask, which device it is about, what is going on, and how to tell.
/// Outlives them; coroutines guard `owner`. **Thread:** GUI.
class State {
public:
    State(Engine& e, Format& f, QObject* o) : engine(e), format(f), owner(o) {}

    Engine& engine;
    Format& format;
    QObject* owner; ///< when it is gone, everything here is
    std::function<void()> changed;
    std::function<void()> save;

    int step = Find;
    bool open = false; ///< the screen is shown
    std::string link;  ///< by which it was reached
    DeviceId device;
    std::string name;
    std::optional<networks::OnboardingOffer> offer;
    CancelToken cancel; ///< of what this step asks

    bool busy = false;
    QString busyText;
    QString problem; ///< what went wrong in this step; empty when nothing did
    QString problemAction;

    QPointer<QObject> guard() const { return owner; }
    QString deviceName() const { return toQString(name); }
    /// This device is the person's own already.
    bool mine() const;
    /// What registering costs is paid by the maker, all of it.
    bool makerPays() const;
    bool isUsable() const { return offer && offer->problem.empty(); }
    /// Empty ends it. Starting something clears the problem.
    void setBusy(const QString& text);
    /// Ends what is busy. Cancelled is not a failure.
    void showError(const Error& error);
    void clearProblem();
    /// Stops what this step asks.
    void cancelAll();
    /// Nothing chosen; the step stays.
    void reset();

    /// "0.01 SOL"; a dash for an asset that nobody knows.
    QString spell(const Amount& amount) const;
};

} // namespace outpost::app::wizard
