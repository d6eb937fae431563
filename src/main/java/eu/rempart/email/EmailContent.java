package eu.rempart.email;

import eu.rempart.richtext.RichText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an e-mail says; all of it is customer data.
 *
 * @param sender a name and an address, or an address alone
 * @param to addresses
 * @param copies addresses; may be none
 * @param subject may be empty
 * @param text plain; may be empty
 * @param html as it came, with the pictures in it that it shows, to be cleaned before it is shown;
 *     null where it has none, or where it was not read
 * @param messageId with its angle brackets
 * @param answers the message ids that it answers, the newest last
 * @param reply what a mail server said of it, word for word; null for nothing
 */
public record EmailContent(
    String sender,
    List<String> to,
    List<String> copies,
    String subject,
    String text,
    @Nullable String html,
    String messageId,
    List<String> answers,
    @Nullable String reply,
    List<Attachment> attachments) {

  /** What stands where an address is not shown to whoever reads it (decision record 0125). */
  public static final String UNSEEN = "…";

  /** Most characters that are kept. */
  public static final int MAX_SUBJECT = 500;

  public static final int MAX_TEXT = 100_000;

  /** Of markup, with the pictures that lie in it. */
  public static final int MAX_HTML = RichText.MAX_READ + RichText.MAX_PICTURES;

  public EmailContent {
    to = List.copyOf(to);
    copies = List.copyOf(copies);
    answers = List.copyOf(answers);
    attachments = List.copyOf(attachments);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "EmailContent[hidden]";
  }
}
