package eu.rempart.account;

/** There is an account with this e-mail address already. */
public class DuplicateMemberException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DuplicateMemberException() {
    super("an account with this e-mail address exists");
  }
}
