package eu.rempart.account;

/** What was asked for would leave the organisation without an administrator. */
public class LastAdministratorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LastAdministratorException() {
    super("the last active administrator stays one");
  }
}
