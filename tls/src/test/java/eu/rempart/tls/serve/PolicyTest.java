package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.HandClock;
import eu.rempart.tls.Renewal;
import eu.rempart.tls.TestClient;
import eu.rempart.tls.TestTls;
import eu.rempart.tls.TlsProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two profiles on their engines, and certificates that change while the edge runs. */
class PolicyTest {
  @TempDir private Path home;

  @Test
  void theStandardProfileRunsOnBoringSslWithPostQuantumExchange() throws Exception {
    try (TestEdge edge = edge(TlsProfile.STANDARD)) {
      assertThat(edge.server.engine().engine()).isEqualTo("BoringSSL");
      assertThat(edge.server.engine().signer()).isEqualTo("AmazonCorrettoCryptoProvider");

      BoringClient.talk(edge.port(), TestTls.authority(home), "X25519MLKEM768", "x25519");

      assertThat(edge.heard.handshake().group()).isEqualTo("X25519MLKEM768");
    }
  }

  @ParameterizedTest
  @CsvSource({"x25519,X25519", "secp384r1,secp384r1"})
  void clientsWithoutItGetTheOtherGroups(String offered, String named) throws Exception {
    try (TestEdge edge = edge(TlsProfile.STANDARD)) {
      BoringClient.talk(edge.port(), TestTls.authority(home), offered);

      assertThat(edge.heard.handshake().group()).isEqualTo(named);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp521r1"})
  void groupsThatAreNotNamedAreRefused(String group) throws Exception {
    try (TestEdge edge = edge(TlsProfile.STANDARD)) {
      assertThatThrownBy(() -> BoringClient.talk(edge.port(), TestTls.authority(home), group))
          .isInstanceOf(SSLException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
      })
  void tls12HasTwoSuites(String suite) throws Exception {
    try (TestEdge edge = edge(TlsProfile.STANDARD)) {
      edge.client.talk("localhost", edge.port(), List.of("TLSv1.2"), List.of(suite));

      assertThat(edge.heard.handshake().cipher()).isEqualTo(suite);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
        "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "SSL_RSA_WITH_3DES_EDE_CBC_SHA",
        "TLS_ECDH_anon_WITH_AES_256_CBC_SHA"
      })
  void everyOtherSuiteIsRefused(String suite) throws Exception {
    try (TestEdge edge = edge(TlsProfile.STANDARD)) {
      assertThatThrownBy(
              () -> edge.client.talk("localhost", edge.port(), List.of("TLSv1.2"), List.of(suite)))
          .isInstanceOf(SSLException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.1", "TLSv1"})
  void olderProtocolsAreRefused(String protocol) throws Exception {
    try (TestEdge edge = edge(TlsProfile.STANDARD)) {
      assertThatThrownBy(
              () ->
                  edge.client.talk(
                      "localhost",
                      edge.port(),
                      List.of(protocol),
                      List.of("TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA")))
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("protocol_version");
    }
  }

  @Test
  void aClientCannotRenegotiate() throws Exception {
    try (TestEdge edge = edge(TlsProfile.STANDARD);
        SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.2")) {
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
  void theStrictProfileSpeaksTls13With256BitsOnlyOnTheJdksEngine() throws Exception {
    try (TestEdge edge = edge(TlsProfile.STRICT)) {
      assertThat(edge.server.engine())
          .isEqualTo(new EdgeEngine("JDK", "AmazonCorrettoCryptoProvider", false));
      edge.client.talk("localhost", edge.port());
      assertThat(edge.heard.handshake().cipher()).isEqualTo("TLS_AES_256_GCM_SHA384");

      List<String> tls13 = List.of("TLSv1.3");
      List<String> weak = List.of("TLS_AES_128_GCM_SHA256");
      assertThatThrownBy(() -> edge.client.talk("localhost", edge.port(), tls13, weak))
          .isInstanceOf(SSLException.class);
      List<String> tls12 = List.of("TLSv1.2");
      assertThatThrownBy(() -> edge.client.talk("localhost", edge.port(), tls12, List.of()))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void aRenewedCertificateReachesNewConnectionsAndLeavesOpenOnesAlone() throws Exception {
    HandClock clock = new HandClock(Instant.now().minus(Duration.ofDays(290)));
    var tls = TestTls.open(home, TlsProfile.STANDARD, clock);
    try (TestEdge edge =
            new TestEdge(tls, home, home.resolve("backend"), TestBackend::echo, it -> it);
        SSLSocket before = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
      TestClient.exchange(before);
      var old = (X509Certificate) before.getSession().getPeerCertificates()[0];
      clock.advance(Duration.ofDays(290));

      assertThat(tls.renewIfDue()).isEqualTo(Renewal.SERVER_CERTIFICATE);

      var renewed =
          (X509Certificate)
              new TestClient(TestTls.authority(home))
                  .talk("localhost", edge.port())
                  .getPeerCertificates()[0];
      assertThat(renewed).isNotEqualTo(old).isEqualTo(tls.serverKey().chain().getFirst());
      TestClient.exchange(before);
    }
  }

  @Test
  void anEdgeThatEndsTakesNobodyNewAndLetsTheOthersFinish() throws Exception {
    try (TestEdge edge = edge(TlsProfile.STANDARD)) {
      try (SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
        TestClient.exchange(socket);

        edge.server.stopListening();

        assertThatThrownBy(() -> edge.client.talk("localhost", edge.port()))
            .isInstanceOf(IOException.class);
        assertThat(edge.server.awaitEmpty(Duration.ofMillis(1))).isFalse();
        TestClient.exchange(socket);
      }
      assertThat(edge.server.awaitEmpty(Duration.ofSeconds(30))).isTrue();
    }
  }

  private TestEdge edge(TlsProfile profile) throws Exception {
    return new TestEdge(home, profile, TestBackend::echo, it -> it);
  }
}
