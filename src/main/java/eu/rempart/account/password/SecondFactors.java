package eu.rempart.account.password;

import java.util.UUID;

/** Knows who proves something beside the password; without a bean of it, nobody does. */
public interface SecondFactors {

  /** Whether nobody gets in with this member's password alone. */
  boolean has(UUID memberId);
}
