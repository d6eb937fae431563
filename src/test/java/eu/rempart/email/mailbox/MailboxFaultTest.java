package eu.rempart.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.InvalidFieldException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a member is told of a mailbox that can't be read. */
class MailboxFaultTest extends WithMailbox {

  @Test
  void whatGoesWrongIsSaidInTheServersWords() {
    assertThat(mailboxes.check(Optional.empty(), data()))
        .isInstanceOfSatisfying(
            Checked.Opens.class, opens -> assertThat(opens.folders()).contains("INBOX"));
    assertThat(mailboxes.check(Optional.empty(), data().withPassword("wrong")))
        .isInstanceOfSatisfying(
            Checked.Refused.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(MailboxFault.CREDENTIALS);
              assertThat(refused.said()).isNotBlank().doesNotContain("wrong");
            });
    assertThat(fault("localhost", SERVERS.imaps(), "Archive")).isEqualTo(MailboxFault.FOLDER);
    assertThat(fault("127.0.0.1", SERVERS.imaps(), "INBOX"))
        .as("the certificate is another name's")
        .isEqualTo(MailboxFault.TLS);
    assertThat(fault("localhost", SERVERS.green().getImap().getPort(), "INBOX"))
        .as("it speaks no TLS")
        .isEqualTo(MailboxFault.TLS);
    assertThat(fault("localhost", 1, "INBOX")).isEqualTo(MailboxFault.UNREACHABLE);
  }

  private MailboxFault fault(String host, int port, String folder) {
    MailboxData data = new MailboxData(host, port, MailboxTls.TLS, own, SECRET, folder, own);
    return ((Checked.Refused) mailboxes.check(Optional.empty(), data)).fault();
  }

  @Test
  void aFaultOfTheLastLookStandsAtTheMailboxUntilItIsMended() {
    look();
    MailboxId id = mailboxes.mine().getFirst().id();
    MailboxData other =
        new MailboxData("localhost", SERVERS.imaps(), MailboxTls.TLS, own, SECRET, "Nowhere", own);
    repository.update(id, other);
    assertThat(look().fault()).isEqualTo(MailboxFault.FOLDER);
    assertThat(look().said()).contains("Nowhere");
    repository.update(id, data());
    assertThat(look().fault()).isNull();
    assertThat(look().said()).isNull();
  }

  @Test
  void aKeptPasswordGoesToNoOtherServer() {
    look();
    MailboxId id = mailboxes.mine().getFirst().id();
    MailboxData moved = new MailboxData("evil.example", 993, MailboxTls.TLS, own, "", "INBOX", own);
    assertThatThrownBy(() -> mailboxes.check(Optional.of(id), moved))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("password");
    assertThatThrownBy(() -> mailboxes.save(id, moved)).isInstanceOf(InvalidFieldException.class);
    assertThat(mailboxes.check(Optional.of(id), data().withPassword("")))
        .isInstanceOf(Checked.Opens.class);
  }
}
