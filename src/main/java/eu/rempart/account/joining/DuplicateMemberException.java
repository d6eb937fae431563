package eu.rempart.account.joining;

/** There is an account with this e-mail address already. */
public class DuplicateMemberException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DuplicateMemberException() {
    super("an account with this e-mail address exists");
  }
}
