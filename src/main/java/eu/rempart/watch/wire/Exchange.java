package eu.rempart.watch.wire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent that is admitted says each time, and what home answers. */
public final class Exchange {

  public static final String PATH = "/probe/exchange";

  /** So many results come at once at most. */
  public static final int MOST_RESULTS = 200;

  private Exchange() {}

  /**
   * What the agent sends.
   *
   * @param zone where it stands
   * @param wall its machine's own clock, in milliseconds since 1970
   * @param revision of the work that it has; empty if it has none
   * @param results what it has still to deliver, the oldest first, as far as they fit
   */
  public record Report(
      @Nullable String zone,
      @Nullable String release,
      long wall,
      @Nullable String revision,
      @Nullable List<Found> results) {

    /** Copies. */
    public Report {
      results = results == null ? null : List.copyOf(results);
    }
  }

  /**
   * One result.
   *
   * @param n 1 for the first that the agent ever found, and so on
   * @param at when it began, in microseconds since 1970, by home's clock
   * @param failure a name of {@link eu.rempart.watch.check.Failure}; null if all was well
   * @param name microseconds, as the others
   */
  public record Found(
      long n,
      UUID check,
      long at,
      @Nullable String failure,
      @Nullable Integer number,
      @Nullable Long name,
      @Nullable Long connect,
      @Nullable Long tls,
      @Nullable Long first,
      @Nullable Long total) {}

  /**
   * What home answers.
   *
   * @param now home's clock, in microseconds since 1970
   * @param taken the number of the latest result that home needs no more
   * @param refused those among them that it did not take
   * @param again milliseconds until the agent is to come again
   * @param revision of the work
   * @param checks what to measure; null if the agent has that revision already
   */
  public record Work(
      long now,
      long taken,
      List<Refused> refused,
      long again,
      String revision,
      @Nullable List<Asked> checks) {}

  /**
   * A result that was not taken.
   *
   * @param reason a word
   */
  public record Refused(long n, String reason) {}

  /**
   * What to measure.
   *
   * @param period seconds
   * @param own whether the own authority is trusted besides
   */
  public record Asked(
      UUID id,
      int version,
      String kind,
      String host,
      int port,
      String path,
      int limit,
      int clear,
      long period,
      boolean own) {}

  /**
   * Why home does not take a request.
   *
   * @param reason a word, for the agent
   * @param words a sentence, for whoever looks after it
   * @param now home's clock, in microseconds since 1970
   */
  public record No(String reason, String words, long now) {}
}
