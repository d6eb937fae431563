package eu.rempart.shell.proof;

import java.util.Optional;

/** Checks for a page whether whoever sits at it is who signed in. */
public interface Prover {

  /**
   * Takes the member's password again.
   *
   * @param password zeroed by the caller
   */
  ProofAnswer password(char[] password);

  /** What to ask an authenticator, as {@code passkey.js} reads it; empty where there is none. */
  Optional<String> question();

  /** Takes what an authenticator answered to the last {@link #question}, as the page sent it. */
  ProofAnswer passkey(String answer);
}
