package eu.rempart.privacy;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Remembers the ids of whom was erased outside of the database, and of what went with them of the
 * records of others, so that a backup that is restored does not bring them back. An id says nothing
 * of a person who is gone; the texts that took the place of former ones are sealed.
 */
@Component
class ErasedRecords {

  private static final String FILE = "erased-records";

  private final HomeFolder home;

  ErasedRecords(HomeFolder home) {
    this.home = home;
  }

  /**
   * To be called after the erasure.
   *
   * @param gone all records that went whole: texts of theirs that were kept for a restored backup
   *     go as well
   */
  synchronized void add(UUID record, ErasureOrder order, Set<UUID> gone) {
    List<String> known = lines();
    Set<String> all = new LinkedHashSet<>();
    known.stream()
        .filter(line -> !isOther(line) || !ErasureOrder.isTextOf(line, gone))
        .forEach(all::add);
    all.add(record.toString());
    all.addAll(order.lines());
    if (!List.copyOf(all).equals(known)) {
      write(all);
    }
  }

  /**
   * Adds what is missing, such as after a process that ended between an erasure and {@link #add}.
   *
   * @return how many lines were
   */
  synchronized int addMissing(Collection<String> lines) {
    Set<String> all = new LinkedHashSet<>(lines());
    int before = all.size();
    all.addAll(lines);
    int missing = all.size() - before;
    if (missing > 0) {
      write(all);
    }
    return missing;
  }

  private void write(Set<String> lines) {
    home.write(FILE, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Ids of the people. */
  List<String> all() {
    return lines().stream().filter(line -> !isOther(line)).toList();
  }

  /** What went of the records of others, as JSON: see {@link ErasureOrder}. */
  List<String> others() {
    return lines().stream().filter(ErasedRecords::isOther).toList();
  }

  private static boolean isOther(String line) {
    return line.startsWith("{");
  }

  private synchronized List<String> lines() {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
