package eu.rempart.account.setup;

/** Where the recovery kit is, as far as the product can know. */
public enum KitState {
  /** Somebody said that it is in a safe place, and it is not on this server. */
  SAFE,
  /** It lies in the home folder, where it opens the vault to whoever reads it. */
  IN_FILE,
  /** It was shown, or its file is gone, and nobody has said that they have it. */
  UNCONFIRMED
}
