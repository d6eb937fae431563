package eu.rempart.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** What the values of a {@link SearchField} are, and how they are compared. */
public enum FieldType {
  /** Words, sorted by the collation of the installation's language. */
  TEXT,
  /** An e-mail address; case and accents do not count. */
  EMAIL,
  /** A phone number, best as E.164 ({@code +33612345678}); only digits count. */
  PHONE,
  /** A code compared byte by byte, such as a language or a tag. */
  KEYWORD,
  /** A constant of an enum, sorted in the order of its declaration. */
  CHOICE,
  UUID,
  FLAG,
  NUMBER,
  DATE,
  INSTANT;

  boolean sortsAsText() {
    return this == TEXT || this == EMAIL || this == PHONE || this == KEYWORD;
  }

  /**
   * Whether exact filters go by a term of the field; addresses have a term of their own, and phone
   * numbers, since each is unique, are found by their parts.
   */
  boolean hasTerms() {
    return !isRange() && this != EMAIL && this != PHONE;
  }

  boolean isRange() {
    return this == NUMBER || this == DATE || this == INSTANT;
  }

  /** The sort key of a value that is not text: instants to the microsecond, as in the database. */
  @SuppressWarnings(
      "EnumOrdinal") // The number lives as long as the index, which no other version reads.
  long toLong(Object value) {
    return switch (value) {
      case Long number -> number;
      case Boolean flag -> flag ? 1 : 0;
      case Enum<?> choice -> choice.ordinal();
      case LocalDate date -> date.toEpochDay();
      case Instant instant -> micros(instant);
      case UUID id -> id.getMostSignificantBits();
      default -> throw new IllegalArgumentException(this + " has no number");
    };
  }

  /** The exact term by which a value is found. */
  String toTerm(Object value) {
    return switch (this) {
      case TEXT, EMAIL -> Folding.fold(((String) value).strip());
      case PHONE -> Phone.of((String) value).digits();
      // a kept rule has the name alone
      case CHOICE -> value instanceof Enum<?> choice ? choice.name() : value.toString();
      default -> value.toString();
    };
  }

  private static long micros(Instant instant) {
    return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1_000;
  }
}
