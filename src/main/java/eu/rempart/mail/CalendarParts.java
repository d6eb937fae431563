package eu.rempart.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;

/**
 * The parts of a mail with an iCalendar object: what people read and what their calendar reads, as
 * alternatives (RFC 6047), and the same as a file for programs that know neither.
 */
final class CalendarParts {

  private CalendarParts() {}

  static Multipart of(String text, Parcel.Calendar calendar) throws MessagingException {
    var words = new MimeBodyPart();
    words.setText(text, StandardCharsets.UTF_8.name());
    byte[] bytes = calendar.text().getBytes(StandardCharsets.UTF_8);
    var alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(words);
    alternatives.addBodyPart(
        part(bytes, "text/calendar; charset=UTF-8; method=" + calendar.method()));
    var first = new MimeBodyPart();
    first.setContent(alternatives);
    MimeBodyPart file = part(bytes, "application/ics; name=\"invite.ics\"");
    file.setDisposition(Part.ATTACHMENT);
    file.setFileName("invite.ics");
    return new MimeMultipart("mixed", first, file);
  }

  private static MimeBodyPart part(byte[] bytes, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    // whatever servers are on the way, its lines stay as they are
    part.setHeader("Content-Transfer-Encoding", "base64");
    part.setHeader("Content-Type", type);
    return part;
  }
}
