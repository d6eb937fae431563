package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.CountryCode;
import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.value.Amounts;
import eu.rempart.exchange.value.DateOrder;
import java.io.IOException;
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
    var amount = Amounts.parse(text, decimalComma).orElseThrow();
    assertThat(amount.value()).isEqualByComparingTo(value);
    assertThat(amount.currency()).isEqualTo(currency);
  }

  @ParameterizedTest
  @ValueSource(strings = {"beaucoup", "", "12 pommes", "--"})
  void otherTextsAreNoSums(String text) {
    assertThat(Amounts.parse(text, true)).isEmpty();
  }
}
