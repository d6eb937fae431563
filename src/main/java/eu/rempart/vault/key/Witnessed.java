package eu.rempart.vault.key;

import java.util.Locale;

/**
 * Of what the newest version is remembered, by the id of a member unless something else is said.
 */
public enum Witnessed {
  /** Members' keys: a lower version is a former one. */
  MEMBER,
  ROLE,
  /**
   * Members' keys with which nobody joins any more; a key that they have already is as good as it
   * was.
   */
  REFUSED,
  /** Passkeys that are dead: of a member all up to this one, or a single one by its own id. */
  PASSKEY,
  /** Passkeys that were made here, dead or not. */
  ISSUED,
  /** What members are asked for beside the password. */
  FACTOR,
  /** Members' one-time codes: their version, and below it a bit for each that was used. */
  CODES,
  /** Which roles are asked for a second factor. */
  DEMAND;

  /** As the file names it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
