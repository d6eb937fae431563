package eu.rempart.ops.backup;

import eu.rempart.ops.backup.BackupRepository.Added;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders of this machine that had backups and are empty now, or gone: a disk that was carried
 * away. The programs would begin anew in what is below its mount point, and nobody would miss it.
 */
final class AbsentDisk {

  private final BackupRepository repository;
  private final RunRepository runs;

  AbsentDisk(BackupRepository repository, RunRepository runs) {
    this.repository = repository;
    this.runs = runs;
  }

  /** Why nothing can be written there now; empty where something can. */
  Optional<BackupFailedException> reasonAgainst(Destination destination, Instant now)
      throws IOException {
    return destination.address().isHere()
            && isEmpty(Path.of(destination.address().folder()))
            && hadBackups(destination, now)
        ? Optional.of(
            new BackupFailedException(
                Why.UNREACHABLE,
                destination.address()
                    + " had backups, and is empty. Mount its disk; for a new one, remove the"
                    + " destination and add it again."))
        : Optional.empty();
  }

  /** Since it was added: to remove it and add it again is to begin anew. */
  private boolean hadBackups(Destination destination, Instant now) {
    Instant added =
        repository.destinations().stream()
            .filter(each -> each.destination().id().equals(destination.id()))
            .map(Added::at)
            .findFirst()
            .orElse(Instant.MAX);
    return runs.latest(now).stream()
        .anyMatch(
            run ->
                run.cell().destination().equals(destination.id())
                    && run.act() == Act.MAKE
                    && run.isGood()
                    && !run.asked().isBefore(added));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      // which a file system has of itself
      return files.allMatch(each -> String.valueOf(each.getFileName()).equals("lost+found"));
    }
  }
}
