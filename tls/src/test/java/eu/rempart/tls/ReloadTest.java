package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A renewal reaches new connections of a running server and leaves open ones alone. */
class ReloadTest {
  @TempDir private Path home;

  @Test
  void newConnectionsGetTheRenewedCertificateWithoutARestart() throws Exception {
    // Set 290 days back, so that both the first and the renewed certificate are valid today.
    HandClock clock = new HandClock(Instant.now().minus(Duration.ofDays(290)));
    ServerTls tls =
        ServerTls.open(TlsSettings.in(home).withClock(clock), TestKeys.inTurn(), () -> "");
    X509Certificate authority = HandshakeTest.authority(home);
    try (EchoServer server = new EchoServer(tls);
        SSLSocket before = new TestClient(authority).open("localhost", server.port(), "TLSv1.3")) {
      TestClient.exchange(before);
      clock.advance(Duration.ofDays(290));

      assertThat(tls.renewIfDue()).isEqualTo(Renewal.SERVER_CERTIFICATE);

      SSLSession after = new TestClient(authority).talk("localhost", server.port());
      assertThat(sha256(before.getSession())).isNotEqualTo(tls.status().server().sha256());
      assertThat(sha256(after)).isEqualTo(tls.status().server().sha256());
      TestClient.exchange(before);
    }
  }

  @Test
  void aHandshakeUnderWayDuringAReloadKeepsKeyAndChainTogether() {
    Identity first = identity(0);
    Identity second = identity(1);
    ReloadingKeyManager manager = new ReloadingKeyManager(first);
    String alias = manager.chooseEngineServerAlias("RSA", null, null);

    manager.replace(second);

    assertThat(manager.getPrivateKey(alias)).isEqualTo(first.key());
    assertThat(manager.getCertificateChain(alias)).containsExactly(first.certificate());
    String later = manager.chooseEngineServerAlias("RSA", null, null);
    assertThat(manager.getPrivateKey(later)).isEqualTo(second.key());
    assertThat(manager.getCertificateChain(later)).containsExactly(second.certificate());
  }

  private static Identity identity(int key) {
    var privateKey = (RSAPrivateCrtKey) TestKeys.key(key).getPrivate();
    return new Identity(
        privateKey,
        List.of(
            Issuer.authority(
                Issuer.newAuthorityName(), privateKey, Optional.empty(), Instant.now())));
  }

  private static String sha256(SSLSession session) throws Exception {
    return CertificateFacts.of((X509Certificate) session.getPeerCertificates()[0]).sha256();
  }
}
