package eu.rempart.watch.agent;

import eu.rempart.watch.wire.Exchange.Asked;
import eu.rempart.watch.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an agent remembers from one start to the next, beside what it is and what it found. */
final class Notebook {

  static final String NUMBERS = "numbers";
  static final String WORK = "work";
  static final String AUTHORITY = "authority.pem";

  /**
   * So many numbers are taken at once; those that are left when the program ends are never used.
   */
  private static final int BLOCK = 1_000;

  /**
   * In the file {@value #NUMBERS}.
   *
   * @param sequence none above it was used
   * @param aheadMillis by how much home's clock goes before this machine's
   * @param authorityAt when home told whom to trust, in microseconds since 1970
   */
  record Numbers(long sequence, long aheadMillis, long authorityAt) {}

  /** What to measure, in the file {@value #WORK}. */
  record Work(String revision, List<Asked> checks) {
    static final Work NONE = new Work("", List.of());
  }

  private final AgentFolder folder;
  private Numbers numbers;
  private long next;

  private Notebook(AgentFolder folder, Numbers numbers) {
    this.folder = folder;
    this.numbers = numbers;
    this.next = numbers.sequence();
  }

  static Notebook open(AgentFolder folder) throws IOException {
    Optional<byte[]> file = folder.read(NUMBERS);
    return new Notebook(
        folder, file.isEmpty() ? new Numbers(0, 0, 0) : Json.read(file.get(), Numbers.class));
  }

  /** A number that no request had, of this start or one before. */
  long nextSequence() throws IOException {
    if (next >= numbers.sequence()) {
      write(new Numbers(next + BLOCK, numbers.aheadMillis(), numbers.authorityAt()));
    }
    return ++next;
  }

  Duration ahead() {
    return Duration.ofMillis(numbers.aheadMillis());
  }

  /** Remembers by how much home's clock goes before this machine's, if that has changed. */
  void ahead(Duration ahead) throws IOException {
    if (ahead.minus(ahead()).abs().toMillis() > 500) {
      write(new Numbers(numbers.sequence(), ahead.toMillis(), numbers.authorityAt()));
    }
  }

  long authorityAt() {
    return numbers.authorityAt();
  }

  /** Remembers whom to trust. */
  void authority(byte[] pem, long at) throws IOException {
    folder.write(AUTHORITY, pem);
    write(new Numbers(numbers.sequence(), numbers.aheadMillis(), at));
  }

  Work work() throws IOException {
    Optional<byte[]> file = folder.read(WORK);
    return file.isEmpty() ? Work.NONE : Json.read(file.get(), Work.class);
  }

  void work(Work work) throws IOException {
    folder.write(WORK, Json.write(work));
  }

  /** Another home than the one before is to be believed, whatever its clock shows. */
  void forgetAuthority() throws IOException {
    write(new Numbers(numbers.sequence(), numbers.aheadMillis(), 0));
  }

  /**
   * Another agent begins here: what was home's is no more, but for when it told whom to trust. What
   * it told before that must not be believed again.
   */
  void forget() throws IOException {
    write(new Numbers(0, numbers.aheadMillis(), numbers.authorityAt()));
    next = 0;
    work(Work.NONE);
  }

  private void write(Numbers now) throws IOException {
    folder.write(NUMBERS, Json.write(now));
    numbers = now;
  }
}
