package eu.rempart.account;

/** What came of an invitation's code. */
public sealed interface Joined {

  /** The password is set, and its owner may be signed in with this. */
  record Welcome(SignedInMember member) implements Joined {}

  /** Never existed, or was mistyped, or was withdrawn. */
  record UnknownCode() implements Joined {}

  record ExpiredCode() implements Joined {}

  record UsedCode() implements Joined {}

  /** The invitation in the database is not what the administrator made. */
  record DamagedCode() implements Joined {}
}
