// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowListModel.h"

namespace outpost::app {

int RowListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RowListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() < 0 || index.row() >= count())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KeyRole:
        return row.key;
    case TitleRole:
        return row.title;
    case NoteRole:
        return row.note;
    case AmountRole:
        return row.amount;
    case AmountNoteRole:
        return row.amountNote;
    case UnknownReasonRole:
        return row.unknownReason;
    case IconNameRole:
        return row.iconName;
    case LevelRole:
        return row.level;
    default:
        return {};
    }
}

QHash<int, QByteArray> RowListModel::roleNames() const
{
    return {{KeyRole, "key"},
            {TitleRole, "title"},
            {NoteRole, "note"},
            {AmountRole, "amount"},
            {AmountNoteRole, "amountNote"},
            {UnknownReasonRole, "unknownReason"},
            {IconNameRole, "iconName"},
            {LevelRole, "level"}};
}

void RowListModel::setRows(std::vector<Row> rows)
{
    const bool sameKeys = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                     [](const Row& a, const Row& b) { return a.key == b.key; });
    if (!sameKeys) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT countChanged();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = std::move(rows[i]);
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed);
    }
}

} // namespace outpost::app
