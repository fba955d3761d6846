// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/CurlHttpClient.h"

#include "core/net/HttpTarget.h"
#include "core/net/NetErrors.h"

#include <QLoggingCategory>

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <format>
#include <unordered_map>

namespace outpost::net {

namespace {

Q_LOGGING_CATEGORY(lcNet, "outpost.net", QtWarningMsg)

constexpr int kMaxRedirects = 3;
constexpr std::size_t kMaxHeaderBytes = 64u << 10;
constexpr std::size_t kMaxHeaders = 200;
constexpr std::size_t kMaxRequestBody = 16u << 20;
constexpr std::chrono::milliseconds kConnectTimeout{10'000};

using SteadyTime = std::chrono::steady_clock::time_point;

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool isToken(std::string_view name)
{
    constexpr std::string_view kOther = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::ranges::all_of(name, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kOther.contains(c);
    });
}

bool isPlainValue(std::string_view value)
{
    return std::ranges::none_of(value, [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; });
}

/// What the client itself is responsible for. "host" may be set where the URL names only a socket or this computer:
/// elsewhere it could address another service behind a listed host.
bool isReserved(std::string_view lowerName, const HttpTarget& target)
{
    constexpr std::array<std::string_view, 9> kReserved{
        "connection",        "content-length", "expect",          "proxy-authorization", "te",
        "transfer-encoding", "upgrade",        "accept-encoding", "user-agent"};
    return std::ranges::find(kReserved, lowerName) != kReserved.end() || (lowerName == "host" && !target.isLocal());
}

Result<void> checkHeaders(const HttpRequest& request, const HttpTarget& target)
{
    std::size_t total = 0;
    for (const auto& [name, value] : request.headers) {
        total += name.size() + value.size();
        if (!isToken(name) || !isPlainValue(value) || isReserved(lower(name), target))
            return fail(errors::kMalformed, "request header");
    }
    if (total > kMaxHeaderBytes || request.headers.size() > kMaxHeaders || request.body.size() > kMaxRequestBody)
        return fail(errors::kTooLong, "request");
    return {};
}

bool isRedirect(long status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// The hosts' own words go to the log's detail only; libcurl's texts name at most the host.
Error errorOf(CURLcode code, const std::string& host, const char* text)
{
    const std::string detail = std::format("{}: {}", host, *text != '\0' ? text : curl_easy_strerror(code));
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return Error(errors::kNetTimeout, detail, {host}).canRetry();
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return Error(errors::kNetTls, detail, {host});
    case CURLE_SSL_CONNECT_ERROR: // also a connection that broke during the handshake
        return Error(errors::kNetTls, detail, {host}).canRetry();
    case CURLE_FILESIZE_EXCEEDED:
        return Error(errors::kNetTooLarge, detail, {host});
    case CURLE_UNSUPPORTED_PROTOCOL: // the scheme is checked before: the server's reply is no HTTP
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_TOO_LARGE:
        return Error(errors::kNetGarbage, detail, {host});
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
        return Error(errors::kInternal, detail);
    default:
        return Error(errors::kNetUnreachable, detail, {host}).canRetry();
    }
}

/// Whether the proxy, and not the host behind it, is what failed; and if so, whether it wants to know who asks.
std::optional<ErrorCode> proxyFailure(CURL* easy, CURLcode code)
{
    constexpr long kAuthenticationRequired = 407;
    long connectStatus = 0;
    long proxyError = 0;
    curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &connectStatus);
    curl_easy_getinfo(easy, CURLINFO_PROXY_ERROR, &proxyError);
    if (connectStatus == kAuthenticationRequired)
        return errors::kNetProxyLogin;
    if (connectStatus != 0)
        return std::nullopt; // it answers, and would not or could not get there
    switch (code) {
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT: // with a proxy, the only connection that is made here is the one to it
        return errors::kNetProxy;
    case CURLE_PROXY:
        break;
    default:
        return std::nullopt;
    }
    switch (proxyError) {
    case CURLPX_USER_REJECTED:
    case CURLPX_NO_AUTH:
    case CURLPX_LONG_USER:
    case CURLPX_LONG_PASSWD:
    case CURLPX_IDENTD_DIFFER:
        return errors::kNetProxyLogin;
    case CURLPX_REPLY_HOST_UNREACHABLE:
    case CURLPX_REPLY_NETWORK_UNREACHABLE:
    case CURLPX_REPLY_CONNECTION_REFUSED:
    case CURLPX_REPLY_TTL_EXPIRED:
    case CURLPX_RESOLVE_HOST:
        return std::nullopt; // the proxy works and cannot get there
    default:
        return errors::kNetProxy;
    }
}

/// Set up once, before any thread uses libcurl; never undone, as the process may own other users of the library.
bool globalInit()
{
    static const bool ok = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ok;
}

struct EasyCleanup {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListCleanup {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

} // namespace

std::string userAgent()
{
    return "Outpost/" OUTPOST_VERSION;
}

struct CurlHttpClient::Exchange {
    std::uint64_t id = 0;
    HttpRequest request;
    HttpTarget target;
    ProxySettings proxy;
    CancelToken cancel;
    int cancelRegistration = 0;
    QPromise<Result<HttpResponse>> promise;
    SteadyTime deadline;
    int redirects = 0;
    bool dropHeaders = false; ///< a redirect led to another origin

