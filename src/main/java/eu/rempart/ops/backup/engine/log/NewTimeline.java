package eu.rempart.ops.backup.engine.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has a server that is started on data which were brought back recover as from an archive: it
 * begins a timeline of its own, so that its log is never taken for that of the server whose data
 * they were, and empties the tables that PostgreSQL does not log.
 */
public final class NewTimeline {

  /** So many signs of a name are the timeline. */
  private static final int TIMELINE = 8;

  private static final Pattern PART = Pattern.compile("[0-9A-F]{24}(\\.partial)?");

  private NewTimeline() {}

  /**
   * For the next start.
   *
   * @param data of a server that is stopped
   * @param archive pgBackRest's configuration of a destination that the log went to; null where it
   *     went nowhere
   * @param stanza what pgBackRest calls the database
   */
  public static void atStart(Path data, @Nullable Path archive, String stanza) throws IOException {
    String command =
        archive == null
            ? "false"
            // which timelines there were is asked of the archive; the log is that in the folder
            // alone
            : ("case \"%%f\" in *.history) exec pgbackrest --config=%s --stanza=%s archive-get"
                    + " \"%%f\" \"%%p\" ;; esac; exit 1")
                .formatted(shell(archive).replace("%", "%%"), stanza);
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "\nrestore_command = '%s'\n".formatted(command.replace("\\", "\\\\").replace("'", "''")),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    Files.writeString(data.resolve("recovery.signal"), "", StandardCharsets.US_ASCII);
  }

  /**
   * After that start, and its end: the parts of the log that are another's are not sent to where
   * his are, and everybody may learn where this timeline began.
   *
   * @param data of a server that was stopped in order
   */
  public static void settle(Path data) throws IOException {
    Path log = data.resolve("pg_wal");
    Path status = Files.createDirectories(log.resolve("archive_status"));
    List<Path> parts;
    try (Stream<Path> all = Files.list(log)) {
      parts = all.filter(each -> PART.matcher(name(each)).matches()).sorted().toList();
    }
    if (parts.isEmpty()) {
      return;
    }
    String own = name(parts.getLast()).substring(0, TIMELINE);
    for (Path each : parts) {
      if (!name(each).startsWith(own)) {
        Files.delete(each);
        Files.deleteIfExists(status.resolve(name(each) + ".ready"));
        Files.deleteIfExists(status.resolve(name(each) + ".done"));
      }
    }
    String history = own + ".history";
    Path sent = status.resolve(history + ".done");
    Path unsent = status.resolve(history + ".ready");
    if (Files.exists(log.resolve(history)) && !Files.exists(sent) && !Files.exists(unsent)) {
      Files.createFile(unsent);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String shell(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
