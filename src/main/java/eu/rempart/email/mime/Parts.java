package eu.rempart.email.mime;

import eu.rempart.richtext.RichText;
import jakarta.mail.BodyPart;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.StoreClosedException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of one mail: text, markup, files, and the report of a mail that came back. */
final class Parts {

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  /** Deeper, or more, than any program writes. */
  private static final int MAX_DEPTH = 20;

  private static final int MAX_PARTS = 200;

  /** Bytes of one text that are read: enough for what is kept, in any charset. */
  private static final int MAX_TEXT_BYTES = 4 * RichText.MAX_READ;

  private final boolean withFiles;
  private final StringBuilder text = new StringBuilder();
  private final List<ReceivedFile> files = new ArrayList<>();
  private final Map<String, byte[]> pictures = new HashMap<>();
  private final List<ReceivedFile> embedded = new ArrayList<>();
  private final HeaderBudget budget = new HeaderBudget();
  private final BounceParts report = new BounceParts();
  private @Nullable String html;
  private @Nullable String calendar;
  private int seen;

  /**
   * @param withFiles whether files are read; else they are named
   */
  Parts(boolean withFiles) {
    this.withFiles = withFiles;
  }

  String text() {
    return text.toString().strip();
  }

  @Nullable String html() {
    return html;
  }

  /** Pictures of the markup, by the ids by which it names them. */
  Map<String, byte[]> pictures() {
    return pictures;
  }

  /**
   * The files, and those pictures that have a name but no place in the markup: a telephone sends
   * its photos so.
   *
   * @param shown contents of those that have one
   */
  List<ReceivedFile> files(Set<byte[]> shown) {
    List<ReceivedFile> all = new ArrayList<>(files);
    embedded.stream()
        .filter(picture -> picture.content() == null || !shown.contains(picture.content()))
        .forEach(all::add);
    return all;
  }

  /** The first answer to an invitation. */
  @Nullable String calendar() {
    return calendar;
  }

  @Nullable Bounce bounce() {
    return report.bounce();
  }

  void walk(Part part) throws MessagingException, IOException {
    walk(part, 0);
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (depth > MAX_DEPTH || ++seen > MAX_PARTS) {
      return;
    }
    try {
      take(part, depth);
    } catch (FolderClosedException | StoreClosedException e) {
      throw e; // the connection is gone: all of it is read again another time
    } catch (MessagingException | IOException e) {
      if (e.getCause() instanceof FolderClosedException
          || e.getCause() instanceof StoreClosedException) {
        throw e;
      }
      LOG.info("a part of a mail can't be read: {}", e.getClass().getName());
      files.add(new ReceivedFile(name(part), null, false));
    }
  }

  private void take(Part part, int depth) throws MessagingException, IOException {
    String type = type(part);
    if (type.startsWith("multipart/")) {
      var several = new BoundedMultipart(part.getDataHandler().getDataSource(), budget);
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart each = several.getBodyPart(i);
        walk(each, depth + 1);
      }
    } else if (type.equals("message/delivery-status")) {
      report.status(bytes(part));
    } else if (report.isReport() && isOriginal(type)) {
      report.original(bytes(part));
    } else if (calendar == null && CalendarParts.isAnswer(part)) {
      calendar = read(part);
    } else if (isEmbedded(part, type)) {
      embedded(part);
    } else if (isFile(part, type)) {
      files.add(received(part));
    } else if (type.equals("text/html")) {
      html = html == null ? read(part) : html + "\n" + read(part);
    } else {
      text.append(read(part)).append('\n');
    }
  }

  private static boolean isOriginal(String type) {
    return type.equals("message/rfc822") || type.equals("text/rfc822-headers");
  }

  private static boolean isEmbedded(Part part, String type) throws MessagingException {
    return type.startsWith("image/")
        && part.getHeader("Content-ID") != null
        && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
  }

  /** A picture of the markup, such as a signature's, or one that only looks like it. */
  private void embedded(Part part) throws MessagingException, IOException {
    String id = Headers.raw(part, "Content-ID").strip().replaceAll("^<|>$", "");
    ReceivedFile picture = received(part);
    byte[] content = picture.content();
    if (content != null
        && content.length <= EmbeddedPictures.MAX_BYTES
        && pictures.size() < EmbeddedPictures.MOST
        && !id.isEmpty()) {
      pictures.putIfAbsent(id, content);
    }
    if (!rawName(part).isEmpty()) {
      embedded.add(picture);
    }
  }

  private boolean isFile(Part part, String type) throws MessagingException {
    boolean named = !rawName(part).isEmpty();
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
    // markup goes on behind a file that somebody put into the middle of it
    boolean markup =
        type.equals("text/html")
            && (html == null || html.length() + Math.max(0, part.getSize()) < RichText.MAX_READ);
    return attached || named || !(markup || type.equals("text/plain"));
  }

  private ReceivedFile received(Part part) throws MessagingException, IOException {
    String name = name(part);
    if (!withFiles) {
      return new ReceivedFile(name, null, true);
    }
    try (InputStream in = part.getInputStream()) {
      byte[] content = in.readNBytes(MailReader.MOST + 1);
      return content.length > MailReader.MOST
          ? new ReceivedFile(name, null, true)
          : new ReceivedFile(name, content, false);
    }
  }

  private static String read(Part part) throws MessagingException, IOException {
    return Charsets.read(bytes(part), charset(part));
  }

  private static byte[] bytes(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(MAX_TEXT_BYTES);
    }
  }

  private static @Nullable String charset(Part part) throws MessagingException {
    try {
      return new ContentType(part.getContentType()).getParameter("charset");
    } catch (ParseException _) {
      return null; // what stands there is no type; its bytes tell
    }
  }

  /** In small letters, without parameters; plain text where it says nothing that is a type. */
  private static String type(Part part) throws MessagingException {
    try {
      return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
    } catch (ParseException _) {
      return "text/plain";
    }
  }

  private static @Nullable String disposition(Part part) {
    try {
      return part.getDisposition();
    } catch (MessagingException _) {
      return null; // damaged: its type decides
    }
  }

  private static String rawName(Part part) {
    try {
      String name = part.getFileName();
      return name == null ? "" : name.strip();
    } catch (MessagingException _) {
      return "?"; // it has one that can't be read, so it is a file
    }
  }

  private static String name(Part part) throws MessagingException {
    String name = Headers.decoded(rawName(part));
    return name.isEmpty()
        ? type(part).equals("message/rfc822") ? "message.eml" : "attachment"
        : MailReader.cut(name, 200);
  }
}
