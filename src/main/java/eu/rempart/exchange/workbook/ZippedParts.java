package eu.rempart.exchange.workbook;

import eu.rempart.exchange.format.CountingInputStream;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a packed file in their order, read as they come: the file lies sealed, and has no
 * way to jump about in it. What is unpacked may be two hundred times what is packed, or 64 MB, and
 * 4 GB in all.
 */
final class ZippedParts implements Closeable {

  private static final int MAX_PARTS = 10_000;
  private static final long MAX_UNPACKED = 4L << 30;
  private static final long SMALL = 64L << 20;
  private static final int MAX_RATIO = 200;

  private final CountingInputStream packed;
  private final ZipInputStream zip;
  private long unpacked;
  private int parts;

  ZippedParts(InputStream file) {
    packed =
        file instanceof CountingInputStream counting ? counting : new CountingInputStream(file);
    zip = new ZipInputStream(packed);
  }

  /** The name of the next part, with slashes and without one at its beginning; null at the end. */
  @Nullable String next() throws IOException {
    try {
      skip();
      var entry = zip.getNextEntry();
      if (entry == null) {
        return null;
      }
      if (++parts > MAX_PARTS) {
        throw new UnreadableFileException(FileProblem.WORKBOOK_TOO_LARGE);
      }
      return name(entry.getName());
    } catch (ZipException | EOFException | IllegalArgumentException _) {
      throw new UnreadableFileException(FileProblem.WORKBOOK_BROKEN);
    }
  }

  /** Goes on to the part of this name; false where there is none. */
  boolean find(String part) throws IOException {
    for (var name = next(); name != null; name = next()) {
      if (name.equalsIgnoreCase(part)) {
        return true;
      }
    }
    return false;
  }

  /** The beginning of the part, at most so many bytes. */
  byte[] begin(int most) throws IOException {
    return content().readNBytes(most);
  }

  /** The part, to be read to its end or not; closing it closes nothing. */
  InputStream content() {
    return new Content();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  static String name(String name) {
    var slashes = name.replace('\\', '/');
    return slashes.startsWith("/") ? slashes.substring(1) : slashes;
  }

  /** Reads the rest of the part that is open, within the limits. */
  private void skip() throws IOException {
    if (parts > 0) {
      var buffer = new byte[1 << 14];
      var content = content();
      while (content.read(buffer, 0, buffer.length) >= 0) {
        // on
      }
    }
  }

  private void count(int n) {
    unpacked += Math.max(0, n);
    if (unpacked > MAX_UNPACKED || (unpacked > SMALL && unpacked > MAX_RATIO * packed.count())) {
      throw new UnreadableFileException(FileProblem.WORKBOOK_TOO_LARGE);
    }
  }

  private final class Content extends InputStream {

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        var n = zip.read(buffer, offset, length);
        count(n);
        return n;
      } catch (ZipException | EOFException _) {
        throw new UnreadableFileException(FileProblem.WORKBOOK_BROKEN);
      }
    }
  }
}
