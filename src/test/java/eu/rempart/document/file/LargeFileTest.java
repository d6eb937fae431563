package eu.rempart.document.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.WithFiles;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/**
 * A file of any size takes the same memory on its way in and out. 64 MB each time; a gigabyte with
 * {@code ./rempart bench upload}, and any other size with {@code -Dupload.size=4GB} behind it.
 */
class LargeFileTest extends WithFiles {

  /** Far less than the file, far more than the megabyte that is on its way. */
  private static final long MOST = 24L << 20;

  /** The heap is looked at so often along the way: each look collects all of it, for a second. */
  private static final int LOOKS = 4;

  private static final long SIZE =
      DataSize.parse(System.getProperty("upload.size", "64MB")).toBytes();

  @Test
  void aLargeFileStreamsThroughInConstantMemory() throws Exception {
    long before = inUse();
    MessageDigest sent = MessageDigest.getInstance("SHA-256");
    Watched made = new Watched(new Noise(SIZE), before);
    Upload begun = uploads.begin("film.bin", SIZE, "");
    Upload whole = uploads.append(begun.id(), 0, new DigestInputStream(made, sent)).orElseThrow();
    assertThat(whole.whole()).isTrue();
    Document kept = ((Brought.Kept) documents.create(whole.id(), null, List.of())).document();

    MessageDigest received = MessageDigest.getInstance("SHA-256");
    StoredFile file = files.find(kept.file()).orElseThrow();
    Watched given = new Watched(files.open(file), before);
    try (InputStream in = new DigestInputStream(given, received)) {
      assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(SIZE);
    }

    assertThat(received.digest()).isEqualTo(sent.digest());
    assertThat(made.most).as("more in use while it came, of %d bytes", SIZE).isLessThan(MOST);
    assertThat(given.most).as("more in use while it went, of %d bytes", SIZE).isLessThan(MOST);
    System.out.printf(
        "%,d bytes: %,d more in use at most on their way in, %,d on their way out%n",
        SIZE, made.most, given.most);
  }

  /** What cannot be freed. */
  private static long inUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Looks at the heap now and then while it is read. */
  private static final class Watched extends java.io.FilterInputStream {

    private final long before;
    private long read;
    private long next = SIZE / LOOKS / 2;
    private long most;

    Watched(InputStream in, long before) {
      super(in);
      this.before = before;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws java.io.IOException {
      int got = super.read(bytes, offset, length);
      read += Math.max(0, got);
      if (read >= next) {
        next += SIZE / LOOKS;
        most = Math.max(most, inUse() - before);
      }
      return got;
    }
  }

  /** Bytes that nothing compresses and nobody keeps. */
  private static final class Noise extends InputStream {

    private final java.util.Random random = new java.util.Random(42);
    private long left;

    Noise(long size) {
      left = size;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int part = (int) Math.min(left, length);
      byte[] some = new byte[part];
      random.nextBytes(some);
      System.arraycopy(some, 0, bytes, offset, part);
      left -= part;
      return part;
    }
  }
}
