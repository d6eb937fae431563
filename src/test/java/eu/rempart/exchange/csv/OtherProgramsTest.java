package eu.rempart.exchange.csv;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.PersonName;
import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.UnreadableFileException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** As many columns of their own as an organisation may have. */
  private static String columns(String header) {
    return IntStream.range(0, 40).mapToObj(i -> header.formatted(i)).collect(joining(","));
  }

  @Test
  void companiesOfPipedriveAreKnownByWhateverElseIsExported() {
    var file =
        CsvSample.text(
            "Organization - Name,Organization - Label,Organization - Address,Organization - People,"
                + "Organization - Closed deals,Organization - Open deals,"
                + "Organization - Next activity date,Organization - Owner,Organization - ID\n"
                + "Alpha SA,Customer,1 rue A,3,0,1,,Eva,9\n");

    assertThat(file.inspection().source()).isEqualTo(ImportSource.PIPEDRIVE);
    var alpha = file.rows().getFirst().companies().getFirst().company();
    assertThat(alpha.name() + ", " + alpha.externalId()).isEqualTo("Alpha SA, 9");
    assertThat(alpha.tags()).containsExactly("Customer");
  }

  @Test
  void fieldsOfOnesOwnDoNotHideTheProgram() {
    var hubSpot =
        CsvSample.text(
            "Record ID,First Name,Last Name,Email,Lifecycle Stage,"
                + columns("Own %d")
                + "\n51,Jean,Dupont,jean@alpha.example,Lead\n");
    var deals =
        CsvSample.text(
            "Record ID,Deal Name,Deal Stage,Pipeline,Amount,"
                + columns("Own %d")
                + "\n51,Roof,Offer made,Sales,12 EUR\n");
    var salesforce =
        CsvSample.text(
            "Id,IsDeleted,LastName,FirstName,AccountId,"
                + columns("Own%d__c")
                + "\n0035g00000AbCdE,1,Dupont,Jean,0015g00000AbCdE\n");

    assertThat(hubSpot.inspection().source()).isEqualTo(ImportSource.HUBSPOT_CONTACTS);
    assertThat(deals.inspection().source()).isEqualTo(ImportSource.HUBSPOT_DEALS);
    assertThat(Objects.requireNonNull(deals.rows().getFirst().deal()).stage())
        .isEqualTo("Offer made");
    assertThat(salesforce.problems(0)).contains("DELETED_IN_SOURCE");
  }

  @Test
  void espoDealsAndSalesforceLeads() {
    var deals =
        CsvSample.text(
            """
            id,name,amount,amountCurrency,accountName,stage,closeDate,assignedUserName
            5f3,Roof,1200.5,CHF,Alpha SA,Prospecting,2027-03-04,Eva
            """);
    var leads =
        CsvSample.text(
            """
            Lead ID,First Name,Last Name,Company / Account,Email,State/Province,Lead Status
            00Q1,Jean,Dupont,Alpha SA,jean@alpha.example,Rhône,Open
            """);

    var roof = Objects.requireNonNull(deals.rows().getFirst().deal());
    assertThat(roof.name() + ", " + roof.currency() + ", " + roof.owner())
        .isEqualTo("Roof, CHF, Eva");
    assertThat(roof.expectedClose()).isEqualTo(LocalDate.of(2027, 3, 4));
    assertThat(leads.person(0).externalId()).isEqualTo("00Q1");
    assertThat(leads.rows().getFirst().companies().getFirst().company().name())
        .isEqualTo("Alpha SA");
    assertThat(Shown.addresses(leads.person(0).addresses()))
        .containsExactly("WORK  |  |  | Rhône | ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><table><tr><th>Name</th></tr></table></body></html>",
        "\uFEFF <!DOCTYPE html><html></html>",
        "<?xml version=\"1.0\"?><Workbook></Workbook>",
        "<table><tr><td>Name</td></tr></table>"
      })
  void aPageThatIsCalledAWorkbookIsRefusedAsOne(String page) {
    assertThatThrownBy(() -> CsvFile.inspect(CsvSample.file(page)))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            e -> assertThat(e.problem()).isEqualTo(FileProblem.WORKBOOK));
  }

  @Test
  void aHeaderThatBeginsWithMarkupIsStillATable() {
    var file = CsvSample.text("<b>Name</b>,Email\nJean Dupont,jean@alpha.example\n");

    assertThat(file.person(0).emails()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1h30,90", "1 h 30 min,90", "2 h,120", "30 min,30", "45 minutes,45", "1:30,90"})
  void aDurationMaySayItsUnit(String written, int minutes) {
    var file = CsvSample.text("Subject,When,Duration\nCall,2026-03-12 14:30," + written);

    assertThat(file.problems(0)).isEmpty();
    assertThat(Objects.requireNonNull(file.rows().getFirst().activity()).minutes())
        .isEqualTo(minutes);
  }
}
