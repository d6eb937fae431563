package eu.rempart.account.security;

/** A part of the installation that tells the operator's engineers how it is; a bean. */
public interface OperationsNotice {

  /**
   * What is shown, in the reader's language; no customer data.
   *
   * @param name of the part
   * @param state a sentence or a few words
   * @param trouble whether somebody should do something about it
   */
  record Line(String name, String state, boolean trouble) {}

  /** How it is now. */
  Line line();
}
