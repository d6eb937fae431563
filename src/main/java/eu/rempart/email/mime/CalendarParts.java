package eu.rempart.email.mime;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a mail answers an invitation (RFC 6047). */
public final class CalendarParts {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarParts.class);
  private static final int MAX_DEPTH = 5;
  private static final int MAX_PARTS = 50;

  private CalendarParts() {}

  /** Whether one of its parts is an answer, by what the server says of them; fetches none. */
  public static boolean answers(MimeMessage message) throws MessagingException {
    try {
      return answers(message, 0);
    } catch (FolderClosedException | StoreClosedException e) {
      throw e;
    } catch (MessagingException | IOException e) {
      if (e.getCause() instanceof FolderClosedException closed) {
        throw closed;
      }
      LOG.info("the structure of a mail can't be read: {}", e.getClass().getName());
      return false; // a stranger's mail whose parts can't be told apart is not kept either
    }
  }

  private static boolean answers(Part part, int depth) throws MessagingException, IOException {
    if (isAnswer(part)) {
      return true;
    }
    if (depth < MAX_DEPTH
        && type(part).startsWith("multipart/")
        && part.getContent() instanceof Multipart several) {
      for (int i = 0; i < Math.min(several.getCount(), MAX_PARTS); i++) {
        if (answers(several.getBodyPart(i), depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a part says to be an answer. */
  static boolean isAnswer(Part part) throws MessagingException {
    try {
      ContentType type = new ContentType(part.getContentType());
      return type.match("text/calendar") && "REPLY".equalsIgnoreCase(type.getParameter("method"));
    } catch (ParseException _) {
      return false; // what stands there is no type
    }
  }

  private static String type(Part part) throws MessagingException {
    String type = part.getContentType();
    return type == null ? "" : type.toLowerCase(Locale.ROOT).strip();
  }
}
