// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace outpost::app {

/// A short list of finished values under named roles; the first role is "key", unique and stable. New rows are laid
/// over the old ones by key, so that focus and selection stay. **Thread:** GUI.
class RecordModel final : public QAbstractListModel {
    Q_OBJECT
public:
    RecordModel(QList<QByteArray> roles, QObject* parent);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Each row has one value per role.
    void setRows(const QList<QVariantList>& rows);
    int count() const { return static_cast<int>(m_rows.size()); }

private:
    qsizetype indexOf(const QVariant& key, qsizetype from) const;

    QList<QByteArray> m_roles;
    QList<QVariantList> m_rows;
};

} // namespace outpost::app
