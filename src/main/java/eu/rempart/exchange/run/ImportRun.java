package eu.rempart.exchange.run;

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
 * @param errorCode why it failed: a key of the exchange texts
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

  @Override
  public String toString() {
    return "ImportRun[" + id + ", " + state + "]";
  }
}
