package eu.rempart.activity.meeting;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What mails say to calendars. */
final class Calendars {

  private Calendars() {}

  /** The calendar in a mail, its folded lines put together. */
  static String of(Part mail) {
    try {
      return find(mail).orElseThrow().replace("\r\n ", "");
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> find(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart each = parts.getBodyPart(i);
        Optional<String> found = find(each);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    if (!part.isMimeType("text/calendar")) {
      return Optional.empty();
    }
    try (InputStream in = part.getInputStream()) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
