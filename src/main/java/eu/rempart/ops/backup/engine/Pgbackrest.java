package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.engine.log.ArchivedLog;
import eu.rempart.ops.backup.engine.log.RepositoryVerdict;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.ops.backup.program.ProgramRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's pgBackRest 2.55 at one destination. The only class that knows its words.
 *
 * @see <a href="https://pgbackrest.org/command.html">its commands</a>
 */
final class Pgbackrest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration SHORT = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofHours(10);

  /** What {@code info} says of a repository that it could not read. */
  private static final int UNREADABLE = 99;

  /** So much of what it says is kept. */
  private static final int MOST_SAID = 1_000;

  private static final Pattern UNREADABLE_SIGNS = Pattern.compile("[^ -~]+");

  private static final String GOOD_STATUS = "status: ok";

  /** Of a line for each file: {@code (22.3MB, 45.1%)}. */
  private static final Pattern PERCENT = Pattern.compile("\\(\\S+, ([0-9.]+)%\\)");

  private final BackupFolder folder;
  private final Destination destination;
  private final Map<String, String> environment;

  /**
   * A backup that lies at the destination.
   *
   * @param server whose it is
   * @param size in bytes, of what was backed up
   * @param stored in bytes, of what it added at the destination
   * @param need what it needs of the log
   */
  record Backup(
      String label,
      String server,
      Instant begun,
      Instant ended,
      long size,
      long stored,
      ArchivedLog.Need need) {}

  Pgbackrest(BackupFolder folder, Destination destination) {
    this.folder = folder;
    this.destination = destination;
    this.environment = Map.of("PGPASSFILE", folder.passwords().toString());
  }

  /** Makes the repository, unless it is there. */
  ProgramRun create() {
    return run(SHORT, "stanza-create");
  }

  /**
   * Looks whether the repository is there, without asking any database.
   *
   * @return the run, whose lines a {@link Presence} hears
   */
  ProgramRun look() {
    return run(SHORT, "--log-level-console=off", "--output=text", "info");
  }

  /** What a {@link #look} found. */
  static final class Presence implements Consumer<String> {

    private final List<String> said = new ArrayList<>();

    @Override
    public synchronized void accept(String line) {
      said.add(line.strip());
    }

    /**
     * Goes on where there is a repository, with or without a backup in it.
     *
     * @throws BackupFailedException if there is none, or it can't be seen
     */
    synchronized void require() throws BackupFailedException {
      if (said.stream().anyMatch(line -> line.contains("missing stanza"))) {
        throw new BackupFailedException(Why.AWAITED, String.join(" ", said));
      }
      if (said.stream()
          .noneMatch(line -> line.equals(GOOD_STATUS) || line.contains("no valid backups"))) {
        throw BackupFailedException.of(new IOException(String.join(" ", said)));
      }
    }
  }

  /**
   * A backup of this server.
   *
   * @param server its name
   * @param whole all files, and not those alone that changed since the last whole one
   */
  ProgramRun backup(String server, boolean whole) {
    return run(
        LONG, "--type=" + (whole ? "full" : "diff"), "--annotation=server=" + server, "backup");
  }

  /** As {@link #create}, of a database that is stopped. */
  ProgramRun createStopped() {
    return run(SHORT, "--no-online", "stanza-create");
  }

  /** All of a database that is stopped; it needs no log. */
  ProgramRun backupStopped() {
    return run(LONG, "--no-online", "--type=full", "backup");
  }

  /** Brings back what {@link #backupStopped} has, into the folder of a database that is stopped. */
  ProgramRun restoreStopped() {
    return run(LONG, "--delta", "--type=none", "restore");
  }

  /**
   * Reads all that lies there.
   *
   * @return the run, whose lines a {@link RepositoryVerdict} hears
   */
  ProgramRun verify() {
    return run(LONG, "--output=text", "--verbose", "verify");
  }

  /**
   * Removes one, and those that lean on it.
   *
   * @param label which one
   */
  ProgramRun expire(String label) {
    return run(SHORT, "--set=" + label, "expire");
  }

  /**
   * Restores one backup into an empty folder, up to its own end.
   *
   * @param label which one
   * @param data the folder
   */
  ProgramRun restore(String label, Path data) {
    return run(
        LONG,
        "--set=" + label,
        "--pg1-path=" + data,
        "--type=immediate",
        "--target-action=promote",
        "restore");
  }

  /**
   * Restores one backup into an empty folder, to be followed by all that was archived after it.
   *
   * @param label which one
   * @param data the folder
   */
  ProgramRun restoreAll(String label, Path data) {
    return run(LONG, "--set=" + label, "--pg1-path=" + data, "--type=default", "restore");
  }

  /**
   * What lies there, the oldest first.
   *
   * @throws IOException if it can't be asked, or answers what is no list
   */
  List<Backup> list() throws IOException {
    return read(run(SHORT, "--log-level-console=off", "--output=json", "info").answer());
  }

  /**
   * Reads the answer of {@code info}.
   *
   * @throws IOException if it says that a repository can't be read
   */
  static List<Backup> read(String json) throws IOException {
    try {
      List<Backup> backups = new ArrayList<>();
      for (JsonNode stanza : JSON.readTree(json)) {
        requireRead(stanza);
        for (JsonNode each : stanza.path("backup")) {
          if (!each.path("error").asBoolean(false)) {
            backups.add(backup(each, history(stanza, each)));
          }
        }
      }
      return List.copyOf(backups);
    } catch (JacksonException e) {
      // it quotes what it could not open, byte by byte
      throw BackupFailedException.of(
          new IOException("pgbackrest info answered no list: " + readable(json), e));
    }
  }

  /** It ends as if all were well, and lists nothing. */
  private static void requireRead(JsonNode stanza) throws IOException {
    for (JsonNode repository : stanza.path("repo")) {
      JsonNode status = repository.path("status");
      if (status.path("code").asInt(0) == UNREADABLE) {
        throw BackupFailedException.of(
            new IOException(readable(status.path("message").asString(""))));
      }
    }
  }

  private static String readable(String said) {
    String beginning = said.length() > MOST_SAID ? said.substring(0, MOST_SAID) : said;
    return UNREADABLE_SIGNS.matcher(beginning).replaceAll("?");
  }

  /** Of which database it is, as its log is named: {@code 17-1}. */
  private static String history(JsonNode stanza, JsonNode backup) {
    long id = backup.path("database").path("id").asLong(0);
    for (JsonNode database : stanza.path("db")) {
      if (database.path("id").asLong(0) == id) {
        return "%s-%d".formatted(database.path("version").asString(""), id);
      }
    }
    return "";
  }

  private static Backup backup(JsonNode each, String history) {
    JsonNode info = each.path("info");
    JsonNode log = each.path("archive");
    return new Backup(
        each.path("label").asString(""),
        each.path("annotation").path("server").asString(""),
        Instant.ofEpochSecond(each.path("timestamp").path("start").asLong(0)),
        Instant.ofEpochSecond(each.path("timestamp").path("stop").asLong(0)),
        info.path("size").asLong(0),
        info.path("repository").path("delta").asLong(0),
        new ArchivedLog.Need(
            new ArchivedLog.Range(
                history, log.path("start").asString(""), log.path("stop").asString("")),
            each.path("type").asString("").equals("full")));
  }

  private ProgramRun run(Duration deadline, String... words) {
    List<String> command = new ArrayList<>();
    command.add("pgbackrest");
    command.add("--config=" + folder.pgbackrest(destination));
    command.add("--stanza=" + ProgramFiles.STANZA);
    command.addAll(List.of(words));
    return new ProgramRun(command, environment, deadline);
  }

  /** How a run is told from outside while it goes on: the part that is done, where it says so. */
  static Consumer<String> progress(DoubleConsumer told) {
    return line -> {
      Matcher matcher = PERCENT.matcher(line);
      if (matcher.find()) {
        told.accept(Double.parseDouble(matcher.group(1)) / 100);
      }
    };
  }
}
