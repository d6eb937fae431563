package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationListTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir private Path home;
  @TempDir private Path out;
  private final HandClock clock = new HandClock(START);
  private X509Certificate client = OperatorFiles.SERVER; // until the authority has issued one

  @BeforeEach
  void issueOne() throws Exception {
    start();
    client = issue("edge-1");
  }

  private ServerTls start() {
    return ServerTls.open(TlsSettings.in(home).withClock(clock), TestKeys.inTurn(), () -> "vm");
  }

  private CertificateAuthority authority() {
    return new CertificateAuthority(home, clock, () -> TestKeys.key(3));
  }

  private X509Certificate issue(String name) throws Exception {
    Path file = authority().issue(Purpose.CLIENT, List.of(name), out).certificate();
    return PemText.firstCertificate(Files.readString(file)).orElseThrow();
  }

  private void revoke(X509Certificate certificate, Revocation.Reason reason) {
    authority().revoke(CertificateFacts.serial(certificate), reason);
  }

  private X509CRL list() {
    return new TlsFolder(home).crl(TlsFolder.Name.MACHINES_CRL).orElseThrow();
  }

  private Path file() {
    return home.resolve("tls/machines.crl.pem");
  }

  private BigInteger number() throws Exception {
    return ASN1Integer.getInstance(
            JcaX509ExtensionUtils.parseExtensionValue(list().getExtensionValue("2.5.29.20")))
        .getPositiveValue();
  }

  @Test
  void theListNamesWhatIsRevokedSinceWhenAndWhy() throws Exception {
    assertThat(list().getRevokedCertificates()).isNull();
    BigInteger first = number();

    revoke(client, Revocation.Reason.KEY_COMPROMISE);

    var entry = list().getRevokedCertificate(client);
    assertThat(entry.getRevocationDate()).isEqualTo(START);
    assertThat(entry.getRevocationReason()).isEqualTo(CRLReason.KEY_COMPROMISE);
    assertThat(number()).isGreaterThan(first);
    assertThat(list().getSigAlgName()).isEqualTo("SHA384withRSA");
  }

  @Test
  void theListIsRenewedLongBeforeItsNextUpdateAndOtherwiseLeftAlone() throws Exception {
    ServerTls tls = start();
    BigInteger first = number();
    clock.advance(Duration.ofDays(19));
    tls.renewIfDue();
    assertThat(number()).isEqualTo(first);

    clock.advance(Duration.ofDays(1));
    tls.renewIfDue();

    assertThat(number()).isGreaterThan(first);
    assertThat(list().getNextUpdate()).isAfter(START.plus(Duration.ofDays(49)));
  }

  @Test
  void aListThatIsLostIsMadeAgainFromTheIndex() throws Exception {
    revoke(client, Revocation.Reason.SUPERSEDED);
    BigInteger former = number();
    Files.delete(file());
    clock.advance(Duration.ofSeconds(10));

    start();

    assertThat(list().isRevoked(client)).isTrue();
    assertThat(number()).isGreaterThan(former);
  }

  @Test
  void anIndexThatIsLostLeavesTheListAsItWas() throws Exception {
    revoke(client, Revocation.Reason.CESSATION_OF_OPERATION);
    Files.delete(home.resolve("tls/issued").resolve(CertificateFacts.serial(client) + ".pem"));

    revoke(issue("edge-2"), Revocation.Reason.UNSPECIFIED);

    var entry = list().getRevokedCertificate(client);
    assertThat(entry.getRevocationReason()).isEqualTo(CRLReason.CESSATION_OF_OPERATION);
    assertThat(list().getRevokedCertificates()).hasSize(2);
  }

  @Test
  void theCheckNoticesARevocationAtOnce() throws Exception {
    RevocationCheck check = RevocationCheck.ofMachines(home);
    X509Certificate other = issue("edge-2");
    check.check(client);

    revoke(client, Revocation.Reason.KEY_COMPROMISE);

    assertThatThrownBy(() -> check.check(client))
        .isInstanceOf(CertificateException.class)
        .hasMessageContaining(CertificateFacts.serial(client))
        .hasMessageContaining("revoked");
    assertThatCode(() -> check.check(other)).doesNotThrowAnyException();
  }

  @Test
  void withoutAListThatCanBeTrustedNothingPasses(@TempDir Path elsewhere) throws Exception {
    RevocationCheck check = RevocationCheck.ofMachines(home);
    String good = Files.readString(file());
    ServerTls.open(TlsSettings.in(elsewhere).withClock(clock), TestKeys.inTurn(), () -> "");

    for (String bad :
        List.of(
            "",
            good.substring(0, good.length() / 2),
            Files.readString(elsewhere.resolve("tls/crl.pem")))) {
      Files.writeString(file(), bad);
      assertThatThrownBy(() -> check.check(client))
          .isInstanceOf(CertificateException.class)
          .hasMessageContaining("no usable revocation list");
    }
    Files.delete(file());
    assertThatThrownBy(() -> check.check(client)).hasMessageContaining("no usable revocation list");
    Files.writeString(file(), good);
    check.check(client);
  }

  @Test
  void certificatesOfOtherAuthoritiesDoNotPass() {
    assertThatThrownBy(() -> RevocationCheck.ofMachines(home).check(OperatorFiles.SERVER))
        .hasMessageContaining("not of the authority");
  }
}