    std::unique_ptr<CURL, EasyCleanup> easy;
    std::unique_ptr<curl_slist, ListCleanup> headerList;
    HttpResponse response;
    std::size_t headerBytes = 0;
    std::optional<Error> refusal; ///< why a callback stopped the transfer
    std::array<char, CURL_ERROR_SIZE> errorText{};

    bool usesProxy() const { return !target.isLocal() && proxy.kind != ProxySettings::Kind::None; }

    static std::size_t onBody(char* data, std::size_t one, std::size_t size, void* self);
    static std::size_t onHeader(char* data, std::size_t one, std::size_t size, void* self);
    void addHeader(const std::string& line) { headerList.reset(curl_slist_append(headerList.release(), line.c_str())); }
};

struct CurlHttpClient::Shared {
    explicit Shared(Options o) : options(std::move(o)) {}
    const Options options;
    std::atomic<std::uint64_t> lastId = 0;
    std::atomic<std::uint64_t> requests = 0;
    std::atomic<std::uint64_t> connections = 0;
    std::atomic<std::uint64_t> bytes = 0;

    std::mutex mutex; ///< guards what follows
    ProxySettings proxy;
    CURLM* multi = nullptr; ///< null once the worker has ended
    bool stopping = false;
    std::vector<std::unique_ptr<Exchange>> incoming;
    std::vector<std::uint64_t> cancelled;

