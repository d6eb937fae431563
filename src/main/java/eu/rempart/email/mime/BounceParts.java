package eu.rempart.email.mime;

import eu.rempart.email.MessageIds;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a report of delivery says: whether it failed, why, and of which mail (RFC 3464). */
final class BounceParts {

  private static final int MOST = 1_000;

  private boolean report;
  private boolean failed;
  private String why = "";
  private @Nullable String messageId;

  /** Whether such a report is being read. */
  boolean isReport() {
    return report;
  }

  /** Blocks of fields: one on the message, then one for each recipient. */
  void status(byte[] bytes) throws MessagingException {
    report = true;
    String all = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    for (String block : all.split("\n\\s*\n", 100)) {
      InternetHeaders fields = headers(block);
      String action = field(fields, "Action");
      if (!failed
          && (action.equalsIgnoreCase("failed") || action.equalsIgnoreCase("delayed-failed"))) {
        failed = true;
        String said = afterType(field(fields, "Diagnostic-Code"));
        String status = field(fields, "Status");
        why = MailReader.cut(said.isEmpty() ? status : said, MOST);
      }
    }
  }

  /** The mail that came back, or its headers. */
  void original(byte[] bytes) throws MessagingException {
    List<String> ids =
        MessageIds.in(field(headers(new String(bytes, StandardCharsets.UTF_8)), "Message-ID"));
    if (!ids.isEmpty()) {
      messageId = ids.getFirst();
    }
  }

  @Nullable Bounce bounce() {
    String id = messageId;
    return failed && id != null ? new Bounce(id, why) : null;
  }

  private static InternetHeaders headers(String text) throws MessagingException {
    return new InternetHeaders(
        new ByteArrayInputStream((text.strip() + "\n\n").getBytes(StandardCharsets.UTF_8)), true);
  }

  private static String field(InternetHeaders fields, String name) {
    String value = fields.getHeader(name, null);
    return value == null ? "" : value.replaceAll("\\s+", " ").strip();
  }

  /** {@code smtp; 550 no such user}: the words behind the type. */
  private static String afterType(String code) {
    return code.substring(code.indexOf(';') + 1).strip();
  }
}
