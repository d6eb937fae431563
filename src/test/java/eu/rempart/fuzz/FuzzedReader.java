package eu.rempart.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;

/**
 * A reader of strangers' files under fuzzing: whatever it is given, it answers, or refuses by an
 * exception of its own, within a bound of time and of the memory of its process. In each run of the
 * tests it is the same files; with {@code fuzz.seconds} others each time, and what came of it is
 * written to {@code target/long}.
 */
public final class FuzzedReader {

  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 3);
  private static final boolean LONG = SECONDS > 10;
  private static final long SEED = Long.getLong("fuzz.seed", LONG ? System.nanoTime() : 20261130L);
  private static final Path FOLDER = Path.of("target", "long");

  /** A file of the sizes made here is read in milliseconds; the machine may be busy. */
  private static final Duration MOST = Duration.ofSeconds(20);

  private final String part;
  private final List<byte[]> seeds = new ArrayList<>();
  private final List<String> words;

  /** Reads a file; may throw what it refuses files with. */
  public interface Reader {
    void read(byte[] file) throws Exception;
  }

  /**
   * A reader.
   *
   * @param part as {@code ./rempart test --long} calls it
   * @param words of the format, that files get here and there
   */
  public FuzzedReader(String part, String... words) {
    this.part = part;
    this.words = List.of(words);
  }

  /** A file that files are made of. */
  public FuzzedReader seed(byte[] file) {
    seeds.add(file);
    return this;
  }

  /** A file among the resources of the tests. */
  public FuzzedReader resource(String name) throws IOException {
    try (InputStream in = FuzzedReader.class.getResourceAsStream(name)) {
      return seed(Objects.requireNonNull(in, name).readAllBytes());
    }
  }

  /**
   * Has files read until the time is over.
   *
   * @param refusals what it may throw
   */
  public void run(Reader reader, List<Class<? extends Exception>> refusals) throws IOException {
    var files = new MutatedSeeds(SEED, seeds, words);
    Instant begin = Instant.now();
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    long count = 0;
    String found = "nothing found";
    try {
      for (; System.nanoTime() < end; count++) {
        byte[] file = files.next();
        keep(file);
        read(reader, file, refusals);
      }
    } catch (AssertionError e) {
      found = String.valueOf(e.getMessage());
      throw e;
    } finally {
      tell(begin, count, found);
    }
    assertThat(count).isPositive();
  }

  private void read(Reader reader, byte[] file, List<Class<? extends Exception>> refusals) {
    long began = System.nanoTime();
    try {
      reader.read(file);
    } catch (Exception e) {
      if (refusals.stream().noneMatch(each -> each.isInstance(e))) {
        throw found(file, e.toString(), e);
      }
    } catch (StackOverflowError | OutOfMemoryError e) {
      throw found(file, e.toString(), e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    if (took.compareTo(MOST) > 0) {
      throw found(file, "it took " + took, null);
    }
  }

  private AssertionError found(
      byte[] file, String what, @org.jspecify.annotations.Nullable Throwable cause) {
    Path kept = FOLDER.resolve(part + "-found.bin").toAbsolutePath();
    try {
      Files.createDirectories(FOLDER);
      Files.write(kept, file);
    } catch (IOException e) {
      Assertions.fail(e);
    }
    return new AssertionError("%s, seed %d, file %s".formatted(what, SEED, kept), cause);
  }

  /** Of a process that ends, it is the file that ended it. */
  private void keep(byte[] file) throws IOException {
    if (LONG) {
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve(part + "-last.bin"), file);
    }
  }

  private void tell(Instant begin, long count, String found) throws IOException {
    if (!LONG) {
      return;
    }
    String line =
        "%s\t%s\t%s\t%d s\t%d files\t%d MB heap\t%s\n"
            .formatted(
                begin,
                part,
                System.getProperty("fuzz.commit", "?"),
                Duration.between(begin, Instant.now()).toSeconds(),
                count,
                Runtime.getRuntime().maxMemory() >> 20,
                found);
    Files.writeString(
        FOLDER.resolve(part + ".txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
