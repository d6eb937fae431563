package eu.rempart.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.PersonName;
import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportSource;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What programs write besides the columns that everybody has. */
class OtherProgramsTest {

  @Test
  void googleTellsInItsLabelsWhatAValueIs() {
    var file =
        CsvSample.text(
            "First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,Relation 1 - Label,"
                + "Relation 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,"
                + "Custom Field 1 - Value,Custom Field 2 - Label,Custom Field 2 - Value\n"
                + "Ana,Ionescu,* Work,ana@firma.example,Spouse,Ion,Anniversary,2001-05-04,"
                + "Kundennummer,4711,,ohne Namen\n");

    assertThat(file.inspection().source()).isEqualTo(ImportSource.GOOGLE);
    assertThat(file.person(0).description().lines())
        .containsExactly(
            "Spouse: Ion",
            "Anniversary: 2001-05-04",
            "Kundennummer: 4711",
            "Custom Field 2 - Value: ohne Namen");
  }

  @Test
  void labelsOfPipedriveAreTags() {
    var file =
        CsvSample.text(
            "Person - Name,Person - Labels,Person - Email - Work,Organization - Name,"
                + "Organization - Label\n"
                + "Ana Ionescu,\"Hot lead, Customer\",ana@firma.example,Firma,Partner\n");

    assertThat(file.inspection().source()).isEqualTo(ImportSource.PIPEDRIVE);
    assertThat(file.person(0).tags()).containsExactly("Hot lead", "Customer");
    assertThat(file.rows().getFirst().companies().getFirst().company().tags())
        .containsExactly("Partner");
  }

  @Test
  void espoCallsItsColumnsAsItsFields() {
    var file =
        CsvSample.text(
            "id,salutationName,firstName,lastName,accountName,title,emailAddress,phoneNumber,"
                + "doNotCall,addressStreet,addressCity,addressPostalCode,addressCountry\n"
                + "5f1,Mr.,Jean,Dupont,Alpha SA,Acheteur,jean@alpha.example,+33 1 23 45 67 89,1,"
                + "1 rue A,Lyon,69002,France\n");

    var jean = file.person(0);
    assertThat(jean.name()).isEqualTo(new PersonName("Jean", "Dupont"));
    assertThat(jean.salutation()).isEqualTo("Mr.");
    assertThat(Shown.emails(jean.emails())).containsExactly("WORK jean@alpha.example *");
    assertThat(Shown.phones(jean.phones())).containsExactly("WORK +33123456789 * X");
    assertThat(Shown.addresses(jean.addresses()))
        .containsExactly("WORK 1 rue A | 69002 | Lyon |  | FR");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.company().name()).isEqualTo("Alpha SA");
    assertThat(link.jobTitle()).isEqualTo("Acheteur");
  }

  @Test
  void espoCompanies() {
    var file =
        CsvSample.text(
            "id,name,website,emailAddress,phoneNumber,industry,billingAddressStreet,"
                + "billingAddressCity,billingAddressPostalCode,billingAddressCountry\n"
                + "5f2,Alpha SA,alpha.example,info@alpha.example,+33 1 23 45 67 89,Textile,"
                + "1 rue A,Lyon,69002,France\n");

    assertThat(file.rows().getFirst().person()).isNull();
    var alpha = file.rows().getFirst().companies().getFirst().company();
    assertThat(alpha.name()).isEqualTo("Alpha SA");
    assertThat(alpha.externalId()).isEqualTo("5f2");
    assertThat(Shown.emails(alpha.emails())).containsExactly("WORK info@alpha.example *");
    assertThat(Shown.addresses(alpha.addresses()))
        .containsExactly("BILLING 1 rue A | 69002 | Lyon |  | FR");
  }

  @Test
  void zohoContacts() {
    var file =
        CsvSample.text(
            "Record Id,Contact Owner,Lead Source,First Name,Last Name,Account Name,Email,Title,"
                + "Department,Phone,Mobile,Mailing Street,Mailing City,Mailing State,Mailing Zip,"
                + "Mailing Country,Email Opt Out,Tag,Date of Birth\n"
                + "zcrm_51,Eva,Fair,Jean,Dupont,Alpha SA,jean@alpha.example,Acheteur,Achats,"
                + "+33 1 23 45 67 89,+33 6 12 34 56 78,1 rue A,Lyon,,69002,France,true,"
                + "\"VIP,Nord\",1980-04-03\n");

    var jean = file.person(0);
    assertThat(jean.externalId()).isEqualTo("zcrm_51");
    assertThat(Shown.emails(jean.emails())).containsExactly("WORK jean@alpha.example * X");
    assertThat(Shown.addresses(jean.addresses()))
        .containsExactly("WORK 1 rue A | 69002 | Lyon |  | FR");
    assertThat(jean.tags()).containsExactly("VIP", "Nord");
    assertThat(file.rows().getFirst().companies().getFirst().jobTitle()).isEqualTo("Acheteur");
  }

  @Test
  void zohoDeals() {
    var file =
        CsvSample.text(
            "Record Id,Deal Owner,Deal Name,Amount,Account Name.id,Account Name,Contact Name,"
                + "Closing Date,Stage,Probability (%),Lead Source,Reason For Loss,Tag\n"
                + "zcrm_7,Eva,Roof,1200,zcrm_9,Alpha SA,Jean Dupont,2027-03-04,New,30,Fair,,VIP\n");

    assertThat(file.inspection().kind()).isEqualTo(ImportKind.DEALS);
    var roof = Objects.requireNonNull(file.rows().getFirst().deal());
    assertThat(roof.externalId()).isEqualTo("zcrm_7");
    assertThat(roof.expectedClose()).isEqualTo(LocalDate.of(2027, 3, 4));
    assertThat(roof.owner()).isEqualTo("Eva");
    assertThat(roof.source()).isEqualTo("Fair");
    assertThat(roof.tags()).containsExactly("VIP");
    assertThat(roof.people().getFirst().name()).isEqualTo("Jean Dupont");
    var alpha = file.rows().getFirst().companies().getFirst().company();
    assertThat(alpha.name() + ", " + alpha.externalId()).isEqualTo("Alpha SA, zcrm_9");
  }
}
