package eu.rempart.email.mime;

import eu.rempart.common.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was read; all of it is customer data.
 *
 * @param messageId with its angle brackets; made of the rest where it has none
 * @param at when it was written, as it says itself, else when it came
 * @param from null where it does not say, or nothing that is an address
 * @param sender who it is from, in words
 * @param to addresses that can be read
 * @param answers the message ids that it answers, the newest last
 * @param text plain; made of the markup where there is no other
 * @param html as it came; null where there is none, or more than is kept
 * @param bounce what it says of a mail that came back; null where it says nothing of the kind
 * @param calendar an answer to an invitation (RFC 6047), as it came; null where there is none
 */
public record ReceivedMail(
    String messageId,
    Instant at,
    @Nullable EmailAddress from,
    String sender,
    List<EmailAddress> to,
    List<EmailAddress> copies,
    List<String> answers,
    String subject,
    String text,
    @Nullable String html,
    List<ReceivedFile> files,
    @Nullable Bounce bounce,
    @Nullable String calendar) {

  public ReceivedMail {
    to = List.copyOf(to);
    copies = List.copyOf(copies);
    answers = List.copyOf(answers);
    files = List.copyOf(files);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "ReceivedMail[hidden]";
  }
}
