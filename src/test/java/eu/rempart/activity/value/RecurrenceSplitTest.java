package eu.rempart.activity.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a rule goes on that is cut in two. */
class RecurrenceSplitTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static When at(String local) {
    return When.at(LocalDateTime.parse(local), PARIS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=WEEKLY                 | 2026-11-16T09:00 | 2026-11-16T10:00 | FREQ=WEEKLY
          FREQ=WEEKLY;COUNT=5         | 2026-11-16T09:00 | 2026-11-17T10:00 | FREQ=WEEKLY;COUNT=3
          FREQ=WEEKLY;UNTIL=20261231  | 2026-11-16T09:00 | 2026-11-17T09:00 | FREQ=WEEKLY;UNTIL=20270101
          FREQ=WEEKLY;UNTIL=20261130  | 2026-11-16T09:00 | 2026-11-15T09:00 | FREQ=WEEKLY;UNTIL=20261129
          FREQ=WEEKLY;UNTIL=20261120  | 2026-11-16T09:00 | 2026-11-27T09:00 | FREQ=WEEKLY;UNTIL=20261201
          FREQ=WEEKLY;UNTIL=20261130T080000Z | 2026-11-16T09:00 | 2026-11-16T10:00 | FREQ=WEEKLY;UNTIL=20261130
          FREQ=WEEKLY;UNTIL=20261130T075959Z | 2026-11-16T09:00 | 2026-11-16T10:00 | FREQ=WEEKLY;UNTIL=20261129
          FREQ=WEEKLY;UNTIL=20261130T230000Z | 2026-11-16T09:00 | 2026-11-17T09:00 | FREQ=WEEKLY;UNTIL=20261201
          FREQ=WEEKLY;UNTIL=20261130T080000Z | 2026-11-16T09:00 | 2026-11-16T09:00 | FREQ=WEEKLY;UNTIL=20261130T080000Z
          FREQ=MONTHLY;BYDAY=1MO;UNTIL=20270131 | 2026-12-07T09:00 | 2026-11-30T09:00 | FREQ=MONTHLY;BYDAY=-1MO;UNTIL=20270124
          FREQ=MONTHLY;BYDAY=1MO;UNTIL=20270104 | 2026-12-07T09:00 | 2026-12-15T09:00 | FREQ=MONTHLY;BYDAY=3TU;UNTIL=20270119
          FREQ=WEEKLY;BYDAY=MO,TH     | 2026-11-16T09:00 | 2026-11-17T09:00 | FREQ=WEEKLY;BYDAY=TU,FR
          FREQ=WEEKLY;BYDAY=MO,SU     | 2026-11-16T09:00 | 2026-11-17T09:00 | FREQ=WEEKLY;BYDAY=MO,TU
          FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=9 | 2026-11-16T09:00 | 2026-11-18T09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SA;COUNT=7
          FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=9 | 2026-11-16T09:00 | 2026-11-23T09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=7
          FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=9 | 2026-11-19T09:00 | 2026-11-23T09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=8
          FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU;COUNT=9 | 2026-11-18T09:00 | 2026-11-21T09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,SA;WKST=SU;COUNT=7
          FREQ=DAILY;BYHOUR=9,14;COUNT=40 | 2026-11-16T09:00 | 2026-11-16T09:00 | FREQ=DAILY;BYHOUR=9,14;COUNT=12
          FREQ=MONTHLY;BYDAY=1MO      | 2026-12-07T09:00 | 2026-12-15T09:00 | FREQ=MONTHLY;BYDAY=3TU
          FREQ=MONTHLY;BYDAY=1MO      | 2026-12-07T09:00 | 2026-12-07T11:30 | FREQ=MONTHLY;BYDAY=1MO
          FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 2026-11-16T09:00 | 2026-11-16T08:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
          """)
  void theRestGoesOnFromWhereItWasMoved(String rule, String from, String to, String rest) {
    When first = at("2026-11-02T09:00");
    assertThat(RecurrenceSplit.rest(new Recurrence(rule), first, at(from), at(to)))
        .contains(new Recurrence(rest));
    if (!new Recurrence(rule).endless()) {
      assertThat(new Recurrence(rest).within(at(to), at(to).at(), Instant.MAX))
          .hasSameSizeAs(new Recurrence(rule).within(first, at(from).at(), Instant.MAX));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR    | 2026-11-16T09:00 | 2026-11-17T09:00
          FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=2 | 2027-11-02T09:00 | 2027-11-03T09:00
          FREQ=MONTHLY;BYDAY=1MO,3MO          | 2026-11-16T09:00 | 2026-11-17T09:00
          FREQ=WEEKLY;COUNT=2                 | 2026-11-16T09:00 | 2026-11-17T09:00
          FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH  | 2026-11-16T09:00 | 2026-11-20T09:00
          FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH  | 2026-11-16T09:00 | 2026-11-15T09:00
          FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=SU | 2026-11-18T09:00 | 2026-11-17T09:00
          FREQ=DAILY;BYHOUR=9,14              | 2026-11-16T09:00 | 2026-11-16T10:00
          FREQ=WEEKLY;BYMINUTE=0              | 2026-11-16T09:00 | 2026-11-16T09:30
          """)
  void whereNobodyCanSayThereIsNone(String rule, String from, String to) {
    assertThat(RecurrenceSplit.rest(new Recurrence(rule), at("2026-11-02T09:00"), at(from), at(to)))
        .isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=WEEKLY,FREQ=WEEKLY;UNTIL=20261115",
    "FREQ=WEEKLY;COUNT=5,FREQ=WEEKLY;UNTIL=20261115",
    "FREQ=WEEKLY;UNTIL=20301231T080000Z,FREQ=WEEKLY;UNTIL=20261115"
  })
  void theFormerEndsTheDayBefore(String rule, String before) {
    Recurrence ended = RecurrenceSplit.before(new Recurrence(rule), at("2026-11-16T09:00"));
    assertThat(ended).isEqualTo(new Recurrence(before));
    assertThat(
            ended.within(
                at("2026-11-02T09:00"), at("2026-11-01T00:00").at(), at("2027-01-01T00:00").at()))
        .hasSize(2);
  }

  @Test
  void ofSeveralTimesADayThoseBeforeStayWithTheFormer() {
    When first = at("2026-11-14T09:00");
    Recurrence twice = new Recurrence("FREQ=DAILY;BYHOUR=9,14");
    Recurrence ended = RecurrenceSplit.before(twice, at("2026-11-16T14:00"));
    assertThat(ended).isEqualTo(new Recurrence("FREQ=DAILY;BYHOUR=9,14;UNTIL=20261116T125959Z"));
    assertThat(ended.within(first, first.at(), Instant.MAX))
        .hasSize(5)
        .last()
        .isEqualTo(at("2026-11-16T09:00"));
  }
}
