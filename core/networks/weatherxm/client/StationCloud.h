// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/Async.h"
#include "core/base/Clock.h"
#include "core/net/HttpClient.h"
#include "core/networks/weatherxm/client/StationReplies.h"

namespace outpost::weatherxm {

/// An account of the cloud.
struct Credentials {
    std::string account;                   ///< an e-mail address
    std::shared_ptr<SecureBytes> password; ///< shared with whoever typed it
};

/// The stations' cloud (api.weatherxm.com) as the network's own app speaks to it: signing in with an e-mail address and
/// a password, tokens renewed when they run out, and reading. Nothing is kept on disk. A request that is under way
/// outlives the object and answers. **Thread:** GUI.
/// Errors: weatherxm.*, net.*.
class StationCloud {
public:
    /// With `known` it signs in by itself when a request needs it.
    StationCloud(HttpClient& http, const Clock& clock, std::string baseUrl,
                 std::optional<Credentials> known = std::nullopt);

    bool isSignedIn() const; ///< or will be, by itself
    const std::string& account() const;
    /// Wipes the password, whatever comes of it.
    Future<void> signIn(Credentials credentials, CancelToken cancel);
    void signOut();

    /// Those that the account follows as well as its own.
    Future<std::vector<Station>> stations(CancelToken cancel);
    Future<Station> station(std::string id, CancelToken cancel);
    Future<StationInfo> info(std::string id, CancelToken cancel);
    /// Where rewards are credited; empty when the account has no wallet.
    Future<std::string> wallet(CancelToken cancel);

private:
    struct State;
    static Task<codec::Json> get(std::shared_ptr<State> state, std::string path, CancelToken cancel);
    static Task<void> enter(std::shared_ptr<State> state, CancelToken cancel);
    static Task<void> logIn(std::shared_ptr<State> state, Credentials credentials, CancelToken cancel);
    static Task<void> renew(std::shared_ptr<State> state, CancelToken cancel);

    std::shared_ptr<State> m_state; ///< shared with requests under way
};

} // namespace outpost::weatherxm
