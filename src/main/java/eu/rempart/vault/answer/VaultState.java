package eu.rempart.vault.answer;

/** Whether database and home folder hold a vault, and the same one. */
public enum VaultState {
  /** Neither has one: the first administrator is to set it up. */
  NEW,
  READY,
  /** {@code HOME/keys/pepper} is gone: put it back, or bring it back with the recovery kit. */
  PEPPER_LOST,
  /**
   * The home folder belongs to another vault than the database, or one of the two has none. Nobody
   * can sign in until the operator puts the matching {@code HOME/keys} or database back.
   */
  MISMATCH
}
