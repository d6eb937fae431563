package eu.rempart.shell.proof;

/** Result of a password that was typed before a dangerous act. */
public sealed interface ProofAnswer {

  /** It is the member's; dangerous acts pass for five minutes. */
  record Right() implements ProofAnswer {}

  /** It is not. */
  record Wrong() implements ProofAnswer {}

  /**
   * It was not looked at: too many wrong ones came before, or too many people sign in just now.
   *
   * @param seconds how long to wait, 1 or more
   */
  record Wait(long seconds) implements ProofAnswer {}
}
