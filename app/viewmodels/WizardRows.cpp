// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/WizardRows.h"

namespace outpost::app {

WizardRows::WizardRows(QList<QByteArray> roles, QObject* parent) : QAbstractListModel(parent), m_roles(std::move(roles))
{}

void WizardRows::set(QList<Row> rows)
{
    const auto before = m_rows.size();
    const auto common = std::min(before, rows.size());
    for (qsizetype i = 0; i < common; ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = rows[i];
        const QModelIndex at = index(static_cast<int>(i));
        Q_EMIT dataChanged(at, at);
    }
    if (rows.size() > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
        Q_EMIT countChanged();
    } else if (rows.size() < before) {
        beginRemoveRows({}, static_cast<int>(rows.size()), static_cast<int>(before) - 1);
        m_rows = std::move(rows);
        endRemoveRows();
        Q_EMIT countChanged();
    }
}

int WizardRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant WizardRows::data(const QModelIndex& index, int role) const
{
    const int column = role - Qt::UserRole;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || column < 0 || column >= m_roles.size())
        return {};
    return m_rows[index.row()].value(column);
}

QHash<int, QByteArray> WizardRows::roleNames() const
{
    QHash<int, QByteArray> names;
    for (qsizetype i = 0; i < m_roles.size(); ++i)
        names.insert(Qt::UserRole + static_cast<int>(i), m_roles[i]);
    return names;
}

} // namespace outpost::app
