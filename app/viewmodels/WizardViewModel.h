// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/viewmodels/wizard/Facts.h"
#include "app/viewmodels/wizard/Finder.h"
#include "app/viewmodels/wizard/Registration.h"
#include "app/viewmodels/wizard/Unfinished.h"

#include <QQmlEngine>

namespace outpost::app {

/// "Add a device": from finding it beside the computer to reading its place back from the network. Can be left and
/// taken up at any step: what was chosen is kept in the store under "wizard.<device>", what was started in the journal.
/// Each job has a part of its own in wizard/; this is their one face towards QML, and the way from step to step.
/// **Thread:** GUI.
class WizardViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int step READ step NOTIFY changed FINAL)
    Q_PROPERTY(QString deviceLine READ deviceLine NOTIFY changed FINAL)
    Q_PROPERTY(QString deviceId READ deviceId NOTIFY changed FINAL)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY changed FINAL)
    Q_PROPERTY(outpost::app::WizardRows* steps READ steps CONSTANT FINAL)
    // What went wrong in this step, in the step's own words; empty when nothing did.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString problemAction READ problemAction NOTIFY changed FINAL)
    Q_PROPERTY(bool canTryAgain READ canTryAgain NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString busyText READ busyText NOTIFY changed FINAL)
    Q_PROPERTY(QString primaryText READ primaryText NOTIFY changed FINAL)
    Q_PROPERTY(bool primaryEnabled READ primaryEnabled NOTIFY changed FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed FINAL)
    // Cost column.
    Q_PROPERTY(outpost::app::WizardRows* cost READ cost CONSTANT FINAL)
    Q_PROPERTY(QString total READ total NOTIFY changed FINAL)
    Q_PROPERTY(QString totalReason READ totalReason NOTIFY changed FINAL)
    Q_PROPERTY(QString walletNote READ walletNote NOTIFY changed FINAL)
    Q_PROPERTY(QString footnote READ footnote NOTIFY changed FINAL)
    // Find it.
    Q_PROPERTY(QString radioTitle READ radioTitle NOTIFY radioChanged FINAL)
    Q_PROPERTY(QString radioSentence READ radioSentence NOTIFY radioChanged FINAL)
    Q_PROPERTY(bool scanning READ scanning NOTIFY radioChanged FINAL)
    Q_PROPERTY(outpost::app::WizardRows* nearby READ nearby CONSTANT FINAL)
    Q_PROPERTY(outpost::app::WizardRows* unfinished READ unfinished CONSTANT FINAL)
    // Check it.
    Q_PROPERTY(outpost::app::WizardRows* facts READ facts CONSTANT FINAL)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed FINAL)
    Q_PROPERTY(bool verdictGood READ verdictGood NOTIFY changed FINAL)
    Q_PROPERTY(bool mine READ mine NOTIFY changed FINAL)
    /// "", "wallet", "unlock" or "backup": what has to be done first, and the sentence for it.
    Q_PROPERTY(QString gate READ gate NOTIFY changed FINAL)
    Q_PROPERTY(QString gateSentence READ gateSentence NOTIFY changed FINAL)
    Q_PROPERTY(QString gateAction READ gateAction NOTIFY changed FINAL)
    // Internet.
    Q_PROPERTY(outpost::app::WizardRows* wifi READ wifi CONSTANT FINAL)
    Q_PROPERTY(QString connection READ connection NOTIFY changed FINAL)
    Q_PROPERTY(bool online READ online NOTIFY changed FINAL)
    Q_PROPERTY(int chosenWifi READ chosenWifi WRITE setChosenWifi NOTIFY changed FINAL)
    Q_PROPERTY(QString chosenWifiName READ chosenWifiName NOTIFY changed FINAL)
    Q_PROPERTY(bool joining READ joining NOTIFY changed FINAL)
    // Place.
    Q_PROPERTY(bool hasPlace READ hasPlace NOTIFY changed FINAL)
    Q_PROPERTY(double latitude READ latitude NOTIFY changed FINAL)
    Q_PROPERTY(double longitude READ longitude NOTIFY changed FINAL)
    Q_PROPERTY(int cellResolution READ cellResolution NOTIFY changed FINAL)
    Q_PROPERTY(QString placeText READ placeText NOTIFY changed FINAL)
    Q_PROPERTY(QString placeError READ placeError NOTIFY changed FINAL)
    Q_PROPERTY(QString cellLine READ cellLine NOTIFY changed FINAL)
    Q_PROPERTY(QString gainText READ gainText NOTIFY changed FINAL)
    Q_PROPERTY(QString gainError READ gainError NOTIFY changed FINAL)
    Q_PROPERTY(QString gainHint READ gainHint NOTIFY changed FINAL)
    Q_PROPERTY(QString heightText READ heightText NOTIFY changed FINAL)
    Q_PROPERTY(QString heightError READ heightError NOTIFY changed FINAL)
    Q_PROPERTY(outpost::app::WizardRows* ownDevices READ ownDevices CONSTANT FINAL)
    // Review and register.
    Q_PROPERTY(outpost::app::WizardRows* pays READ pays CONSTANT FINAL)
    Q_PROPERTY(outpost::app::WizardRows* sentences READ sentences CONSTANT FINAL)
    Q_PROPERTY(outpost::app::WizardRows* progress READ progress CONSTANT FINAL)
    Q_PROPERTY(bool started READ started NOTIFY changed FINAL)
    Q_PROPERTY(QString moneyMissing READ moneyMissing NOTIFY changed FINAL)
    Q_PROPERTY(QString moneyAddress READ moneyAddress NOTIFY changed FINAL)
    // Done.
    Q_PROPERTY(outpost::app::WizardRows* result READ result CONSTANT FINAL)

