package eu.rempart.shell.field;

import eu.rempart.common.PostalAddress;
import eu.rempart.shell.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Postal addresses for reading. */
public final class Addresses {

  private Addresses() {}

  /** On one line, parted by commas. */
  public static String line(PostalAddress address) {
    return String.join(", ", lines(address));
  }

  /** As on an envelope: street, postal code and city, region, country. */
  public static List<String> lines(PostalAddress address) {
    var country = address.country();
    return Stream.concat(
            address.street().lines(),
            Stream.of(
                Stream.of(address.postalCode(), address.city())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" ")),
                address.region(),
                country == null ? "" : country.name(Texts.locale())))
        .filter(line -> !line.isBlank())
        .toList();
  }
}
