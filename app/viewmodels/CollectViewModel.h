// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ScreenViewModel.h"

#include <QTimer>

namespace outpost::app {

/// One act that costs something, from the review over the progress to the result: collecting, or setting a place.
/// Nothing is sent before confirm(). **Thread:** GUI.
class CollectViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString receiveTotal READ receiveTotal NOTIFY changed FINAL)
    Q_PROPERTY(bool receives READ receives NOTIFY changed FINAL)
    Q_PROPERTY(QString payTotal READ payTotal NOTIFY changed FINAL)
    Q_PROPERTY(QString unknownReason READ unknownReason NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(QString leftOut READ leftOut NOTIFY changed FINAL)
    Q_PROPERTY(QString warning READ warning NOTIFY changed FINAL)
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed FINAL)
    /// Why nothing can be signed is that money is missing: it is asked again, and the review made anew, when it came.
    Q_PROPERTY(bool waitsForMoney READ waitsForMoney NOTIFY changed FINAL)
    Q_PROPERTY(QString confirmText READ confirmText NOTIFY changed FINAL)
    Q_PROPERTY(QString progressText READ progressText NOTIFY progressChanged FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged FINAL)
    Q_PROPERTY(QString resultText READ resultText NOTIFY changed FINAL)
    Q_PROPERTY(QString resultAction READ resultAction NOTIFY changed FINAL)
    Q_PROPERTY(QString detailsText READ detailsText NOTIFY changed FINAL)
    /// Roles: key title amount.
    Q_PROPERTY(QAbstractItemModel* receiveLines READ receiveLines CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* payLines READ payLines CONSTANT FINAL)
    /// Roles: key text level.
    Q_PROPERTY(QAbstractItemModel* sentences READ sentences CONSTANT FINAL)

public:
    enum Stage { Idle = 0, Preparing, Reviewing, Running, Done, Failed };
    Q_ENUM(Stage)

    CollectViewModel(Engine& engine, Format& format, QObject* parent);

    Stage stage() const { return m_stage; }
    QString title() const { return m_title; }
    QString receiveTotal() const { return m_receiveTotal; }
    bool receives() const { return m_receives; }
    QString payTotal() const { return m_payTotal; }
    QString unknownReason() const { return m_unknownReason; }
    QString summary() const { return m_summary; }
    QString leftOut() const { return m_leftOut; }
    QString warning() const { return m_warning; }
    QString refusal() const { return m_refusal; }
    bool waitsForMoney() const { return m_waitTimer.isActive(); }
    QString confirmText() const { return m_confirmText; }
    QString progressText() const { return m_progressText; }
    double progress() const { return m_progress; }
    QString resultText() const { return m_resultText; }
    QString resultAction() const { return m_resultAction; }
    QString detailsText() const { return m_detailsText; }
    QAbstractItemModel* receiveLines() { return &m_receiveLines; }
    QAbstractItemModel* payLines() { return &m_payLines; }
    QAbstractItemModel* sentences() { return &m_sentences; }

    /// Prepares the review; no devices: all that have something.
    Q_INVOKABLE void collect(const QStringList& devices);
    /// Every sentence in full, instead of one for each kind.
    Q_INVOKABLE void showEverything();
    Q_INVOKABLE void confirm();
    /// The address that missing money is sent to, into the clipboard.
    Q_INVOKABLE void copyAddress();
    /// Leaves the review or the result. What runs goes on.
    Q_INVOKABLE void leave();

    /// The same for a device's new place.
    void reviewPlace(const DeviceId& device, const Place& place, const QString& name);

Q_SIGNALS:
    void changed();
    void progressChanged();
    void finished();
    void copyRequested(const QString& text);

private:
    struct Shown {
        services::ActReview review;
        services::Worth receive;
        services::Worth pay;
        std::vector<services::Worth> payEach;
        std::vector<std::pair<QString, QString>> leftOut; ///< device, reason
        std::map<AssetId, Int128> missing;                ///< that the wallet lacks to pay for it
        Address wallet;
    };
    static Task<Shown> prepare(QPointer<CollectViewModel> self, Future<services::ActReview> review);
    void begin();
    QString missingText(const Shown& shown) const;
    void askForMoney();
    void show(Shown shown);
    void showCosts(const Shown& shown);
    void showSentences(const Shown& shown);
    void showProgress(const services::Progress& progress);
    void failWith(const Error& error);
    void goOnWithEarlier(const Error& duplicate);
    void finish(const Operation& operation);
    QString withFiat(const services::Worth& worth) const;
    QString amountsText(const std::vector<Amount>& amounts) const;

    Engine& m_engine;
    Format& m_format;
    Stage m_stage = Idle;
    CancelToken m_cancel;
    std::function<Future<services::ActReview>()> m_makeReview;
    QTimer m_waitTimer; ///< runs while money is missing
    std::optional<services::ActReview> m_review;
    OperationId m_running;
    QString m_title, m_receiveTotal, m_payTotal, m_unknownReason, m_summary, m_leftOut, m_warning, m_refusal;
    QString m_confirmText, m_progressText, m_resultText, m_resultAction;
    QString m_detailsText;
    QList<QVariantList> m_everything; ///< rows of `sentences`
    QString m_subject;                ///< the device's name where the act is about one
    double m_progress = 0;
    bool m_receives = true;
    RecordModel m_receiveLines;
    RecordModel m_payLines;
    RecordModel m_sentences;
};

} // namespace outpost::app
