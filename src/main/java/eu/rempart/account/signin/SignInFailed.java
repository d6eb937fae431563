package eu.rempart.account.signin;

/**
 * Somebody was refused at the sign-in page, or had to wait. Published as an event.
 *
 * @param account a digest of the e-mail address that was typed
 * @param source the client's address; may be empty
 */
public record SignInFailed(String account, String source) {}
