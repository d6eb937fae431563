package eu.rempart.demo;

import eu.rempart.bench.SyntheticPeople;
import eu.rempart.bench.SyntheticPerson;
import eu.rempart.common.AddressKind;
import eu.rempart.common.Birthday;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.PostalAddress;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.LawfulBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Turns synthetic people into contacts with what real address books have: gaps among it. */
final class DemoPeople {

  private static final Map<String, String> LANGUAGES =
      Map.of("FR", "fr", "BE", "fr", "DE", "de", "RO", "ro");
  private static final Map<String, String> LANDLINES =
      Map.of("FR", "+3314", "BE", "+322", "DE", "+4930", "RO", "+4021");
  private static final Map<String, List<String>> STREETS =
      Map.of(
          "FR",
              List.of(
                  "rue de la Paix", "avenue Jean-Jaurès", "boulevard Voltaire", "place du Marché"),
          "BE", List.of("rue Royale", "chaussée de Gand", "avenue Louise", "Grote Markt"),
          "DE", List.of("Hauptstraße", "Lindenweg", "Goethestraße", "Am Bahnhof"),
          "RO",
              List.of(
                  "Strada Victoriei",
                  "Bulevardul Unirii",
                  "Strada Mihai Eminescu",
                  "Calea Moților"));
  private static final List<String> NOTES =
      List.of(
          "Met at the trade fair in Lyon; interested in the maintenance contract.",
          "Préfère être appelée le matin.",
          "Möchte das Angebot auf Deutsch.",
          "Decide împreună cu directorul financiar.",
          "Asked for references from the same sector.");

  private final SyntheticPeople people;
  private final long seed;

  DemoPeople(long seed) {
    this.people = new SyntheticPeople(seed);
    this.seed = seed;
  }

  SyntheticPerson person(int number) {
    return people.person(number);
  }

  ContactData contact(int number) {
    SyntheticPerson person = people.person(number);
    SplittableRandom random = new SplittableRandom(seed + 31L * number);
    String country = person.country();
    List<PhoneEntry> phones = new ArrayList<>();
    if (random.nextInt(10) < 8) {
      phones.add(PhoneEntry.of(phone(person.phone()), PhoneKind.MOBILE, true));
    }
    if (random.nextInt(10) < 4) {
      phones.add(PhoneEntry.of(phone(landline(country, random)), PhoneKind.WORK, phones.isEmpty()));
    }
    return ContactData.builder()
        .salutation(random.nextBoolean() ? DemoWords.salutation(country, person.firstName()) : null)
        .firstName(person.firstName())
        .lastName(person.lastName())
        .emails(
            random.nextInt(20) == 0
                ? List.of()
                : List.of(EmailEntry.of(EmailAddress.of(person.email()), EmailKind.WORK, true)))
        .phones(phones)
        .addresses(
            random.nextInt(10) < 6
                ? List.of(address(AddressKind.WORK, country, person.city(), random))
                : List.of())
        .birthday(random.nextInt(5) == 0 ? Birthday.of(person.birthday()) : null)
        .language(LANGUAGES.get(country))
        .doNotCall(random.nextInt(40) == 0)
        .lawfulBasis(basis(random))
        .basisDate(LocalDate.ofInstant(person.created(), java.time.ZoneOffset.UTC))
        .description(random.nextInt(6) == 0 ? pick(NOTES, random) : null)
        .build();
  }

  private static LawfulBasis basis(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> LawfulBasis.CONSENT;
      case 1 -> LawfulBasis.CONTRACT;
      default -> LawfulBasis.LEGITIMATE_INTEREST;
    };
  }

  static PhoneNumber phone(String e164) {
    return PhoneNumber.of(e164, null);
  }

  static String landline(String country, SplittableRandom random) {
    return LANDLINES.getOrDefault(country, "+3314")
        + (10_000_000L + random.nextInt(89_999_999)) / 10;
  }

  static PostalAddress address(
      AddressKind kind, String country, String city, SplittableRandom random) {
    String street = pick(STREETS.getOrDefault(country, List.of("")), random);
    int number = 1 + random.nextInt(140);
    return new PostalAddress(
        kind,
        country.equals("DE") || country.equals("RO")
            ? street + " " + number
            : number + " " + street,
        city,
        "",
        postalCode(country, random),
        CountryCode.of(country));
  }

  private static String postalCode(String country, SplittableRandom random) {
    return switch (country) {
      case "BE" -> Integer.toString(1000 + random.nextInt(8999));
      case "RO" -> "%06d".formatted(10_000 + random.nextInt(900_000));
      default -> "%05d".formatted(1000 + random.nextInt(94_000));
    };
  }

  static <T> T pick(List<T> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
