package eu.rempart.exchange.run;

import eu.rempart.account.CurrentMember;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.run.result.Tally;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import of now or of former times.
 *
 * @param fileName as uploaded; empty where it doesn't open
 * @param source name of the {@link eu.rempart.exchange.format.ImportSource}
 * @param changeId by which its writes are found in history
 * @param hasErrorFile whether rows failed, so that there is a file of them
 * @param errorCode why it failed: a key of the exchange texts, behind a colon the row where it
 *     broke off
 */
public record ImportRun(
    UUID id,
    UUID startedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    ImportState state,
    String fileName,
    String source,
    UUID changeId,
    Tally.Counts counts,
    boolean hasErrorFile,
    @Nullable String errorCode) {

  /**
   * Whether a member may know of it: its names and the rows that failed are of records that
   * somebody may not see of whom only their own, or only some fields, are shown.
   */
  boolean isShownTo(CurrentMember member) {
    return !member.rights().areNarrowed() || startedBy.equals(member.id());
  }

  static String codeOf(UnreadableFileException e) {
    return e.row() < 0 ? e.problem().key() : e.problem().key() + ":" + e.row();
  }

  @Override
  public String toString() {
    return "ImportRun[" + id + ", " + state + "]";
  }
}
