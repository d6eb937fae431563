package eu.rempart.common.proof;

/** What a fresh proof is asked for. */
public enum ProofPurpose {
  /** A new recovery kit. */
  RECOVERY_KIT,
  /** Removing from the bin for good, and how long that waits. */
  PURGE,
  /** Erasing a person. */
  ERASURE,
  /** Taking out more than 500 records. */
  EXPORT,
  /** Making, inviting or removing administrators. */
  ADMINISTRATORS,
  /** Rules of the gates. */
  SECURITY_RULES,
  /** Tokens by which programs read without a session. */
  TOKENS,
  /** Switching to the other site. */
  SITES,
  /** What opens backups. */
  BACKUP_KIT,
  /** Passkeys of one's own. */
  CREDENTIALS
}
