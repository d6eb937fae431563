package eu.rempart.vault.spool;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The folder {@code spool} of the home folder. Emptied at every start: its keys are gone. */
@Component
public class SpoolFolder {

  private final Path folder;

  public SpoolFolder(HomeFolder home) {
    this.folder = home.folder("spool");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder %s can't be emptied".formatted(folder), e);
    }
  }

  /** A new file, to be written once and read as often as needed; close it to remove it. */
  public SpooledFile create() {
    return new SpooledFile(folder.resolve(UUID.randomUUID() + ".spool"));
  }
}
