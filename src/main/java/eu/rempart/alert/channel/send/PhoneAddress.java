package eu.rempart.alert.channel.send;

import java.util.regex.Pattern;

/** Where text messages go: a phone number in its international form. */
public final class PhoneAddress {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private PhoneAddress() {}

  /**
   * Checks a number such as {@code +33612345678}.
   *
   * @throws IllegalArgumentException if it is none; with a key of a text
   */
  public static void check(String address) {
    if (!E164.matcher(address).matches()) {
      throw new IllegalArgumentException("alert-channel.address.phone.wrong");
    }
  }
}
