package eu.rempart.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.account.SignedInMember;
import eu.rempart.email.imap.HostileImap;
import eu.rempart.kernel.place.TestPlaces;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mailboxes on servers that mean harm: a fault in words each, and nothing for anybody else. */
class HostileMailboxTest extends WithMailbox {

  private MailboxData on(HostileImap server) {
    return new MailboxData(
        "localhost", server.port(), MailboxTls.STARTTLS, own, SECRET, "INBOX", own);
  }

  private void assertRefused(HostileImap server, MailboxFault fault) {
    assertThat(mailboxes.check(Optional.empty(), on(server)))
        .isEqualTo(new Checked.Refused(fault, ""));
  }

  @Test
  void nothingOfAServerThatIsNoneIsShown() throws Exception {
    try (var literal = HostileImap.greeting("* OK {2000000000}\r\n");
        var line = HostileImap.endless("* OK ");
        var ssh = HostileImap.greeting("SSH-2.0-OpenSSH_9.9 secret-banner\r\n")) {
      assertRefused(literal, MailboxFault.TOO_MUCH);
      assertRefused(line, MailboxFault.TOO_MUCH);
      assertRefused(ssh, MailboxFault.NOT_IMAP);
    }
  }

  @Test
  void oneHostileMailboxCostsNoOtherItsMail() throws Exception {
    Known zoe = known("Zoe", "Beside");
    deliver(mail(zoe.address(), own, said("h" + zoe.id(), "Hello")));
    SignedInMember admin = admin();
    try (var server = HostileImap.greeting("* OK {2000000000}\r\n")) {
      add(admin, on(server));
      add(admin, data());
      rounds.look(admin);
    }
    List<Mailbox> both = mailboxes.mine();
    assertThat(both.getFirst().fault()).isEqualTo(MailboxFault.TOO_MUCH);
    assertThat(both.getFirst().said()).isNullOrEmpty();
    assertThat(both.getLast().fault()).isNull();
    assertThat(both.getLast().filed()).isEqualTo(1);
  }

  private void add(SignedInMember member, MailboxData data) {
    repository.insert(
        new MailboxId(UUID.randomUUID()),
        member.memberId(),
        data,
        Instant.now().minusSeconds(86_400));
  }

  /** As where it ended the process, or took all the time, three times. */
  @Test
  void mailThatWasBegunThreeTimesIsPassedOverAndCounted() throws Exception {
    Known zoe = known("Zoe", "Again");
    look();
    deliver(mail(zoe.address(), own, said("i" + zoe.id(), "Harm")));
    sql("UPDATE mailbox SET begun_uid = 1, begun = 3");
    Mailbox looked = look();
    assertThat(looked.unread()).isEqualTo(1);
    assertThat(looked.filed()).isZero();

    deliver(mail(zoe.address(), own, said("j" + zoe.id(), "Hello")));
    assertThat(look().filed()).isEqualTo(1);
  }

  @Test
  void addressInsideIsRefusedUnlessTheOperatorListsIt() {
    var client =
        new MailboxClient(
            new MailboxSettings(
                SERVERS.authority(), Duration.ofSeconds(10), Duration.ofMinutes(1), List.of(), 20),
            TestPlaces.anywhere());
    MailboxRefusedException refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            MailboxRefusedException.class, () -> client.folders(data()));
    assertThat(refused.fault()).isEqualTo(MailboxFault.ADDRESS);
    assertThat(mailboxes.check(Optional.empty(), data())).isInstanceOf(Checked.Opens.class);
  }

  @Test
  void mailboxElsewhereIsRefusedWhereTheOperatorHoldsThemToCountries() {
    MailboxSettings settings =
        new MailboxSettings(
            SERVERS.authority(),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            List.of("192.0.2.0/24"),
            20);
    var client = new MailboxClient(settings, TestPlaces.strictly("US", InetAddress::getAllByName));
    var far = new MailboxData("192.0.2.1", 993, MailboxTls.TLS, own, SECRET, "INBOX", own);

    assertThat(catchThrowableOfType(MailboxRefusedException.class, () -> client.folders(far)))
        .extracting(MailboxRefusedException::fault)
        .isEqualTo(MailboxFault.PLACE);
  }
}
