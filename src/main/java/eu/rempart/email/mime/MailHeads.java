package eu.rempart.email.mime;

import eu.rempart.common.EmailAddress;
import eu.rempart.email.MessageIds;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the headers of a mail say, for which the rest of it need not be fetched. */
public final class MailHeads {

  private MailHeads() {}

  /** Everybody whom it is from or to. */
  public static Set<EmailAddress> people(MimeMessage message) throws MessagingException {
    Set<EmailAddress> people = new LinkedHashSet<>();
    for (String header : List.of("From", "To", "Cc")) {
      people.addAll(Headers.addresses(message, header));
    }
    return people;
  }

  /** Whether it says to be a report, such as one of delivery (RFC 6522). */
  public static boolean isReport(MimeMessage message) throws MessagingException {
    return Headers.raw(message, "Content-Type")
        .strip()
        .toLowerCase(Locale.ROOT)
        .startsWith("multipart/report");
  }

  /** The message ids that it answers, the newest last. */
  public static List<String> answers(MimeMessage message) throws MessagingException {
    List<String> all = new ArrayList<>(MessageIds.in(Headers.raw(message, "References")));
    MessageIds.in(Headers.raw(message, "In-Reply-To")).stream()
        .filter(id -> !all.contains(id))
        .forEach(all::add);
    return all;
  }
}
