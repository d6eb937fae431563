package eu.rempart.activity.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceReachTest {

  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY",
        "FREQ=YEARLY;COUNT=9;WKST=MO",
        "FREQ=DAILY;COUNT=70",
        "FREQ=WEEKLY;BYDAY=MO,SU;COUNT=7",
        "FREQ=WEEKLY;INTERVAL=3;COUNT=11",
        "FREQ=MONTHLY;BYDAY=1MO;COUNT=5"
      })
  void whatComesIsNeverSaidNotToReach(String rule) {
    int out = 0;
    for (When first :
        new When[] {
          When.at(LocalDateTime.of(2020, 2, 29, 0, 30), AUCKLAND),
          When.at(LocalDateTime.of(2020, 12, 31, 23, 30), AUCKLAND),
          When.on(LocalDate.of(2020, 1, 1))
        }) {
      for (LocalDate from = LocalDate.of(2020, 1, 1);
          from.getYear() < 2023;
          from = from.plusDays(3)) {
        var begin = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        var end = from.plusDays(11).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!RecurrenceReach.mayReach(rule, first, begin, end)) {
          out++;
          assertThat(new Recurrence(rule).within(first, begin, end)).as("%s", from).isEmpty();
        }
      }
    }
    assertThat(out > 0).as("most are left out").isEqualTo(!rule.contains("MONTHLY"));
  }
}
