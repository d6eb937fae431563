package eu.rempart.account.right;

/** What was asked for would leave the organisation without an administrator. */
public class LastAdministratorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LastAdministratorException() {
    super("the last active administrator stays one");
  }
}
