package eu.rempart.activity.ical;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.activity.Activity;
import eu.rempart.activity.TestActivities;
import eu.rempart.activity.ical.CalendarFileService.Imported;
import eu.rempart.activity.ical.CalendarReader.Found;
import eu.rempart.activity.series.TestSeries;
import eu.rempart.db.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files of calendars that are made by hand, on a real database. */
abstract class CalendarFileCase {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

  TestActivities house;

  CalendarFileService files;

  final CurrentMember current = new CurrentMember();

  @BeforeEach
  void open() throws Exception {
    house = new TestActivities(database);
    files =
        new CalendarFileService(
            house.activities,
            house.many,
            TestSeries.of(house),
            house.deals.writes,
            new Rights(current),
            current);
  }

  static byte[] calendar(String... lines) {
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VCALENDAR\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  static String event(String... lines) {
    return "BEGIN:VEVENT\r\nDTSTAMP:20261101T000000Z\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT";
  }

  Imported take(byte[] file) throws Exception {
    return house.as(Role.ADMINISTRATOR, () -> files.take(file, PARIS, "(no title)"));
  }

  List<Found> read(byte[] file) throws Exception {
    return new CalendarReader(PARIS).read(file).found();
  }

  Activity only(Imported imported) throws Exception {
    return house.now(imported.touched().getFirst());
  }
}