    void requestCancel(std::uint64_t id)
    {
        const std::scoped_lock lock(mutex);
        cancelled.push_back(id);
        if (multi != nullptr)
            curl_multi_wakeup(multi);
    }
};

std::size_t CurlHttpClient::Exchange::onBody(char* data, std::size_t, std::size_t size, void* self)
{
    auto& exchange = *static_cast<Exchange*>(self);
    Bytes& body = exchange.response.body;
    if (size > exchange.request.maxBytes - std::min(body.size(), exchange.request.maxBytes)) {
        exchange.refusal = Error(errors::kNetTooLarge,
                                 std::format("{}: over {} bytes", exchange.target.host, exchange.request.maxBytes),
                                 {exchange.target.host});
        return CURL_WRITEFUNC_ERROR;
    }
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(data);
    body.insert(body.end(), bytes, bytes + size);
    return size;
}

std::size_t CurlHttpClient::Exchange::onHeader(char* data, std::size_t, std::size_t size, void* self)
{
    auto& exchange = *static_cast<Exchange*>(self);
    const std::string_view line(data, size);
    exchange.headerBytes += size;
    auto& headers = exchange.response.headers;
    if (exchange.headerBytes > kMaxHeaderBytes || headers.size() >= kMaxHeaders) {
        exchange.refusal = Error(errors::kNetTooLarge, exchange.target.host + ": headers", {exchange.target.host});
        return CURL_WRITEFUNC_ERROR;
    }
    if (line.starts_with("HTTP/")) { // of a final reply after an interim one
        headers.clear();
        return size;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return size;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (isToken(name) && isPlainValue(value))
        headers.emplace_back(lower(name), std::string(value));
    return size;
}

/// What runs on the client's thread.
class CurlHttpClient::Worker {
public:
    Worker(const HostRegistry& hosts, std::shared_ptr<Shared> shared, CURLM* multi)
        : m_hosts(hosts), m_shared(std::move(shared)), m_multi(multi)
    {}

    void run()
    {
        while (takeIncoming()) {
            int running = 0;
            curl_multi_perform(m_multi, &running);
            reapFinished();
            curl_multi_poll(m_multi, nullptr, 0, 1000, nullptr);
        }
        drain();
    }

private:
    /// False when it is time to end.
    bool takeIncoming()
    {
        std::vector<std::unique_ptr<Exchange>> incoming;
        std::vector<std::uint64_t> cancelled;
        bool stopping = false;
        {
            const std::scoped_lock lock(m_shared->mutex);
            incoming.swap(m_shared->incoming);
            cancelled.swap(m_shared->cancelled);
            stopping = m_shared->stopping;
        }
        for (auto& exchange : incoming) {
            Exchange& e = *exchange;
            m_running.emplace(e.id, std::move(exchange));
            // A token cancelled before the request got here has already left its note.
            if (e.cancel.isCancelled() || stopping)
                finish(e, fail(errors::kCancelled));
            else if (auto started = start(e); !started)
                finish(e, fail(std::move(started.error())));
        }
        for (const std::uint64_t id : cancelled) {
            if (const auto it = m_running.find(id); it != m_running.end())
                finish(*it->second, fail(errors::kCancelled));
        }
        return !stopping;
    }

    Result<void> start(Exchange& e)
    {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(e.deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return fail(Error(errors::kNetTimeout, e.target.host, {e.target.host}).canRetry());
        e.easy.reset(curl_easy_init());
        if (!e.easy)
            return fail(errors::kInternal, "curl_easy_init");
        e.response = {};
        e.headerBytes = 0;
        e.errorText.fill('\0');
        setTransport(e, left);
        setRequest(e);
        if (const CURLMcode code = curl_multi_add_handle(m_multi, e.easy.get()); code != CURLM_OK)
            return fail(errors::kInternal, curl_multi_strerror(code));
        return {};
    }

    void setTransport(Exchange& e, std::chrono::milliseconds left)
    {
        CURL* c = e.easy.get();
        const bool isTls = e.target.kind == HttpTarget::Kind::Https;
        curl_easy_setopt(c, CURLOPT_URL, e.target.url.c_str());
        curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, isTls ? "https" : "http");
        curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L); // every hop is checked here instead
        curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(c, CURLOPT_PRIVATE, &e);
        curl_easy_setopt(c, CURLOPT_ERRORBUFFER, e.errorText.data());
        curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
        curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min(left, kConnectTimeout).count()));
        curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L);
        curl_easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L);
        curl_easy_setopt(c, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!m_shared->options.caFile.empty())
            curl_easy_setopt(c, CURLOPT_CAINFO, m_shared->options.caFile.c_str());
        curl_easy_setopt(c, CURLOPT_HTTP_VERSION,
                         static_cast<long>(isTls ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
        curl_easy_setopt(c, CURLOPT_PIPEWAIT, isTls ? 1L : 0L);
        curl_easy_setopt(c, CURLOPT_TCP_KEEPALIVE, 1L);
        // libcurl repeats a request by itself when a kept connection turns out to be dead. What must not be sent twice
        // therefore gets a new one.
        curl_easy_setopt(c, CURLOPT_FRESH_CONNECT, e.request.idempotent ? 0L : 1L);
        if (e.target.kind == HttpTarget::Kind::UnixSocket)
            curl_easy_setopt(c, CURLOPT_UNIX_SOCKET_PATH, e.target.socketPath.c_str());
        setProxyOf(e);
    }

    static void setProxyOf(Exchange& e)
    {
        CURL* c = e.easy.get();
        if (!e.usesProxy()) {
            curl_easy_setopt(c, CURLOPT_PROXY, ""); // an empty text also turns the environment's off
            return;
        }
        const bool isSocks = e.proxy.kind == ProxySettings::Kind::Socks5;
        curl_easy_setopt(c, CURLOPT_PROXY, e.proxy.host.c_str());
        curl_easy_setopt(c, CURLOPT_NOPROXY, ""); // no_proxy of the environment would lead around it
        curl_easy_setopt(c, CURLOPT_PROXYPORT, static_cast<long>(e.proxy.port));
        curl_easy_setopt(c, CURLOPT_PROXYTYPE, static_cast<long>(isSocks ? CURLPROXY_SOCKS5_HOSTNAME : CURLPROXY_HTTP));
        curl_easy_setopt(c, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
        // Only what the settings allow, never a name or password of the environment or of a .netrc.
        curl_easy_setopt(c, CURLOPT_SOCKS5_AUTH,
                         static_cast<long>(e.proxy.user.empty() ? CURLAUTH_NONE : CURLAUTH_BASIC));
        if (e.proxy.user.empty())
            return;
        curl_easy_setopt(c, CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_BASIC | CURLAUTH_DIGEST));
        curl_easy_setopt(c, CURLOPT_PROXYUSERNAME, e.proxy.user.c_str());
        const ByteSpan secret = e.proxy.password ? e.proxy.password->span() : ByteSpan();
        SecureBytes text(secret.size() + 1); // libcurl wants an end, and keeps a copy of its own for the connection
        std::copy(secret.begin(), secret.end(), text.data());
        curl_easy_setopt(c, CURLOPT_PROXYPASSWORD, reinterpret_cast<const char*>(text.data()));
    }

    static void setRequest(Exchange& e)
    {
        CURL* c = e.easy.get();
        const bool hasBody = e.request.method != HttpRequest::Method::Get;
        switch (e.request.method) {
        case HttpRequest::Method::Get:
            curl_easy_setopt(c, CURLOPT_HTTPGET, 1L);
            break;
        case HttpRequest::Method::Post:
            curl_easy_setopt(c, CURLOPT_POST, 1L);
            break;
        case HttpRequest::Method::Put:
            curl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, "PUT");
            break;
        case HttpRequest::Method::Delete:
            curl_easy_setopt(c, CURLOPT_CUSTOMREQUEST, "DELETE");
            break;
        }
        if (hasBody) {
            curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(e.request.body.size()));
            curl_easy_setopt(c, CURLOPT_POSTFIELDS, reinterpret_cast<const char*>(e.request.body.data()));
        }
        e.headerList.reset();
        e.addHeader("Expect:");
        bool hasType = false;
        for (const auto& [name, value] : e.request.headers) {
            const std::string known = lower(name);
            hasType |= known == "content-type";
            if (e.dropHeaders && known != "accept" && known != "content-type")
                continue;
            e.addHeader(value.empty() ? name + ";" : name + ": " + value);
        }
        if (hasBody && !hasType)
            e.addHeader("Content-Type:"); // libcurl would claim a form
        curl_easy_setopt(c, CURLOPT_HTTPHEADER, e.headerList.get());
        curl_easy_setopt(c, CURLOPT_USERAGENT, userAgent().c_str());
        curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, "gzip"); // the cap counts what comes out
        curl_easy_setopt(c, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(e.request.maxBytes));
        curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, &Exchange::onBody);
        curl_easy_setopt(c, CURLOPT_WRITEDATA, &e);
        curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, &Exchange::onHeader);
        curl_easy_setopt(c, CURLOPT_HEADERDATA, &e);
    }

    void reapFinished()
    {
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            const CURLcode code = message->data.result; // the message dies with the handle
            Exchange* exchange = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &exchange);
            completed(*exchange, code);
        }
    }

    void completed(Exchange& e, CURLcode code)
    {
        long status = 0;
        long connects = 0;
        curl_easy_getinfo(e.easy.get(), CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(e.easy.get(), CURLINFO_NUM_CONNECTS, &connects);
        m_shared->connections += static_cast<std::uint64_t>(connects);
        if (e.refusal)
            return finish(e, fail(std::move(*e.refusal)));
        if (code != CURLE_OK) {
            Error error = errorOf(code, e.target.host, e.errorText.data());
            if (const auto proxy = e.usesProxy() ? proxyFailure(e.easy.get(), code) : std::nullopt)
                error = Error(*proxy, std::move(error.detail), {std::format("{}:{}", e.proxy.host, e.proxy.port)});
            return finish(e, fail(std::move(error)));
        }
        const auto location =
            std::ranges::find(e.response.headers, "location", &std::pair<std::string, std::string>::first);
        const bool mayFollow = e.request.method == HttpRequest::Method::Get || status == 307 || status == 308;
        if (isRedirect(status) && mayFollow && location != e.response.headers.end()) {
            if (auto followed = follow(e, location->second); !followed)
                finish(e, fail(std::move(followed.error())));
            return;
        }
        e.response.status = static_cast<int>(status);
        finish(e, std::move(e.response));
    }

    Result<void> follow(Exchange& e, const std::string& location)
    {
        if (++e.redirects > kMaxRedirects)
            return fail(errors::kNetTooManyRedirects, e.target.host, {e.target.host});
        OUTPOST_TRY(HttpTarget next, redirectTarget(e.target, location));
        if (!m_hosts.isListed(next.host))
            return fail(errors::kNetHostNotListed, "redirect to " + next.host, {next.host});
        if (!next.sameOrigin(e.target))
            e.dropHeaders = true; // they may carry a key that is meant for the first host only
        release(e);
        e.target = std::move(next);
        return start(e);
    }

    void release(Exchange& e)
    {
        if (!e.easy)
            return;
        curl_multi_remove_handle(m_multi, e.easy.get());
        e.easy.reset();
    }

    /// Destroys the exchange.
    void finish(Exchange& e, Result<HttpResponse> result)
    {
        release(e);
        const auto owned = std::move(m_running.extract(e.id).mapped());
        owned->cancel.forget(owned->cancelRegistration);
        ++m_shared->requests;
        if (result) {
            m_shared->bytes += result->body.size();
            qCDebug(lcNet).nospace() << "host=" << owned->target.host.c_str() << " status=" << result->status
                                     << " bytes=" << result->body.size();
        } else {
            qCDebug(lcNet).nospace() << "host=" << owned->target.host.c_str()
                                     << " error=" << std::string(result.error().code.name).c_str()
                                     << " detail=" << result.error().detail.c_str();
        }
        owned->promise.addResult(std::move(result));
        owned->promise.finish();
    }

    void drain()
    {
        while (!m_running.empty())
            finish(*m_running.begin()->second, fail(errors::kCancelled));
        const std::scoped_lock lock(m_shared->mutex);
        curl_multi_cleanup(m_multi);
        m_shared->multi = nullptr;
    }

    const HostRegistry& m_hosts;
    const std::shared_ptr<Shared> m_shared; ///< with the client and with tokens' callbacks
    CURLM* const m_multi;
    std::unordered_map<std::uint64_t, std::unique_ptr<Exchange>> m_running;
};

