package eu.rempart.notice;

import java.util.Set;

/**
 * What a member wants to be told.
 *
 * @param unwanted what they are not told of
 */
public record NoticeChoice(Set<NoticeKind> unwanted, MailPace mail) {

  /** Until somebody chooses: everything, and a letter a day. */
  public static final NoticeChoice FIRST = new NoticeChoice(Set.of(), MailPace.DAILY);

  public NoticeChoice {
    unwanted = Set.copyOf(unwanted);
  }
}
