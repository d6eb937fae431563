package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.PersonName;
import eu.rempart.exchange.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tables of the world say besides the usual is kept, and each row says so. */
class NothingLostOfTablesTest {

  @ParameterizedTest
  @CsvSource({
    "phone_work, PHONE_WORK",
    "phone_home, PHONE_HOME",
    "phone_other, PHONE_OTHER",
    "phoneWork, PHONE_WORK",
    "Work Phone Number, PHONE_WORK",
    "mobile_phone, PHONE_MOBILE",
    "phone_mobile, PHONE_MOBILE",
    "Home Mobile, PHONE_MOBILE",
    "home_fax, PHONE_FAX",
    "email_home, EMAIL_HOME",
    "email_work, EMAIL_WORK",
    "work_email_address, EMAIL_WORK",
    "otherEmail, EMAIL_OTHER",
    "Home Zip, HOME_POSTAL_CODE",
    "Home Postal Code, HOME_POSTAL_CODE",
    "Work City, WORK_CITY",
    "Work State, WORK_REGION",
    "Work Zip, WORK_POSTAL_CODE",
    "Work Country, WORK_COUNTRY",
    "work_address_street, WORK_STREET",
    "homeAddressCity, HOME_CITY",
    "Téléphone bureau fixe, IGNORE",
  })
  void composedNamesAreProposed(String header, Field field) {
    var file = CsvSample.text("First Name,Last Name," + header + "\nZoé,Dupont,x\n");

    assertThat(file.inspection().proposal().target(2).field()).isEqualTo(field);
  }

  @Test
  void emailOfEachPlaceKeepsItsKind() {
    var file =
        CsvSample.text(
            """
            first_name,last_name,company,email_work,email_home,email_other,phone_work,phone_home
            Zoé,Dupont,Alpha,a@x.example,b@x.example,c@x.example,0472000001,0472000002
            """);

    assertThat(Shown.emails(file.person(0).emails()))
        .containsExactly("WORK a@x.example *", "HOME b@x.example", "OTHER c@x.example");
    assertThat(Shown.phones(file.person(0).phones()))
        .containsExactly("WORK +33472000001 *", "HOME +33472000002");
  }

  @Test
  void personOfInvoiceAddressIsKept() {
    var file =
        CsvSample.text(
            """
            Name,Is a Company,Related Company,Address Type,Street,City,Email,Job Position
            Azure,true,,Contact,Rue 1,Lyon,,
            Roger Martins,false,Azure,Invoice address,Rue 2,Paris,r@x.example,Comptable
            "Azure, Depot",false,Azure,Delivery address,Rue 3,Nice,,
            Azure,false,Azure,Delivery address,Rue 4,Metz,,
            """);

    assertThat(file.rows()).hasSize(6);
    assertThat(file.rows().get(1).person()).isNull();
    var house = file.rows().get(1).companies().getFirst().company();
    assertThat(house.name()).isEqualTo("Azure");
    assertThat(Shown.addresses(house.addresses()))
        .containsExactly("BILLING Rue 2 |  | Paris |  | ");
    assertThat(file.person(2).name()).isEqualTo(new PersonName("Roger", "Martins"));
    assertThat(file.person(2).emails()).hasSize(1);
    assertThat(file.rows().get(2).companies().getFirst().jobTitle()).isEqualTo("Comptable");
    assertThat(file.rows().get(2).number()).isEqualTo(file.rows().get(1).number());
    assertThat(file.person(4).name().full()).isEqualTo("Depot");
    assertThat(file.rows().get(5).person()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"U.S.A., US", "U.K., GB", "U. K., GB", "U.A.E., AE", "Россия, RU", "日本, JP"})
  void dottedCountriesAreKnown(String name, String code) {
    var file =
        CsvSample.text(
            "First Name,Last Name,Street,City,Country\nZoé,Dupont,Rue 1,X," + name + "\n");

    assertThat(Shown.addresses(file.person(0).addresses()).getFirst()).endsWith(code);
    assertThat(file.problems(0)).isEmpty();
  }

  @Test
  void backslashBeforeQuotationMarkIsNoText() {
    var file =
        CsvSample.text(
            """
            "First Name","Last Name","Notes"
            "Bob \\"B\\"","Ross","says \\"hi\\""
            "Anna","C\\\\D",\\N
            """);

    assertThat(file.person(0).name()).isEqualTo(new PersonName("Bob \"B\"", "Ross"));
    assertThat(file.person(0).description()).isEqualTo("says \"hi\"");
    assertThat(file.person(1).name()).isEqualTo(new PersonName("Anna", "C\\D"));
    assertThat(file.person(1).description()).isEmpty();
  }

  @Test
  void backslashAtTheEndOfCellIsText() {
    var file =
        CsvSample.text("First Name,Last Name,Notes\n\"Bob\",\"Ross\",\"C:\\dir\\\"\nAnn,Lee,\n");

    assertThat(file.person(0).description()).isEqualTo("C:\\dir\\");
    assertThat(file.rows()).hasSize(2);
  }

  @Test
  void titleWithoutCompanyIsToldAbout() {
    var file =
        CsvSample.text("First Name,Last Name,Job Title,Website\nZoé,Dupont,Chef,x.example\n");

    assertThat(file.person(0).description().lines())
        .contains("Job Title: Chef", "Website: x.example");
    assertThat(file.problems(0)).containsExactlyInAnyOrder("VALUE_KEPT@2", "VALUE_KEPT@3");
  }

  @Test
  void secondColumnOfSameNameIsKept() {
    var file =
        CsvSample.text(
            """
            First Name,Last Name,Notes,Notes,Birthday,Birthday
            Zoé,Dupont,one,two,1980-03-07,1981-03-07
            """);

    assertThat(file.person(0).description()).isEqualTo("one\ntwo\nBirthday (2): 1981-03-07");
  }

  @Test
  void secondValueOfOneFieldIsToldAbout() {
    var file = CsvSample.text("First Name,Last Name,Second\nZoé,Dupont,Durand\n");
    var mapping = file.inspection().proposal().with(2, Target.of(Field.LAST_NAME));
    var inspection = file.inspection();

    var again =
        CsvSample.read(
            CsvSample.file("First Name,Last Name,Second\nZoé,Dupont,Durand\n"),
            inspection,
            mapping,
            "FR");

    assertThat(again.person(0).name().last()).isEqualTo("Dupont");
    assertThat(again.person(0).description()).isEqualTo("Second: Durand");
    assertThat(again.problems(0)).containsExactly("VALUE_KEPT@2");
  }
}
