package eu.rempart.account;

/** Whether an account can be used. The names are those in the table {@code member}. */
public enum MemberState {
  /** Has an invitation, and has not been let in yet. */
  INVITED,
  ACTIVE,
  /** Holds neither key nor wrap; a new invitation brings the account back. */
  SUSPENDED
}
