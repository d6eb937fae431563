package eu.rempart.activity.ui.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinutesFieldTest {

  @ParameterizedTest
  @CsvSource({
    "45, 45",
    "50 min, 50",
    "1:30, 90",
    "1h30, 90",
    "2 h, 120",
    "1 h 15 min, 75",
    "7', 7"
  })
  void whatPeopleTypeIsALength(String typed, int minutes) {
    assertThat(MinutesField.parse(typed, false)).isEqualTo(OptionalInt.of(minutes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1:2:3x:", "99999999999"})
  void whatIsNoLengthIsNone(String typed) {
    assertThat(MinutesField.parse(typed, false)).isEqualTo(OptionalInt.empty());
  }

  @Test
  void ofWholeDaysANumberCountsDays() {
    assertThat(MinutesField.parse("3", true)).isEqualTo(OptionalInt.of(3 * 1440));
    assertThat(MinutesField.parse("3 jours", true)).isEqualTo(OptionalInt.of(3 * 1440));
  }
}
