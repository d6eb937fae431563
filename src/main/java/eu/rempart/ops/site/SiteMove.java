package eu.rempart.ops.site;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the database began to lead somewhere.
 *
 * @param at when it was first seen there, or began to by Patroni's history
 * @param from null for the first that was ever seen
 * @param to may be the same as {@code from}: it led, did not, and does again
 * @param gap for how long nobody led, to half a second; null where nobody was there to see
 * @param decision of the ledger, not written with the move; null where no person decided
 */
public record SiteMove(
    long timeline,
    Instant at,
    @Nullable String from,
    String to,
    @Nullable Duration gap,
    @Nullable Decision decision) {

  /**
   * That a person had another site lead, as the ledger has it.
   *
   * @param at when it was written: of a switch before it, of an accepted loss after it
   * @param from who led until then; null of an accepted loss
   */
  public record Decision(Kind kind, Instant at, @Nullable String from, String to) {

    /** What was decided. */
    public enum Kind {
      /** The database was handed over in order. */
      SWITCH("site.switch"),

      /** A site leads that may lack what was saved last. */
      ACCEPT_LOSS("site.promote");

      private final String row;

      Kind(String row) {
        this.row = row;
      }

      /** The kind of its row in the ledger. */
      public String row() {
        return row;
      }
    }
  }

  /** Why it began to lead. */
  public enum Cause {
    /** Nobody had before, as far as it is known. */
    FIRST,

    /** Somebody asked for it. */
    SWITCH,

    /** The other one was lost. */
    FAILOVER,

    /** The other one was lost, and somebody accepted that this one may lack something. */
    ACCEPTED_LOSS,

    /** It had stopped. */
    RESTART
  }

  /** As it is seen; what led to it is read from the ledger. */
  SiteMove(long timeline, Instant at, @Nullable String from, String to, @Nullable Duration gap) {
    this(timeline, at, from, to, gap, null);
  }

  SiteMove decidedBy(@Nullable Decision by) {
    return new SiteMove(timeline, at, from, to, gap, by);
  }

  /** Why it began to lead there. */
  public Cause cause() {
    if (decision != null) {
      return decision.kind() == Decision.Kind.SWITCH ? Cause.SWITCH : Cause.ACCEPTED_LOSS;
    }
    if (from == null) {
      return Cause.FIRST;
    }
    return from.equals(to) ? Cause.RESTART : Cause.FAILOVER;
  }
}
