package eu.rempart.vault.answer;

import org.jspecify.annotations.Nullable;

/** What came of a member's wish for a new password. */
public sealed interface PasswordChange {

  record Changed() implements PasswordChange {}

  /**
   * @param code as in {@link Unlocking.Refused}
   */
  record Refused(@Nullable String code) implements PasswordChange {}
}
