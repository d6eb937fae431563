package eu.rempart.journey;

import eu.rempart.email.MailServers;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A firm without demo data, whose mail goes through real servers on loopback. */
public final class MailedFirm {

  public static final MailServers SERVERS = MailServers.one();

  private static final int PATIENCE_SECONDS = 30;

  private static final class Holder {
    static final Installation ONE = first();

    private static Installation first() {
      Installation one = Installation.of(Original.FOUNDED, "mailed", settings());
      Runtime.getRuntime().addShutdownHook(new Thread(one::close));
      return one;
    }
  }

  private MailedFirm() {}

  /** What an installation is told, whose mail goes through the servers. */
  public static Installation.Settings settings() {
    return new Installation.Settings(
        Map.of(),
        List.of(
            "-Drempart.mail.host=127.0.0.1",
            "-Drempart.mail.port=" + SERVERS.green().getSmtp().getPort(),
            "-Drempart.mail.tls=NONE",
            "-Drempart.mail.from=crm@firm.example",
            "-Drempart.mail.patience=10s",
            "-Drempart.mailbox.trust=" + SERVERS.authority(),
            "-Drempart.mailbox.inside=127.0.0.0/8,::1",
            "-Drempart.mailbox.patience=20s"));
  }

  /** Started by whoever asks first, stopped with the tests. */
  public static Installation installation() {
    return Holder.ONE;
  }

  /** Waits until a mail to this address with this subject came to the real server. */
  public static MimeMessage mail(String to, String subject) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      SERVERS.green().waitForIncomingEmail(200, SERVERS.green().getReceivedMessages().length + 1);
      Optional<MimeMessage> found =
          Arrays.stream(SERVERS.green().getReceivedMessages())
              .filter(mail -> is(mail, to, subject))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new AssertionError("no mail to " + to + ": " + subject);
  }

  private static boolean is(MimeMessage mail, String to, String subject) {
    try {
      return subject.equals(mail.getSubject())
          && Arrays.stream(mail.getAllRecipients())
              .anyMatch(each -> each.toString().equalsIgnoreCase(to));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
