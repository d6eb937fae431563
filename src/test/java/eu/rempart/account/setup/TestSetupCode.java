package eu.rempart.account.setup;

import java.util.Objects;

/** Reads what a start printed. */
public final class TestSetupCode {

  private TestSetupCode() {}

  /** The code that is asked for; fails once Rempart has been set up. */
  public static String of(SetupCode code) {
    return Objects.requireNonNull(code.code());
  }
}
