package eu.rempart.mail;

import java.util.Locale;

/**
 * Who gets a letter. Customer data: it lives as long as one letter is sent.
 *
 * @param address an e-mail address
 * @param language the one that they read
 */
public record Recipient(String address, Locale language) {

  @Override
  public String toString() {
    return "Recipient[" + language + "]";
  }
}
