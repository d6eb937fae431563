package eu.rempart.account.second;

import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.second.Totp;
import java.util.Locale;

/**
 * What an authenticator app is set up with, as people see it. Show it, never log it.
 *
 * @param text in base 32 (RFC 4648), groups of four letters
 */
public record AppKey(String text) {

  private static final int GROUP = 4;

  static AppKey of(Secret seed) {
    String letters = Totp.letters(seed).toLowerCase(Locale.ROOT);
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < letters.length(); at += GROUP) {
      text.append(at == 0 ? "" : " ").append(letters, at, Math.min(letters.length(), at + GROUP));
    }
    return new AppKey(text.toString());
  }

  /**
   * The address that apps read from a picture (Google's Key Uri Format).
   *
   * @param site the host name by which the app tells its entries apart
   */
  public String address(String site) {
    return "otpauth://totp/Rempart:%s?secret=%s&issuer=Rempart"
        .formatted(site, text.replace(" ", "").toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return "AppKey";
  }
}
