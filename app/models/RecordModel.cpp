// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/RecordModel.h"

#include <QSet>

namespace outpost::app {

RecordModel::RecordModel(QList<QByteArray> roles, QObject* parent)
    : QAbstractListModel(parent), m_roles(std::move(roles))
{}

int RecordModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RecordModel::data(const QModelIndex& index, int role) const
{
    const int column = role == Qt::DisplayRole ? 1 : role - Qt::UserRole - 1;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || column < 0 || column >= m_roles.size())
        return {};
    return m_rows.at(index.row()).value(column);
}

QHash<int, QByteArray> RecordModel::roleNames() const
{
    QHash<int, QByteArray> names;
    int role = Qt::UserRole;
    for (const QByteArray& name : m_roles)
        names.insert(++role, name);
    return names;
}

qsizetype RecordModel::indexOf(const QVariant& key, qsizetype from) const
{
    for (qsizetype i = from; i < m_rows.size(); ++i) {
        if (m_rows.at(i).constFirst() == key)
            return i;
    }
    return -1;
}

void RecordModel::setRows(const QList<QVariantList>& rows)
{
    QSet<QString> kept;
    for (const QVariantList& row : rows)
        kept.insert(row.constFirst().toString());
    for (int i = count() - 1; i >= 0; --i) {
        if (kept.contains(m_rows.at(i).constFirst().toString()))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < rows.size(); ++i) {
        const auto at = static_cast<int>(indexOf(rows.at(i).constFirst(), i));
        if (at < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, rows.at(i));
            endInsertRows();
            continue;
        }
        if (at > i) {
            beginMoveRows({}, at, at, {}, i);
            m_rows.move(at, i);
            endMoveRows();
        }
        if (m_rows.at(i) != rows.at(i)) {
            m_rows[i] = rows.at(i);
            Q_EMIT dataChanged(index(i), index(i));
        }
    }
}

} // namespace outpost::app
