package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import eu.rempart.tls.AuthorityRefusedException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest extends AuthorityCase {

  @Test
  void beforeTheFirstStartEverythingIsRefusedAndNothingIsMade() {
    assertRefused(Reason.NO_AUTHORITY, () -> authority().overview());
    assertRefused(Reason.NO_AUTHORITY, () -> issued(Purpose.CLIENT, "edge-1"));
    assertRefused(Reason.NO_AUTHORITY, () -> authority().renewServer());
    assertRefused(Reason.NO_AUTHORITY, () -> authority().revoke("00", unspecified()));
    assertRefused(Reason.NO_AUTHORITY, () -> authority().trustFile(false));
    assertThat(home).isEmptyDirectory();
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void theOverviewShowsWhatIsInUseWithSizesAndDates() {
    ServerTls tls = start();

    AuthorityOverview overview = authority().overview();

    assertThat(overview.authority()).isEqualTo(tls.status().authority().orElseThrow());
    assertThat(overview.server()).contains(tls.status().server());
    assertThat(overview.prepared()).isEmpty();
    assertThat(overview.issued())
        .extracting(IssuedCertificate::purpose, IssuedCertificate::isInUse)
        .containsExactlyInAnyOrder(tuple(Purpose.AUTHORITY, true), tuple(Purpose.SERVER, true));
    assertThat(overview.authority().keyBits()).isEqualTo(4096);
    assertThat(overview.authority().daysLeft(START)).isEqualTo(3649);
    clock.advance(Duration.ofDays(10));
    assertThat(overview.authority().ageDays(clock.instant())).isEqualTo(10);
  }

  @Test
  void aServerCertificateOfOursIsTakenByAnotherInstallation(@TempDir Path other) {
    start();
    IssuedFiles files = issued(Purpose.SERVER, "b.crm.example.org", "127.0.0.1");

    ServerTls tls =
        ServerTls.open(
            TlsSettings.in(other)
                .withClock(clock)
                .withOperator(OperatorPem.of(files.certificate(), files.key())));

    assertThat(tls.status().server()).isEqualTo(files.facts());
    assertThat(files.facts().names()).containsExactly("b.crm.example.org", "127.0.0.1");
    assertThat(files.facts().subject()).isEqualTo("CN=b.crm.example.org");
  }

  @Test
  void keysOfOthersAreReadableByTheirOwnerOnly() throws Exception {
    start();

    IssuedFiles files = issued(Purpose.CLIENT, "edge-1");

    assertThat(files.key()).hasFileName("edge-1.key.pem");
    assertThat(mode(files.key())).isEqualTo("rw-------");
    assertThat(mode(files.certificate())).isEqualTo("rw-r--r--");
    assertThat(inOverview(files.facts()).purpose()).isEqualTo(Purpose.CLIENT);
  }

  @Test
  void issuingOverwritesNothing() throws Exception {
    start();
    Path key = Files.writeString(out.resolve("edge-1.key.pem"), "somebody's");

    assertRefused(Reason.FILE_EXISTS, () -> issued(Purpose.CLIENT, "edge-1"));

    assertThat(key).hasContent("somebody's");
    assertThat(out.resolve("edge-1.pem")).doesNotExist();
    assertThat(authority().overview().issued()).hasSize(2);
  }

  @Test
  void aFolderThatIsNoneIsRefusedBeforeAnythingIsIssued() {
    start();

    assertRefused(
        Reason.FOLDER_UNUSABLE,
        () -> authority().issue(Purpose.SERVER, List.of("a.example"), out.resolve("absent")));

    assertThat(authority().overview().issued()).hasSize(2);
  }

  @Test
  void namesThatAreNoneAreRefusedAndCannotLeaveTheFolder() {
    start();

    for (String name : List.of("../../etc/edge", "a b", "", "-x", "300.1.2.3", "a..b", "/x")) {
      assertRefused(Reason.NAME_UNUSABLE, () -> issued(Purpose.SERVER, name));
    }
    assertThat(issued(Purpose.CLIENT, "*.example.org").key()).hasFileName("_.example.org.key.pem");
    assertThat(issued(Purpose.CLIENT, "2001:db8::1").key()).hasParent(out);
  }

  @Test
  void theRunningServerTakesUpARenewedCertificateAndKeepsItsNames() {
    ServerTls running = running();
    CertificateFacts before = running.status().server();

    CertificateFacts renewed = authority().renewServer();

    assertThat(running.status().server()).isEqualTo(before);
    assertThat(running.reloadIfReplaced()).isEqualTo(Renewal.SERVER_CERTIFICATE);
    assertThat(running.status().server()).isEqualTo(renewed);
    assertThat(renewed.names()).isEqualTo(before.names()).contains("crm.example.org", "vm");
    assertThat(inOverview(before).isInUse()).isFalse();
    assertThat(running.reloadIfReplaced()).isEqualTo(Renewal.UNCHANGED);
  }

  @Test
  void theAuthorityRenewedKeepsKeyAndNameSoThatAllItIssuedStaysGood() {
    ServerTls running = running();
    IssuedFiles client = issued(Purpose.CLIENT, "edge-1");
    clock.advance(Duration.ofDays(100));

    CertificateFacts renewed = authority().renewAuthority();

    assertThat(running.reloadIfReplaced()).isEqualTo(Renewal.AUTHORITY);
    assertThat(running.status().authority()).contains(renewed);
    assertThat(renewed.daysLeft(clock.instant())).isEqualTo(3649);
    assertThat(inOverview(client.facts()).isOfFormerAuthority()).isFalse();
  }

  @Test
  void anotherAuthorityWaitsUntilItIsToldToTakeOver() {
    ServerTls running = running();
    IssuedFiles client = issued(Purpose.CLIENT, "edge-1");
    IssuedFiles server = issued(Purpose.SERVER, "b.crm.example.org");
    CertificateFacts former = authority().overview().authority();

    CertificateFacts next = authority().prepareNextAuthority(List.of());

    assertThat(running.reloadIfReplaced()).isEqualTo(Renewal.UNCHANGED);
    assertThat(start().status().authority()).contains(former);
    assertThat(authority().overview().prepared()).contains(next);
    assertThat(authority().trustFile(true).facts()).isEqualTo(next);
    assertRefused(Reason.PREPARED_ALREADY, () -> authority().prepareNextAuthority(List.of()));

    assertThat(authority().switchToNextAuthority()).isEqualTo(next);

    assertThat(running.reloadIfReplaced()).isEqualTo(Renewal.AUTHORITY);
    assertThat(running.status().authority()).contains(next);
    assertThat(running.status().server().issuer()).isEqualTo(next.subject());
    assertThat(running.status().server().names()).contains("crm.example.org");
    assertThat(inOverview(server.facts()).isOfFormerAuthority()).isTrue();
    assertThat(inOverview(client.facts()).isOfFormerAuthority()).isFalse();
    assertThat(authority().overview().prepared()).isEmpty();
    assertThat(home.resolve("tls/ca.next.key.pem")).doesNotExist();
    assertRefused(Reason.NOTHING_PREPARED, () -> authority().switchToNextAuthority());
  }

  @Test
  void aChangeOfAuthorityThatWasKilledInTheMiddleIsFinished() throws Exception {
    start();
    CertificateFacts next = authority().prepareNextAuthority(List.of());
    Files.copy(
        home.resolve("tls/ca.next.key.pem"),
        home.resolve("tls/ca.key.pem"),
        StandardCopyOption.REPLACE_EXISTING);

    ServerTls tls = start();

    assertThat(tls.status().authority()).contains(next);
    assertThat(tls.status().server().issuer()).isEqualTo(next.subject());
    assertThat(home.resolve("tls/ca.next.pem")).doesNotExist();
  }

  @Test
  void aCertificateStandsInItsLastThirdUntilItExpires() {
    start();
    CertificateFacts server = authority().overview().server().orElseThrow();

    assertThat(server.validity(START)).isEqualTo(Validity.VALID);
    assertThat(server.validity(START.plus(Duration.ofDays(260)))).isEqualTo(Validity.LAST_THIRD);
    assertThat(server.validity(server.validUntil())).isEqualTo(Validity.LAST_THIRD);
    assertThat(server.validity(server.validUntil().plusSeconds(1))).isEqualTo(Validity.EXPIRED);
    assertThat(server.validity(server.validFrom().minusSeconds(1)))
        .isEqualTo(Validity.NOT_YET_VALID);
    assertThat(server.daysLeft(server.validUntil().plus(Duration.ofDays(2)))).isEqualTo(-2);
  }

  private static String mode(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
