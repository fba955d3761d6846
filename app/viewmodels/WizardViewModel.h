// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"
#include "app/format/Format.h"
#include "app/viewmodels/WizardRows.h"

#include <QQmlEngine>

namespace outpost::app {

/// "Add a device": from finding it beside the computer to reading its place back from the network. Can be left and
/// taken up at any step: what was chosen is kept in the store under "wizard.<device>", what was started in the journal.
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
    enum Step { Find = 0, Check = 1, Internet = 2, PlaceStep = 3, Review = 4, Finished = 5 };
    Q_ENUM(Step)

    WizardViewModel(Engine& engine, Format& format, QObject* parent);

    int step() const { return m_step; }
    QString deviceLine() const;
    QString deviceId() const { return toQString(m_device.str()); }
    QString deviceName() const { return toQString(m_name); }
    WizardRows* steps() { return &m_steps; }
    QString problem() const { return m_problem; }
    QString problemAction() const { return m_problemAction; }
    bool canTryAgain() const { return !m_problem.isEmpty() && !m_busy; }
    bool busy() const { return m_busy; }
    QString busyText() const { return m_busyText; }
    QString primaryText() const;
    bool primaryEnabled() const;
    bool canGoBack() const { return m_step > Find && m_step < Finished && !started() && !m_joining; }
    WizardRows* cost() { return &m_cost; }
    QString total() const { return m_total; }
    QString totalReason() const;
    QString walletNote() const { return m_walletNote; }
    QString footnote() const;
    QString radioTitle() const;
    QString radioSentence() const;
    bool scanning() const { return m_engine.nearby().isScanning(); }
    WizardRows* nearby() { return &m_nearby; }
    WizardRows* unfinished() { return &m_unfinished; }
    WizardRows* facts() { return &m_facts; }
    QString verdict() const;
    bool verdictGood() const { return m_offer && m_offer->problem.empty() && !m_offer->alreadyRegistered; }
    bool mine() const;
    QString gate() const;
    QString gateSentence() const;
    QString gateAction() const;
    WizardRows* wifi() { return &m_wifi; }
    QString connection() const;
    bool online() const;
    int chosenWifi() const { return m_chosenWifi; }
    void setChosenWifi(int row);
    QString chosenWifiName() const;
    bool joining() const { return m_joining; }
    bool hasPlace() const { return m_place.has_value(); }
    double latitude() const { return m_place ? m_place->pin.latitude : 0; }
    double longitude() const { return m_place ? m_place->pin.longitude : 0; }
    int cellResolution() const { return m_offer ? m_offer->cellResolution : 12; }
    QString placeText() const { return m_placeText; }
    QString placeError() const { return m_placeError; }
    QString cellLine() const;
    QString gainText() const { return m_gainText; }
    QString gainError() const { return m_gainError; }
    QString gainHint() const;
    QString heightText() const { return m_heightText; }
    QString heightError() const { return m_heightError; }
    WizardRows* ownDevices() { return &m_ownDevices; }
    WizardRows* pays() { return &m_pays; }
    WizardRows* sentences() { return &m_sentences; }
    WizardRows* progress() { return &m_progress; }
    bool started() const { return !m_operation.isEmpty() && m_step == Review; }
    QString moneyMissing() const { return m_moneyMissing; }
    QString moneyAddress() const { return m_moneyAddress; }
    WizardRows* result() { return &m_result; }

    /// The screen is shown: reads what was left unfinished, looks for devices.
    Q_INVOKABLE void open();
    /// The screen is left; what was chosen is kept already.
    Q_INVOKABLE void leave();
    Q_INVOKABLE void restart();
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
    Q_INVOKABLE void pick(double latitude, double longitude);
    Q_INVOKABLE void typePlace(const QString& text);
    Q_INVOKABLE void pastePlace();
    Q_INVOKABLE void typeGain(const QString& text);
    Q_INVOKABLE void typeHeight(const QString& text);

Q_SIGNALS:
    void changed();
    void radioChanged();
    /// A place that was typed or pasted has been taken; the map should show it.
    void placeTyped();
    /// The person's own device; the screen shows its page.
    void finishedDevice(const QString& deviceId);
    /// "wallet" or "backup": what has to be done before.
    void gateRequested(const QString& gate);

private:
    struct Saved {
        std::string name;
        int step = Check;
        std::optional<GeoPoint> pin;
        QString gain;
        QString height;
        OperationId operation;
    };

    Task<void> loadUnfinished();
    Task<void> identify(std::string linkId);
    Task<void> examine(Step then);
    Task<void> readWifi();
    Task<void> join(Bytes ssid, std::shared_ptr<SecureBytes> secret);
    Task<void> place(GeoPoint pin);
    Task<void> readOwnDevices();
    Task<void> priceCost();
    Task<void> readBalances();
    Task<void> review();
    Task<void> start();
    Task<void> resumeOperation(bool retry);
    Task<void> readBack();
    void setStep(int step);
    void setBusy(const QString& text);
    void showError(const Error& error);
    void clearProblem();
    void save();
    void showSteps();
    void showNearby();
    void showFacts();
    void showWifi();
    void showProgress();
    void take(const Result<Operation>& result);
    Place chosenPlace() const;
    QString spell(const Amount& amount) const;

    Engine& m_engine;
    Format& m_format;
    WizardRows m_steps;
    WizardRows m_cost;
    WizardRows m_nearby;
    WizardRows m_unfinished;
    WizardRows m_facts;
    WizardRows m_wifi;
    WizardRows m_ownDevices;
    WizardRows m_pays;
    WizardRows m_sentences;
    WizardRows m_progress;
    WizardRows m_result;

    int m_step = Find;
    bool m_open = false;
    bool m_busy = false;
    QString m_busyText;
    QString m_problem;
    QString m_problemAction;
    std::optional<Error> m_scanError;
    std::string m_asking; ///< link that is being identified
    std::string m_link;
    DeviceId m_device;
    std::string m_name;
    std::map<DeviceId, Saved> m_saved;
    std::optional<networks::OnboardingOffer> m_offer;
    std::optional<networks::WifiStatus> m_wifiStatus;
    bool m_joining = false;
    int m_chosenWifi = -1;
    std::optional<services::PlaceChoice> m_place;
    bool m_showPlace = false; ///< the place was typed: the map should go there
    QString m_placeText;
    QString m_placeError;
    QString m_gainText;
    QString m_gainError;
    std::optional<std::int32_t> m_gain;
    QString m_heightText;
    QString m_heightError;
    std::optional<std::int32_t> m_height;
    std::vector<CostLine> m_costLines;
    QString m_total;
    QString m_walletNote;
    std::map<AssetId, Int128> m_balances;
    std::optional<services::ActReview> m_review;
    std::vector<OperationStep> m_operationSteps;
    OperationId m_operation;
    std::size_t m_progressStep = 0;
    QString m_activity;
    bool m_operationFailed = false;
    bool m_elsewhere = false; ///< the operation runs, and not for us
    bool m_armed = false;     ///< registering begins by itself when the money is there
    QString m_moneyMissing;
    QString m_moneyAddress;
    QTimer m_moneyTimer;
    CancelToken m_cancel; ///< of what this step asks
};

} // namespace outpost::app
