// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>

namespace outpost::app {

/// A row of ready display strings; each screen uses the parts it needs.
struct Row {
    QString key = {}; ///< stable and unique within the list
    QString title = {};
    QString note = {};
    QString amount = {};
    QString amountNote = {};
    QString unknownReason = {}; ///< why `amount` is not known
    QString iconName = {};
    int level = 0;
    friend bool operator==(const Row&, const Row&) = default;
};

/// Short lists of finished text: balances, activities, hosts. Rows with the same keys in the same order are updated in
/// place, so that focus and selection stay. **Thread:** GUI.
class RowListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by view-models")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        TitleRole,
        NoteRole,
        AmountRole,
        AmountNoteRole,
        UnknownReasonRole,
        IconNameRole,
        LevelRole,
    };
    Q_ENUM(Role)
    using QAbstractListModel::QAbstractListModel;

    int count() const { return static_cast<int>(m_rows.size()); }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void setRows(std::vector<Row> rows);
    const std::vector<Row>& rows() const { return m_rows; }

Q_SIGNALS:
    void countChanged();

private:
    std::vector<Row> m_rows;
};

} // namespace outpost::app
