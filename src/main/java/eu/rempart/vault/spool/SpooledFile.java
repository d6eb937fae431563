package eu.rempart.vault.spool;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One file, as chunks of 64 KiB under AES-256-GCM with a key of its own that is never written; the
 * nonce is the chunk's number, and the last chunk is marked, so that a cut file doesn't pass for a
 * whole one (the STREAM construction of Hoang, Reyhanitabar, Rogaway, Vizár, 2015).
 */
public final class SpooledFile implements AutoCloseable {

  private static final int CHUNK = 64 * 1024;
  private static final int TAG_BITS = 128;

  private final Path path;
  private final byte[] key = new byte[32];
  private volatile long size;

  SpooledFile(Path path) {
    this.path = path;
    new SecureRandom().nextBytes(key);
  }

  /** Bytes in clear. */
  public long size() {
    return size;
  }

  /** Takes the content. To be called once; closing the stream completes the file. */
  public OutputStream write() throws IOException {
    return new Writer(new BufferedOutputStream(Files.newOutputStream(path), CHUNK + 64));
  }

  /** The content from its start; fails in the middle if somebody changed the file. */
  public InputStream read() throws IOException {
    return new Reader(new BufferedInputStream(Files.newInputStream(path), CHUNK + 64));
  }

  /** Removes file and key. */
  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("the file %s can't be removed".formatted(path), e);
    }
  }

  private byte[] crypt(int mode, long number, boolean last, byte[] bytes, int length)
      throws IOException {
    try {
      byte[] nonce = new byte[12];
      nonce[0] = (byte) (last ? 1 : 0);
      for (int i = 0; i < 8; i++) {
        nonce[11 - i] = (byte) (number >>> (8 * i));
      }
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IOException("a spooled file doesn't open", e);
    }
  }

  private final class Writer extends OutputStream {
    private final OutputStream out;
    private final byte[] chunk = new byte[CHUNK];
    private int filled;
    private long number;
    private long written;
    private boolean closed;

    Writer(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int done = 0;
      while (done < length) {
        if (filled == CHUNK) {
          flushChunk(false);
        }
        int part = Math.min(CHUNK - filled, length - done);
        System.arraycopy(bytes, offset + done, chunk, filled, part);
        filled += part;
        done += part;
      }
      written += length;
      size = written;
    }

    private void flushChunk(boolean last) throws IOException {
      out.write(crypt(Cipher.ENCRYPT_MODE, number++, last, chunk, filled));
      filled = 0;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        flushChunk(true);
        Arrays.fill(chunk, (byte) 0);
        out.close();
      }
    }
  }

  private final class Reader extends InputStream {
    private final InputStream in;
    private byte[] chunk = new byte[0];
    private int at;
    private long number;
    private boolean ended;

    Reader(InputStream in) {
      this.in = in;
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
      while (at == chunk.length) {
        if (ended) {
          return -1;
        }
        next();
      }
      int part = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, bytes, offset, part);
      at += part;
      return part;
    }

    private void next() throws IOException {
      byte[] sealed = in.readNBytes(CHUNK + TAG_BITS / 8);
      in.mark(1);
      ended = in.read() < 0;
      if (!ended) {
        in.reset();
      }
      chunk = crypt(Cipher.DECRYPT_MODE, number++, ended, sealed, sealed.length);
      at = 0;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
