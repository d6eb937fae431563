package eu.rempart.exchange.vcard;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into cards: unfolds lines, decodes each by its own encoding, and leaves photos out
 * before anything holds them. Never more than a card and a line are in memory.
 */
final class CardSplitter implements Closeable {

  /** Most characters of a card without its photos. */
  static final int MAX_CARD = 1 << 20;

  private static final Set<String> BINARY =
      Set.of("PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE");

  private final LineSource lines;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Card> ready = new ArrayDeque<>();
  private long number;
  private int depth;
  private boolean afterAgent;
  private boolean dropping;
  private boolean tooLarge;
  private boolean photoSkipped;
  private boolean oldStyle;

  CardSplitter(InputStream in) {
    lines = new LineSource(in);
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
        return;
      }
      dropping = false;
    }
    if (folded && pending.size() > 0) {
      // 2.1 folds before a space that belongs to the text; later versions add one.
      append(Arrays.copyOfRange(line, oldStyle ? 0 : 1, line.length));
    } else if (pending.size() > 0 && continuesQuotedPrintable()) {
      var bytes = pending.toByteArray();
      pending.reset();
      pending.write(bytes, 0, bytes.length - 1);
      append(line);
    } else {
      flush();
      if (isBinary(line)) {
        photoSkipped = true;
        dropping = true;
      } else {
        append(line);
      }
    }
  }

  private void append(byte[] bytes) {
    if (pending.size() + bytes.length > LineSource.MAX_LINE) {
      tooLarge = true;
    } else {
      pending.writeBytes(bytes);
    }
  }

  private boolean continuesQuotedPrintable() {
    var bytes = pending.toByteArray();
    return bytes[bytes.length - 1] == '=' && LineText.isQuotedPrintable(bytes);
  }

  /** Takes the line that is now complete into its card. */
  private void flush() {
    if (pending.size() == 0) {
      return;
    }
    var line = LineText.of(pending.toByteArray());
    pending.reset();
    var key = line.strip().toUpperCase(Locale.ROOT).replace("\uFEFF", "").replace(" ", "");
    if (key.equals("BEGIN:VCARD")) {
      begin();
    } else if (depth == 0) {
      return;
    } else if (text.length() + line.length() > MAX_CARD) {
      tooLarge = true;
    } else {
      text.append(line).append("\r\n");
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
    var body = tooLarge ? "" : text.toString();
    var damaged = body.indexOf('\uFFFD') >= 0;
    ready.add(new Card(++number, body, tooLarge, complete, photoSkipped, damaged));
    text.setLength(0);
    depth = 0;
    tooLarge = false;
    photoSkipped = false;
    oldStyle = false;
    dropping = false;
  }

  private static boolean isBinary(byte[] line) {
    var end = 0;
    while (end < line.length && end < 64 && line[end] != ':' && line[end] != ';') {
      end++;
    }
    var name = new String(line, 0, end, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    return end < line.length && BINARY.contains(name.substring(name.indexOf('.') + 1));
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
