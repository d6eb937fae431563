package eu.rempart.vault.second;

import eu.rempart.vault.crypto.Secret;
import java.time.Instant;

/** An authenticator app of bytes. */
public final class Codes {

  private Codes() {}

  /**
   * What an app shows.
   *
   * @param steps how many times 30 seconds later
   */
  public static String of(Secret seed, Instant now, int steps) {
    return Totp.code(seed, Totp.step(now) + steps);
  }
}
