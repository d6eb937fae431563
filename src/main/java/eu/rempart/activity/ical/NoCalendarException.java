package eu.rempart.activity.ical;

/** A file holds no calendar that can be taken over; nothing was. */
public final class NoCalendarException extends RuntimeException {

  /** What is wrong with it. */
  public enum Why {
    NO_CALENDAR,
    EMPTY,
    /** There is something in it, of which nothing can be read. */
    UNREADABLE,
    TOO_LARGE,
    TOO_MANY
  }

  private final Why why;

  NoCalendarException(Why why) {
    super("no calendar: " + why);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
