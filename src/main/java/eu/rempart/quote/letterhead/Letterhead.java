package eu.rempart.quote.letterhead;

import eu.rempart.common.VatNumbers;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The head and foot of the firm's letters. Texts are stripped; what is absent is null.
 *
 * @param address one or more lines, without the name
 * @param country ISO 3166-1 alpha-2
 * @param registerNumber SIRET, BCE/KBO, HRB, CUI …
 * @param bank name of the bank, IBAN and BIC, in one or more lines
 * @param footer at the foot of each page
 * @param terms what a new quote says at its end, in languages that have no terms of their own
 * @param termsByLanguage the same in single languages (BCP 47, without a region)
 * @param logo id of a picture, which never changes: see {@link LetterheadService#logo}
 */
public record Letterhead(
    @Nullable String name,
    @Nullable String address,
    @Nullable String country,
    @Nullable String vatNumber,
    @Nullable String registerNumber,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String website,
    @Nullable String bank,
    @Nullable String footer,
    @Nullable String terms,
    Map<String, String> termsByLanguage,
    @Nullable UUID logo) {

  /** Nothing is known. */
  public static final Letterhead EMPTY =
      new Letterhead(
          null, null, null, null, null, null, null, null, null, null, null, Map.of(), null);

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  // what was kept before there were any has none
  @SuppressWarnings("NullAway")
  public Letterhead {
    termsByLanguage = written(termsByLanguage == null ? Map.of() : termsByLanguage);
    name = text(name);
    address = text(address);
    country = text(country);
    vatNumber = VatNumbers.kept(vatNumber);
    registerNumber = text(registerNumber);
    email = text(email);
    phone = text(phone);
    website = text(website);
    bank = text(bank);
    footer = text(footer);
    terms = text(terms);
  }

  private static Map<String, String> written(Map<String, String> texts) {
    Map<String, String> written = new TreeMap<>();
    texts.forEach(
        (language, text) -> {
          if (!text.isBlank()) {
            written.put(language, text.strip());
          }
        });
    return Collections.unmodifiableMap(written);
  }

  /**
   * What a new quote in this language says at its end: in that language, else as in all others,
   * else in the first language that has terms; null where there are none.
   */
  public @Nullable String termsIn(String language) {
    String own = termsByLanguage.get(language);
    return own != null
        ? own
        : terms != null ? terms : termsByLanguage.values().stream().findFirst().orElse(null);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The same with another logo; null for none. */
  public Letterhead withLogo(@Nullable UUID other) {
    return new Letterhead(
        name,
        address,
        country,
        vatNumber,
        registerNumber,
        email,
        phone,
        website,
        bank,
        footer,
        terms,
        termsByLanguage,
        other);
  }

  /** As an issued quote keeps it. */
  public String toJson() {
    return JSON.writeValueAsString(this);
  }

  /** What {@link #toJson} wrote; empty for what this version does not understand. */
  public static Letterhead parse(String json) {
    try {
      return JSON.readValue(json, Letterhead.class);
    } catch (JacksonException _) {
      return EMPTY;
    }
  }

  /** {@link #termsByLanguage} as it is kept; null where there are none. */
  @Nullable String termsJson() {
    return termsByLanguage.isEmpty() ? null : JSON.writeValueAsString(termsByLanguage);
  }

  /** What {@link #termsJson} wrote. */
  static Map<String, String> terms(@Nullable String json) {
    return json == null ? Map.of() : JSON.readValue(json, new TypeReference<>() {});
  }

  /** Says nothing. */
  @Override
  public String toString() {
    return "Letterhead[hidden]";
  }
}
