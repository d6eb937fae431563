package eu.rempart.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to people outside, written by the room that has something to send. Customer data: it lives
 * as long as it is on its way.
 *
 * @param messageId with its angle brackets, the same at each try
 * @param writtenAt what it says of when it was written
 * @param senderName what its sender is called; may be empty
 * @param replyTo the address that answers go to
 * @param to addresses, one at least
 * @param copies addresses; may be none
 * @param text plain
 * @param answers the message ids that it answers, the newest last; may be none
 * @param enclosures files that go with it; may be none, and are none where there is a calendar
 * @param calendar what calendars are told; null for an ordinary mail
 */
public record Parcel(
    String messageId,
    Instant writtenAt,
    String senderName,
    String replyTo,
    List<String> to,
    List<String> copies,
    String subject,
    String text,
    List<String> answers,
    List<Enclosure> enclosures,
    @Nullable Calendar calendar) {

  /**
   * An iCalendar object that a mail brings (RFC 6047).
   *
   * @param method of RFC 5546, such as {@code REQUEST}
   */
  public record Calendar(String method, String text) {

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Calendar[hidden]";
    }
  }

  /**
   * A file that goes with a mail.
   *
   * @param mediaType such as {@code application/pdf}
   */
  public record Enclosure(String name, String mediaType, Content content) {

    /** Where its bytes come from, as often as it is read. */
    public interface Content {
      InputStream open() throws IOException;
    }

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Enclosure[hidden]";
    }
  }

  public Parcel {
    to = List.copyOf(to);
    copies = List.copyOf(copies);
    answers = List.copyOf(answers);
    enclosures = List.copyOf(enclosures);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Parcel[hidden]";
  }
}
