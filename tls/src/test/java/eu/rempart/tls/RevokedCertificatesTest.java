package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.tls.AuthorityRefusedException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevokedCertificatesTest extends AuthorityCase {

  @Test
  void whatIsRevokedIsFoundBySerialOrFile() {
    start();
    IssuedFiles first = issued(Purpose.CLIENT, "edge-1");
    IssuedFiles second = issued(Purpose.CLIENT, "edge-2");

    authority().revoke(first.facts().serial().replaceAll("(..)(?=.)", "$1:"), compromise());
    authority().revoke(second.certificate().toString(), unspecified());

    assertThat(inOverview(first.facts()).revocation())
        .contains(new Revocation(START, Revocation.Reason.KEY_COMPROMISE));
    assertThat(inOverview(second.facts()).revocation()).isPresent();
    assertRefused(
        Reason.REVOKED_ALREADY, () -> authority().revoke(first.facts().serial(), unspecified()));
  }

  @Test
  void whatCannotBeRevokedIsRefused(@TempDir Path elsewhere) throws Exception {
    start();
    Path foreign =
        Files.writeString(elsewhere.resolve("foreign.pem"), PemText.write(OperatorFiles.SERVER));
    Path text = Files.writeString(elsewhere.resolve("text.pem"), "no certificate");
    String ca = home.resolve("tls/ca.pem").toString();

    assertRefused(Reason.SERIAL_UNKNOWN, () -> authority().revoke("0123", unspecified()));
    assertRefused(
        Reason.NOT_ISSUED_HERE, () -> authority().revoke(foreign.toString(), unspecified()));
    assertRefused(
        Reason.NO_CERTIFICATE_IN_FILE, () -> authority().revoke(text.toString(), unspecified()));
    assertRefused(
        Reason.NO_CERTIFICATE_IN_FILE, () -> authority().revoke("absent.pem", unspecified()));
    assertRefused(Reason.AUTHORITY_NOT_REVOCABLE, () -> authority().revoke(ca, unspecified()));
  }

  @Test
  void aRevokedServerCertificateInUseIsReplacedWithANewKey() {
    ServerTls running = running();
    CertificateFacts stolen = running.status().server();
    var formerKey = new TlsFolder(home).key(TlsFolder.Name.SERVER_KEY);

    authority().revoke(stolen.serial(), compromise());

    assertThat(running.reloadIfReplaced()).isEqualTo(Renewal.SERVER_CERTIFICATE);
    assertThat(running.status().server().serial()).isNotEqualTo(stolen.serial());
    assertThat(new TlsFolder(home).key(TlsFolder.Name.SERVER_KEY)).isNotEqualTo(formerKey);
  }

  @Test
  void anEditedOrLostLineInTheIndexNeverMakesARevokedCertificateValidAgain() throws Exception {
    start();
    IssuedFiles client = issued(Purpose.CLIENT, "edge-1");
    authority().revoke(client.facts().serial(), compromise());
    Path entry = home.resolve("tls/issued").resolve(client.facts().serial() + ".pem");
    RevocationCheck check = RevocationCheck.ofMachines(home);

    for (String edited : List.of("Revoked: yesterday", "")) {
      Files.writeString(entry, Files.readString(entry).replaceFirst("(?m)^Revoked.*$", edited));
      start();
      issued(Purpose.CLIENT, "edge" + edited.length());
      authority()
          .revoke(
              issued(Purpose.CLIENT, "again" + edited.length()).facts().serial(), unspecified());

      assertThat(catchThrowableOfType(Exception.class, () -> check.check(read(entry))))
          .hasMessageContaining("revoked");
    }
  }

  private static X509Certificate read(Path file) throws Exception {
    Optional<X509Certificate> certificate = PemText.firstCertificate(Files.readString(file));
    return certificate.orElseThrow();
  }
}
