package eu.rempart.exchange;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import java.util.List;

/** Writes values down in one line each, to compare them in tests. */
public final class Shown {

  private Shown() {}

  /** {@code WORK jean@example.fr *} with a star for the primary one and X for opted out. */
  public static List<String> emails(List<EmailEntry> entries) {
    return entries.stream()
        .map(
            e ->
                e.kind()
                    + " "
                    + e.address().value()
                    + (e.primary() ? " *" : "")
                    + (e.optedOut() ? " X" : ""))
        .toList();
  }

  /** {@code MOBILE +33612345678 *}. */
  public static List<String> phones(List<PhoneEntry> entries) {
    return entries.stream()
        .map(
            e ->
                e.kind()
                    + " "
                    + e.number().dialled()
                    + (e.primary() ? " *" : "")
                    + (e.doNotCall() ? " X" : "")
                    + (e.invalid() ? " !" : ""))
        .toList();
  }

  /** {@code WORK 12 rue du Four | 69002 | Lyon | Rhône | FR}. */
  public static List<String> addresses(List<PostalAddress> entries) {
    return entries.stream()
        .map(
            a ->
                a.kind()
                    + " "
                    + String.join(
                        " | ",
                        a.street().replace("\n", " / "),
                        a.postalCode(),
                        a.city(),
                        a.region(),
                        a.country() == null ? "" : a.country().value()))
        .toList();
  }
}
