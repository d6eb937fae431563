package eu.rempart.activity.ical;

import java.time.Instant;
import java.util.UUID;

/** What came of reading an answer to an invitation (RFC 5546, section 3.2.3). */
public sealed interface CalendarAnswer {

  /**
   * An answer.
   *
   * @param sequence of the invitation that it answers
   * @param stamp when it was written, as it says itself
   * @param attendee address of who answers, as it says itself
   * @param partstat of RFC 5545, section 3.2.12, as it came
   */
  record Given(UUID meeting, int sequence, Instant stamp, String attendee, String partstat)
      implements CalendarAnswer {

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Given[hidden]";
    }
  }

  /** It is none that counts. */
  record Refused(Why why) implements CalendarAnswer {}

  /** Why one does not count. */
  enum Why {
    /** Larger than any answer is. */
    TOO_LARGE,
    /** It can't be read, or lacks what an answer must have. */
    MALFORMED,
    /** It is a calendar, and no answer. */
    NO_ANSWER,
    /** The meeting is none of ours. */
    STRANGE_MEETING,
    /** It answers one occurrence of many. */
    ONE_OCCURRENCE,
    /** It is of a time that is yet to come. */
    FUTURE
  }
}
