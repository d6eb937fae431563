package eu.rempart.ops.backup.program;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds up what restic says at the end of backups, and counts what it could not read. A file that
 * was gone before it was read is none of these, since files of a server come and go.
 */
public final class Summary {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** How the line of a file that could not be read begins. */
  private static final String ERROR = "{\"message_type\":\"error\"";

  /** So many of them are named. */
  private static final int NAMED = 3;

  private final Predicate<Path> dispensable;
  private final List<String> named = new ArrayList<>();
  private long size;
  private long stored;
  private int left;
  private int missing;
  private int gone;

  /**
   * @param dispensable which files may be left out, if this account is not permitted to read them
   */
  public Summary(Predicate<Path> dispensable) {
    this.dispensable = dispensable;
  }

  /** A line that it said. */
  public synchronized void heard(String line) {
    if (!line.startsWith("{")) {
      return;
    }
    JsonNode said;
    try {
      said = JSON.readTree(line);
    } catch (JacksonException cut) {
      // longer than is kept: a list of what it works on, or a path
      if (line.startsWith(ERROR)) {
        missing++;
      }
      return;
    }
    switch (said.path("message_type").asString("")) {
      case "error" -> {
        if (said.path("during").asString("").equals("archival")) {
          unread(said.path("item").asString(""), said.path("error").path("message").asString(""));
        }
      }
      case "summary" -> {
        size += said.path("total_bytes_processed").asLong(0);
        stored += said.path("data_added_packed").asLong(0);
      }
      default -> {}
    }
  }

  private void unread(String item, String why) {
    if (why.endsWith("no such file or directory")) {
      gone++;
      return;
    }
    if (why.endsWith("permission denied") && isDispensable(item)) {
      left++;
      return;
    }
    missing++;
    if (named.size() < NAMED) {
      named.add(item);
    }
  }

  private boolean isDispensable(String item) {
    try {
      return dispensable.test(Path.of(item));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * What follows from its ending with the exit code of an incomplete backup.
   *
   * @throws BackupFailedException unless all that it could not read may be left out
   */
  public synchronized void requireAllButDispensable() throws BackupFailedException {
    if (missing > 0 || left + gone == 0) {
      throw BackupFailedException.incomplete(Math.max(1, missing), named);
    }
  }

  public synchronized long size() {
    return size;
  }

  public synchronized long stored() {
    return stored;
  }

  /** How many files this account may not read, and were left out. */
  public synchronized int left() {
    return left;
  }
}
