// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format/Format.h"

#include "core/base/Encoding.h"
#include "core/domain/Cells.h"

#include <QDateTime>

#include <cmath>

namespace outpost::app {

namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kNarrowSpace(0x202f);
constexpr QChar kSpace(0x00a0);
constexpr int kAll = 99;

QString currencySymbol(Currency currency)
{
    switch (currency) {
    case Currency::Eur:
        return QString(QChar(0x20ac));
    case Currency::Usd:
        return QStringLiteral("$");
    case Currency::Gbp:
        return QString(QChar(0x00a3));
    case Currency::Jpy:
        return QString(QChar(0x00a5));
    }
    return {};
}

QDateTime local(Time time)
{
    return QDateTime::fromMSecsSinceEpoch(toUnixMillis(time));
}

QDate utcDay(std::int32_t day)
{
    constexpr qint64 kUnixEpochJulian = 2'440'588;
    return QDate::fromJulianDay(kUnixEpochJulian + day);
}

} // namespace

QString shownText(std::string_view text)
{
    constexpr std::size_t kMost = 300;
    const QString plain = toQString(plainText(text, kMost));
    const auto points = plain.toUcs4();
    const bool rightToLeft = std::any_of(points.begin(), points.end(), [](uint point) {
        const auto direction = QChar::direction(point);
        return direction == QChar::DirR || direction == QChar::DirAL;
    });
    // First strong isolate and its end: punctuation beside it stays where it is written.
    return rightToLeft ? QChar(0x2068) + plain + QChar(0x2069) : plain;
}

QString shownName(const Device& device)
{
    return shownText(device.shownName());
}

Format::Format(QLocale locale, Currency currency) : m_locale(std::move(locale)), m_currency(currency) {}

QString Format::unknown()
{
    return QString(QChar(0x2014));
}

QString Format::grouped(QString digits) const
{
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, m_locale.groupSeparator());
    return digits;
}

/// `text` as decimalText() spells it.
QString Format::decimal(std::string text, int keep) const
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.erase(0, 1);
    const std::size_t point = text.find('.');
    const std::string whole = text.substr(0, point);
    std::string fraction = point == std::string::npos ? std::string() : text.substr(point + 1);
    if (keep != kAll) {
        std::size_t length = static_cast<std::size_t>(keep);
        const std::size_t first = fraction.find_first_not_of('0');
        if (whole == "0" && first != std::string::npos)
            length = std::max(length, first + length);
        fraction.resize(std::min(fraction.size(), length));
        while (fraction.ends_with('0'))
            fraction.pop_back();
    }
    QString out = grouped(toQString(whole));
    if (!fraction.empty())
        out += m_locale.decimalPoint() + toQString(fraction);
    return negative ? kMinus + out : out;
}

QString Format::moneyMinor(Int128 minor, Currency currency) const
{
    const int decimals = currencyDecimals(currency);
    std::string digits = minor.toString();
    const bool negative = digits.starts_with('-');
    if (negative)
        digits.erase(0, 1);
    if (digits.size() <= static_cast<std::size_t>(decimals))
        digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
    const std::size_t split = digits.size() - static_cast<std::size_t>(decimals);
    QString number = grouped(toQString(std::string_view(digits).substr(0, split)));
    if (decimals > 0)
        number += m_locale.decimalPoint() + toQString(std::string_view(digits).substr(split));
    // Where the sign stands is the locale's; its own number is put in place of a one.
    QString text = m_locale.toCurrencyString(1LL, currencySymbol(currency));
    const QString one = QString(m_locale.toString(1));
    qsizetype at = text.indexOf(one);
    if (at < 0)
        return number;
    qsizetype length = one.size();
    while (at + length < text.size() && (text[at + length].isDigit() || text[at + length] == m_locale.decimalPoint()))
        ++length;
    text.replace(at, length, number);
    return negative ? kMinus + text : text;
}

QString Format::moneyMinor(const std::optional<Int128>& minor) const
{
    return minor ? moneyMinor(*minor, m_currency) : unknown();
}

QString Format::money(const services::Worth& worth) const
{
    if (!worth.minor)
        return unknown();
    const bool something = std::any_of(worth.amounts.begin(), worth.amounts.end(),
                                       [](const Amount& amount) { return amount.base.isPositive(); });
    if (worth.minor->isZero() && something)
        //: %1: the smallest amount of a currency
        return tr("under %1").arg(moneyMinor(Int128(1), m_currency));
    return moneyMinor(*worth.minor, m_currency);
}

