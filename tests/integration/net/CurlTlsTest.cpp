// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalServer.h"

#include "core/net/CurlHttpClient.h"
#include "core/net/NetErrors.h"
#include "tests/support/Await.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>

namespace outpost::net {
namespace {

using test::await;

/// A key and a self-signed certificate for one name, as PEM files.
class Certificate {
public:
    Certificate(const QTemporaryDir& folder, const char* name)
        : certFile(folder.filePath(QStringLiteral("cert.pem")).toStdString()),
          keyFile(folder.filePath(QStringLiteral("key.pem")).toStdString())
    {
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* cert = X509_new();
        X509_set_version(cert, X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(cert), 1);
        X509_gmtime_adj(X509_getm_notBefore(cert), -3600);
        X509_gmtime_adj(X509_getm_notAfter(cert), 24 * 3600);
        X509_set_pubkey(cert, key);
        X509_NAME* subject = X509_get_subject_name(cert);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name), -1, -1,
                                   0);
        X509_set_issuer_name(cert, subject);
        const std::string alternative = std::string("DNS:") + name;
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternative.c_str());
        X509_add_ext(cert, extension, -1);
        X509_EXTENSION_free(extension);
        X509_sign(cert, key, EVP_sha256());
        write(certFile, [cert](FILE* file) { PEM_write_X509(file, cert); });
        write(keyFile, [key](FILE* file) { PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr); });
        X509_free(cert);
        EVP_PKEY_free(key);
    }

    const std::string certFile;
    const std::string keyFile;

private:
    template <class F> static void write(const std::string& path, F&& content)
    {
        FILE* file = std::fopen(path.c_str(), "w");
        content(file);
        std::fclose(file);
    }
};

class CurlTlsTest : public testing::Test {
protected:
    void start(const char* name)
    {
        certificate = std::make_unique<Certificate>(folder, name);
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
    std::unique_ptr<Certificate> certificate;
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
