package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.CountryCode;
import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedActivity;
import eu.rempart.exchange.format.ImportedDeal;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, times, sums and numbers as programs and people of several countries write them. */
class WrittenOtherwiseTest {

  private static ImportedDeal deal(String csv) {
    return Objects.requireNonNull(CsvSample.text(csv).rows().getFirst().deal());
  }

  private static ImportedActivity activity(String csv) throws IOException {
    var file = CsvSample.file(csv);
    var found = CsvFile.inspect(file);
    var options = new ImportOptions(CountryCode.of("FR"), ZoneId.of("Europe/Paris"), null);
    try (var rows = CsvFile.read(file, found, found.proposal(), options, CsvSample.CLOCK)) {
      return Objects.requireNonNull(rows.next().activity());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "31.12.27, 2027-12-31",
    "31/12/26, 2026-12-31",
    "31/12/46, 2046-12-31",
    "31/12/98, 1998-12-31"
  })
  void aDayToComeMayHaveAYearOfTwoDigits(String written, String day) {
    assertThat(deal("Deal name,Stage,Expected close\nA,New," + written).expectedClose())
        .isEqualTo(LocalDate.parse(day));
  }

  @Test
  void nobodyIsBornInTheFuture() {
    var file = CsvSample.text("First name,Last name,Birthday\nA,B,31.12.27\nC,D,01.02.26\n");

    assertThat(Objects.requireNonNull(file.person(0).birthday()).iso()).isEqualTo("1927-12-31");
    assertThat(Objects.requireNonNull(file.person(1).birthday()).iso()).isEqualTo("2026-02-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12/03/2026 14h30",
        "12/03/2026 14 h 30",
        "12 mars 2026 à 14h30",
        "12/03/2026, 14:30:00",
        "12.03.2026 14.30 Uhr",
        "12.03.2026 um 14:30 Uhr",
        "March 12, 2026 at 2:30 PM",
        "2026-03-12 02:30 PM"
      })
  void aTimeBehindADayIsKeptHoweverItIsWritten(String written) throws IOException {
    var when = Objects.requireNonNull(activity("Subject;When\nCall;" + written).when());

    assertThat(when.allDay()).isFalse();
    assertThat(when.at()).isEqualTo(Instant.parse("2026-03-12T13:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"12/03/2026 14h", "12/03/2026 2 PM", "12.03.2026 14 Uhr"})
  void wholeHoursAreTimesToo(String written) throws IOException {
    var when = Objects.requireNonNull(activity("Subject;When\nCall;" + written).when());

    assertThat(when.at()).isEqualTo(Instant.parse("2026-03-12T13:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234 €|1.234,50 €|1234",
        "1.234 EUR|2.250.000 EUR|1234",
        "1,234 $|2,250,000 $|1234",
        "1.234 €|12.5 €|1.23",
        "1’234.50 CHF|5 CHF|1234.50",
        "1.200,– €|5 €|1200",
      })
  void sumsWithACurrencyTellWhatTheCommaMeans(String first, String second, String value) {
    var deal = deal("Deal name\tStage\tAmount\nA\tNew\t" + first + "\nB\tNew\t" + second);

    assertThat(deal.amount()).isEqualByComparingTo(value);
  }

  @Test
  void pricesOfProductsTellItToo() {
    var deal =
        deal("Deal name\tStage\tProduct\tUnit price\nA\tNew\tSlate\t1.234\nB\tNew\tSlate\t9,90");

    assertThat(deal.lines().getFirst().unitPrice()).isEqualByComparingTo("1234");
  }

  @Test
  void twoNumbersMayStandOnBothSidesOfASlash() {
    var file =
        CsvSample.text(
            """
            First name,Last name,Phone
            A,B,06 12 34 56 78 / 01 23 45 67 89
            C,D,+49 3371/1234567
            """);

    assertThat(Shown.phones(file.person(0).phones()))
        .containsExactly("MOBILE +33612345678 *", "OTHER +33123456789");
    assertThat(Shown.phones(file.person(1).phones())).containsExactly("OTHER +4933711234567 *");
  }

  @Test
  void twoExtensionsOfOneNumberAreTwoNumbers() {
    var file =
        CsvSample.text(
            "First name;Last name;Phone\nA;B;\"+33 1 23 45 67 89 ext. 1|+33 1 23 45 67 89 ext. 2\"");

    assertThat(file.person(0).phones())
        .extracting(phone -> phone.number().whole())
        .containsExactly("+33123456789 ext. 1", "+33123456789 ext. 2");
  }

  @Test
  void aReportInFrenchHasTheDayFirst() {
    var french =
        CsvSample.text(
            "Prénom,Nom,Nom du compte,Rue (adresse postale),Date de naissance\n"
                + "A,B,C,D,03/04/1980");
    var english =
        CsvSample.text(
            "First Name,Last Name,Account Name,Mailing Street,Birthdate\nA,B,C,D,03/04/1980");

    assertThat(Objects.requireNonNull(french.person(0).birthday()).iso()).isEqualTo("1980-04-03");
    assertThat(Objects.requireNonNull(english.person(0).birthday()).iso()).isEqualTo("1980-03-04");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"25-Mar-80", "mercredi 25 mars 1980", "Tue, 25 Mar 1980", "Tuesday, March 25, 1980"})
  void aDayMayHaveItsMonthInWords(String written) {
    var file = CsvSample.text("First name;Last name;Birthday\nA;B;" + written);

    assertThat(Objects.requireNonNull(file.person(0).birthday()).iso()).isEqualTo("1980-03-25");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Adresse 1;Adresse 2;CP;Ville",
        "Address Line 1;Address Line 2;Zip;City",
        "ADDRESS_1;ADDRESS_2;POSTAL_CODE;CITY"
      })
  void linesOfAnAddressAreOfOneAddress(String headers) {
    var file = CsvSample.text("Nom;Prénom;" + headers + "\nA;B;1 rue A;Bât B;69002;Lyon");

    assertThat(Shown.addresses(file.person(0).addresses()))
        .containsExactly("HOME 1 rue A / Bât B | 69002 | Lyon |  | ");
  }

  @Test
  void whatIsNoSizeAndNoLanguageIsTold() {
    var file = CsvSample.text("Company;Industry;Employees;Language\nA;x;plenty;Klingon\nB;x;-;fr");

    assertThat(file.problems(0)).containsExactly("CHOICE_UNKNOWN@2", "CHOICE_UNKNOWN@3");
    assertThat(file.rows().getFirst().companies().getFirst().company().description().lines())
        .containsExactly("Employees: plenty", "Language: Klingon");
    assertThat(file.problems(1)).isEmpty();
  }

  @Test
  void whoMayHaveAskedForNoMailsIsTold() {
    var file =
        CsvSample.text(
            """
            First name;Last name;Email;Email opt out;Do not call
            A;B;a@x.example;since spring;yes
            C;D;c@x.example;no;no
            """);

    assertThat(file.problems(0)).containsExactly("CHOICE_UNKNOWN@3");
    assertThat(file.person(0).description()).isEqualTo("Email opt out: since spring");
    assertThat(file.person(0).doNotCall()).isTrue();
    assertThat(file.problems(1)).isEmpty();
  }

  @Test
  void peopleOfATableOfCompaniesArePeople() {
    var file =
        CsvSample.text(
            """
            Company,Contact first name,Contact last name,Contact email,Company website
            Alpha,Jean,Dupont,jean@alpha.example,alpha.example
            """);

    assertThat(file.person(0).name().full()).isEqualTo("Jean Dupont");
    assertThat(Shown.emails(file.person(0).emails())).containsExactly("WORK jean@alpha.example *");
    assertThat(file.rows().getFirst().companies().getFirst().company().website())
        .isEqualTo("alpha.example");
  }
}
