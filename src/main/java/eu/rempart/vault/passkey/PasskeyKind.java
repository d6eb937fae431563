package eu.rempart.vault.passkey;

/** What a passkey is for. */
public enum PasskeyKind {
  /** Signs in by itself. */
  SIGN_IN,
  /**
   * Is asked for beside the password: its authenticator gives no secret that would open a vault.
   */
  FACTOR
}
