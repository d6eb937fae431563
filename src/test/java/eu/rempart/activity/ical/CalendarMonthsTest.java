package eu.rempart.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.WithFirm;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.activity.calendar.Stretch;
import eu.rempart.activity.value.When;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What months show of a calendar that was brought is what another program shows of it. */
class CalendarMonthsTest extends WithFirm {

  @Autowired private CalendarFileService files;
  @Autowired private CalendarService calendar;

  record Shape(String file, Map<String, List<String>> months) {}

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        CalendarMonthsTest.class.getResourceAsStream("/calendars/" + name), name);
  }

  static Iterator<Shape> shapes() throws IOException {
    try (InputStream in = resource("months.json")) {
      Map<String, Map<String, List<String>>> all =
          JsonMapper.shared().readValue(in, new TypeReference<>() {});
      return all.entrySet().stream()
          .map(shape -> new Shape(shape.getKey(), shape.getValue()))
          .toList()
          .iterator();
    }
  }

  private static String shown(When when) {
    return when.allDay() ? when.day(ZoneOffset.UTC).toString() : when.at().toString();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aMonthShowsWhatAnotherProgramShows(Shape shape) throws IOException {
    try (InputStream in = resource(shape.file())) {
      files.take(in.readAllBytes(), ZoneId.of("Asia/Tokyo"), "(no title)");
    }
    String subject = shape.file().replace(".ics", "");

    for (int number = 1; number <= 12; number++) {
      YearMonth month = YearMonth.of(2035, number);
      var stretch = new Stretch(month.atDay(1), month.plusMonths(1).atDay(1), ZoneId.of("UTC"));
      assertThat(
              calendar.entries(stretch, Set.of()).stream()
                  .filter(entry -> subject.equals(entry.row().shown().subject()))
                  .map(entry -> shown(entry.when()))
                  .filter(time -> time.startsWith(month.toString())))
          .as("%s in %s", subject, month)
          .containsExactlyInAnyOrderElementsOf(
              shape.months().getOrDefault(month.toString(), List.of()));
    }
  }
}
