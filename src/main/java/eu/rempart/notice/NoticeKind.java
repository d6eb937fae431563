package eu.rempart.notice;

/** What somebody is told of. The names are those in the table {@code notice}. */
public enum NoticeKind {
  /** A record belongs to them now. */
  ASSIGNED,
  /** Somebody wrote their name in a note. */
  MENTIONED,
  /** Somebody asked them to a meeting. */
  INVITED,
  /** A reminder came while they were not there. */
  REMINDED
}
