package eu.rempart.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * People whose names are distributed as names are: a few very frequent, most of them rare (Zipf
 * over the frequent ones, a long tail put together from parts). The same seed and number always
 * give the same person, so that several threads can make disjoint parts of one population.
 */
public final class SyntheticPeople {

  private static final Instant FIRST_DAY = Instant.parse("2016-01-01T08:00:00Z");
  private static final long DAYS = 3_600;

  private final long seed;

  public SyntheticPeople(long seed) {
    this.seed = seed;
  }

  /**
   * @param number from 0
   */
  public SyntheticPerson person(long number) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    NameLists lists = country(random);
    String first = frequent(lists.firstNames(), random, 0.6);
    String last = surname(lists, random);
    String company = company(random);
    return new SyntheticPerson(
        lists.country(),
        first,
        last,
        email(first, last, company, lists, random),
        phone(lists, random),
        company,
        pick(NameLists.JOBS, random),
        frequent(lists.cities(), random, 0.7),
        LocalDate.of(1945, 1, 1).plusDays(random.nextInt(22_000)),
        FIRST_DAY.plusSeconds(random.nextLong(DAYS * 86_400)));
  }

  private static NameLists country(SplittableRandom random) {
    int percent = random.nextInt(100);
    if (percent < 50) {
      return NameLists.FRANCE;
    }
    if (percent < 75) {
      return NameLists.GERMANY;
    }
    return percent < 90 ? NameLists.BELGIUM : NameLists.ROMANIA;
  }

  private static String surname(NameLists lists, SplittableRandom random) {
    int percent = random.nextInt(100);
    if (percent < 30) {
      return frequent(lists.surnames(), random, 0.5);
    }
    String name = frequent(lists.stems(), random, 0.3) + frequent(lists.endings(), random, 0.3);
    if (percent < 70) {
      return name;
    }
    // The rare half: one more part in the middle.
    return frequent(lists.stems(), random, 0.1)
        + pick(List.of("a", "e", "i", "o", "an", "er", "el", "in", "on", "ar"), random)
        + name.toLowerCase(Locale.ROOT);
  }

  private static String company(SplittableRandom random) {
    String name =
        frequent(NameLists.COMPANY_WORDS, random, 0.2)
            + " "
            + frequent(NameLists.COMPANY_WORDS, random, 0.2);
    int number = (int) (Math.pow(random.nextDouble(), 2) * 60);
    return name + (number == 0 ? "" : " " + number) + " " + pick(NameLists.COMPANY_FORMS, random);
  }

  private static String email(
      String first, String last, String company, NameLists lists, SplittableRandom random) {
    String given = plain(first);
    String family = plain(last);
    String local =
        switch (random.nextInt(4)) {
          case 0 -> given.charAt(0) + family;
          case 1 -> given + "." + family + random.nextInt(1, 100);
          case 2 -> family + random.nextInt(1950, 2010);
          default -> given + "." + family;
        };
    String host =
        random.nextInt(10) < 6
            ? plain(company.substring(0, company.lastIndexOf(' '))) + ".example"
            : pick(lists.mailHosts(), random);
    return local + "@" + host;
  }

  private static String phone(NameLists lists, SplittableRandom random) {
    StringBuilder phone = new StringBuilder(lists.mobilePrefix());
    int length = lists.country().equals("DE") ? 13 : 12;
    while (phone.length() < length) {
      phone.append(random.nextInt(10));
    }
    return phone.toString();
  }

  private static String plain(String text) {
    String decomposed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD);
    return decomposed.replace("ß", "ss").replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  /** Earlier ones more often: the share of rank r is about 1 / (r + 1) ^ skew. */
  private static String frequent(List<String> values, SplittableRandom random, double skew) {
    double place = Math.pow(random.nextDouble(), 1 / (1 - skew));
    return values.get(Math.min(values.size() - 1, (int) (place * values.size())));
  }

  private static String pick(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
