package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real handshakes on loopback. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandshakeTest {
  private static final List<String> TLS_1_2 = List.of("TLSv1.2");

  private final ServerTls tls;
  private final EchoServer server;
  private final TestClient client;

  HandshakeTest(@TempDir Path home) throws Exception {
    tls = ServerTls.open(TlsSettings.in(home), TestKeys.inTurn(), () -> "vm");
    server = new EchoServer(tls);
    client = new TestClient(authority(home));
  }

  @BeforeAll
  void theClientItselfForbidsNothing() {
    assertThat(java.security.Security.getProperty("jdk.tls.disabledAlgorithms")).isEmpty();
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  static X509Certificate authority(Path home) {
    return new TlsFolder(home).certificate(TlsFolder.Name.CA_CERTIFICATE).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void speaksTls13WithAnRsaKeyOf4096Bits(String host) throws Exception {
    SSLSession session = client.talk(host, server.port());

    assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
    assertThat(session.getCipherSuite()).isEqualTo("TLS_AES_256_GCM_SHA384");
    X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
    assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength())
        .isEqualTo(4096);
  }

  @Test
  void theServerChoosesTheSuiteWhateverTheClientPrefers() throws Exception {
    SSLSession session =
        client.talk(
            "localhost",
            server.port(),
            List.of("TLSv1.3"),
            List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"));

    assertThat(session.getCipherSuite()).isEqualTo("TLS_AES_256_GCM_SHA384");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
      })
  void speaksTls12WithForwardSecrecyAndAuthenticatedEncryption(String suite) throws Exception {
    SSLSession session = client.talk("localhost", server.port(), TLS_1_2, List.of(suite));

    assertThat(session.getProtocol()).isEqualTo("TLSv1.2");
    assertThat(session.getCipherSuite()).isEqualTo(suite);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.1", "TLSv1"})
  void refusesOlderProtocols(String protocol) {
    assertThatThrownBy(
            () ->
                client.talk(
                    "localhost",
                    server.port(),
                    List.of(protocol),
                    List.of("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA")))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("protocol_version");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_RSA_WITH_AES_256_GCM_SHA384", // static RSA
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384", // CBC
        "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384", // finite-field groups
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "SSL_RSA_WITH_3DES_EDE_CBC_SHA",
        "TLS_ECDH_anon_WITH_AES_256_CBC_SHA"
      })
  void refusesEveryOtherSuiteOfTls12(String suite) {
    assertThatThrownBy(() -> client.talk("localhost", server.port(), TLS_1_2, List.of(suite)))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("handshake_failure");
  }

  @Test
  void aClientCannotRenegotiate() throws IOException {
    try (SSLSocket socket = client.open("localhost", server.port(), "TLSv1.2")) {
      socket.startHandshake();
      TestClient.exchange(socket);

      assertThatThrownBy(
              () -> {
                socket.startHandshake();
                TestClient.exchange(socket);
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void theStrictProfileSpeaksTls13Only(@TempDir Path home) throws Exception {
    ServerTls strict =
        ServerTls.open(
            TlsSettings.in(home).withProfile(TlsProfile.STRICT), TestKeys.inTurn(), () -> "");
    TestClient strictClient = new TestClient(authority(home));
    try (EchoServer strictServer = new EchoServer(strict)) {
      int port = strictServer.port();

      assertThat(strictClient.talk("localhost", port).getProtocol()).isEqualTo("TLSv1.3");
      assertThatThrownBy(() -> strictClient.talk("localhost", port, TLS_1_2, List.of()))
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("protocol_version");
    }
  }

  @Test
  void enginesFollowThePolicyWithoutBeingTold() {
    var parameters = tls.sslContext().createSSLEngine().getSSLParameters();

    assertThat(parameters.getProtocols()).containsExactlyElementsOf(tls.protocols());
    assertThat(parameters.getCipherSuites()).containsExactlyElementsOf(tls.cipherSuites());
    assertThat(parameters.getUseCipherSuitesOrder()).isTrue();
    assertThat(parameters.getNamedGroups()).contains("x25519", "secp384r1");
  }
}
