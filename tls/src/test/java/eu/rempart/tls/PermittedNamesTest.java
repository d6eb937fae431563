package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.AuthorityRefusedException.Reason;
import eu.rempart.tls.TlsFolder.Name;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stolen key of the authority is good for, and what the authority still does by itself. */
class PermittedNamesTest extends AuthorityCase {

  /** Trust managers look at the clock of the machine. */
  @BeforeEach
  void setClock() {
    clock.advance(Duration.between(START, Instant.now()));
  }

  private TlsFolder folder() {
    return new TlsFolder(home);
  }

  private X509Certificate authorityCertificate() {
    return folder().certificate(Name.CA_CERTIFICATE).orElseThrow();
  }

  /** An authority of before name constraints, whose key lies in clear. */
  private void startOfBefore() throws Exception {
    start();
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) TestKeys.key(0).getPrivate();
    X509Certificate unbound =
        Issuer.authority(Issuer.newAuthorityName(), key, Optional.empty(), clock.instant());
    Files.writeString(home.resolve("tls/ca.key.pem"), PemText.write(key));
    Files.writeString(home.resolve("tls/ca.pem"), PemText.write(unbound));
    Files.delete(home.resolve("keys/authority"));
    start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bank.example", "example.org", "evilcrm.example.org", "192.0.2.7", "::2"})
  void javaRefusesForeignNames(String name) throws Exception {
    start();
    X509Certificate stolen = signedByOwnAuthority(Purpose.SERVER, name);

    assertThat(java().match(stolen)).isFalse();
    assertThatThrownBy(
            () -> trust().checkServerTrusted(new X509Certificate[] {stolen}, "ECDHE_RSA"))
        .isInstanceOf(CertificateException.class)
        .hasMessageContaining("may not issue for");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crm.example.org", "a.crm.example.org", "vm", "127.0.0.1", "::1"})
  void javaAcceptsOwnNames(String name) throws Exception {
    start();
    X509Certificate own = signedByOwnAuthority(Purpose.SERVER, name);

    assertThat(java().match(own)).isTrue();
    trust().checkServerTrusted(new X509Certificate[] {own}, "ECDHE_RSA");
  }

  /** Java applies constraints, though its path validation takes none from an anchor. */
  private X509CertSelector java() throws Exception {
    X509CertSelector selector = new X509CertSelector();
    selector.setNameConstraints(
        JcaX509ExtensionUtils.parseExtensionValue(
                authorityCertificate().getExtensionValue(Extension.nameConstraints.getId()))
            .getEncoded());
    return selector;
  }

  private AuthorityTrust trust() {
    return new AuthorityTrust(RevocationCheck.in(home));
  }

  @Test
  void issueRefusesNamesOutside() {
    start();

    assertRefused(
        Reason.NAME_NOT_PERMITTED, () -> issued(Purpose.SERVER, "crm.example.org", "bank.example"));
    assertThat(out).isEmptyDirectory();
    assertThat(issued(Purpose.SERVER, "a.crm.example.org").facts().names())
        .containsExactly("a.crm.example.org");
  }

  @Test
  void settingsOfSecondSiteArePermitted() {
    ServerTls.open(
        TlsSettings.in(home)
            .withClock(clock)
            .withAuthorityNames(List.of("*.second.example", "192.0.2.9")),
        TestKeys.inTurn(),
        () -> "vm");

    assertThat(issued(Purpose.SERVER, "b.second.example", "192.0.2.9").key()).exists();
    assertThat(authority().overview().server().orElseThrow().names())
        .as("the server's own certificate")
        .doesNotContain("192.0.2.9");
  }

  @Test
  void serverStartsWithoutNamesOutsideAndSaysWhich() {
    start();

    ServerTls tls =
        ServerTls.open(
            TlsSettings.in(home)
                .withClock(clock)
                .withHostNames(List.of("crm.example.org", "new.example.org")),
            TestKeys.inTurn(),
            () -> "other-machine");

    assertThat(tls.status().server().names())
        .contains("crm.example.org", "localhost")
        .doesNotContain("new.example.org", "other-machine");
    assertThat(authority().overview().names().outside())
        .containsExactly("new.example.org", "other-machine");
  }

  @Test
  void anotherAuthorityPermitsWhatSettingsAndCallSay() {
    start();
    issued(Purpose.SERVER, "b.crm.example.org");
    ServerTls.open(
        TlsSettings.in(home).withClock(clock).withHostNames(List.of("new.example.org")),
        TestKeys.inTurn(),
        () -> "vm");

    authority().prepareNextAuthority(List.of("third.example"));
    authority().switchToNextAuthority();

    assertThat(authority().overview().names().permitted())
        .contains("b.crm.example.org", "new.example.org", "third.example", "localhost", "127.0.0.1")
        .doesNotContain("crm.example.org");
    assertThat(authority().overview().names().outside()).isEmpty();
  }

  @Test
  void renewalKeepsTheNamesThatPeopleTrust() {
    ServerTls tls = start();
    List<String> permitted = authority().overview().names().permitted();
    clock.advance(Duration.ofDays(3650 * 2 / 3 + 1));

    assertThat(tls.renewIfDue()).isEqualTo(Renewal.AUTHORITY);
    assertThat(authority().overview().names().permitted()).isEqualTo(permitted);
    authority().renewAuthority();
    assertThat(authority().overview().names().permitted()).isEqualTo(permitted);
  }

  @Test
  void authorityOfBeforeGoesOnAndIsReplacedByOneThatIsBound() throws Exception {
    startOfBefore();

    assertThat(authority().overview().names().isConstrained()).isFalse();
    assertThat(issued(Purpose.SERVER, "bank.example").key()).exists();
    assertThat(Files.readString(home.resolve("tls/ca.key.pem"))).contains("ENCRYPTED");

    authority().prepareNextAuthority(List.of());
    authority().switchToNextAuthority();

    assertThat(authority().overview().names().isConstrained()).isTrue();
    assertRefused(Reason.NAME_NOT_PERMITTED, () -> issued(Purpose.SERVER, "other.example"));
  }

  @Test
  void machineOfAuthorityOfBeforeWorksUntilAnotherTakesOver() throws Exception {
    startOfBefore();
    X509Certificate machine = signedByOwnAuthority(Purpose.CLIENT, "edge-1");
    RevocationCheck check = RevocationCheck.ofMachines(home);
    check.check(machine);
    X509Certificate renewed = certificate(issued(Purpose.CLIENT, "edge-1"));
    check.check(renewed);

    authority().prepareNextAuthority(List.of());
    authority().switchToNextAuthority();

    check.check(renewed);
    assertThatThrownBy(() -> check.check(machine)).hasMessageContaining("not of the authority");
  }

  /** A stolen key of the authority that people trust opens no way into the nodes. */
  @Test
  void boundAuthorityIsNoneForMachines() {
    start();
    issued(Purpose.CLIENT, "edge-1");

    assertThatThrownBy(
            () ->
                RevocationCheck.ofMachines(home).check(signedByOwnAuthority(Purpose.CLIENT, "vm")))
        .hasMessageContaining("not of the authority");
  }

  private X509Certificate signedByOwnAuthority(Purpose purpose, String name) {
    return Issuer.issue(
        name,
        HostNames.of(List.of(name)),
        purpose,
        TestKeys.key(3).getPublic(),
        folder().authority().orElseThrow(),
        clock.instant());
  }

  private static X509Certificate certificate(IssuedFiles files) throws Exception {
    return PemText.firstCertificate(Files.readString(files.certificate())).orElseThrow();
  }

  @Test
  void authorityForMachinesIsRenewedByItself() {
    ServerTls tls = start();
    issued(Purpose.CLIENT, "edge-1");
    X509Certificate former = folder().certificate(Name.MACHINES_CERTIFICATE).orElseThrow();
    clock.advance(Duration.ofDays(3650 * 2 / 3 + 1));

    tls.renewIfDue();

    X509Certificate renewed = folder().certificate(Name.MACHINES_CERTIFICATE).orElseThrow();
    assertThat(renewed.getNotAfter()).isAfter(former.getNotAfter());
    assertThat(renewed.getPublicKey()).isEqualTo(former.getPublicKey());
    assertThat(RevocationList.signedBy(renewed, folder().crl(Name.MACHINES_CRL))).isPresent();
  }

  @Test
  void sealedKeyWithoutItsSecretIsNotReplacedInSilence(@TempDir Path safe) throws Exception {
    start();
    X509Certificate before = authorityCertificate();
    Path secret = home.resolve("keys/authority");
    Files.move(secret, safe.resolve("authority"));

    assertThatThrownBy(this::start)
        .isInstanceOf(CertificateRefusedException.class)
        .hasMessageContaining("keys/authority")
        .hasMessageContaining("tls-authority-key-sealed");
    Files.move(safe.resolve("authority"), secret);
    start();

    assertThat(authorityCertificate()).isEqualTo(before);
  }
}