public:
    enum Step {
        Find = wizard::Find,
        Check = wizard::Check,
        Internet = wizard::Internet,
        PlaceStep = wizard::PlaceStep,
        Review = wizard::Review,
        Finished = wizard::Finished
    };
    Q_ENUM(Step)

    WizardViewModel(Engine& engine, Format& format, QObject* parent);

    int step() const { return m_state.step; }
    QString deviceLine() const;
    QString deviceId() const { return toQString(m_state.device.str()); }
    QString deviceName() const { return m_state.deviceName(); }
    WizardRows* steps() { return &m_steps; }
    QString problem() const { return m_state.problem; }
    QString problemAction() const { return m_state.problemAction; }
    bool canTryAgain() const { return !m_state.problem.isEmpty() && !m_state.busy; }
    bool busy() const { return m_state.busy; }
    QString busyText() const { return m_state.busyText; }
    QString primaryText() const;
    bool primaryEnabled() const;
    bool canGoBack() const { return step() > Find && step() < Finished && !started() && !joining(); }
    WizardRows* cost() { return &m_costs.rows(); }
    QString total() const { return m_costs.total(); }
    QString totalReason() const { return m_costs.totalReason(); }
    QString walletNote() const { return m_costs.walletNote(); }
    QString footnote() const;
    QString radioTitle() const { return m_finder.radioTitle(); }
    QString radioSentence() const { return m_finder.radioSentence(); }
    bool scanning() const { return m_state.engine.nearby().isScanning(); }
    WizardRows* nearby() { return &m_finder.rows(); }
    WizardRows* unfinished() { return &m_unfinished.rows(); }
    WizardRows* facts() { return &m_facts.rows(); }
    QString verdict() const { return m_facts.verdict(); }
    bool verdictGood() const { return m_facts.verdictGood(); }
    bool mine() const { return m_state.mine(); }
    QString gate() const;
    QString gateSentence() const;
    QString gateAction() const;
    WizardRows* wifi() { return &m_wifi.rows(); }
    QString connection() const { return m_wifi.connection(); }
    bool online() const { return m_wifi.online(); }
    int chosenWifi() const { return m_wifi.chosen(); }
    void setChosenWifi(int row) { m_wifi.choose(row); }
    QString chosenWifiName() const { return m_wifi.chosenName(); }
    bool joining() const { return m_wifi.joining(); }
    bool hasPlace() const { return m_place.choice().has_value(); }
    double latitude() const { return hasPlace() ? m_place.choice()->pin.latitude : 0; }
    double longitude() const { return hasPlace() ? m_place.choice()->pin.longitude : 0; }
    int cellResolution() const { return m_place.cellResolution(); }
    QString placeText() const { return m_place.text(); }
    QString placeError() const { return m_place.error(); }
    QString cellLine() const { return m_place.cellLine(); }
    QString gainText() const { return m_place.gainText(); }
    QString gainError() const { return m_place.gainError(); }
    QString gainHint() const { return m_place.gainHint(); }
    QString heightText() const { return m_place.heightText(); }
    QString heightError() const { return m_place.heightError(); }
    WizardRows* ownDevices() { return &m_place.ownDevices(); }
    WizardRows* pays() { return &m_costs.pays(); }
    WizardRows* sentences() { return &m_registration.sentences(); }
    WizardRows* progress() { return &m_registration.progress(); }
    bool started() const { return m_registration.started(); }
    QString moneyMissing() const { return m_costs.missing(); }
    QString moneyAddress() const { return m_costs.address(); }
    WizardRows* result() { return &m_registration.result(); }

    /// The screen is shown: reads what was left unfinished, looks for devices.
    Q_INVOKABLE void open();
    /// The screen is left; what was chosen is kept already.
    Q_INVOKABLE void leave();
    Q_INVOKABLE void restart();
    /// Reads what was left unfinished, for the rows that other screens show.
    Q_INVOKABLE void refreshUnfinished();
    /// Spells everything anew, in another language or currency.
    Q_INVOKABLE void reload();
    Q_INVOKABLE void scan();
    Q_INVOKABLE void choose(const QString& linkId);
    Q_INVOKABLE void resumeDevice(const QString& deviceId);
    Q_INVOKABLE void forgetUnfinished(const QString& deviceId);
    Q_INVOKABLE void goTo(int step);
    Q_INVOKABLE void back();
    /// What the primary button of this step does.
    Q_INVOKABLE void primary();
    Q_INVOKABLE void tryAgain();
    Q_INVOKABLE void passGate() { Q_EMIT gateRequested(gate()); }
    Q_INVOKABLE void refreshWifi();
    /// Joins the chosen network with what was typed into a SecretInput, which is emptied.
    Q_INVOKABLE void joinWifi(QObject* secretInput);
    Q_INVOKABLE void pick(double latitude, double longitude) { m_place.pick({latitude, longitude}); }
    Q_INVOKABLE void typePlace(const QString& text) { m_place.type(text); }
    /// As pick(), and the map goes there.
    Q_INVOKABLE void findPlace(double latitude, double longitude) { m_place.find({latitude, longitude}); }
    Q_INVOKABLE void pastePlace();
    Q_INVOKABLE void typeGain(const QString& text) { m_place.typeGain(text); }
    Q_INVOKABLE void typeHeight(const QString& text) { m_place.typeHeight(text); }

Q_SIGNALS:
    void changed();
    void radioChanged();
    /// A place that was typed, pasted or found has been taken; the map should show it.
    void placeTyped();
    /// The person's own device; the screen shows its page.
    void finishedDevice(const QString& deviceId);
    /// "wallet" or "backup": what has to be done before.
    void gateRequested(const QString& gate);

private:
    Task<void> identify(std::string linkId);
    Task<void> examine(int then);
    /// What the parts hold of one device, before another one.
    void clear();
    /// A device that was left unfinished; nothing of another one may be held any more.
    void takeUp(const DeviceId& id);
    void setStep(int step);
    void save();
    void showSteps();

    wizard::State m_state; // the parts use it and go before it
    wizard::Finder m_finder;
    wizard::Unfinished m_unfinished;
    wizard::Facts m_facts;
    wizard::Wifi m_wifi;
    wizard::PlaceChooser m_place;
    wizard::Costs m_costs;
    wizard::Registration m_registration;
    WizardRows m_steps;
};

} // namespace outpost::app
