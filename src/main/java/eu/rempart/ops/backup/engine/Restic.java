package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.program.ProgramRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's restic 0.18 at one destination. The only class that knows its words.
 *
 * @see <a href="https://restic.readthedocs.io/en/stable/075_scripting.html">what it tells
 *     scripts</a>
 */
final class Restic {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration SHORT = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofHours(10);

  /** Its exit code where there is no repository. */
  static final int NO_REPOSITORY = 10;

  /** Its exit code where some file could not be read. */
  static final int INCOMPLETE = 3;

  /** What only reads waits for nobody, nor for a lock that nobody took away. */
  private static final String NO_LOCK = "--no-lock";

  /** The other server may read all, or free room. */
  private static final String PATIENTLY = "--retry-lock=20m";

  private final BackupFolder folder;
  private final Destination destination;
  private final Map<String, String> environment;

  /**
   * An image that lies at the destination.
   *
   * @param server whose it is
   * @param tags what was said of it when it was made
   * @param size in bytes, of what was backed up
   */
  record Image(String id, String server, List<String> tags, Instant begun, long size) {}

  /**
   * @param passphrase of the repository; restic gets it by its environment, which nobody else reads
   */
  Restic(BackupFolder folder, Destination destination, String passphrase) {
    this.folder = folder;
    this.destination = destination;
    this.environment =
        Map.of(
            "RESTIC_PASSWORD", passphrase,
            "RESTIC_REPOSITORY", ProgramFiles.image(destination),
            "RESTIC_CACHE_DIR", folder.cache().toString(),
            "RESTIC_PROGRESS_FPS", "1",
            "TMPDIR", folder.path().toString());
  }

  /** Signs in at the destination, and does nothing there; none for a folder here. */
  Optional<ProgramRun> reach() {
    return destination.address().isHere()
        ? Optional.empty()
        : Optional.of(
            new ProgramRun(
                List.of(
                    "sftp",
                    "-F",
                    folder.ssh().toString(),
                    "-b",
                    "/dev/null",
                    ProgramFiles.sshName(destination)),
                Map.of(),
                SHORT));
  }

  /** Makes the repository; fails where there is one. */
  ProgramRun create() {
    return run(SHORT, "init");
  }

  /** Looks whether the repository is there and opens, whatever others do in it. */
  ProgramRun look() {
    return run(SHORT, "cat", "config", NO_LOCK);
  }

  /**
   * An image of folders.
   *
   * @param server its name
   * @param tags said of it
   * @param excluded patterns that are left out
   * @param folders absolute
   * @param anew reads each file, though it looks as it did before
   */
  ProgramRun backup(
      String server, List<String> tags, List<String> excluded, List<Path> folders, boolean anew) {
    List<String> words = new ArrayList<>(List.of("backup", PATIENTLY, "--host", server));
    if (anew) {
      words.add("--force");
    }
    tags.forEach(tag -> words.addAll(List.of("--tag", tag)));
    excluded.forEach(pattern -> words.addAll(List.of("--exclude", pattern)));
    folders.forEach(each -> words.add(each.toString()));
    return run(LONG, words.toArray(String[]::new));
  }

  /** Reads all that lies there: a look at its index alone sees no altered byte. */
  ProgramRun verify() {
    return run(LONG, "check", "--read-data", PATIENTLY);
  }

  /** Makes its index of what is there. */
  ProgramRun repairIndex() {
    return run(LONG, "repair", "index", PATIENTLY);
  }

  /** Keeps of damaged parts of the repository what is good; copies go where it runs. */
  ProgramRun repairPacks(List<String> ids) {
    List<String> words = new ArrayList<>(List.of("repair", "packs", PATIENTLY));
    words.addAll(ids);
    return run(LONG, words.toArray(String[]::new));
  }

  /** Takes out of images what is missing, and marks them. */
  ProgramRun repairSnapshots() {
    return run(LONG, "repair", "snapshots", "--forget", PATIENTLY);
  }

  /** Forgets these, and frees their room. */
  ProgramRun forget(List<String> ids) {
    List<String> words = new ArrayList<>(List.of("forget", PATIENTLY, "--prune"));
    words.addAll(ids);
    return run(LONG, words.toArray(String[]::new));
  }

  /**
   * Writes what an image has of a folder into another one.
   *
   * @param folder absolute, as it was
   */
  ProgramRun restoreBelow(String id, Path folder, Path target) {
    return run(LONG, "restore", id + ":" + folder, "--target", target.toString(), NO_LOCK);
  }

  /**
   * As the other, of some folders below it alone; those that it does not have are not written.
   *
   * @param folder absolute, as it was
   * @param below their names
   */
  ProgramRun restoreBelow(String id, Path folder, Path target, List<String> below) {
    List<String> words = new ArrayList<>(List.of("restore", id + ":" + folder, NO_LOCK));
    words.addAll(List.of("--target", target.toString()));
    below.forEach(each -> words.addAll(List.of("--include", "/" + each)));
    return run(LONG, words.toArray(String[]::new));
  }

  /** Removes locks of runs that ended without a word; those of others that go on stay. */
  ProgramRun unlock() {
    return run(SHORT, "unlock");
  }

  /**
   * What lies there, the oldest first.
   *
   * @throws IOException if it can't be asked, or answers what is no list
   */
  List<Image> list() throws IOException {
    return read(run(SHORT, "snapshots", NO_LOCK).answer());
  }

  /** Reads the answer of {@code snapshots}. */
  static List<Image> read(String json) throws IOException {
    try {
      List<Image> images = new ArrayList<>();
      for (JsonNode each : JSON.readTree(json)) {
        List<String> tags = new ArrayList<>();
        each.path("tags").forEach(tag -> tags.add(tag.asString("")));
        images.add(
            new Image(
                each.path("id").asString(""),
                each.path("hostname").asString(""),
                List.copyOf(tags),
                OffsetDateTime.parse(each.path("time").asString("")).toInstant(),
                each.path("summary").path("total_bytes_processed").asLong(0)));
      }
      return List.copyOf(images);
    } catch (JacksonException | DateTimeException e) {
      throw new IOException("restic snapshots answered no list", e);
    }
  }

  /** How far a backup is, from the lines that it says. */
  static Consumer<String> progress(DoubleConsumer told) {
    return line -> {
      if (line.contains("\"message_type\":\"status\"")) {
        try {
          told.accept(JSON.readTree(line).path("percent_done").asDouble(0));
        } catch (JacksonException cut) {
          // a line longer than is kept; the next says more
        }
      }
    };
  }

  private ProgramRun run(Duration deadline, String... words) {
    List<String> command = new ArrayList<>(List.of("restic", "--json"));
    if (!destination.address().isHere()) {
      command.addAll(
          List.of(
              "-o",
              // its path may have signs that mean something here: it runs beside it
              "sftp.command=ssh -F %s %s -s sftp"
                  .formatted(folder.ssh().getFileName(), ProgramFiles.sshName(destination))));
    }
    command.addAll(List.of(words));
    return new ProgramRun(command, environment, deadline, folder.path());
  }
}
