// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format/Notice.h"

#include "app/format/ErrorText.h"

#include <QCoreApplication>

namespace outpost::app {

Notice Notice::recovered(const store::OpenReport& report, const Format& format)
{
    const std::string kept = report.damagedFile.string();
    if (report.recoveredFrom.empty())
        return {QCoreApplication::translate("Notice", "The records on this computer were damaged, and there was no "
                                                      "good copy of them: they start anew."),
                //: %1: path of a file
                filled(QCoreApplication::translate(
                           "Notice", "What your devices earned before was sampled here and is lost, as is the "
                                     "activity; your devices and balances are read from the network again. The "
                                     "damaged file is kept: %1"),
                       {kept})};
    //: %1: date and time
    const QString text = QCoreApplication::translate(
        "Notice", "The records on this computer were damaged. A copy of %1 took their place.");
    return {text.arg(report.recoveredAsOf ? format.dateTime(*report.recoveredAsOf) : Format::unknown()),
            //: %1: path of a file
            filled(QCoreApplication::translate("Notice", "What your devices earned after that, and activity, may be "
                                                         "missing; your devices and balances are read from the "
                                                         "network again. The damaged file is kept: %1"),
                   {kept})};
}

Notice Notice::wordsFile(const std::filesystem::path& file)
{
    //: %1: path of a file
    return {filled(QCoreApplication::translate("Notice", "The recovery words of a wallet lie in a file on this "
                                                         "computer: %1"),
                   {file.string()}),
            QCoreApplication::translate("Notice", "Delete it when you have written the words down. Whoever reads it "
                                                  "has the money.")};
}

Notice Notice::copyFailed(const Error& error)
{
    const ErrorText why = ErrorText::of(error);
    return {QCoreApplication::translate("Notice", "The daily copy of the records could not be made."),
            why.message + u' ' + why.action};
}

} // namespace outpost::app
