package eu.rempart.search.word;

import eu.rempart.search.question.FieldType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Under which number and which term the values of a field are filed. */
public final class Filing {

  private Filing() {}

  /** The sort key of a value that is not text: instants to the microsecond, as in the database. */
  @SuppressWarnings(
      "EnumOrdinal") // The number lives as long as the index, which no other version reads.
  public static long number(FieldType type, Object value) {
    return switch (value) {
      case Long number -> number;
      case Boolean flag -> flag ? 1 : 0;
      case Enum<?> choice -> choice.ordinal();
      case LocalDate date -> date.toEpochDay();
      case Instant instant -> micros(instant);
      case UUID id -> id.getMostSignificantBits();
      default -> throw new IllegalArgumentException(type + " has no number");
    };
  }

  /** The exact term by which a value is found. */
  public static String term(FieldType type, Object value) {
    return switch (type) {
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
