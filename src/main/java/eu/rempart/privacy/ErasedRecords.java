package eu.rempart.privacy;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Remembers the ids of whom was erased outside of the database, so that a backup that is restored
 * does not bring them back. An id says nothing of a person who is gone.
 */
@Component
class ErasedRecords {

  private static final String FILE = "erased-records";

  private final HomeFolder home;

  ErasedRecords(HomeFolder home) {
    this.home = home;
  }

  synchronized void add(UUID record) {
    Set<UUID> all = new LinkedHashSet<>(all());
    if (all.add(record)) {
      home.write(
          FILE,
          all.stream()
              .map(UUID::toString)
              .reduce("", (text, id) -> text + id + "\n")
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  synchronized List<UUID> all() {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .map(UUID::fromString)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
