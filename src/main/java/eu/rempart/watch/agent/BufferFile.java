package eu.rempart.watch.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * A file that only grows, of entries with a length and a check sum each. Whatever a crash leaves
 * behind the last whole entry is cut off when it is opened. Not thread safe.
 */
final class BufferFile implements AutoCloseable {

  /** No entry is longer. */
  static final int LONGEST = 4_096;

  private static final int HEAD = 8;

  private final FileChannel channel;
  private long end;

  private BufferFile(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file, and reads what is in it.
   *
   * @param each is given each entry, the oldest first
   */
  static BufferFile open(Path path, Consumer<ByteBuffer> each) throws IOException {
    BufferFile file = new BufferFile(AgentFolder.openOwn(path, StandardOpenOption.CREATE));
    try {
      file.readAll(each);
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void readAll(Consumer<ByteBuffer> each) throws IOException {
    long size = channel.size();
    while (size - end >= HEAD) {
      ByteBuffer head = read(end, HEAD);
      int length = head.getInt();
      int sum = head.getInt();
      if (length < 1 || length > LONGEST || length > size - end - HEAD) {
        break;
      }
      ByteBuffer entry = read(end + HEAD, length);
      if (sum(entry) != sum) {
        break;
      }
      each.accept(entry);
      end += HEAD + length;
    }
    channel.truncate(end);
  }

  private ByteBuffer read(long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    long at = from;
    while (bytes.hasRemaining()) {
      int got = channel.read(bytes, at);
      if (got < 0) {
        throw new IOException("the file became shorter while it was read");
      }
      at += got;
    }
    return bytes.flip();
  }

  /** Adds an entry. If that fails, the next one takes its place. */
  void add(byte[] entry) throws IOException {
    if (entry.length < 1 || entry.length > LONGEST) {
      throw new IllegalArgumentException("an entry of %d bytes".formatted(entry.length));
    }
    ByteBuffer all = ByteBuffer.allocate(HEAD + entry.length);
    all.putInt(entry.length).putInt(sum(ByteBuffer.wrap(entry))).put(entry).flip();
    long at = end;
    while (all.hasRemaining()) {
      at += channel.write(all, at);
    }
    end = at;
  }

  /** What was added is on the disk afterwards. */
  void force() throws IOException {
    channel.force(false);
  }

  long size() {
    return end;
  }

  private static int sum(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes.duplicate());
    return (int) sum.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
