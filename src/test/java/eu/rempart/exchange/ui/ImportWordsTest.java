package eu.rempart.exchange.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ImportWordsTest {

  private static RowResult refused(ProblemCode code, String name) {
    return new RowResult(
        new ImportedRow(2, List.of(), null, List.of(), List.of(new RowProblem(2, -1, name, code))),
        Outcome.REFUSED,
        false);
  }

  @Test
  void aValueThatIsRefusedIsNamedInTheReadersLanguage() {
    RowResult row = refused(ProblemCode.VALUE_REFUSED, "contact.field.description");

    assertThat(new ImportWords(Locale.ENGLISH).of(row))
        .isEqualTo("Description: This value can’t be kept.");
    assertThat(new ImportWords(Locale.GERMAN).of(row))
        .isEqualTo("Beschreibung: Dieser Wert lässt sich nicht speichern.");
  }

  @Test
  void aColumnIsCalledAsInTheFile() {
    assertThat(
            new ImportWords(Locale.ENGLISH)
                .of(refused(ProblemCode.CELL_TOO_LARGE, "contact.field.description")))
        .startsWith("contact.field.description: ");
  }
}
