// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Records.h"

#include "core/store/StoreErrors.h"

#include <nlohmann/json.hpp>

namespace outpost::store {

using nlohmann::json;

Future<std::map<std::string, std::string>> Settings::all()
{
    return m_db.write([](Sql& sql) -> Result<std::map<std::string, std::string>> {
        OUTPOST_TRY(auto query, sql.prepare("SELECT key, value FROM settings"));
        std::map<std::string, std::string> values;
        while (true) {
            OUTPOST_TRY(const bool more, query->step());
            if (!more)
                return values;
            values[query->text(0)] = query->text(1);
        }
    });
}

Future<void> Settings::set(std::string key, std::string value)
{
    return m_db.write([key = std::move(key), value = std::move(value)](Sql& sql) -> Result<void> {
        OUTPOST_TRY(auto put, sql.prepare("INSERT OR REPLACE INTO settings (key, value) VALUES (?,?)"));
        return put->bind(std::string_view(key)).bind(std::string_view(value)).run();
    });
}

Future<void> Prices::add(std::vector<Price> prices)
{
    return m_db.write([prices = std::move(prices)](Sql& sql) -> Result<void> {
        for (const Price& price : prices) {
            OUTPOST_TRY(auto name, sql.prepare("INSERT OR IGNORE INTO names (text) VALUES (?)"));
            OUTPOST_CHECK(name->bind(std::string_view(price.asset.str())).run());
            OUTPOST_TRY(auto put,
                        sql.prepare("INSERT OR REPLACE INTO prices (asset, currency, at, nano, source) VALUES "
                                    "((SELECT num FROM names WHERE text = ?),?,?,?,?)"));
            OUTPOST_CHECK(put->bind(std::string_view(price.asset.str()))
                              .bind(static_cast<std::int64_t>(price.currency))
                              .bind(toUnixMillis(price.asOf))
                              .bind(std::string_view(price.nano.toString()))
                              .bind(std::string_view(price.source))
                              .run());
        }
        return {};
    });
}

namespace {
Result<Price> readPrice(const Statement& row)
{
    OUTPOST_TRY(const Int128 nano, Int128::parse(row.text(3)));
    return Price{AssetId(row.text(0)), static_cast<Currency>(row.integer(1)), nano, row.text(4),
                 fromUnixMillis(row.integer(2))};
}
} // namespace

Future<std::vector<Price>> Prices::latest(Currency currency)
{
    return m_db.write([currency](Sql& sql) -> Result<std::vector<Price>> {
        OUTPOST_TRY(auto query,
                    sql.prepare("SELECT n.text, p.currency, max(p.at), p.nano, p.source FROM prices p JOIN names "
                                "n ON n.num = p.asset WHERE p.currency = ? GROUP BY p.asset"));
        query->bind(static_cast<std::int64_t>(currency));
        std::vector<Price> found;
        while (true) {
            OUTPOST_TRY(const bool more, query->step());
            if (!more)
                return found;
            OUTPOST_TRY(Price price, readPrice(*query));
            found.push_back(std::move(price));
        }
    });
}

Future<std::optional<Price>> Prices::at(AssetId asset, Currency currency, Time when, std::chrono::hours maxAge)
{
    return m_db.read([asset = std::move(asset), currency, when, maxAge](Sql& sql) -> Result<std::optional<Price>> {
        OUTPOST_TRY(auto query,
                    sql.prepare("SELECT n.text, p.currency, p.at, p.nano, p.source FROM prices p JOIN names n ON "
                                "n.num = p.asset WHERE n.text = ? AND p.currency = ? AND p.at BETWEEN ? AND ? "
                                "ORDER BY p.at DESC LIMIT 1"));
        OUTPOST_TRY(const bool row, query->bind(std::string_view(asset.str()))
                                        .bind(static_cast<std::int64_t>(currency))
                                        .bind(toUnixMillis(when - maxAge))
                                        .bind(toUnixMillis(when))
                                        .step());
        if (!row)
            return std::nullopt;
        OUTPOST_TRY(Price price, readPrice(*query));
        return price;
    });
}

Result<void> writeActivity(Sql& sql, const Activity& a, IfKnown ifKnown)
{
    const auto amounts = [](const std::vector<Amount>& list) {
        json out = json::array();
        for (const Amount& amount : list)
            out.push_back({{"asset", amount.asset.str()}, {"base", amount.base.toString()}});
        return out;
    };
    const std::string body = json{{"args", a.args}, {"in", amounts(a.in)}, {"out", amounts(a.out)}}.dump(
        -1, ' ', false, json::error_handler_t::replace);
    const std::string_view known =
        ifKnown == IfKnown::Keep ? "NOTHING" : "UPDATE SET at = excluded.at, body = excluded.body";
    OUTPOST_TRY(auto put, sql.prepare("INSERT INTO activity (at, kind, subject, body, unique_key) VALUES (?,?,?,?,?) "
                                      "ON CONFLICT (unique_key) DO " +
                                      std::string(known)));
    return put->bind(toUnixMillis(a.at))
        .bind(std::string_view(a.kind))
        .bind(std::string_view(a.subject))
        .bind(std::string_view(body))
        .bind(std::string_view(a.uniqueKey))
        .run();
}

Future<void> Activities::add(std::vector<Activity> activities)
{
    return m_db.write([activities = std::move(activities)](Sql& sql) -> Result<void> {
        for (const Activity& activity : activities)
            OUTPOST_CHECK(writeActivity(sql, activity, IfKnown::Keep));
        return {};
    });
}

Future<std::vector<Activity>> Activities::page(std::string subject, std::int64_t offset, std::int64_t limit)
{
    return m_db.read([subject = std::move(subject), offset, limit](Sql& sql) -> Result<std::vector<Activity>> {
        OUTPOST_TRY(auto query, sql.prepare("SELECT at, kind, subject, body, unique_key FROM activity WHERE ?1 = '' OR "
                                            "subject = ?1 ORDER BY at DESC, num DESC LIMIT ?2 OFFSET ?3"));
        query->bind(std::string_view(subject)).bind(limit).bind(offset);
        std::vector<Activity> found;
        while (true) {
            OUTPOST_TRY(const bool more, query->step());
            if (!more)
                return found;
            Activity a{.at = fromUnixMillis(query->integer(0)),
                       .kind = query->text(1),
                       .subject = query->text(2),
                       .args = {},
                       .in = {},
                       .out = {},
                       .uniqueKey = query->text(4)};
            const json body = json::parse(query->text(3), nullptr, false);
            if (!body.is_object())
                return fail(errors::kStoreDamaged, "activity record");
            try { // nlohmann reports a wrong type by exception; it ends here
                a.args = body.at("args").get<std::vector<std::string>>();
                for (const auto& [key, list] : {std::pair{"in", &a.in}, std::pair{"out", &a.out}}) {
                    for (const json& amount : body.at(key)) {
                        OUTPOST_TRY(const Int128 base, Int128::parse(amount.at("base").get<std::string>()));
                        list->push_back({AssetId(amount.at("asset").get<std::string>()), base});
                    }
                }
            } catch (const json::exception& e) {
                return fail(errors::kStoreDamaged, e.what());
            }
            found.push_back(std::move(a));
        }
    });
}

} // namespace outpost::store
