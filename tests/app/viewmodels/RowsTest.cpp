// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/RowListModel.h"
#include "app/viewmodels/WizardRows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace outpost::app {
namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

std::vector<Row> named(std::initializer_list<const char*> keys)
{
    std::vector<Row> rows;
    for (const char* key : keys)
        rows.push_back({.key = QString::fromLatin1(key), .title = QStringLiteral("title of ") + QLatin1String(key)});
    return rows;
}

TEST(RowListModel, GrowingShrinkingReorderingAndEmptyingKeepTheRulesOfModels)
{
    RowListModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    QSignalSpy counted(&model, &RowListModel::countChanged);
    for (const auto& keys : {named({"a"}), named({"a", "b", "c"}), named({"c", "a", "b"}), named({"b"}), named({})}) {
        model.setRows(keys);
        ASSERT_EQ(model.rowCount(), static_cast<int>(keys.size()));
        for (int i = 0; i < model.rowCount(); ++i) {
            EXPECT_EQ(model.index(i).data(RowListModel::KeyRole), keys[static_cast<std::size_t>(i)].key);
            EXPECT_EQ(model.index(i).data(RowListModel::TitleRole), keys[static_cast<std::size_t>(i)].title);
        }
    }
    EXPECT_EQ(counted.count(), 5);
}

TEST(RowListModel, TheSameKeysAreChangedInPlaceAndOnlyWhatChanged)
{
    RowListModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setRows(named({"a", "b", "c"}));
    const QPersistentModelIndex kept = model.index(1);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    auto rows = named({"a", "b", "c"});
    rows[1].amount = QStringLiteral("12");
    model.setRows(rows);
    EXPECT_EQ(reset.count(), 0);
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.front().at(0).toModelIndex().row(), 1);
    EXPECT_TRUE(kept.isValid());
    EXPECT_EQ(kept.data(RowListModel::AmountRole), QStringLiteral("12"));
    model.setRows(rows);
    EXPECT_EQ(changed.count(), 1) << "nothing new is no change";
}

TEST(RowListModel, EveryNamedRoleAnswersAndAnythingElseDoesNot)
{
    RowListModel model;
    const QAbstractItemModelTester tester(&model, kFatal);
    model.setRows({{.key = QStringLiteral("k"),
                    .title = QStringLiteral("t"),
                    .note = QStringLiteral("n"),
                    .amount = QStringLiteral("a"),
                    .amountNote = QStringLiteral("an"),
                    .unknownReason = QStringLiteral("u"),
                    .iconName = QStringLiteral("i"),
                    .level = 2}});
    const auto roles = model.roleNames();
    EXPECT_EQ(roles.size(), 8);
    for (auto role = roles.begin(); role != roles.end(); ++role)
        EXPECT_TRUE(model.index(0).data(role.key()).isValid()) << role.value().toStdString();
    EXPECT_FALSE(model.index(0).data(Qt::UserRole + 99).isValid());
    EXPECT_FALSE(model.data({}, RowListModel::KeyRole).isValid());
    EXPECT_EQ(model.rowCount(model.index(0)), 0) << "a list has no children";
}

TEST(WizardRows, GrowingShrinkingAndEmptyingKeepTheRulesOfModels)
{
    WizardRows model({"key", "text"}, nullptr);
    const QAbstractItemModelTester tester(&model, kFatal);
    QSignalSpy counted(&model, &WizardRows::countChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QList<QList<WizardRows::Row>> steps = {{{1, QStringLiteral("one")}},
                                                 {{1, QStringLiteral("one")}, {2, QStringLiteral("two")}},
                                                 {{7, QStringLiteral("seven")}, {2, QStringLiteral("two")}},
                                                 {{2, QStringLiteral("two")}},
                                                 {}};
    for (const auto& rows : steps) {
        model.set(rows);
        ASSERT_EQ(model.rowCount(), rows.size());
        for (int i = 0; i < model.rowCount(); ++i) {
            EXPECT_EQ(model.index(i).data(Qt::UserRole), rows[i].at(0));
            EXPECT_EQ(model.index(i).data(Qt::UserRole + 1), rows[i].at(1));
        }
    }
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(counted.count(), 4) << "the third has as many rows as the second";
}

TEST(WizardRows, ARowWithFewerValuesThanRolesAnswersNothingForTheRest)
{
    WizardRows model({"key", "text", "level"}, nullptr);
    const QAbstractItemModelTester tester(&model, kFatal);
    model.set({{QStringLiteral("only a key")}});
    EXPECT_EQ(model.index(0).data(Qt::UserRole), QStringLiteral("only a key"));
    EXPECT_FALSE(model.index(0).data(Qt::UserRole + 2).isValid());
    EXPECT_FALSE(model.index(0).data(Qt::UserRole + 3).isValid());
    EXPECT_FALSE(model.index(0).data(Qt::DisplayRole).isValid());
}

} // namespace
} // namespace outpost::app
