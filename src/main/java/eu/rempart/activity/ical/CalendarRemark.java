package eu.rempart.activity.ical;

import org.jspecify.annotations.Nullable;

/**
 * Something that whoever brings a calendar should know about one event of it.
 *
 * @param event its subject; null where it has none, or can't be read
 */
public record CalendarRemark(@Nullable String event, Why why) {

  /** What became of the event, and for what reason. */
  public enum Why {
    /** Left out: it can't be read. */
    UNREADABLE,
    /** Left out: it says no time, or one that never is. */
    NO_TIME,
    /** Left out: its time lies too far off. */
    TIME_TOO_FAR,
    /** Left out: it recurs in a way that can't be kept. */
    RULE,
    /** Left out: something else of it can't be kept. */
    OTHER,
    /** Left out: somebody else's, which whoever brings it may not change. */
    NOT_YOURS,
    /** Taken: nobody knows its time zone, or the clocks there. */
    ZONE,
    /** Taken: it ends before it begins, or lasts longer than a month. */
    LENGTH,
    /** Taken: a rule of exceptions from its rule can't be kept. */
    EXCEPTIONS,
    /** Taken: of several rules by which it recurs, the first is kept. */
    ONE_RULE,
    /** Taken: a change to one occurrence and all after it is one to that one. */
    ONE_ONLY
  }

  /** Says nothing of the event: this is customer data. */
  @Override
  public String toString() {
    return "CalendarRemark[" + why + "]";
  }
}
