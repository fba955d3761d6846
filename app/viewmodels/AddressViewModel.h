// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowListModel.h"

#include "app/composition/Engine.h"
#include "app/format/Format.h"

namespace outpost::app {

/// Looking for an address where a place is chosen, and which server is asked for it. What is typed is sent when the
/// person says so and has agreed to the server by name, never while typing. Choosing a result chooses a place to look
/// at; nothing is registered by it. One for the window: the search of a page that is left ends. **Thread:** GUI.
class AddressViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(QString query READ query NOTIFY changed FINAL)
    /// Who is asked, or would be.
    Q_PROPERTY(QString host READ host NOTIFY changed FINAL)
    Q_PROPERTY(outpost::app::RowListModel* results READ results CONSTANT FINAL)
    /// How many were found, or what went wrong; also for a screen reader.
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(QString action READ action NOTIFY changed FINAL)
    /// What the host would learn.
    Q_PROPERTY(QString consentText READ consentText NOTIFY changed FINAL)
    /// Whose data the results are.
    Q_PROPERTY(QString credit READ credit NOTIFY changed FINAL)
    /// For Settings: who is asked, would be asked or was just proposed; empty while the search is switched off.
    Q_PROPERTY(QString server READ server NOTIFY changed FINAL)
    Q_PROPERTY(QString serverError READ serverError NOTIFY changed FINAL)
    Q_PROPERTY(QString settingText READ settingText NOTIFY changed FINAL)
    Q_PROPERTY(QString proposedHost READ proposedHost NOTIFY changed FINAL)

public:
    enum State { Idle = 0, Consent, Searching, Found, Nothing, Failed };
    Q_ENUM(State)

    AddressViewModel(Engine& engine, Format& format, QObject* parent);
    ~AddressViewModel() override;

    State state() const { return m_state; }
    QString query() const { return m_query; }
    QString host() const;
    RowListModel* results() { return &m_results; }
    QString message() const { return m_message; }
    QString action() const { return m_action; }
    QString consentText() const;
    QString credit() const;
    QString server() const;
    QString serverError() const { return m_serverError; }
    QString settingText() const;
    QString proposedHost() const { return m_proposedHost; }

    /// Reads what was agreed to.
    Future<void> load();
    /// Takes an address: asks for consent, or searches. False for what is none, and while the search is switched off.
    Q_INVOKABLE bool enter(const QString& text);
    /// The address in the clipboard, for the field; empty where none is, and while the search is switched off. Whatever
    /// is in the clipboard is sent only when it was seen in the field first.
    Q_INVOKABLE QString addressInClipboard() const;
    /// To what was proposed; the search that waited for it begins.
    Q_INVOKABLE void allow();
    Q_INVOKABLE void tryAgain();
    /// The place of a row; chosen() follows.
    Q_INVOKABLE void choose(int row);
    /// Back to nothing being looked for.
    Q_INVOKABLE void close();
    /// Another server waits for allow(), after consentNeeded(); an empty one switches the search off at once.
    Q_INVOKABLE void propose(const QString& server);
    /// Spells everything anew, in another language.
    Q_INVOKABLE void reload();

Q_SIGNALS:
    void changed();
    void chosen(double latitude, double longitude);
    void consentNeeded();
    /// The list of hosts has changed.
    void hostsChanged();

private:
    void search();
    void show(State state, const QString& message = {}, const QString& action = {});
    QString kindOf(const QString& kind) const;

    Engine& m_engine;
    Format& m_format;
    RowListModel m_results;
    std::vector<FoundPlace> m_found;
    State m_state = Idle;
    QString m_query;
    QString m_message;
    QString m_action;
    QString m_serverError;
    std::string m_proposed;
    QString m_proposedHost;
    CancelToken m_cancel;
};

} // namespace outpost::app
