package eu.rempart.document.file;

import eu.rempart.vault.content.ContentCipher;
import eu.rempart.vault.crypto.CryptoException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file in clear, read some chunks at a time, each of which is proven before a byte of it is
 * given. The key is asked for anew with each step, so that reading ends when the vault is locked.
 */
final class ChunkedInput extends InputStream {

  /** Where chunks and key come from. */
  interface Source {
    /** Throws where the vault is locked. */
    ContentCipher cipher() throws IOException;

    java.util.List<byte[]> chunks(int from, int count);
  }

  /** Chunks that are read together: a megabyte. */
  private static final int TOGETHER = 16;

  private final UUID file;
  private final Source source;
  private final int chunks;
  private long left;
  private int next;
  private @Nullable ContentCipher cipher;
  private final Queue<byte[]> sealed = new ArrayDeque<>();
  private byte[] clear = new byte[0];
  private int at;

  /**
   * @param size bytes without what pads them
   */
  ChunkedInput(UUID file, int chunks, long size, Source source) {
    this.file = file;
    this.chunks = chunks;
    this.left = size;
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    if (at == clear.length) {
      open();
    }
    int part = (int) Math.min(left, Math.min(length, clear.length - at));
    System.arraycopy(clear, at, bytes, offset, part);
    at += part;
    left -= part;
    return part;
  }

  private void open() throws IOException {
    ContentCipher opening = cipher;
    if (sealed.isEmpty() || opening == null) {
      forgetKey();
      opening = source.cipher();
      cipher = opening;
      sealed.addAll(source.chunks(next, TOGETHER));
    }
    byte[] chunk = sealed.poll();
    if (chunk == null) {
      throw new IOException("chunk %d of the file %s is not there".formatted(next, file));
    }
    try {
      clear = opening.open(next, next == chunks - 1, chunk);
      at = 0;
      next++;
    } catch (CryptoException e) {
      throw new IOException("chunk %d of the file %s does not open".formatted(next, file), e);
    }
  }

  private void forgetKey() {
    if (cipher != null) {
      cipher.close();
      cipher = null;
    }
  }

  @Override
  public void close() {
    forgetKey();
    Arrays.fill(clear, (byte) 0);
    sealed.clear();
    left = 0;
  }
}
