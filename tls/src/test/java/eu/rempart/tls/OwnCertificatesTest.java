package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificatesTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir private Path home;
  private final HandClock clock = new HandClock(START);

  private ServerTls open(String... names) {
    return ServerTls.open(
        TlsSettings.in(home).withClock(clock).withHostNames(List.of(names)),
        TestKeys.inTurn(),
        () -> "vm");
  }

  private X509Certificate certificate(TlsFolder.Name name) {
    return new TlsFolder(home).certificate(name).orElseThrow();
  }

  private X509Certificate authority() {
    return certificate(TlsFolder.Name.CA_CERTIFICATE);
  }

  private X509Certificate server() {
    return certificate(TlsFolder.Name.SERVER_CERTIFICATE);
  }

  private void assertValidPathAt(Instant when, X509Certificate anchor) throws Exception {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(when));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(server())),
            parameters);
  }

  @Test
  void theAuthorityMaySignServersAndNothingBelow() {
    open();

    X509Certificate authority = authority();
    assertThat(authority.getBasicConstraints()).isZero();
    assertThat(authority.getKeyUsage())
        .containsExactly(false, false, false, false, false, true, true, false, false);
    assertThat(authority.getCriticalExtensionOIDs()).contains("2.5.29.19", "2.5.29.15");
    assertThat(authority.getSigAlgName()).isEqualTo("SHA384withRSA");
    assertThat(((RSAPublicKey) authority.getPublicKey()).getModulus().bitLength()).isEqualTo(4096);
    assertThat(lifetime(authority)).isEqualTo(Duration.ofDays(3650));
  }

  @Test
  void theServerCertificateIsForServersOnlyAndShortLived() throws Exception {
    open("crm.example.org", "192.0.2.7");

    X509Certificate server = server();
    assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(server.getBasicConstraints()).isEqualTo(-1);
    assertThat(((RSAPublicKey) server.getPublicKey()).getModulus().bitLength()).isEqualTo(4096);
    assertThat(lifetime(server)).isLessThanOrEqualTo(Duration.ofDays(397));
    assertThat(HostNames.of(server).all())
        .containsExactly(
            "crm.example.org", "localhost", "vm", "0:0:0:0:0:0:0:1", "127.0.0.1", "192.0.2.7");
    assertThat(server.getPublicKey()).isNotEqualTo(authority().getPublicKey());
    assertValidPathAt(START, authority());
  }

  @Test
  void theServerCertificatePointsAtTheKeyOfItsAuthority() {
    open();

    byte[] subjectKey = authority().getExtensionValue("2.5.29.14");
    byte[] authorityKey = server().getExtensionValue("2.5.29.35");
    byte[] identifier = Arrays.copyOfRange(subjectKey, subjectKey.length - 20, subjectKey.length);
    assertThat(authorityKey).endsWith(identifier);
  }

  @Test
  void onlyTheServersUserReadsKeys() throws IOException {
    open();

    assertThat(mode("")).isEqualTo("rwx------");
    assertThat(mode("ca.key.pem")).isEqualTo("rw-------");
    assertThat(mode("server.key.pem")).isEqualTo("rw-------");
    assertThat(mode("ca.pem")).isEqualTo("rw-r--r--");
    assertThat(mode("server.pem")).isEqualTo("rw-r--r--");
  }

  @Test
  void loosenedModesAreTightenedAgain() throws IOException {
    open();
    Files.setPosixFilePermissions(
        home.resolve("tls/ca.key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(
        home.resolve("tls"), PosixFilePermissions.fromString("rwxr-xr-x"));

    open();

    assertThat(mode("")).isEqualTo("rwx------");
    assertThat(mode("ca.key.pem")).isEqualTo("rw-------");
  }

  @Test
  void openingAgainChangesNothing() {
    CertificateStatus first = open().status();

    assertThat(open().status()).isEqualTo(first);
  }

  @Test
  void theServerCertificateIsRenewedWithANewKeyInTheLastThirdOfItsLife() throws Exception {
    ServerTls tls = open();
    X509Certificate first = server();
    clock.advance(Duration.ofDays(259));
    assertThat(tls.renewIfDue()).isEqualTo(Renewal.UNCHANGED);

    clock.advance(Duration.ofDays(1));

    assertThat(tls.renewIfDue()).isEqualTo(Renewal.SERVER_CERTIFICATE);
    assertThat(server().getPublicKey()).isNotEqualTo(first.getPublicKey());
    assertThat(tls.status().server()).isEqualTo(CertificateFacts.of(server()));
    assertThat(tls.renewIfDue()).isEqualTo(Renewal.UNCHANGED);
    assertValidPathAt(clock.instant(), authority());
  }

  @Test
  void theAuthorityIsRenewedWithTheSameKeySoThatClientsGoOnTrusting() throws Exception {
    ServerTls tls = open();
    X509Certificate former = authority();
    clock.advance(Duration.ofDays(3650 * 2 / 3 + 1));

    assertThat(tls.renewIfDue()).isEqualTo(Renewal.AUTHORITY);

    X509Certificate renewed = authority();
    assertThat(renewed.getNotAfter()).isAfter(former.getNotAfter());
    assertThat(renewed.getPublicKey()).isEqualTo(former.getPublicKey());
    assertThat(renewed.getSubjectX500Principal()).isEqualTo(former.getSubjectX500Principal());
    assertValidPathAt(clock.instant(), former);
    assertValidPathAt(clock.instant(), renewed);
  }

  @Test
  void otherHostNamesGetANewCertificateWithTheSameKey() {
    open("old.example.org", "new.example.org");
    X509Certificate first = server();

    ServerTls tls = open("new.example.org");

    assertThat(tls.status().server().names())
        .contains("new.example.org")
        .doesNotContain("old.example.org");
    assertThat(server().getPublicKey()).isEqualTo(first.getPublicKey());
  }

  @Test
  void aClockThatWentBackGetsACertificateThatIsValidThen() throws Exception {
    open();
    clock.advance(Duration.ofDays(-30));

    open();

    assertValidPathAt(clock.instant(), authority());
  }

  @Test
  void aRunningServerPicksUpWhatAnotherProcessRenewed() {
    ServerTls running = open();
    clock.advance(Duration.ofDays(300));
    CertificateStatus renewed = open().status();

    assertThat(running.renewIfDue()).isEqualTo(Renewal.SERVER_CERTIFICATE);
    assertThat(running.status()).isEqualTo(renewed);
  }

  @Test
  void theStatusIsReadWithoutMakingAnything() {
    assertThat(CertificateStatus.readFrom(home)).isEmpty();
    assertThat(home).isEmptyDirectory();

    ServerTls tls = open();

    assertThat(CertificateStatus.readFrom(home)).contains(tls.status());
    assertThat(tls.caCertificate()).contains(home.toAbsolutePath().resolve("tls/ca.pem"));
    assertThat(tls.status().server().sha256()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
  }

  @Test
  void aHomeThatIsAFileIsReportedWithItsPath() throws IOException {
    Path file = Files.createFile(home.resolve("file"));

    assertThatThrownBy(() -> ServerTls.open(TlsSettings.in(file), TestKeys.inTurn(), () -> ""))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  private static Duration lifetime(X509Certificate certificate) {
    return Duration.between(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  private String mode(String file) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(home.resolve("tls").resolve(file)));
  }
}