QString Format::amount(const Amount& amount, const Asset& asset) const
{
    return decimal(decimalText(amount.base, asset.decimals), 4) + kSpace + toQString(asset.symbol);
}

QString Format::amountExact(const Amount& amount, const Asset& asset) const
{
    return decimal(decimalText(amount.base, asset.decimals), kAll) + kSpace + toQString(asset.symbol);
}

QString Format::count(std::int64_t number) const
{
    return m_locale.toString(static_cast<qlonglong>(number));
}

QString Format::date(Time time) const
{
    //: pattern of a date with its year, as QLocale::toString() takes it
    return m_locale.toString(local(time).date(), tr("d MMM yyyy"));
}

QString Format::dateTime(Time time) const
{
    //: pattern of a date with its time, as QLocale::toString() takes it
    return m_locale.toString(local(time), tr("d MMM yyyy, HH:mm"));
}

QString Format::ago(Time now, Time then) const
{
    using namespace std::chrono;
    const auto age = std::max(duration_cast<seconds>(now - then), seconds(0));
    if (age < seconds(5))
        return tr("just now");
    if (age < minutes(1))
        //: age of a figure, in seconds
        return tr("%1 s ago").arg(age.count());
    if (age < hours(1))
        return tr("%1 min ago").arg(duration_cast<minutes>(age).count());
    if (age < hours(24))
        return tr("%1 h ago").arg(duration_cast<hours>(age).count());
    return date(then);
}

QString Format::ago(Time now, const std::optional<Time>& then) const
{
    return then ? ago(now, *then) : unknown();
}

QString Format::day(std::int32_t day) const
{
    //: pattern of a date without its year, as QLocale::toString() takes it
    return m_locale.toString(utcDay(day), tr("d MMM"));
}

QString Format::month(std::int32_t day) const
{
    return m_locale.standaloneMonthName(utcDay(day).month());
}

QString Format::percentChange(const std::optional<Int128>& now, const std::optional<Int128>& before) const
{
    if (!now || !before || !before->isPositive())
        return unknown();
    const auto difference = now->minus(*before);
    const auto scaled = difference ? difference->times(Int128(100)) : difference;
    auto percent = scaled ? scaled->dividedRounded(*before) : scaled;
    if (percent && percent->isNegative())
        percent = percent->negated();
    if (!percent)
        return unknown();
    return grouped(toQString(percent->toString())) + kSpace + m_locale.percent();
}

QString Format::distance(double metres) const
{
    if (!std::isfinite(metres))
        return unknown();
    constexpr double kKilometre = 1000;
    const double whole = std::round(metres);
    if (whole < kKilometre)
        return tr("%1 m").arg(m_locale.toString(whole, 'f', 0));
    constexpr double kTenths = 9950; // metres; from there on one decimal would round to 10.0
    return tr("%1 km").arg(m_locale.toString(metres / kKilometre, 'f', metres < kTenths ? 1 : 0));
}

QString Format::coordinates(GeoPoint point) const
{
    if (!isValidPoint(point))
        return unknown();
    const auto part = [](double degrees) {
        constexpr double kSteps = 10'000; // of a degree
        const double rounded = std::round(degrees * kSteps) / kSteps;
        return QString::number(rounded == 0 ? 0.0 : rounded, 'f', 4).replace(u'-', kMinus); // no "-0.0000"
    };
    return QChar(0x2066) + part(point.latitude) + QStringLiteral(", ") + part(point.longitude) + QChar(0x2069);
}

QString Format::dbm(int level) const
{
    return (level < 0 ? QString(kMinus) : QString()) + QString::number(std::abs(level)) + kNarrowSpace +
           QStringLiteral("dBm");
}

QString Format::duration(std::chrono::milliseconds time) const
{
    using namespace std::chrono;
    if (time < minutes(1))
        return tr("%1 s").arg(std::max<std::int64_t>(ceil<seconds>(time).count(), 0));
    if (time < hours(2))
        return tr("%1 min").arg(ceil<minutes>(time).count());
    return tr("%1 h").arg(floor<hours>(time).count());
}

QString Format::shortAddress(const Address& address)
{
    const QString text = toQString(address.str());
    constexpr qsizetype kEnd = 4;
    const QString shown = text.size() <= 2 * kEnd + 2 ? text : text.first(kEnd) + QChar(0x2026) + text.last(kEnd);
    return QChar(0x2066) + shown + QChar(0x2069);
}

} // namespace outpost::app
