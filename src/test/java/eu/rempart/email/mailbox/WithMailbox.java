package eu.rempart.email.mailbox;

import com.icegreen.greenmail.user.GreenMailUser;
import eu.rempart.account.SignedInMember;
import eu.rempart.email.WithMail;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A member's mailbox on a real server. */
abstract class WithMailbox extends WithMail {

  static final String SECRET = "sesame-" + UUID.randomUUID();

  @Autowired MailboxService mailboxes;
  @Autowired MailboxRounds rounds;
  @Autowired MailboxRepository repository;
  String own = "";
  GreenMailUser inbox = SERVERS.green().setUser("x@firm.example", "x", "x");

  @BeforeEach
  void newInbox() {
    own = "box-" + UUID.randomUUID() + "@firm.example";
    inbox = SERVERS.green().setUser(own, own, SECRET);
  }

  @AfterEach
  void forgetMailboxes() {
    sql("DELETE FROM mailbox");
  }

  MailboxData data() {
    return new MailboxData("localhost", SERVERS.imaps(), MailboxTls.TLS, own, SECRET, "INBOX", own);
  }

  /** Looks into the administrator's mailbox now. */
  Mailbox look() {
    SignedInMember admin = admin();
    if (mailboxes.mine().isEmpty()) {
      sql("DELETE FROM mailbox");
      repository.insert(
          new MailboxId(UUID.randomUUID()),
          admin.memberId(),
          data(),
          Instant.now().minusSeconds(86_400));
    }
    rounds.look(admin);
    return mailboxes.mine().getFirst();
  }

  void deliver(String mail) throws Exception {
    inbox.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
  }

  static String mail(String from, String to, String more) {
    return "From: %s\nTo: %s\nDate: Thu, 26 Nov 2026 09:30:00 +0100\n%s".formatted(from, to, more);
  }

  static String said(String id, String text) {
    return "Message-ID: <%s@client.example>\nSubject: Offer\n\n%s\n".formatted(id, text);
  }
}
