// SPDX-License-Identifier: GPL-3.0-or-later
#include "DataViewModel.h"

#include "app/format/ErrorText.h"
#include "core/services/ServiceErrors.h"

#include <algorithm>

namespace outpost::app {

void DataViewModel::failed(const Error& error)
{
    const ErrorText text = ErrorText::of(error);
    m_busy = false;
    m_error = text.action.isEmpty() ? text.message : text.message + u' ' + text.action;
    Q_EMIT changed();
}

std::shared_ptr<wallet::Password> DataViewModel::begin(SecretInput* field)
{
    if (field == nullptr || m_busy)
        return nullptr;
    auto password = wallet::Password::create(field->bytes());
    if (!password) {
        failed(password.error());
        return nullptr;
    }
    field->wipe();
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    return std::make_shared<wallet::Password>(std::move(*password));
}

void DataViewModel::exportTo(const QUrl& file, SecretInput* password, SecretInput* again)
{
    if (password == nullptr || again == nullptr)
        return;
    if (!std::ranges::equal(password->bytes(), again->bytes())) {
        failed(Error(outpost::errors::kPasswordsDiffer));
        return;
    }
    again->wipe();
    auto secret = begin(password);
    if (!secret)
        return;
    m_engine.dataTransfer()
        .exportTo(file.toLocalFile().toStdString(), std::move(secret))
        .then(this, [this](const Result<services::DataTransfer::Exported>& done) {
            if (!done) {
                failed(done.error());
                return;
            }
            m_busy = false;
            m_devices = static_cast<int>(done->taken.devices);
            m_months = static_cast<int>(done->taken.months);
            m_operations = static_cast<int>(done->taken.operations);
            m_unfinished = static_cast<int>(done->taken.unfinished);
            m_contradictions = 0;
            Q_EMIT changed();
            Q_EMIT exported();
        });
}

void DataViewModel::importFrom(const QUrl& file, SecretInput* password)
{
    auto secret = begin(password);
    if (!secret)
        return;
    m_engine.dataTransfer()
        .importFrom(file.toLocalFile().toStdString(), std::move(secret))
        .then(this, [this](const Result<store::Merged>& added) {
            if (!added) {
                failed(added.error());
                return;
            }
            m_busy = false;
            m_devices = static_cast<int>(added->devices);
            m_months = static_cast<int>(added->months);
            m_operations = static_cast<int>(added->operations);
            m_unfinished = 0;
            m_contradictions = static_cast<int>(added->contradictions);
            Q_EMIT changed();
            Q_EMIT imported();
        });
}

} // namespace outpost::app
