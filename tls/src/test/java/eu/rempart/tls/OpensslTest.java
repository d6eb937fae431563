package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSL, which enforces RFC 5280 to the letter with -x509_strict, agrees with what we issue. */
class OpensslTest {
  @TempDir private Path home;
  @TempDir private Path out;

  @BeforeEach
  void start() {
    ServerTls.open(
        TlsSettings.in(home).withHostNames(List.of("crm.example.org")),
        TestKeys.inTurn(),
        () -> "vm");
  }

  private CertificateAuthority authority() {
    return new CertificateAuthority(home, Clock.systemUTC(), () -> TestKeys.key(3));
  }

  private String tls(String file) {
    return home.resolve("tls").resolve(file).toString();
  }

  private String verify(String purpose, String certificate, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("openssl", "verify", "-x509_strict", "-purpose", purpose, "-auth_level", "2"));
    String authority = purpose.equals("sslclient") ? "machines.pem" : "ca.pem";
    command.addAll(List.of("-no-CAfile", "-no-CApath", "-CAfile", tls(authority)));
    command.addAll(List.of(options));
    command.add(certificate);
    return run(command);
  }

  private static String run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  @Test
  void theServersCertificateIsGoodForItsNamesAndForServersOnly() throws Exception {
    String server = tls("server.pem");

    assertThat(verify("sslserver", server, "-verify_hostname", "crm.example.org"))
        .endsWith(": OK\n");
    assertThat(verify("sslserver", server, "-verify_ip", "::1")).endsWith(": OK\n");
    assertThat(verify("sslserver", server, "-verify_hostname", "example.org"))
        .contains("hostname mismatch");
    assertThat(verify("sslclient", server, "-CAfile", tls("ca.pem")))
        .contains("unsuitable certificate purpose");
  }

  @Test
  void aClientCertificateIsGoodUntilTheListNamesIt() throws Exception {
    IssuedFiles client = authority().issue(Purpose.CLIENT, List.of("edge-1"), out);
    String file = client.certificate().toString();
    String[] withList = {"-crl_check", "-CRLfile", tls("machines.crl.pem")};
    assertThat(verify("sslclient", file, withList)).endsWith(": OK\n");
    assertThat(verify("sslserver", file, "-CAfile", tls("machines.pem")))
        .contains("unsuitable certificate purpose");
    assertThat(verify("sslserver", file)).as("no browser trusts it").contains("unable to get");

    authority().revoke(file, Revocation.Reason.KEY_COMPROMISE);

    assertThat(verify("sslclient", file, withList)).contains("certificate revoked");
  }

  @Test
  void certificatesStayGoodUnderARenewedAuthorityAndEndWithAReplacedOne() throws Exception {
    authority().renewAuthority();
    assertThat(verify("sslserver", tls("server.pem"))).endsWith(": OK\n");
    Path former = Files.copy(home.resolve("tls/server.pem"), out.resolve("former.pem"));
    authority().prepareNextAuthority(List.of());

    authority().switchToNextAuthority();

    assertThat(verify("sslserver", tls("server.pem"))).endsWith(": OK\n");
    assertThat(verify("sslserver", former.toString()))
        .contains("unable to get local issuer certificate");
  }

  /** What a thief of the key would issue. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "bank.example",
        "example.org",
        "evilcrm.example.org",
        "*.example.org",
        "192.0.2.7",
        "::2"
      })
  void foreignNameSignedByTheAuthorityIsRefused(String name) throws Exception {
    assertThat(verify("sslserver", stolen(name))).contains("permitted subtree violation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm.example.org", "a.crm.example.org", "vm", "localhost", "127.0.0.1"})
  void ownNameSignedByTheAuthorityIsAccepted(String name) throws Exception {
    assertThat(verify("sslserver", stolen(name))).endsWith(": OK\n");
  }

  private String stolen(String name) throws Exception {
    X509Certificate foreign =
        Issuer.issue(
            "somebody",
            HostNames.of(List.of(name)),
            Purpose.SERVER,
            TestKeys.key(3).getPublic(),
            new TlsFolder(home).authority().orElseThrow(),
            Instant.now());
    return Files.writeString(out.resolve("foreign.pem"), PemText.write(foreign)).toString();
  }

  @Test
  void nameConstraintsAreCritical() throws Exception {
    assertThat(run(List.of("openssl", "x509", "-in", tls("ca.pem"), "-noout", "-text")))
        .contains("X509v3 Name Constraints: critical\n                Permitted:\n")
        .contains("DNS:crm.example.org\n", "IP:127.0.0.1/255.255.255.255\n");
  }

  /** By the secret beside it, with nothing of ours. */
  @Test
  void keyOfTheAuthorityIsSealed() throws Exception {
    String key = tls("ca.key.pem");
    assertThat(Files.readString(Path.of(key))).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    String secret = "file:" + home.resolve("keys/authority");
    assertThat(run(List.of("openssl", "rsa", "-in", key, "-passin", secret, "-noout", "-check")))
        .contains("RSA key ok");
    assertThat(run(List.of("openssl", "rsa", "-in", key, "-passin", "pass:x", "-noout")))
        .contains("Could not");
  }

  @Test
  void extensionsAreThoseThatBrowsersAskFor() throws Exception {
    String text = run(List.of("openssl", "x509", "-in", tls("server.pem"), "-noout", "-text"));

    assertThat(text)
        .contains("X509v3 Basic Constraints: critical\n                CA:FALSE")
        .contains("X509v3 Key Usage: critical\n                Digital Signature\n")
        .contains("TLS Web Server Authentication\n")
        .contains("DNS:crm.example.org")
        .contains("X509v3 Subject Key Identifier")
        .contains("X509v3 Authority Key Identifier")
        .contains("Public-Key: (4096 bit)");
  }

  @Test
  void theRevocationListIsWellFormed() throws Exception {
    String text =
        run(
            List.of(
                "openssl",
                "crl",
                "-in",
                tls("crl.pem"),
                "-CAfile",
                tls("ca.pem"),
                "-noout",
                "-verify",
                "-text"));

    assertThat(text).contains("verify OK", "X509v3 CRL Number", "X509v3 Authority Key Identifier");
  }
}
