package eu.rempart.alert.channel.answer;

/** Nobody can tell which token opens: the database is away, and never said. */
final class NotNowException extends Exception {

  private static final long serialVersionUID = 1L;

  NotNowException() {
    super("which token opens is not known");
  }
}
