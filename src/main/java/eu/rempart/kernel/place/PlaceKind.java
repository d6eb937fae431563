package eu.rempart.kernel.place;

import java.util.Locale;

/** What a place is there for, in the order in which a page lists them. */
public enum PlaceKind {
  /** The application with its files and its memory. */
  SERVER(Rule.ENFORCED),
  /** The database, where it runs on a machine of its own. */
  DATABASE(Rule.ENFORCED),
  /** A vote on which site leads. */
  WITNESS(Rule.ENFORCED),
  /** Backups. */
  DESTINATION(Rule.ENFORCED),
  /** Takes outgoing mail. */
  MAIL(Rule.ENFORCED),
  /** Takes text messages. */
  SMS(Rule.ENFORCED),
  /** Takes messages for pagers. */
  PAGER(Rule.ENFORCED),
  /** Takes messages for telephones and on-call services. */
  PUSH(Rule.ENFORCED),
  /** A member's own mailbox. */
  MAILBOX(Rule.CHOSEN),
  /** Hears once a minute that this server lives. */
  SIGN_OF_LIFE(Rule.ENFORCED),
  /** Watches from elsewhere; has no customer data. */
  PROBE(Rule.LISTED),
  /** Is watched; is sent no customer data. */
  WATCHED(Rule.LISTED);

  /** What comes of a country that is not allowed. */
  public enum Rule {
    /** Nothing is sent there; no screen can allow it. */
    ENFORCED,
    /** Nothing is sent there, if an administrator restricts it. */
    CHOSEN,
    /** It is named, and no more: no customer data go there. */
    LISTED
  }

  private final Rule rule;

  PlaceKind(Rule rule) {
    this.rule = rule;
  }

  public Rule rule() {
    return rule;
  }

  /** As texts and public answers name it: {@code sign-of-life}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
