// SPDX-License-Identifier: GPL-3.0-or-later
#include "CollectViewModel.h"

#include "app/format/ErrorText.h"
#include "app/format/Phrase.h"
#include "core/services/Shortfall.h"
#include "core/store/StoreErrors.h"

namespace outpost::app {

namespace {

constexpr int kChecked = 0; // CheckedSentence.Level
constexpr int kRefused = 2;
constexpr int kPlain = 3;
constexpr int kMostLeftOut = 4;
constexpr auto kAskForMoneyEvery = std::chrono::seconds(5);

} // namespace

CollectViewModel::CollectViewModel(Engine& engine, Format& format, QObject* parent)
    : QObject(parent),
      m_engine(engine),
      m_format(format),
      m_receiveLines({"key", "title", "amount"}, nullptr),
      m_payLines({"key", "title", "amount"}, nullptr),
      m_sentences({"key", "text", "level"}, nullptr)
{
    connect(&engine.acts(), &services::Acts::started, this, [this](const OperationId& id) {
        if (m_stage == Running && m_running.isEmpty())
            m_running = id;
    });
    connect(&engine.runner(), &services::OperationRunner::progress, this, &CollectViewModel::showProgress);
    m_waitTimer.setInterval(kAskForMoneyEvery);
    connect(&m_waitTimer, &QTimer::timeout, this, &CollectViewModel::askForMoney);
}

void CollectViewModel::collect(const QStringList& devices)
{
    if (m_stage == Preparing || m_stage == Running)
        return;
    std::vector<DeviceId> ids;
    for (const QString& key : devices)
        ids.emplace_back(key.toStdString());
    m_title = tr("Collect");
    m_subject.clear();
    m_makeReview = [this, ids = std::move(ids)] { return m_engine.acts().reviewCollect(ids, m_cancel); };
    begin();
}

void CollectViewModel::reviewPlace(const DeviceId& device, const Place& place, const QString& name)
{
    if (m_stage == Preparing || m_stage == Running)
        return;
    //: %1 the name of a device.
    m_title = tr("Set the place of %1").arg(name);
    m_subject = name;
    m_makeReview = [this, device, place] { return m_engine.acts().reviewPlace(device, place, m_cancel); };
    begin();
}

void CollectViewModel::begin()
{
    m_waitTimer.stop();
    m_cancel = CancelToken();
    auto review = m_makeReview();
    m_stage = Preparing;
    m_resultText.clear();
    m_resultAction.clear();
    m_refusal.clear();
    Q_EMIT changed();
    async::toFuture(prepare(this, std::move(review))).then(this, [this](Result<Shown> shown) {
        if (m_stage != Preparing)
            return; // left meanwhile
        if (shown)
            show(std::move(*shown));
        else
            failWith(shown.error());
    });
}

Task<CollectViewModel::Shown> CollectViewModel::prepare(QPointer<CollectViewModel> self,
                                                        Future<services::ActReview> future)
{
    Shown shown;
    OUTPOST_CO_TRY(shown.review, co_await std::move(future));
    if (!self)
        co_return fail(outpost::errors::kCancelled);
    Engine& engine = self->m_engine;
    const Currency currency = self->m_format.currency();
    const Operation& operation = shown.review.plan.operation;
    OUTPOST_CO_TRY(shown.receive, co_await engine.earnings().worth(operation.receive, currency));
    std::vector<Amount> paid;
    for (const CostLine& line : operation.cost) {
        OUTPOST_CO_TRY(auto worth, co_await engine.earnings().worth({line.amount}, currency));
        shown.payEach.push_back(std::move(worth));
        if (line.paidBy.empty() && !line.covered)
            paid.push_back(line.amount);
    }
    OUTPOST_CO_TRY(shown.pay, co_await engine.earnings().worth(std::move(paid), currency));
    for (const networks::LeftOut& left : shown.review.plan.leftOut) {
        const auto device = co_await engine.devices().find(left.device);
        const QString name = device ? shownName(*device) : toQString(left.device.str());
        shown.leftOut.emplace_back(name, Phrase::of(left.reason, left.args));
    }
    if (!self)
        co_return fail(outpost::errors::kCancelled);
    OUTPOST_CO_TRY(shown.wallet, engine.wallets().currentAddress());
    // Where the node cannot be asked, signing finds out.
    if (const auto found = co_await services::shortfall(engine.rpc(), shown.wallet, operation.cost))
        shown.missing = found->missing;
    if (!self)
        co_return fail(outpost::errors::kCancelled);
    co_return shown;
}

QString CollectViewModel::missingText(const Shown& shown) const
{
    std::vector<Amount> amounts;
    for (const auto& [asset, base] : shown.missing)
        amounts.push_back({asset, base});
    //: %1 amounts, for instance "0.01 SOL"; %2 an address.
    return tr("%1 missing. Send it to your receiving address %2; this goes on by itself when it has arrived.")
        .arg(amountsText(amounts), toQString(shown.wallet.str()));
}

void CollectViewModel::copyAddress()
{
    if (const auto address = m_engine.wallets().currentAddress())
        Q_EMIT copyRequested(toQString(address->str()));
}

void CollectViewModel::askForMoney()
{
    const auto address = m_engine.wallets().currentAddress();
    if (m_stage != Reviewing || !m_review || !address)
        return;
    services::shortfall(m_engine.rpc(), *address, m_review->plan.operation.cost, m_cancel)
        .then(this, [this](const Result<services::Shortfall>& found) {
            if (m_stage == Reviewing && m_waitTimer.isActive() && found && found->missing.empty())
                begin();
        });
}

QString CollectViewModel::amountsText(const std::vector<Amount>& amounts) const
{
    QStringList parts;
    for (const Amount& amount : amounts) {
        if (const Asset* asset = m_engine.earnings().asset(amount.asset))
            parts << m_format.amount(amount, *asset);
    }
    return parts.join(QStringLiteral(" + "));
}

QString CollectViewModel::withFiat(const services::Worth& worth) const
{
    const QString amounts = amountsText(worth.amounts);
    return worth.minor ? m_format.money(worth) + QStringLiteral(" · ") + amounts : amounts;
}

void CollectViewModel::showCosts(const Shown& shown)
{
    const Operation& operation = shown.review.plan.operation;
    QList<QVariantList> lines;
    for (std::size_t i = 0; i < operation.receive.size(); ++i) {
        const Amount& amount = operation.receive[i];
        const Asset* asset = m_engine.earnings().asset(amount.asset);
        QString text = asset != nullptr ? m_format.amountExact(amount, *asset) : QString();
        if (shown.receive.priceAsOf)
            text += QStringLiteral(" · ") + m_format.dateTime(*shown.receive.priceAsOf) + QStringLiteral(", ") +
                    Phrase::of(shown.receive.priceSource);
        lines.append({QString::number(i), QString(), text});
    }
    m_receiveLines.setRows(lines);
    m_receives = !operation.receive.empty();
    m_receiveTotal = shown.receive.minor ? m_format.money(shown.receive) : amountsText(operation.receive);
    lines.clear();
    for (std::size_t i = 0; i < operation.cost.size(); ++i) {
        const CostLine& line = operation.cost[i];
        if (line.covered)
            continue;
        QString title = Phrase::of(line.kind);
        if (line.count > 1)
            //: A kind of cost and how many of them, for example "One-time deposit (2)".
            title = tr("%1 (%2)").arg(title).arg(line.count);
        lines.append({QString::number(i), title,
                      //: %1 who pays a cost, for example the maker of a device.
                      line.paidBy.empty() ? withFiat(shown.payEach[i]) : tr("paid by %1").arg(toQString(line.paidBy))});
    }
    m_payLines.setRows(lines);
    m_payTotal = shown.pay.minor ? m_format.money(shown.pay) : amountsText(shown.pay.amounts);
    m_unknownReason = tr("No price is known");
    QStringList summary;
    if (m_receives && shown.receive.minor && shown.pay.minor) {
        if (const auto after = shown.receive.minor->minus(*shown.pay.minor))
            //: %1 an amount of money.
            summary << tr("Worth %1 after cost.").arg(m_format.moneyMinor(std::optional(*after)));
    }
    if (!shown.review.transactions.empty())
        summary << (shown.review.twoSources ? tr("Two sources agree on everything below.")
                                            : tr("Only one source was there to ask."));
    m_summary = summary.join(u' ');
}

void CollectViewModel::showSentences(const Shown& shown)
{
    struct Kind {
        std::string id;
        std::vector<std::pair<QString, int>> texts; ///< different ones, and how often each is signed
    };
    std::vector<Kind> kinds;
    QList<QVariantList> refused;
    const auto assets = m_engine.assets();
    for (const services::Review& transaction : shown.review.transactions) {
        if (transaction.refusal)
            continue; // is not signed
        for (solana::Sentence sentence : transaction.sentences) {
            if (sentence.id.starts_with("computeBudget."))
                continue; // counted under the network fee
            for (solana::SentenceArg& arg : sentence.args) {
                const auto* key = std::get_if<solana::PublicKey>(&arg.value);
                if (key != nullptr && key->toBase58() == transaction.wallet.str())
                    arg.value = tr("your own wallet").toStdString();
            }
            const QString text = Phrase::of(sentence, m_format, assets);
            auto kind = std::find_if(kinds.begin(), kinds.end(), [&](auto& k) { return k.id == sentence.id; });
            if (kind == kinds.end())
                kind = kinds.insert(kinds.end(), Kind{sentence.id, {}});
            const auto same =
                std::find_if(kind->texts.begin(), kind->texts.end(), [&](auto& t) { return t.first == text; });
            if (same != kind->texts.end())
                ++same->second;
            else
                kind->texts.emplace_back(text, 1);
        }
    }
    QStringList reasons;
    for (const auto& [step, error] : shown.review.refused) {
        if (const QString reason = ErrorText::of(error).message; !reasons.contains(reason))
            reasons << reason;
    }
    for (const QString& reason : reasons)
        refused.append({QStringLiteral("refused%1").arg(refused.size()), reason, kRefused});
    QList<QVariantList> rows = refused;
    m_everything = refused;
    for (const Kind& kind : kinds) {
        for (const auto& [text, count] : kind.texts)
            m_everything.append({text,
                                 //: A sentence and how often it is signed.
                                 count > 1 ? tr("%1 (%n times)", nullptr, count).arg(text) : text, kChecked});
        const auto others = static_cast<int>(kind.texts.size()) - 1;
        rows.append(others == 0
                        ? m_everything.constLast()
                        : QVariantList{
                              kind.texts.front().first,
                              //: A sentence, and how many others of its kind are signed with it.
                              tr("%1, and %n like it for other devices", nullptr, others).arg(kind.texts.front().first),
                              kChecked});
    }
    if (shown.review.transactions.empty()) {
        int number = 0;
        for (const OperationStep& step : shown.review.plan.operation.steps)
            rows.append(
                {QString::number(number++), Phrase::of("step." + step.kind.substr(step.kind.rfind('.') + 1)), kPlain});
        m_everything = rows;
    }
    m_detailsText = m_everything.size() > rows.size() ? tr("Show everything in full") : QString();
    m_sentences.setRows(rows);
}

void CollectViewModel::showEverything()
{
    m_sentences.setRows(m_everything);
    m_detailsText.clear();
    Q_EMIT changed();
}

void CollectViewModel::show(Shown shown)
{
    const Operation& operation = shown.review.plan.operation;
    if (!operation.title.empty())
        m_title = Phrase::of(operation.title, operation.titleArgs);
    if (!m_subject.isEmpty())
        m_title = tr("Set the place of %1").arg(m_subject);
    showCosts(shown);
    showSentences(shown);
    QStringList left;
    for (const auto& [device, reason] : shown.leftOut) {
        if (left.size() == kMostLeftOut) {
            left << tr("%n more device(s) are left out.", nullptr,
                       static_cast<int>(shown.leftOut.size()) - kMostLeftOut);
            break;
        }
        //: %1 a device, %2 the reason as a sentence without its full stop.
        left << tr("%1 is left out: %2.").arg(device, reason);
    }
    m_leftOut = left.join(u'\n');
    m_warning = !shown.review.transactions.empty() && !shown.review.twoSources
                    ? tr("One source only: the second one does not answer.")
                    : QString();
    const bool all = !shown.review.refused.empty() && operation.steps.empty();
    m_refusal = all ? ErrorText::of(shown.review.refused.front().second).message : QString();
    if (!shown.missing.empty()) {
        m_refusal = missingText(shown);
        m_waitTimer.start();
    }
    //: The button that collects. %1 an amount of money.
    m_confirmText = m_receives ? tr("Collect %1").arg(m_receiveTotal)
                               //: The button that sets a place. %1 what it costs.
                               : tr("Set the place for %1").arg(m_payTotal);
    m_review = std::move(shown.review);
    m_stage = Reviewing;
    Q_EMIT changed();
}

void CollectViewModel::confirm()
{
    if (m_stage != Reviewing || !m_review || !m_refusal.isEmpty())
        return;
    m_stage = Running;
    m_running = OperationId();
    m_progress = 0;
    m_progressText = Phrase::of("progress.preparing");
    Q_EMIT changed();
    Q_EMIT progressChanged();
    m_engine.acts().start(*std::exchange(m_review, std::nullopt)).then(this, [this](const Result<Operation>& result) {
        if (result)
            finish(*result);
        else if (result.error().is(outpost::errors::kStoreDuplicate))
            goOnWithEarlier(result.error());
        else
            failWith(result.error());
    });
}

void CollectViewModel::goOnWithEarlier(const Error& duplicate)
{
    // One that was interrupted stands in the way of a new one, and nothing else would take it up: it is gone on with.
    m_engine.acts().resumeCollecting().then(this, [this, duplicate](const Result<std::vector<Operation>>& resumed) {
        if (m_stage != Running)
            return;
        const auto same =
            resumed
                ? std::find_if(resumed->begin(), resumed->end(),
                               [&](const Operation& operation) { return operation.idempotencyKey == duplicate.detail; })
                : std::vector<Operation>::const_iterator();
        if (!resumed || same == resumed->end()) {
            failWith(duplicate);
            return;
        }
        m_receiveTotal = amountsText(same->receive);
        finish(*same);
    });
}

void CollectViewModel::showProgress(const services::Progress& progress)
{
    if (m_stage != Running || progress.id != m_running)
        return;
    m_progress = progress.steps > 0 ? static_cast<double>(progress.step) / static_cast<double>(progress.steps) : 0;
    const QString activity = Phrase::of(progress.activity);
    m_progressText = progress.steps > 1
                         //: %1 of %2 steps, %3 what is being done.
                         ? tr("%1 of %2: %3").arg(progress.step + 1).arg(progress.steps).arg(activity)
                         : activity;
    Q_EMIT progressChanged();
}

void CollectViewModel::finish(const Operation& operation)
{
    const bool good = operation.state == OperationState::Done || operation.state == OperationState::Finalised;
    if (good) {
        m_resultText = m_receives ? tr("Done. %1 went to your wallet.").arg(m_receiveTotal)
                                  : tr("Done. The network has recorded it.");
        m_resultAction.clear();
    } else if (operation.state == OperationState::PartlyDone) {
        m_resultText = tr("Partly done. What is missing stays ready to collect.");
        m_resultAction = tr("Try the rest again later.");
    } else {
        m_resultText =
            operation.errorCode.empty()
                ? Phrase::of(operation.state)
                : ErrorText::of(Error(ErrorCode{operation.errorCode}, operation.errorDetail, operation.errorArgs))
                      .message;
        m_resultAction = operation.retryable ? tr("You can try again.") : QString();
    }
    m_stage = good || operation.state == OperationState::PartlyDone ? Done : Failed;
    m_progress = 1;
    Q_EMIT progressChanged();
    Q_EMIT changed();
    Q_EMIT finished();
    m_engine.sync().refresh(m_format.currency());
}

void CollectViewModel::failWith(const Error& error)
{
    const ErrorText text = ErrorText::of(error);
    m_stage = Failed;
    m_resultText = text.message;
    m_resultAction = text.action;
    Q_EMIT changed();
}

void CollectViewModel::leave()
{
    if (m_stage == Running)
        return;
    m_cancel.cancel();
    m_waitTimer.stop();
    m_review.reset();
    m_stage = Idle;
    Q_EMIT changed();
}

} // namespace outpost::app