CurlHttpClient::CurlHttpClient(const HostRegistry& hosts, std::shared_ptr<Shared> shared)
    : m_hosts(hosts), m_shared(std::move(shared))
{
    m_thread = std::thread([worker = Worker(m_hosts, m_shared, m_shared->multi)]() mutable { worker.run(); });
}

Result<std::unique_ptr<CurlHttpClient>> CurlHttpClient::create(const HostRegistry& hosts, Options options)
{
    if (!globalInit())
        return fail(errors::kInternal, "curl_global_init");
    auto shared = std::make_shared<Shared>(std::move(options));
    shared->proxy = shared->options.proxy;
    shared->multi = curl_multi_init();
    if (shared->multi == nullptr)
        return fail(errors::kInternal, "curl_multi_init");
    curl_multi_setopt(shared->multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
    curl_multi_setopt(shared->multi, CURLMOPT_MAX_HOST_CONNECTIONS,
                      static_cast<long>(shared->options.connectionsPerHost));
    curl_multi_setopt(shared->multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, 32L);
    curl_multi_setopt(shared->multi, CURLMOPT_MAXCONNECTS, 32L);
    return std::unique_ptr<CurlHttpClient>(new CurlHttpClient(hosts, std::move(shared)));
}

CurlHttpClient::~CurlHttpClient()
{
    stop();
}

void CurlHttpClient::stop()
{
    {
        const std::scoped_lock lock(m_shared->mutex);
        m_shared->stopping = true;
        if (m_shared->multi != nullptr)
            curl_multi_wakeup(m_shared->multi);
    }
    if (m_thread.joinable())
        m_thread.join();
}

Future<HttpResponse> CurlHttpClient::send(HttpRequest request, CancelToken cancel)
{
    auto target = parseTarget(request.url);
    if (!target)
        return async::failed<HttpResponse>(std::move(target.error()));
    if (!m_hosts.isListed(target->host)) {
        return async::failed<HttpResponse>(Error(errors::kNetHostNotListed, target->host, {target->host}));
    }
    if (auto checked = checkHeaders(request, *target); !checked)
        return async::failed<HttpResponse>(std::move(checked.error()));

    auto exchange = std::make_unique<Exchange>();
    exchange->id = ++m_shared->lastId;
    exchange->deadline = std::chrono::steady_clock::now() + request.timeout;
    exchange->request = std::move(request);
    exchange->target = std::move(*target);
    exchange->cancel = cancel;
    exchange->promise.start();
    auto future = exchange->promise.future();
    exchange->cancelRegistration =
        cancel.onCancel([shared = m_shared, id = exchange->id] { shared->requestCancel(id); });
    const std::scoped_lock lock(m_shared->mutex);
    if (m_shared->stopping) {
        cancel.forget(exchange->cancelRegistration);
        return async::failed<HttpResponse>(Error(errors::kCancelled));
    }
    exchange->proxy = m_shared->proxy;
    m_shared->incoming.push_back(std::move(exchange));
    curl_multi_wakeup(m_shared->multi);
    return future;
}

void CurlHttpClient::setProxy(ProxySettings proxy)
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->proxy = std::move(proxy);
}

CurlHttpClient::Statistics CurlHttpClient::statistics() const
{
    return {m_shared->requests, m_shared->connections, m_shared->bytes};
}

} // namespace outpost::net
