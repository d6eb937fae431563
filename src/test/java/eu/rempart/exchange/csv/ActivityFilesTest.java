package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedActivity;
import eu.rempart.exchange.format.NamedPerson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of activities, as programs and people write them. */
class ActivityFilesTest {

  private static ImportedActivity activity(CsvSample sample, int row) {
    return Objects.requireNonNull(sample.rows().get(row).activity());
  }

  @Test
  void pipedriveIsReadWholeWithItsMarkupAsText() {
    CsvSample sample = CsvSample.resource("pipedrive-activities.csv", "FR");

    assertThat(sample.inspection().kind()).isEqualTo(ImportKind.ACTIVITIES);
    assertThat(sample.inspection().source()).isEqualTo(ImportSource.PIPEDRIVE);
    ImportedActivity call = activity(sample, 0);
    assertThat(call.externalId()).isEqualTo("771");
    assertThat(call.subject()).isEqualTo("Call about the mast");
    assertThat(call.kind()).isEqualTo(ActivityKind.CALL);
    assertThat(call.when())
        .isEqualTo(When.at(LocalDateTime.of(2026, 11, 30, 14, 30), ZoneOffset.UTC));
    assertThat(call.minutes()).isEqualTo(45);
    assertThat(call.status()).isEqualTo(ActivityStatus.OPEN);
    assertThat(call.priority()).isEqualTo(ActivityPriority.HIGH);
    assertThat(call.owner()).isEqualTo("Nora Quist");
    assertThat(call.description()).isEqualTo("Ask for the length");
    assertThat(call.people()).containsExactly(new NamedPerson("", "Yannick Le Dû", ""));
    assertThat(call.deals()).containsExactly("Refit of the Belle-Île");
    ImportedActivity visit = activity(sample, 1);
    assertThat(visit.kind()).isEqualTo(ActivityKind.MEETING);
    assertThat(visit.status()).isEqualTo(ActivityStatus.DONE);
    assertThat(visit.doneAt()).isEqualTo(Instant.parse("2026-05-04T11:20:00Z"));
    assertThat(visit.minutes()).isEqualTo(120);
    assertThat(activity(sample, 2).when()).isEqualTo(When.on(LocalDate.of(2026, 12, 2)));
    assertThat(sample.rows().get(3).activity()).isNull();
    assertThat(sample.problems(3)).containsExactly("WHEN_MISSING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject,When,Kind,About\nA,2026-12-01,Call,B",
        "Objet;Quand;Type;Concerne\nA;01/12/2026;Appel;B",
        "Betreff;Wann;Art;Betrifft\nA;1.12.2026;Anruf;B",
        "Onderwerp;Wanneer;Soort;Over\nA;1-12-2026;Gesprek;B"
      })
  void tablesOfPeopleAreTakenInTheirLanguage(String csv) {
    CsvSample sample = CsvSample.text(csv);

    assertThat(sample.inspection().kind()).isEqualTo(ImportKind.ACTIVITIES);
    assertThat(activity(sample, 0).kind()).isEqualTo(ActivityKind.CALL);
    assertThat(activity(sample, 0).when()).isEqualTo(When.on(LocalDate.of(2026, 12, 1)));
    assertThat(activity(sample, 0).about()).containsExactly("B");
    assertThat(sample.problems(0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T09:30:00Z|2026-12-01T09:30:00Z",
        "2026-12-01 09:30|2026-12-01T09:30:00Z",
        "2026-12-01T09:30:00+02:00|2026-12-01T07:30:00Z",
        "01/12/2026 9:30 PM|2026-12-01T21:30:00Z",
        "1 décembre 2026 12:00|2026-12-01T12:00:00Z",
        "2026-12-01 12:05 AM|2026-12-01T00:05:00Z"
      })
  void timesComeInManyForms(String cell, String moment) {
    CsvSample sample = CsvSample.text("Subject,When,Kind\nA," + cell + ",Task");

    assertThat(Objects.requireNonNull(activity(sample, 0).when()).at())
        .isEqualTo(Instant.parse(moment));
    assertThat(sample.problems(0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2026-02-30", "2026-12-01 25:00"})
  void aTimeThatIsNoneIsToldAndKept(String cell) {
    CsvSample sample = CsvSample.text("Subject,When,Kind\nA," + cell + ",Task");

    assertThat(sample.problems(0)).containsExactly("DATE_INVALID@1");
    assertThat(activity(sample, 0).when()).isNull();
    assertThat(activity(sample, 0).description()).isEqualTo("When: " + cell);
  }

  @Test
  void anUnknownKindIsToldAndARowWithoutASubjectIsRefused() {
    CsvSample sample = CsvSample.text("Subject,When,Kind\nA,2026-12-01,Pigeon\n,2026-12-01,Task\n");

    assertThat(sample.problems(0)).containsExactly("CHOICE_UNKNOWN@2");
    assertThat(sample.problems(1)).containsExactly("SUBJECT_MISSING");
  }

  @Test
  void aDurationThatAWholeDayCanNotHaveIsTold() {
    CsvSample sample =
        CsvSample.text("Subject,When,Duration\nFair,2026-03-12,90\nTrip,2026-03-12,2880");

    assertThat(activity(sample, 0).minutes()).isNull();
    assertThat(activity(sample, 0).description()).isEqualTo("Duration: 90");
    assertThat(sample.problems(0)).containsExactly("VALUE_INVALID@2");
    assertThat(activity(sample, 1).minutes()).isEqualTo(2_880);
    assertThat(sample.problems(1)).isEmpty();
  }
}
