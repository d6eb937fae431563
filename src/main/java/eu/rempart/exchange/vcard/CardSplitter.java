package eu.rempart.exchange.vcard;

import eu.rempart.picture.PictureReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into cards: unfolds lines, decodes each by its own encoding, takes the first photo
 * and leaves out whatever else is no text. Never more than a card, its photo and a line are in
 * memory.
 */
final class CardSplitter implements Closeable {

  /** Most characters of a card without its photos. */
  static final int MAX_CARD = 1 << 20;

  private static final Set<String> BINARY =
      Set.of("PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE");

  private final LineSource lines;
  private final LineText encoding;
  private final Line pending = new Line();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Card> ready = new ArrayDeque<>();
  private long number;
  private int depth;
  private byte lastByte;

  /** Whether the pending line is quoted-printable; null where nobody asked yet. */
  private @Nullable Boolean quoted;

  private boolean afterAgent;
  private boolean dropping;
  private @Nullable CardPhoto taking;
  private byte @Nullable [] photo;
  private boolean tooLarge;
  private boolean photoSkipped;
  private boolean keySkipped;
  private boolean damaged;
  private boolean oldStyle;

  /**
   * Cuts the bytes.
   *
   * @param chosen how a person said that they are encoded; null to find it out line by line
   */
  CardSplitter(InputStream in, @Nullable Charset chosen) {
    lines = new LineSource(in);
    encoding = new LineText(chosen);
  }

  /** The next card, or null. What stands between cards is passed over. */
  @Nullable Card next() throws IOException {
    while (ready.isEmpty()) {
      var line = lines.next();
      if (line == null) {
        flush();
        if (depth > 0) {
          emit(false);
        }
        return ready.poll();
      }
      take(line);
    }
    return ready.poll();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private void take(byte[] line) {
    if (lines.tooLong() && !dropping && !isBinary(line)) {
      tooLarge |= depth > 0;
      return;
    }
    var folded = line.length > 0 && (line[0] == ' ' || line[0] == '\t');
    if (dropping) {
      if (folded || line.length == 0 || indexOf(line, ':') < 0) {
        takeMore(line);
        return;
      }
      dropping = false;
      finishPhoto();
    }
    if (lastByte == '=' && continuesQuotedPrintable() && !isEnd(line)) {
      // A soft line break: what follows, spaces too, is the text itself (RFC 2045, 6.7).
      pending.dropLast();
      append(line);
    } else if (folded && pending.size() > 0) {
      // 2.1 folds before a space that belongs to the text; later versions add one.
      append(Arrays.copyOfRange(line, oldStyle ? 0 : 1, line.length));
    } else {
      flush();
      if (isBinary(line)) {
        dropping = true;
        if (photo == null && name(line).equals("PHOTO")) {
          taking = new CardPhoto();
          takeMore(line);
        } else if (name(line).equals("KEY")) {
          keySkipped = true;
        } else {
          photoSkipped = true;
        }
      } else {
        append(line);
      }
    }
  }

  private void takeMore(byte[] line) {
    CardPhoto begun = taking;
    if (begun != null && lines.tooLong()) {
      begun.tooLong();
    } else if (begun != null) {
      begun.add(line);
    }
  }

  private void finishPhoto() {
    CardPhoto begun = taking;
    if (begun != null) {
      byte[] file = begun.file();
      if (file != null && PictureReader.recognises(file)) {
        photo = file;
      } else {
        photoSkipped = true;
      }
      taking = null;
    }
  }

  private void append(byte[] bytes) {
    if (pending.size() + bytes.length > LineSource.MAX_LINE) {
      tooLarge = true;
    } else {
      pending.writeBytes(bytes);
      lastByte = bytes.length == 0 ? 0 : bytes[bytes.length - 1];
    }
  }

  /** Asked once of a line, which may go on for ten thousand more. */
  private boolean continuesQuotedPrintable() {
    if (quoted == null) {
      quoted = pending.size() > 0 && LineText.isQuotedPrintable(pending.toByteArray());
    }
    return quoted;
  }

  /** The bytes of a line whose last one can be taken back. */
  private static final class Line extends ByteArrayOutputStream {

    void dropLast() {
      count = Math.max(0, count - 1);
    }
  }

  /** A text may end with an equals sign that nobody encoded: the card ends all the same. */
  private static boolean isEnd(byte[] line) {
    var text = new String(line, 0, Math.min(line.length, 16), StandardCharsets.ISO_8859_1);
    return text.strip().equalsIgnoreCase("END:VCARD");
  }

  /** Takes the line that is now complete into its card. */
  private void flush() {
    if (pending.size() == 0) {
      return;
    }
    var decoded = encoding.of(pending.toByteArray());
    var line = decoded.text();
    pending.reset();
    lastByte = 0;
    quoted = null;
    var key = line.strip().toUpperCase(Locale.ROOT).replace("\uFEFF", "").replace(" ", "");
    if (key.equals("BEGIN:VCARD")) {
      begin();
    } else if (depth == 0) {
      return;
    } else if (text.length() + line.length() > MAX_CARD) {
      tooLarge = true;
    } else {
      text.append(line).append("\r\n");
      damaged |= decoded.damaged();
    }
    if (key.equals("END:VCARD") && --depth == 0) {
      emit(true);
    }
    oldStyle |= key.equals("VERSION:2.1");
    afterAgent = key.startsWith("AGENT");
  }

  private void begin() {
    if (depth > 0 && !afterAgent) {
      emit(false);
    }
    depth++;
    text.append("BEGIN:VCARD\r\n");
  }

  private void emit(boolean complete) {
    finishPhoto();
    var body = tooLarge ? "" : text.toString();
    ready.add(
        new Card(++number, body, tooLarge, complete, photo, photoSkipped, keySkipped, damaged));
    text.setLength(0);
    depth = 0;
    tooLarge = false;
    photo = null;
    photoSkipped = false;
    keySkipped = false;
    damaged = false;
    oldStyle = false;
    dropping = false;
  }

  private static boolean isBinary(byte[] line) {
    return BINARY.contains(name(line));
  }

  /** The property's name without its group, in upper case; empty where the line has none. */
  private static String name(byte[] line) {
    var end = 0;
    while (end < line.length && end < 64 && line[end] != ':' && line[end] != ';') {
      end++;
    }
    var name = new String(line, 0, end, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    return end < line.length ? name.substring(name.indexOf('.') + 1) : "";
  }

  private static int indexOf(byte[] line, char c) {
    for (var i = 0; i < line.length; i++) {
      if (line[i] == c) {
        return i;
      }
    }
    return -1;
  }
}
