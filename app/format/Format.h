// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Device.h"
#include "core/services/EarningsService.h"

#include <QCoreApplication>
#include <QLocale>

namespace outpost::app {

/// Spells figures for a person: locale, currency, one rounding rule. What is not known is an em dash, never 0.
/// Integers throughout for money. Values in, text out; setters only for what Settings changes. **Thread:** one.
class Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
public:
    explicit Format(QLocale locale = QLocale(), Currency currency = Currency::Eur);

    const QLocale& locale() const { return m_locale; }
    Currency currency() const { return m_currency; }
    void setLocale(const QLocale& locale) { m_locale = locale; }
    void setCurrency(Currency currency) { m_currency = currency; }

    static QString unknown(); ///< the em dash

    /// In the set currency; "under 0.01" for an amount that rounds to nothing; em dash without a price.
    QString money(const services::Worth& worth) const;
    QString moneyMinor(Int128 minor, Currency currency) const;
    QString moneyMinor(const std::optional<Int128>& minor) const; ///< in the set currency
    /// With the symbol, shortened towards zero: four decimals, or four digits of a small figure.
    QString amount(const Amount& amount, const Asset& asset) const;
    /// The same with every decimal.
    QString amountExact(const Amount& amount, const Asset& asset) const;
    QString count(std::int64_t number) const;

    QString date(Time time) const; ///< in this computer's time zone
    QString dateTime(Time time) const;
    /// "12 s ago" up to a day, then the date.
    QString ago(Time now, Time then) const;
    QString ago(Time now, const std::optional<Time>& then) const;
    QString day(std::int32_t day) const; ///< days since 1970-01-01, UTC; without the year
    QString month(std::int32_t day) const;
    /// How much `now` differs from `before`, without a sign ("12 %"); em dash when there is nothing to compare with.
    QString percentChange(const std::optional<Int128>& now, const std::optional<Int128>& before) const;
    QString distance(double metres) const;
    /// With decimal points in every locale, so that it can be pasted elsewhere.
    QString coordinates(GeoPoint point) const;
    QString dbm(int level) const;
    QString duration(std::chrono::milliseconds time) const;
    /// "7xKX…9fQz", isolated so that it reads left to right everywhere.
    static QString shortAddress(const Address& address);

private:
    QString grouped(QString digits) const;
    QString decimal(std::string text, int keep) const;

    QLocale m_locale;
    Currency m_currency;
};

/// Text from outside, made harmless to stand in a sentence or a list: no control characters, none that turn the
/// direction of what follows, at most 300 signs, and right-to-left writing kept to itself.
QString shownText(std::string_view text);
/// The name under which a person knows a device.
QString shownName(const Device& device);

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace outpost::app
