package eu.rempart.quote.money;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The VAT rates of the countries of the European Union, and the treatment that a trade between two
 * countries usually has. What it says is offered, never forced: whoever writes the quote decides.
 */
public final class VatRates {

  private static final String FILE = "/quote/vat-rates.csv";

  private static final Map<String, Country> COUNTRIES = read();

  private VatRates() {}

  private record Country(BigDecimal standard, List<BigDecimal> reduced) {}

  /** The countries whose rates are known, which are those of the Union (ISO 3166-1 alpha-2). */
  public static Set<String> countries() {
    return COUNTRIES.keySet();
  }

  public static boolean inUnion(@Nullable String country) {
    return country != null && COUNTRIES.containsKey(country);
  }

  /** In percent; empty where the country is none of the Union. */
  public static Optional<BigDecimal> standard(@Nullable String country) {
    return inUnion(country)
        ? Optional.of(Objects.requireNonNull(COUNTRIES.get(country)).standard())
        : Optional.empty();
  }

  /** All rates of a country in percent, the standard one first; none outside of the Union. */
  public static List<BigDecimal> of(@Nullable String country) {
    if (!inUnion(country)) {
      return List.of();
    }
    Country known = Objects.requireNonNull(COUNTRIES.get(country));
    return Stream.concat(Stream.of(known.standard()), known.reduced().reversed().stream()).toList();
  }

  /**
   * How a service between these two is usually taxed (Directive 2006/112/EC, articles 44, 45, 59
   * and 196).
   *
   * @param seller country of the firm; null where unknown
   * @param buyer country of the customer; null where unknown, which counts as the firm's own
   * @param business whether the customer has a VAT number
   */
  public static Vat usual(@Nullable String seller, @Nullable String buyer, boolean business) {
    Vat own =
        standard(seller)
            .map(rate -> new Vat(VatCategory.STANDARD, rate))
            .orElseGet(() -> Vat.none(VatCategory.OUTSIDE));
    if (seller == null || buyer == null || buyer.equals(seller) || !inUnion(seller)) {
      return own;
    }
    if (!inUnion(buyer)) {
      return Vat.none(VatCategory.OUTSIDE);
    }
    return business ? Vat.none(VatCategory.REVERSE_CHARGE) : own;
  }

  private static Map<String, Country> read() {
    try (InputStream file = Objects.requireNonNull(VatRates.class.getResourceAsStream(FILE), FILE);
        var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(";", -1))
          .collect(
              Collectors.toUnmodifiableMap(
                  parts -> parts[0],
                  parts ->
                      new Country(
                          new BigDecimal(parts[1]),
                          Stream.of(parts[2].split(",", -1))
                              .filter(rate -> !rate.isEmpty())
                              .map(BigDecimal::new)
                              .toList())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
