// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Context.h"
#include "app/format/Notice.h"

namespace outpost::cli {

namespace {

Json recoveryWarnings(const Context& context)
{
    Json list = Json::array();
    const store::OpenReport report = context.engine.storeReport();
    if (!report.recovered)
        return list;
    const auto notice = app::Notice::recovered(report, app::Format(QLocale::c(), context.global.currency));
    list.push_back({{"code", "recordsRecovered"},
                    {"message", notice.text.toStdString()},
                    {"action", notice.detail.toStdString() + " This is said until data verify has been run."},
                    {"damagedFile", report.damagedFile.string()},
                    {"restoredFrom", report.recoveredFrom.empty() ? Json() : Json(report.recoveredFrom.string())},
                    {"asOf", report.recoveredAsOf ? timeJson(*report.recoveredAsOf) : Json()}});
    return list;
}

} // namespace

Task<Json> warnings(Context context)
{
    Json list = recoveryWarnings(context);
    const auto files = co_await context.engine.wordsFiles().existing();
    if (!files)
        co_return list; // the store's own error is the command's
    for (const services::WordsFile& file : *files) {
        const auto notice = app::Notice::wordsFile(file.path);
        list.push_back({{"code", "wordsFileExists"},
                        {"message", notice.text.toStdString()},
                        {"action", notice.detail.toStdString()},
                        {"wallet", file.wallet.str()},
                        {"file", file.path.string()}});
    }
    co_return list;
}

} // namespace outpost::cli
