package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.AuthorityRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class ClusterAuthorityTest extends AuthorityCase {

  private static final List<String> BOTH = List.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");

  @Test
  void certificateServesAndConnects() throws Exception {
    ClusterCertificate issued = cluster().issue("site-a", List.of("10.0.0.1", "a.example.org"));

    X509Certificate certificate = parsed(issued.certificate());
    assertThat(certificate.getExtendedKeyUsage()).isEqualTo(BOTH);
    assertThat(parsed(issued.authority()).getExtendedKeyUsage()).isEqualTo(BOTH);
    assertThat(CertificateFacts.of(certificate).names())
        .containsExactlyInAnyOrder(
            "a.example.org", "localhost", "10.0.0.1", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(certificate.getSubjectAlternativeNames())
        .as("for pgBackRest, which looks at names alone")
        .contains(List.of(2, "10.0.0.1"), List.of(7, "10.0.0.1"));
    assertThat(CertificateFacts.of(certificate).keyBits()).isEqualTo(4096);
    assertThat(issued.toString()).doesNotContain("PRIVATE");
  }

  @Test
  void oneAuthorityIssuesForAllAndKeepsItsKeySealed() throws Exception {
    ClusterCertificate first = cluster().issue("site-a", List.of("10.0.0.1"));
    ClusterCertificate second = cluster().issue("site-b", List.of("10.0.0.2"));

    assertThat(second.authority()).isEqualTo(first.authority());
    Path key = home.resolve("tls/cluster.key.pem");
    assertThat(Files.readString(key)).contains("BEGIN ENCRYPTED PRIVATE KEY");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(cluster().isHere()).isTrue();
  }

  @Test
  void renewedAuthorityKeepsItsNameAndKey() throws Exception {
    X509Certificate former = parsed(cluster().issue("site-a", List.of("10.0.0.1")).authority());
    clock.advance(Duration.ofDays(2_600));

    X509Certificate now = parsed(cluster().issue("site-a", List.of("10.0.0.1")).authority());

    assertThat(now.getNotAfter()).isAfter(former.getNotAfter());
    assertThat(now.getSubjectX500Principal()).isEqualTo(former.getSubjectX500Principal());
    assertThat(now.getPublicKey()).isEqualTo(former.getPublicKey());
  }

  @Test
  void unusableHostIsRefused() {
    assertRefused(Reason.NAME_UNUSABLE, () -> cluster().issue("site-a", List.of("no host")));
  }

  @Test
  void machinesOfOneClusterConnectAndOthersDoNot() throws Exception {
    Instant now = Instant.now(); // the JDK's own check of certificates asks no other clock
    SSLContext a = context("a", in(home, 0), now);
    SSLContext b = context("b", in(home, 1), now);
    SSLContext stranger = context("c", in(out, 2), now);

    assertThat(greeted(a, b)).isEqualTo('h');
    assertThatThrownBy(() -> greeted(a, stranger)).isInstanceOf(SSLException.class);
  }

  @Test
  void expiredCertificateSaysWhatToDo() {
    assertThatThrownBy(() -> context("a", cluster(), START.plus(Duration.ofDays(391))))
        .isInstanceOf(CertificateRefusedException.class)
        .hasMessageContaining("./rempart site renew")
        .hasMessageContaining("tls-expired");
    assertThatThrownBy(() -> context("a", cluster(), START.minus(Duration.ofDays(1))))
        .isInstanceOf(CertificateRefusedException.class)
        .hasMessageContaining("Set the clock");
  }

  private ClusterAuthority cluster() {
    return new ClusterAuthority(home, clock, TestKeys.inTurn());
  }

  private static ClusterAuthority in(Path home, int key) {
    return new ClusterAuthority(home, Clock.systemUTC(), () -> TestKeys.key(key));
  }

  private SSLContext context(String name, ClusterAuthority authority, Instant now)
      throws Exception {
    ClusterCertificate issued = authority.issue(name, List.of("127.0.0.1"));
    Path key = out.resolve(name + ".key");
    Files.deleteIfExists(key);
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, issued.key());
    Path certificate = Files.writeString(out.resolve(name + ".pem"), issued.certificate());
    Path trusted = Files.writeString(out.resolve(name + ".ca"), issued.authority());
    return ClusterTls.context(new ClusterTls.Files(certificate, key, trusted), now);
  }

  /** What a client reads that checks the server's host, as the server checks its certificate. */
  private static int greeted(SSLContext server, SSLContext client) throws Exception {
    try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
        SSLServerSocket listening =
            (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0)) {
      listening.setNeedClientAuth(true);
      Callable<Void> greeting =
          () -> {
            try (var socket = listening.accept()) {
              socket.getOutputStream().write('h');
            }
            return null;
          };
      var served = beside.submit(greeting);
      try (SSLSocket socket =
          (SSLSocket)
              client.getSocketFactory().createSocket("127.0.0.1", listening.getLocalPort())) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        int first = socket.getInputStream().read();
        served.get();
        return first;
      }
    }
  }

  private static X509Certificate parsed(String pem) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
  }
}
