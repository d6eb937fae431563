package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Texts that are longer than their fields: the row is imported all the same, and says so. */
class LongCellsTest {

  private static final String NOTE = "Wort 😀 ".repeat(4_000);

  @Test
  void aLongNoteIsCutAndThatIsTold() {
    var file = CsvSample.text("First name,Last name,Notes\nA,B," + NOTE);

    assertThat(file.problems(0)).containsExactly("DESCRIPTION_CUT");
    assertThat(file.person(0).description()).hasSizeLessThanOrEqualTo(20_000).startsWith("Wort 😀");
    assertThat(NOTE).startsWith(file.person(0).description());
  }

  @Test
  void oneThatFitsIsWhole() {
    var note = "n".repeat(20_000);
    var file = CsvSample.text("First name,Last name,Notes\nA,B," + note);

    assertThat(file.problems(0)).isEmpty();
    assertThat(file.person(0).description()).isEqualTo(note);
  }

  @Test
  void dealsAndActivitiesCutTheirsToo() {
    var deals = CsvSample.text("Deal name,Stage,Notes\nA,New," + NOTE);
    var activities = CsvSample.text("Subject,When,Notes\nA,2026-03-01," + NOTE);

    assertThat(deals.problems(0)).containsExactly("DESCRIPTION_CUT");
    assertThat(activities.problems(0)).containsExactly("DESCRIPTION_CUT");
  }

  @Test
  void fieldsOfPeopleAndCompaniesAreCutAndKeptWhole() {
    var text = "x".repeat(300);
    var file =
        CsvSample.text(
            "First name,Last name,Job title,Civilité,Company,Website,Industry,VAT number\nA,B,"
                + text
                + ","
                + text
                + ",C,"
                + text
                + ","
                + text
                + ","
                + text);

    assertThat(file.problems(0))
        .containsExactly(
            "VALUE_SHORTENED@2",
            "VALUE_SHORTENED@3",
            "VALUE_SHORTENED@5",
            "VALUE_SHORTENED@6",
            "VALUE_SHORTENED@7");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.jobTitle()).hasSize(255);
    assertThat(file.person(0).salutation()).hasSize(100);
    assertThat(file.person(0).description()).contains("Job title: " + text, "Civilité: " + text);
    assertThat(link.company().website()).hasSize(255);
    assertThat(link.company().industry()).hasSize(255);
    assertThat(link.company().vatNumber()).hasSize(255);
    assertThat(link.company().description())
        .contains("Website: " + text, "Industry: " + text, "VAT number: " + text);
  }

  @Test
  void aKeyThatIsTooLongIsNone() {
    var source = CsvSample.text("Id,First name,Last name\n1,A,B").inspection().source();

    assertThat(source.key("k".repeat(300))).isNull();
    assertThat(Objects.requireNonNull(source.key("k".repeat(200))).id()).hasSize(200);
  }
}
