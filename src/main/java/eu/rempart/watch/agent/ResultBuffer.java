package eu.rempart.watch.agent;

import eu.rempart.watch.wire.Exchange.Found;
import eu.rempart.watch.wire.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What was found and home has not yet. It is on the disk before anybody hears of it, and stays
 * there until home has it; so a crash at any moment loses nothing and brings nothing twice. Of more
 * than fit, the oldest go: home sees that from the numbers. Thread safe.
 */
final class ResultBuffer implements AutoCloseable {

  static final String FILE = "results";

  /** Days of what a zone usually finds. */
  static final int MOST = 50_000;

  private static final byte RESULT = 'R';
  private static final byte DONE = 'D';
  private static final long SMALL = 64 * 1024;
  private static final int USUAL = 300; // bytes of an entry, and more than most have

  private final Path path;
  private final int most;
  private final Deque<Found> waiting = new ArrayDeque<>();
  private BufferFile file;
  private long last;
  private long opened;
  private long dropped;

  private ResultBuffer(Path path, int most) throws IOException {
    this.path = path;
    this.most = most;
    this.file = BufferFile.open(path, this::read);
    while (waiting.size() > most) {
      waiting.removeFirst();
    }
    this.opened = last;
  }

  /**
   * Opens a buffer.
   *
   * @param most so many results are kept
   */
  static ResultBuffer open(Path path, int most) throws IOException {
    Files.deleteIfExists(next(path));
    return new ResultBuffer(path, most);
  }

  private static Path next(Path path) {
    return path.resolveSibling(path.getFileName() + ".new");
  }

  private void read(ByteBuffer entry) {
    byte kind = entry.get();
    byte[] rest = new byte[entry.remaining()];
    entry.get(rest);
    if (kind == RESULT) {
      Found found = Json.read(rest, Found.class);
      waiting.addLast(found);
      last = Math.max(last, found.n());
    } else if (kind == DONE && rest.length == Long.BYTES) {
      long done = ByteBuffer.wrap(rest).getLong();
      last = Math.max(last, done);
      removeUpTo(done);
    } else {
      throw new AgentException(path + " was written by another version of this program.");
    }
  }

  private void removeUpTo(long done) {
    while (!waiting.isEmpty() && waiting.getFirst().n() <= done) {
      waiting.removeFirst();
    }
  }

  /**
   * Adds a result, given its number.
   *
   * @throws IOException if it is not on the disk; it is delivered all the same, unless the program
   *     ends before
   */
  synchronized void add(LongFunction<Found> found) throws IOException {
    Found made = found.apply(last + 1);
    last = made.n();
    waiting.addLast(made);
    if (waiting.size() > most) {
      waiting.removeFirst();
      dropped++;
    }
    byte[] json = Json.write(made);
    file.add(ByteBuffer.allocate(json.length + 1).put(RESULT).put(json).array());
    file.force();
    shrink();
  }

  /** The oldest, in the order of their numbers. */
  synchronized List<Found> first(int atMost) {
    return waiting.stream().limit(atMost).toList();
  }

  /** Home has all results up to this number. */
  synchronized void done(long number) throws IOException {
    long known = Math.min(number, last);
    if (waiting.isEmpty() || waiting.getFirst().n() > known) {
      return;
    }
    removeUpTo(known);
    file.add(done(known, DONE));
    shrink();
  }

  /**
   * Home said for the first time since the start which results it has. Those beyond what was on the
   * disk then were found while it was full, or it was damaged since: what was found after them has
   * numbers that home knows, and would be taken for delivered. So all get new numbers; what home
   * has indeed it takes no second time, since it knows it by its moment.
   */
  synchronized void meet(long number) throws IOException {
    if (number <= opened) {
      done(number);
      return;
    }
    last = number;
    change(found -> numbered(found, ++last));
  }

  /**
   * What was found since the start goes by another clock.
   *
   * @param by how far that one is ahead, asked for while nothing is added
   */
  synchronized void shift(Supplier<Duration> by) throws IOException {
    long micros = by.get().toNanos() / 1_000;
    if (micros != 0 && !waiting.isEmpty() && waiting.getLast().n() > opened) {
      change(found -> found.n() > opened ? moved(found, micros) : found);
    }
  }

  private void change(UnaryOperator<Found> how) throws IOException {
    List<Found> changed = waiting.stream().map(how).toList();
    waiting.clear();
    waiting.addAll(changed);
    rewrite();
  }

  private static Found numbered(Found found, long n) {
    return copy(found, n, found.at());
  }

  private static Found moved(Found found, long micros) {
    return copy(found, found.n(), Math.max(0, found.at() + micros));
  }

  private static Found copy(Found found, long n, long at) {
    return new Found(
        n,
        found.check(),
        at,
        found.failure(),
        found.number(),
        found.name(),
        found.connect(),
        found.tls(),
        found.first(),
        found.total());
  }

  private static byte[] done(long number, byte kind) {
    return ByteBuffer.allocate(1 + Long.BYTES).put(kind).putLong(number).array();
  }

  /** Writes the file anew when most of what is in it is done. */
  private void shrink() throws IOException {
    if (file.size() >= Math.max(SMALL, 2L * USUAL * waiting.size())) {
      rewrite();
    }
  }

  private void rewrite() throws IOException {
    Path next = next(path);
    Files.deleteIfExists(next);
    try (BufferFile fresh = BufferFile.open(next, _ -> {})) {
      long before = waiting.isEmpty() ? last : waiting.getFirst().n() - 1;
      fresh.add(done(before, DONE));
      for (Found each : waiting) {
        byte[] json = Json.write(each);
        fresh.add(ByteBuffer.allocate(json.length + 1).put(RESULT).put(json).array());
      }
      fresh.force();
    }
    AgentFolder.replace(next, path);
    BufferFile former = file;
    file = BufferFile.open(path, _ -> {});
    former.close();
  }

  synchronized int size() {
    return waiting.size();
  }

  /** How many were dropped since the program began. */
  synchronized long dropped() {
    return dropped;
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
