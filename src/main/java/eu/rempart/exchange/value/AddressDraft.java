package eu.rempart.exchange.value;

import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.PostalAddress;
import eu.rempart.exchange.format.ProblemCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of one postal address while a row is read. */
public final class AddressDraft {

  private final Problems problems;
  private final StringBuilder street = new StringBuilder();
  private @Nullable AddressKind kind;
  private String whole = "";
  private String city = "";
  private String region = "";
  private String postalCode = "";
  private @Nullable CountryCode country;

  AddressDraft(Problems problems) {
    this.problems = problems;
  }

  /** What the address is for; null means unknown. */
  public AddressDraft kind(@Nullable AddressKind kind) {
    this.kind = kind;
    return this;
  }

  /** The address in one piece; it counts only where no street is known. */
  public void whole(String text) {
    whole = text.strip();
  }

  /** Adds a line: street, building, PO box. */
  public void line(String text) {
    if (!text.isBlank()) {
      street.append(street.isEmpty() ? "" : "\n").append(PlainText.lines(text));
    }
  }

  /** City. */
  public void city(String text) {
    city = text;
  }

  /** State, province, Land, judeţ. */
  public void region(String text) {
    region = text;
  }

  /** Postal code. */
  public void postalCode(String text) {
    postalCode = text;
  }

  /** Country by code or name; an unknown one stays as the last line of the street. */
  public void country(String text, Place place) {
    if (!text.isBlank()) {
      Countries.find(text)
          .ifPresentOrElse(
              found -> country = found,
              () -> {
                problems.add(ProblemCode.COUNTRY_UNKNOWN, place);
                line(text);
              });
    }
  }

  boolean isEmpty() {
    return whole.isEmpty()
        && street.isEmpty()
        && city.isEmpty()
        && region.isEmpty()
        && postalCode.isEmpty()
        && country == null;
  }

  Optional<CountryCode> country() {
    return Optional.ofNullable(country);
  }

  PostalAddress build(AddressKind usual) {
    var lines = street.isEmpty() ? whole : street.toString();
    return new PostalAddress(kind == null ? usual : kind, lines, city, region, postalCode, country);
  }
}
