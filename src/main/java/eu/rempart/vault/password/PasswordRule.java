package eu.rempart.vault.password;

import java.util.Optional;

/**
 * The policy as it holds for one person.
 *
 * @param strength how long the password has to be
 * @param words what an attacker knows of the person and the place
 */
public record PasswordRule(Strength strength, ContextWords words) {

  /** What holds for every password, whoever chooses it; the vault takes none below. */
  public static final PasswordRule LEAST =
      new PasswordRule(Strength.WITH_SECOND_FACTOR, ContextWords.NONE);

  /** Why a new password is refused; empty if it is good. */
  public Optional<PasswordFault> check(char[] password) {
    return PasswordPolicy.check(password, strength, words);
  }

  /**
   * @throws WeakPasswordException if it is refused
   */
  public void require(char[] password) {
    check(password)
        .ifPresent(
            fault -> {
              throw new WeakPasswordException(fault);
            });
  }
}
