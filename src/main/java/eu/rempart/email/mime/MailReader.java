package eu.rempart.email.mime;

import eu.rempart.common.EmailAddress;
import eu.rempart.email.EmailContent;
import eu.rempart.email.MessageIds;
import eu.rempart.email.Sender;
import eu.rempart.picture.PictureReader;
import eu.rempart.richtext.RichText;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads mails as they come from a server. */
public final class MailReader {

  /** Largest mail whose files are kept: 25 MB. */
  public static final int MOST = 25 * 1024 * 1024;

  private MailReader() {}

  /**
   * Reads a mail. What is damaged is left out and said so; it fails only where the connection does.
   *
   * @param size bytes of the whole mail, as the server says; negative where it does not
   * @param came when the server got it; null where it does not say
   * @param pictures reads those that its markup shows
   */
  public static ReceivedMail read(
      MimeMessage message, long size, @Nullable Instant came, PictureReader pictures)
      throws MessagingException, IOException {
    // what servers say of a mail, its size and structure, is wrong now and then: it is read here
    FetchedMail fetched = FetchedMail.of(message, size);
    Parts parts = new Parts(fetched.whole());
    parts.walk(fetched.message());
    return read(fetched.message(), parts, came, pictures);
  }

  private static ReceivedMail read(
      MimeMessage message, Parts parts, @Nullable Instant came, PictureReader pictures)
      throws MessagingException {
    List<InternetAddress> from = Headers.internet(message, "From");
    EmailAddress address =
        from.stream().flatMap(each -> Headers.address(each).stream()).findFirst().orElse(null);
    Instant at = date(message).or(() -> Optional.ofNullable(came)).orElse(Instant.EPOCH);
    String subject = cut(Headers.text(message, "Subject"), EmailContent.MAX_SUBJECT);
    String text = parts.text();
    String html = parts.html();
    RichText clean =
        html == null || html.length() > RichText.MAX_READ ? RichText.EMPTY : RichText.clean(html);
    Set<byte[]> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    String markup =
        html == null || html.length() > RichText.MAX_READ
            ? null
            : EmbeddedPictures.into(html, parts.pictures(), pictures, shown::add);
    return new ReceivedMail(
        messageId(message, at, subject),
        at,
        address,
        sender(from),
        Headers.addresses(message, "To"),
        Headers.addresses(message, "Cc"),
        MailHeads.answers(message),
        subject,
        cut(text.isBlank() ? clean.plain() : text, EmailContent.MAX_TEXT),
        markup,
        parts.files(shown),
        parts.bounce(),
        parts.calendar());
  }

  private static String sender(List<InternetAddress> from) {
    if (from.isEmpty()) {
      return "";
    }
    InternetAddress first = from.getFirst();
    String name = first.getPersonal();
    String address = first.getAddress() == null ? "" : first.getAddress();
    return cut(new Sender(name == null ? "" : Headers.decoded(name), address).text(), 400);
  }

  private static Optional<Instant> date(MimeMessage message) throws MessagingException {
    String raw = Headers.raw(message, "Date");
    if (raw.isBlank()) {
      return Optional.empty();
    }
    try {
      Date date = new MailDateFormat().parse(raw);
      return Optional.of(date.toInstant().truncatedTo(ChronoUnit.SECONDS))
          .filter(at -> at.isAfter(Instant.EPOCH))
          .filter(at -> at.isBefore(Instant.now().plus(2, ChronoUnit.DAYS)));
    } catch (ParseException _) {
      return Optional.empty(); // what stands there is no date
    }
  }

  private static String messageId(MimeMessage message, Instant at, String subject)
      throws MessagingException {
    List<String> ids = MessageIds.in(Headers.raw(message, "Message-ID"));
    return ids.isEmpty()
        ? "<%s@none.invalid>"
            .formatted(
                UUID.nameUUIDFromBytes(
                    (at + "\n" + Headers.raw(message, "From") + "\n" + subject)
                        .getBytes(StandardCharsets.UTF_8)))
        : ids.getFirst();
  }

  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
