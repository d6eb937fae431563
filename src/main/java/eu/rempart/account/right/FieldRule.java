package eu.rempart.account.right;

/** What a role takes away from one field. */
public enum FieldRule {
  /** It is shown, and not changed. */
  READ_ONLY,
  /** It is neither shown nor found nor sorted by. */
  HIDDEN
}
