package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.Birthday;
import eu.rempart.common.CountryCode;
import eu.rempart.common.number.NumberConvention;
import eu.rempart.exchange.Shown;
import eu.rempart.exchange.csv.writing.CellReading;
import eu.rempart.exchange.csv.writing.NumberWriting;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.value.Amounts;
import eu.rempart.exchange.value.DateOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=|\r\nNom|Email\r\nDu, Pont|a@x.example\r\n",
        "Nom;Email\rDu, Pont;a@x.example\r",
        "Nom,Email\n \"Du, Pont\" , a@x.example",
        "'Nom';'Email'\n'Du, Pont';'a@x.example'\n",
        "\n\nNom\tEmail\n\nDu, Pont\ta@x.example\n\n",
      })
  void signsAreFoundHoweverATableIsWritten(String text) {
    var file = CsvSample.text(text);
    assertThat(file.inspection().headers()).containsExactly("Nom", "Email");
    assertThat(file.rows()).hasSize(1);
    assertThat(file.person(0).name().last()).isEqualTo("Du");
    assertThat(Shown.emails(file.person(0).emails())).containsExactly("OTHER a@x.example *");
  }

  @Test
  void aPersonMayCorrectWhatColumnsMean() throws IOException {
    var file = CsvSample.file("Nom,Bidule,Machin\nDupont,a@x.example,06 12 34 56 78\n");
    var inspection = CsvFile.inspect(file);
    var mapping =
        inspection
            .proposal()
            .with(1, Target.of(Field.EMAIL_HOME))
            .with(2, Target.IGNORE)
            .with(0, Target.of(Field.COMPANY_NAME));
    var options = new ImportOptions(CountryCode.of("FR"));
    try (var rows = CsvFile.read(file, inspection, mapping, options, CsvSample.CLOCK)) {
      var row = rows.next();
      var person = Objects.requireNonNull(row.person());
      assertThat(Shown.emails(person.emails())).containsExactly("HOME a@x.example *");
      assertThat(person.phones()).isEmpty();
      assertThat(row.companies().getFirst().company().name()).isEqualTo("Dupont");
      assertThat(rows.hasNext()).isFalse();
      assertThat(rows.bytesRead()).isPositive();
    }
  }

  @Test
  void aPersonMayCorrectTheOrderOfDates() throws IOException {
    var file = CsvSample.file("Nom;Né(e) le\nDupont;03/07/1980\n");
    var found = CsvFile.inspect(file);
    assertThat(found.dialect().dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
    var corrected = CsvFile.inspect(file, found.dialect().withDateOrder(DateOrder.MONTH_FIRST));
    var birthday = CsvSample.read(file, corrected, "FR").person(0).birthday();
    assertThat(Objects.requireNonNull(birthday).iso()).isEqualTo("1980-03-07");
  }

  @ParameterizedTest
  @CsvSource({
    "'1 234 567,89 €', true, 1234567.89, EUR",
    "'$1,200,000', false, 1200000, USD",
    "'1.200.000', true, 1200000, ''",
    "'1,234', true, 1.234, ''",
    "'1,234', false, 1234, ''",
    "'2,5 M€', true, 2500000, EUR",
    "'12 000 RON', true, 12000, RON",
  })
  void sumsAreReadAsPeopleWriteThem(
      String text, boolean decimalComma, String value, String currency) {
    var amount =
        Amounts.parse(
                text,
                decimalComma ? NumberConvention.DECIMAL_COMMA : NumberConvention.DECIMAL_POINT)
            .orElseThrow();
    assertThat(amount.value()).isEqualByComparingTo(value);
    assertThat(amount.currency()).isEqualTo(currency);
  }

  @ParameterizedTest
  @ValueSource(strings = {"beaucoup", "", "12 pommes", "--"})
  void otherTextsAreNoSums(String text) {
    assertThat(Amounts.parse(text, NumberConvention.DECIMAL_COMMA)).isEmpty();
  }

  private static final String OPEN = "Company,Annual revenue\nA,1.250\nB,2.000\n";

  /** The revenues that are read with a mapping; none of cells that aren't. */
  private static List<String> revenues(String text, Mapping mapping) throws IOException {
    var file = CsvSample.file(text);
    var options = new ImportOptions(CountryCode.of("FR"));
    try (var rows = CsvFile.read(file, CsvFile.inspect(file), mapping, options, CsvSample.CLOCK)) {
      return rows.stream()
          .map(row -> row.companies().getFirst().company().annualRevenue())
          .filter(Objects::nonNull)
          .map(BigDecimal::toPlainString)
          .toList();
    }
  }

  private static NumberWriting numbers(CsvInspection found, int column) {
    return found.columns().get(column).numbers();
  }

  @Test
  void oneCellDecidesForItsColumn() throws IOException {
    var text = "Company,Annual revenue,Other\nA,1.250,7\nB,\"3,5\",1.2\nC,2.000,\n";
    var found = CsvFile.inspect(CsvSample.file(text));
    assertThat(numbers(found, 1).isOpen()).isFalse();
    assertThat(found.proposal().unsaid(found.columns())).isEmpty();
    assertThat(revenues(text, found.proposal())).containsExactly("1250", "3.5", "2000");
  }

  @Test
  void aColumnThatProvesNothingIsAskedOnce() throws IOException {
    var found = CsvFile.inspect(CsvSample.file(OPEN));
    assertThat(numbers(found, 1).isOpen()).isTrue();
    assertThat(found.proposal().unsaid(found.columns()))
        .extracting(CsvColumn::header)
        .containsExactly("Annual revenue");
    assertThat(revenues(OPEN, found.proposal())).as("nothing is guessed").isEmpty();
    var said = found.proposal().withReading(1, CellReading.DECIMAL_COMMA);
    assertThat(said.unsaid(found.columns())).isEmpty();
    assertThat(revenues(OPEN, said)).containsExactly("1250", "2000");
    assertThat(revenues(OPEN, found.proposal().withReading(1, CellReading.DECIMAL_POINT)))
        .containsExactly("1.250", "2.000");
  }

  /** What the birthdays of a column are read as with a mapping. */
  private static List<String> birthdays(String text, Mapping mapping) throws IOException {
    var file = CsvSample.file(text);
    var options = new ImportOptions(CountryCode.of("FR"));
    try (var rows = CsvFile.read(file, CsvFile.inspect(file), mapping, options, CsvSample.CLOCK)) {
      return rows.stream()
          .map(row -> Objects.requireNonNull(row.person()).birthday())
          .filter(Objects::nonNull)
          .map(Birthday::iso)
          .toList();
    }
  }

  @Test
  void datesThatProveNothingAreAskedOnce() throws IOException {
    var text = "Last name,Birthday\nDupont,01/02/1980\nDurand,03/04/1981\n";
    var found = CsvFile.inspect(CsvSample.file(text));
    assertThat(found.proposal().unsaid(found.columns()))
        .extracting(CsvColumn::header)
        .containsExactly("Birthday");
    assertThat(found.columns().get(1).dates().open()).isEqualTo("01/02/1980");

    var dayFirst = found.proposal().withReading(1, CellReading.DAY_FIRST);
    assertThat(dayFirst.unsaid(found.columns())).isEmpty();
    assertThat(birthdays(text, dayFirst)).containsExactly("1980-02-01", "1981-04-03");
    assertThat(birthdays(text, found.proposal().withReading(1, CellReading.MONTH_FIRST)))
        .containsExactly("1980-01-02", "1981-03-04");
    assertThat(found.proposal().withReading(1, CellReading.DECIMAL_COMMA).unsaid(found.columns()))
        .as("what was said of the column's numbers says nothing of its dates")
        .hasSize(1);
    assertThat(found.proposal().with(1, Target.IGNORE).unsaid(found.columns())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"13/02/1980, 1980-02-01", "02/13/1980, 1980-01-02"})
  void oneDateDecidesForItsColumn(String proof, String first) throws IOException {
    var text = "Last name,Birthday\nDupont,01/02/1980\nDurand," + proof + "\n";
    var found = CsvFile.inspect(CsvSample.file(text));
    assertThat(found.proposal().unsaid(found.columns())).isEmpty();
    assertThat(birthdays(text, found.proposal())).containsExactly(first, "1980-02-13");
  }

  @ParameterizedTest
  @ValueSource(strings = {"02/02/1980", "01.02.1980", "1980-02-01", "1 Feb 1980", "0/0/00"})
  void datesThatCanOnlyBeOneAreNotAsked(String date) throws IOException {
    var found = CsvFile.inspect(CsvSample.file("Last name,Birthday\nDupont," + date + "\n"));
    assertThat(found.proposal().unsaid(found.columns())).isEmpty();
  }

  @Test
  void datesThatProveBothOrdersAreAsked() throws IOException {
    var text = "Last name,Birthday\nA,01/02/1980\nB,13/02/1980\nC,02/13/1980\n";
    var found = CsvFile.inspect(CsvSample.file(text));
    assertThat(found.proposal().unsaid(found.columns())).hasSize(1);
  }

  @Test
  void theLastDateOfALongFileDecides() throws IOException {
    var text = new StringBuilder("Last name,Birthday\n");
    for (var i = 0; i < 30_000; i++) {
      text.append("Person ").append(i).append(",01/02/1980\n");
    }
    var open = CsvFile.inspect(CsvSample.file(text.toString()));
    assertThat(open.proposal().unsaid(open.columns())).hasSize(1);
    text.append("Last,13/02/1980\n");
    var decided = CsvFile.inspect(CsvSample.file(text.toString()));
    assertThat(decided.proposal().unsaid(decided.columns())).isEmpty();
  }

  @Test
  void theLastCellOfALongFileDecides() throws IOException {
    var text = new StringBuilder("Company,Annual revenue\n");
    for (var i = 0; i < 30_000; i++) {
      text.append("Company ").append(i).append(",1.250\n");
    }
    assertThat(numbers(CsvFile.inspect(CsvSample.file(text.toString())), 1).isOpen()).isTrue();
    text.append("Last,\"3,5\"\n");
    assertThat(numbers(CsvFile.inspect(CsvSample.file(text.toString())), 1).isOpen()).isFalse();
  }
}
