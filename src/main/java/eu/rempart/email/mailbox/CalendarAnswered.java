package eu.rempart.email.mailbox;

import eu.rempart.common.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Published when an answer to an invitation came by mail, in the transaction that files the mail,
 * on behalf of the member whose mailbox it came to. Whoever listens throws nothing for what is
 * wrong in it: strangers wrote it.
 *
 * @param calendar an iCalendar object, as it came
 * @param from who the mail says to be from
 */
public record CalendarAnswered(String calendar, @Nullable EmailAddress from) {

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "CalendarAnswered[hidden]";
  }
}
