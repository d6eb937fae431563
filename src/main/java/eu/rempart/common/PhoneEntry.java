package eu.rempart.common;

/**
 * One of the phone numbers of a person or company.
 *
 * @param primary the one to call first; at most one of a list
 * @param doNotCall the owner asked not to be called there
 * @param invalid nobody answers there any more
 */
public record PhoneEntry(
    PhoneNumber number, PhoneKind kind, boolean primary, boolean doNotCall, boolean invalid) {

  /** A number with nothing known against it. */
  public static PhoneEntry of(PhoneNumber number, PhoneKind kind, boolean primary) {
    return new PhoneEntry(number, kind, primary, false, false);
  }
}
