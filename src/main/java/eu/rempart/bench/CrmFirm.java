package eu.rempart.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A firm of some size, by numbers: whatever asks for the same number gets the same record, so that
 * both databases are filled with the same. Of a hundred people who share its work one is measured.
 */
record CrmFirm(int contacts, int companies, int deals, int activities, LocalDate today) {

  static final int SHARE = 100;

  /** Stages of the board that are open; the one behind them is won, the last one lost. */
  static final int OPEN_STAGES = 4;

  /** So many contacts have one in a hundred of all activities: long timelines. */
  private static final int BUSY = 100;

  private static final int DAYS_BACK = 3 * 365;
  private static final int DAYS_AHEAD = 60;
  private static final long COMPANY_SEED = 5_000_000_000L;
  private static final SyntheticPeople PEOPLE = new SyntheticPeople(7);
  private static final List<String> SUBJECTS =
      List.of(
          "Send the revised offer to",
          "Ask about the budget of",
          "Relancer",
          "Rückruf an",
          "Check the delivery dates with",
          "Visite chez");

  /** Without a stage where it has none: a deal moves there at its time. */
  record Deal(
      String name, int company, int contact, long amount, int stage, Instant since, boolean mine) {}

  /** A day where it has no time. */
  record Deed(
      String subject,
      int kind,
      int contact,
      boolean timed,
      Instant at,
      boolean done,
      boolean mine) {}

  SyntheticPerson person(int contact) {
    return PEOPLE.person(contact);
  }

  String company(int company) {
    return PEOPLE.person(COMPANY_SEED + company).company() + " " + company;
  }

  /** Where somebody works, or -1; four of five do. */
  int companyOf(int contact) {
    SplittableRandom random = random(contact, 1);
    return random.nextInt(5) == 0 ? -1 : random.nextInt(companies);
  }

  Deal deal(int number) {
    SplittableRandom random = random(number, 2);
    int contact = random.nextInt(contacts);
    int company = random.nextInt(companies);
    boolean open = random.nextInt(5) == 0;
    int stage = open ? random.nextInt(OPEN_STAGES) : OPEN_STAGES + random.nextInt(2);
    long days = open ? random.nextInt(60) : 1 + random.nextInt(DAYS_BACK);
    return new Deal(
        "Deal " + number + " with " + company(company),
        company,
        contact,
        500L * (2 + random.nextInt(200)),
        stage,
        start().minus(days, ChronoUnit.DAYS).plusSeconds(random.nextInt(30_000)),
        number % SHARE == 0);
  }

  LocalDate expected(int deal) {
    return today.plusDays(random(deal, 3).nextInt(200) - 60L);
  }

  Deed activity(int number) {
    SplittableRandom random = random(number, 4);
    int contact = random.nextInt(100) == 0 ? random.nextInt(busy()) : random.nextInt(contacts);
    LocalDate day = today.plusDays(random.nextInt(DAYS_BACK + DAYS_AHEAD) - (long) DAYS_BACK);
    int kind = random.nextInt(3);
    boolean timed = kind == 2 || random.nextInt(3) == 0;
    LocalDateTime at =
        timed ? day.atTime(8 + random.nextInt(10), 15 * random.nextInt(4)) : day.atStartOfDay();
    return new Deed(
        SUBJECTS.get(random.nextInt(SUBJECTS.size())) + " " + person(contact).lastName(),
        kind,
        contact,
        timed,
        at.toInstant(ZoneOffset.UTC),
        day.isBefore(today) && random.nextInt(50) > 0,
        number % SHARE == 0);
  }

  int busy() {
    return Math.min(BUSY, contacts);
  }

  Instant start() {
    return today.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static SplittableRandom random(long number, long kind) {
    return new SplittableRandom(number * 0x9E3779B97F4A7C15L + kind);
  }
}
