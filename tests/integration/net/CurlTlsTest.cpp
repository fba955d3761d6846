// SPDX-License-Identifier: GPL-3.0-or-later
#include "Certificate.h"
#include "LocalServer.h"

#include "core/net/CurlHttpClient.h"
#include "core/net/NetErrors.h"
#include "tests/support/Await.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace outpost::net {
namespace {

using test::await;

class CurlTlsTest : public testing::Test {
protected:
    void start(const char* name)
    {
        certificate = std::make_unique<test::Certificate>(folder, name);
        local = std::make_unique<test::LocalServer<httplib::SSLServer>>(certificate->certFile.c_str(),
                                                                        certificate->keyFile.c_str());
        local->server.Get("/x",
                          [](const httplib::Request&, httplib::Response& r) { r.set_content("y", "text/plain"); });
        local->server.Get("/down",
                          [](const httplib::Request&, httplib::Response& r) { r.set_redirect("http://127.0.0.1:1/"); });
        local->listen();
        hosts.allow({"localhost", "test", ""});
        hosts.allow({"127.0.0.1", "test", ""});
    }
    Result<HttpResponse> get(const std::string& path, const std::string& caFile)
    {
        CurlHttpClient::Options options;
        options.caFile = caFile;
        auto client = CurlHttpClient::create(hosts, options);
        HttpRequest request;
        request.url = local->tlsUrl(path);
        return await((*client)->send(request));
    }

    QTemporaryDir folder;
    std::unique_ptr<test::Certificate> certificate;
    std::unique_ptr<test::LocalServer<httplib::SSLServer>> local;
    HostRegistry hosts;
};

TEST_F(CurlTlsTest, ASelfSignedCertificateIsRefused)
{
    start("localhost");
    const auto reply = get("/x", {});
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, errors::kNetTls) << reply.error().detail;
    EXPECT_FALSE(reply.error().retryable);
}

TEST_F(CurlTlsTest, ACertificateOfATrustedAuthorityIsAccepted)
{
    start("localhost");
    const auto reply = get("/x", certificate->certFile);
    ASSERT_TRUE(reply) << reply.error().detail;
    EXPECT_EQ(asText(reply->body), "y");
}

TEST_F(CurlTlsTest, ACertificateForAnotherNameIsRefused)
{
    start("elsewhere.example.org");
    EXPECT_EQ(get("/x", certificate->certFile).error().code, errors::kNetTls);
}

TEST_F(CurlTlsTest, ARedirectDownToHttpIsRefusedEvenToThisComputer)
{
    start("localhost");
    EXPECT_EQ(get("/down", certificate->certFile).error().code, errors::kNetNotAllowed);
}

} // namespace
} // namespace outpost::net
