package eu.rempart.ops.backup.engine.log;

import eu.rempart.ops.backup.engine.log.ArchivedLog.Need;
import eu.rempart.ops.backup.engine.log.ArchivedLog.Range;
import eu.rempart.ops.backup.program.BackupFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pgBackRest's {@code verify} says of a repository, line by line. It ends as if all were well
 * whatever it finds, misses neither a part of the log nor a backup, and takes a damaged manifest or
 * index for good as long as their copies are.
 */
public final class RepositoryVerdict implements Consumer<String> {

  /** Of the log, without a gap between. */
  private static final Pattern RANGE =
      Pattern.compile("archiveId: (\\S+), wal start: ([0-9A-F]{24}), wal stop: ([0-9A-F]{24})");

  private static final Pattern BACKUP = Pattern.compile("backup: (\\S+), status: (\\w+)");

  private static final Pattern LOG =
      Pattern.compile("archiveId: (\\S+), total WAL checked: (\\d+), total valid WAL: (\\d+)");

  /** A part of the log that is not as it was written. */
  private static final Pattern BAD_PART =
      Pattern.compile("invalid \\w+ '?(\\d+-\\d+)/[0-9A-F]{16}/([0-9A-F]{24})-");

  /** A file that could not be read, and why. */
  private static final Pattern UNREAD = Pattern.compile("invalid result (\\S+: .*)");

  private static final Pattern BAD_MANIFEST =
      Pattern.compile(
          "(\\S+)/backup\\.manifest is missing or unusable"
              + "|backup '(\\S+)' manifest\\.copy does not match");

  /** What it tells of its work, where all is well. A backup that was broken off has no manifest. */
  private static final String WELL =
      "archiveId: |known hosts |libssh2 |statistics: "
          + "|unable to open missing file .*/backup\\.manifest";

  /**
   * Whatever else it tells is that a file could not be read, in the words of whichever of its
   * readers met the altered byte.
   */
  private static final Pattern BAD_FILE = Pattern.compile("DETAIL: (?!" + WELL + ")(.*)");

  private final Set<Range> log = new LinkedHashSet<>();
  private final Set<Range> badLog = new LinkedHashSet<>();
  private final Map<String, Integer> badParts = new HashMap<>();
  private final Set<String> valid = new HashSet<>();
  private final Set<String> invalid = new TreeSet<>();
  private final List<String> unread = new ArrayList<>();
  private boolean ended;
  private boolean failed;
  private boolean badFile;

  @Override
  public synchronized void accept(String line) {
    ended |= line.contains("status: ok") || line.contains("status: error");
    failed |= line.contains("status: error");
    Matcher bad = BAD_FILE.matcher(line);
    if (bad.find() && !BAD_MANIFEST.matcher(line).find()) {
      badFile = true;
      unread.add(bad.group(1));
    }
    Matcher range = RANGE.matcher(line);
    if (range.find()) {
      log.add(new Range(range.group(1), range.group(2), range.group(3)));
    }
    Matcher part = BAD_PART.matcher(line);
    if (part.find()) {
      badLog.add(new Range(part.group(1), part.group(2), part.group(2)));
    }
    Matcher parts = LOG.matcher(line);
    if (parts.find()) {
      badParts.put(
          parts.group(1), Integer.parseInt(parts.group(2)) - Integer.parseInt(parts.group(3)));
    }
    Matcher backup = BACKUP.matcher(line);
    if (backup.find()) {
      (backup.group(2).equals("valid") ? valid : invalid).add(backup.group(1));
    }
    Matcher manifest = BAD_MANIFEST.matcher(line);
    if (manifest.find()) {
      invalid.add(manifest.group(1) == null ? manifest.group(2) : manifest.group(1));
    }
    Matcher file = UNREAD.matcher(line);
    if (file.find()) {
      unread.add(file.group(1));
    }
  }

  /**
   * Goes on where all was read.
   *
   * @throws BackupFailedException if the destination was lost while it was read: that is no damage
   */
  public synchronized void requireReached() throws BackupFailedException {
    for (String each : unread) {
      BackupFailedException failed = BackupFailedException.of(new IOException(each));
      if (failed.why().isOutOfReach()) {
        throw failed;
      }
    }
  }

  /**
   * The backups of which something is not as it was written, the oldest first.
   *
   * @param known what each backup that was listed needs of the log, the oldest first
   */
  public synchronized List<String> damaged(Map<String, Need> known) {
    ArchivedLog all = new ArchivedLog(log, badLog);
    return known.entrySet().stream()
        .filter(each -> invalid.contains(each.getKey()) || all.isBadWithin(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether something lies there that is not as it was written, and that is still of use. */
  public synchronized boolean isAltered(Map<String, Need> known) {
    int said = badParts.values().stream().mapToInt(each -> each).sum();
    boolean told = !invalid.isEmpty() || !badLog.isEmpty();
    return !ended
        || badFile
        || (failed && (!told || said != badLog.size()))
        || !damaged(known).isEmpty()
        || new ArchivedLog(log, badLog).isBadAfterLastWhole(known.values());
  }

  /**
   * Whether a part of the log lies there.
   *
   * @param part its name
   */
  public synchronized boolean has(String part) {
    return log.stream()
        .anyMatch(each -> part.compareTo(each.first()) >= 0 && part.compareTo(each.last()) <= 0);
  }

  /**
   * Whether nothing is missing.
   *
   * @param known as {@link #damaged} has it
   */
  public synchronized boolean isAllThere(Map<String, Need> known) {
    return valid.containsAll(known.keySet())
        && new ArchivedLog(log).leadsOn(List.copyOf(known.values()));
  }
}
