package eu.rempart.demo;

import eu.rempart.bench.SyntheticPerson;
import eu.rempart.common.AddressKind;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanySize;
import eu.rempart.company.CompanyType;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Companies around the people who work there. */
final class DemoCompanies {

  private static final List<String> INDUSTRIES =
      List.of(
          "Construction",
          "Logistics",
          "Food",
          "Software",
          "Health care",
          "Machine building",
          "Textiles",
          "Energy",
          "Consulting",
          "Retail",
          "Printing",
          "Agriculture");

  private final long seed;

  DemoCompanies(long seed) {
    this.seed = seed;
  }

  /** The company that this person names, as its country has it. */
  CompanyData company(SyntheticPerson person) {
    SplittableRandom random = new SplittableRandom(seed ^ person.company().hashCode());
    String host = plain(person.company()) + ".example";
    CompanySize size = DemoPeople.pick(List.of(CompanySize.values()), random);
    return CompanyData.builder()
        .name(person.company())
        .website("https://www." + host)
        .emails(List.of(EmailEntry.of(EmailAddress.of("contact@" + host), EmailKind.WORK, true)))
        .phones(
            List.of(
                PhoneEntry.of(
                    DemoPeople.phone(DemoPeople.landline(person.country(), random)),
                    PhoneKind.WORK,
                    true)))
        .addresses(
            List.of(
                DemoPeople.address(AddressKind.BILLING, person.country(), person.city(), random)))
        .type(type(random))
        .industry(DemoPeople.pick(INDUSTRIES, random))
        .size(size)
        .annualRevenue(
            random.nextInt(3) == 0
                ? null
                : BigDecimal.valueOf((1 + random.nextLong(400)) * 25_000L * size.range().length()))
        .revenueCurrency(person.country().equals("RO") ? "RON" : "EUR")
        .vatNumber(person.country() + (100_000_000L + random.nextInt(899_999_999)))
        .language(
            person.country().equals("DE") ? "de" : person.country().equals("RO") ? "ro" : "fr")
        .build();
  }

  private static CompanyType type(SplittableRandom random) {
    int percent = random.nextInt(100);
    return percent < 45
        ? CompanyType.CUSTOMER
        : percent < 80
            ? CompanyType.PROSPECT
            : percent < 90
                ? CompanyType.SUPPLIER
                : percent < 97 ? CompanyType.PARTNER : CompanyType.COMPETITOR;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z0-9]", "")
        .toLowerCase(Locale.ROOT);
  }
}
