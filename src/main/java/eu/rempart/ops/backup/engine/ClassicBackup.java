package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.engine.Pgbackrest.Backup;
import eu.rempart.ops.backup.engine.log.ArchivedLog;
import eu.rempart.ops.backup.engine.log.RepositoryVerdict;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.ops.backup.program.RunControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database of this server, by pgBackRest. */
final class ClassicBackup {

  private final BackupFolder folder;

  ClassicBackup(BackupFolder folder) {
    this.folder = folder;
  }

  /**
   * Makes the repository, unless it is there; before the log is archived to it. The server that
   * leads makes it: two that did at once would each seal a part of it with a key of its own.
   *
   * @throws BackupFailedException at one that copies, if there is none yet
   */
  void prepare(Destination destination, boolean leads, RunControl control) throws IOException {
    Pgbackrest program = new Pgbackrest(folder, destination);
    if (leads) {
      control.require(program.create(), _ -> {});
    } else {
      Pgbackrest.Presence presence = new Pgbackrest.Presence();
      control.require(program.look(), presence);
      presence.require();
    }
  }

  /**
   * Makes one at a destination that the log is archived to.
   *
   * @param server the name of this one
   * @param whole all files, and not those alone that changed since the last whole one
   * @throws IOException if it fails or is cancelled
   */
  Made make(Destination destination, String server, boolean whole, RunControl control)
      throws IOException {
    Pgbackrest program = new Pgbackrest(folder, destination);
    control.require(program.backup(server, whole), Pgbackrest.progress(control::reached));
    Backup made = latest(program.list(), server);
    return new Made(made.label(), made.size(), made.stored(), 0);
  }

  private static Backup latest(List<Backup> all, String server) throws IOException {
    return all.stream()
        .filter(each -> each.server().equals(server))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new IOException("the backup that was made is not there"));
  }

  /**
   * What has to lie at a destination.
   *
   * @param label of a backup; null for any
   * @param part of the log, by its name; empty for any
   */
  record Wished(@Nullable String label, Optional<String> part) {
    static final Wished NOTHING = new Wished(null, Optional.empty());
  }

  /**
   * Reads all that lies at a destination. What is missing is looked for once more: while it was
   * read, a part of the log may have come after a later one, and a backup may have been forgotten.
   *
   * @return whether everything is as it was written
   * @throws BackupFailedException if what is there is sound, and not the latest
   * @throws IOException if it can't be read
   */
  boolean verify(Destination destination, Wished wished, RunControl control) throws IOException {
    Look look = look(destination, control);
    if (!look.isAltered() && !look.isAllThere()) {
      look = look(destination, control);
    }
    boolean sound = !look.isAltered() && look.isAllThere();
    if (sound) {
      look.require(wished);
    }
    return sound;
  }

  /** What was listed, the oldest first, and what was then read. */
  private record Look(Map<String, ArchivedLog.Need> known, RepositoryVerdict verdict) {

    boolean isAltered() {
      return verdict.isAltered(known);
    }

    boolean isAllThere() {
      return verdict.isAllThere(known);
    }

    void require(Wished wished) throws BackupFailedException {
      if (wished.label() != null && !known.containsKey(wished.label())) {
        throw BackupFailedException.putBack("the backup " + wished.label());
      }
      if (wished.part().filter(each -> !verdict.has(each)).isPresent()) {
        throw BackupFailedException.putBack("the log up to " + wished.part().get());
      }
    }
  }

  private Look look(Destination destination, RunControl control) throws IOException {
    Pgbackrest program = new Pgbackrest(folder, destination);
    Map<String, ArchivedLog.Need> known = new LinkedHashMap<>();
    program.list().forEach(each -> known.put(each.label(), each.need()));
    RepositoryVerdict verdict = new RepositoryVerdict();
    control.require(program.verify(), verdict);
    verdict.requireReached();
    return new Look(known, verdict);
  }

  /**
   * Removes backups that can't be restored whole, and those that lean on them.
   *
   * @param made the label of a whole one that was made just now
   * @throws BackupFailedException if that one is damaged too, or they can't be removed
   */
  void removeDamaged(Destination destination, String made, RunControl control) throws IOException {
    Look look = look(destination, control);
    List<String> damaged = look.verdict().damaged(look.known());
    if (damaged.contains(made)) {
      throw new BackupFailedException(Why.DAMAGED, "the backup that was made just now is damaged");
    }
    Pgbackrest program = new Pgbackrest(folder, destination);
    for (String each : damaged) {
      if (program.list().stream().map(Backup::label).anyMatch(each::equals)) {
        control.require(program.expire(each), _ -> {});
      }
    }
  }

  /**
   * What lies at a destination, the oldest first.
   *
   * @throws IOException if it can't be asked
   */
  List<Backup> list(Destination destination) throws IOException {
    return new Pgbackrest(folder, destination).list();
  }

  /**
   * Restores one, so that PostgreSQL can start from it.
   *
   * @param label which one
   * @param target an empty folder
   * @return the folder of the data in it
   */
  Path restoreData(Destination destination, String label, Path target, RunControl control)
      throws IOException {
    Path data = target.resolve("data");
    control.require(new Pgbackrest(folder, destination).restore(label, data), _ -> {});
    return data;
  }
}
