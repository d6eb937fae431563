package eu.rempart.demo;

import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.common.custom.CustomValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What records of the demo firm have in its own fields, with gaps among it. The same for the same
 * seed and day.
 */
final class DemoValues {

  static final List<String> ASSISTANTS =
      List.of(
          "Hortense Vauquelin",
          "Balthazar Quesnoy",
          "Wiebke Hinrichsen",
          "Ottokar Zeisig",
          "Smaranda Ungureanu",
          "Godelieve Uyttendaele");

  static final List<String> AGREED =
      List.of(
          "Livraison en deux tranches, essais sur site avant la recette.",
          "Escompte de deux pour cent si la commande tombe avant l’inventaire.",
          "Abnahme in Bremerhaven, Schulung für zwölf Schlosser inbegriffen.",
          "Garanția acoperă și piesele de uzură timp de optsprezece luni.",
          "Spare keys stay with the lock keeper until the handover.");

  private static final int NUMBERS = 900_001;

  private final List<CustomField> fields;
  private final LocalDate today;
  private final SplittableRandom random;
  private int contracts;

  /**
   * Values to come.
   *
   * @param fields none where there are none
   */
  DemoValues(List<CustomField> fields, LocalDate today, long seed) {
    this.fields = fields;
    this.today = today;
    this.random = new SplittableRandom(seed ^ 0xF1E1D);
  }

  /** The number of a contract, by how many there were before. */
  static String contract(int number) {
    return "RC-%06d-%02d".formatted(100_000 + (7_919L * (number + 1)) % NUMBERS, number % 97);
  }

  /** Of one more record of this kind. */
  CustomValues next(String kind) {
    CustomValues values = CustomValues.NONE;
    for (CustomField field : fields) {
      if (field.records().contains(kind) && random.nextInt(5) > 1) {
        values = values.with(field.id(), value(field, kind));
      }
    }
    return values;
  }

  private String value(CustomField field, String kind) {
    return switch (field.kind()) {
      case TEXT ->
          kind.equals("company") ? contract(contracts++) : DemoPeople.pick(ASSISTANTS, random);
      case LONG_TEXT -> DemoPeople.pick(AGREED, random);
      case NUMBER -> Integer.toString(1 + random.nextInt(500));
      case MONEY ->
          CustomRules.money(BigDecimal.valueOf(50L * (2 + random.nextInt(60))), "EUR").orElse("");
      case DATE -> today.plusDays(random.nextInt(900) - 180L).toString();
      case YES_NO -> Boolean.toString(random.nextBoolean());
      case CHOICE -> code(field);
      case CHOICES ->
          Stream.of(code(field), code(field)).distinct().sorted().collect(Collectors.joining(","));
      case LINK, EMAIL, PHONE -> "";
    };
  }

  private String code(CustomField field) {
    return DemoPeople.pick(field.offered(), random).code();
  }
}
