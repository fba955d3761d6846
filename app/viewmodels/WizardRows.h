// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>

namespace outpost::app {

/// A short list of ready rows under named roles. What stays at its place is changed there, so that focus and scroll
/// position survive an update. **Thread:** GUI.
class WizardRows final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by view-models")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    WizardRows(QList<QByteArray> roles, QObject* parent);

    using Row = QVariantList; ///< one value per role
    void set(QList<Row> rows);
    int count() const { return static_cast<int>(m_rows.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    QList<QByteArray> m_roles;
    QList<Row> m_rows;
};

} // namespace outpost::app
