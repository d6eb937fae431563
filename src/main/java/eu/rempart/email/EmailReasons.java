package eu.rempart.email;

import eu.rempart.db.Reason;

/** Why e-mails change, as history tells it. */
public final class EmailReasons {

  /** It was written, or came in. */
  public static final Reason FILED = new Reason("email-filed");

  /** A mail server answered. */
  static final Reason ANSWERED = new Reason("email-answered");

  private EmailReasons() {}
}
