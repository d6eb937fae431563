package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.EmailEntry;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is who, when a file is imported again, or another file speaks of the same people. */
class MatchingTest extends ImportCase {

  private static final String HUBSPOT =
      "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,"
          + "Associated Company IDs,Associated Company\n";
  private static final String SALESFORCE =
      "Id,IsDeleted,AccountId,LastName,FirstName,Salutation,Email,HasOptedOutOfEmail\n";

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private final String key = UUID.randomUUID().toString().substring(0, 8);

  MatchingTest() {
    super(house);
  }

  @Test
  void thePersonOfTheSameKeyIsUpdatedThoughTheEmailChanged() {
    run(HUBSPOT + key + ",Ana,Ionescu,ana@H,,,,,,\n");

    ImportJob job = run(HUBSPOT + key + ",Ana,Popescu,ana.new@H,,,,,,\n");

    assertThat(outcomes(job)).containsExactly(Outcome.UPDATED);
    Contact ana = one("ana.new");
    assertThat(ana.data().lastName()).isEqualTo("Popescu");
    assertThat(ana.data().emails()).extracting(EmailEntry::address).hasSize(2);
    assertThat(ana.data().externalId()).isEqualTo("hubspot:" + key);
  }

  @Test
  void theSameKeyOfTwoProgramsIsTwoPeople() {
    run(HUBSPOT + key + ",Ana,Ionescu,ana@H,,,,,,\n");

    ImportJob job = run(SALESFORCE + key + ",false,,Martin,Luc,M.,luc@H,0\n");

    assertThat(outcomes(job)).containsExactly(Outcome.CREATED);
    assertThat(one("ana").data().firstName()).isEqualTo("Ana");
  }

  @Test
  void aPersonKeepsTheKeysOfEveryProgram() {
    run(HUBSPOT + key + ",Ana,Ionescu,ana@H,,,,,,\n");
    run(SALESFORCE + key + "0000000AAA,false,,Ionescu,Ana,,ana@H,0\n");

    assertThat(one("ana").data().externalId())
        .isEqualTo("hubspot:" + key + "; salesforce:" + key + "0000000");
    assertThat(outcomes(run(HUBSPOT + key + ",Ana,Ionescu,ana2@H,,,,,,\n")))
        .containsExactly(Outcome.UPDATED);
    assertThat(outcomes(run(SALESFORCE + key + "0000000,false,,Ionescu,Ana,,ana3@H,0\n")))
        .containsExactly(Outcome.UPDATED);
    assertThat(one("ana3").data().emails()).hasSize(3);
  }

  @Test
  void anotherKeyOfTheSameProgramIsAnotherPersonOfTheSameName() {
    run(HUBSPOT + key + ",Ana,Ionescu,ana@H,,,,,,\n");

    ImportJob job = run(HUBSPOT + key + "9,Ana,Ionescu,ana@H,,,,,,\n");

    assertThat(outcomes(job)).containsExactly(Outcome.CREATED_BESIDE);
    assertThat(matching("ana")).hasSize(2);
  }

  @Test
  void theKeyOfATableOfOnesOwnNeedsTheNameOrTheEmailBesides() {
    run("Kundennummer,Vorname,Nachname,E-Mail\n" + key + ",Eva,Holz,eva@H\n");

    assertThat(outcomes(run("Kundennummer,Vorname,Nachname,E-Mail\n" + key + ",Eva,Holz,e2@H\n")))
        .containsExactly(Outcome.UPDATED);
    assertThat(outcomes(run("ID,First name,Last name,Email\n" + key + ",Luc,Petit,luc@H\n")))
        .containsExactly(Outcome.CREATED);
    assertThat(one("luc").data().externalId()).isEqualTo(key);
  }

  @Test
  void theKeyIsFoundAmongMoreWhoShareAnAddressThanAreOpened() {
    run(switchboard("Eins"));

    assertThat(outcomes(run(switchboard("Zwei")))).containsOnly(Outcome.UPDATED);
  }

  private String switchboard(String name) {
    return IntStream.range(0, 600)
        .mapToObj(i -> key + i + ",P" + i + "," + name + ",info@H,,,,,,\n")
        .collect(Collectors.joining("", HUBSPOT, ""));
  }

  @Test
  void aSharedMailboxJoinsNobody() {
    String csv =
        "First name,Last name,Email\nJean,Dupont,info@H\nMarie,Martin,info@H\nPaula,Dupont,info@H\n";

    ImportJob first = run(csv);
    ImportJob again = run(csv);
    ImportJob another = run("First name,Last name,Email\nPaul,Dupont,info@H\n");

    assertThat(outcomes(first))
        .containsExactly(Outcome.CREATED, Outcome.CREATED_BESIDE, Outcome.CREATED_BESIDE);
    assertThat(outcomes(again))
        .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.UNCHANGED);
    assertThat(outcomes(another)).containsExactly(Outcome.CREATED_BESIDE);
    assertThat(live("info"))
        .extracting(c -> c.data().displayName())
        .containsExactlyInAnyOrder("Jean Dupont", "Marie Martin", "Paula Dupont", "Paul Dupont");
    assertThat(errorFile(another)).contains("Paul,Dupont,info@" + host + ",2,CREATED_BESIDE");
  }

  @Test
  void aSharedMailboxIsNotTakenForWhoIsThereWhenTheyAreToBeLeftAlone() {
    run("First name,Last name,Email\nJean,Dupont,info@H\n");

    ImportJob job =
        run("First name,Last name,Email\nJ.,Dupont,info@H\nEva,Holz,info@H\n", MatchPolicy.SKIP);

    assertThat(outcomes(job)).containsExactly(Outcome.EXISTS, Outcome.CREATED_BESIDE);
  }

  @Test
  void skippedRowsAreInTheFileWithTheirReason() {
    run("First name,Last name,Email\nAna,Ionescu,ana@H\n");

    ImportJob job =
        run("First name,Last name,Email\nAna,Ionescu,ana@H\n ,\"\",\nEva,,eva@H\nEva,,eva@H\n");

    assertThat(errorFile(job).lines().skip(1))
        .containsExactly(
            "Ana,Ionescu,ana@" + host + ",2,UNCHANGED", "Eva,,eva@" + host + ",5,TWICE_IN_FILE");
  }

  @Test
  void whoHasNoEmailIsRecognisedByPhoneAndWholeName() {
    String csv = "First name,Last name,Phone\nAna,H,+40721234567\nLuc,H,+40721234567\n";
    run(csv);

    assertThat(outcomes(run(csv))).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
    assertThat(outcomes(run("First name,Last name,Phone\nEva,H,+40721234567\n")))
        .containsExactly(Outcome.CREATED);
  }

  @Test
  void twoRowsOfOneBatchBothChangeTheSamePerson() {
    run("First name,Email,E-mail 2\nAna,ana@H,ana2@H\n");

    run(
        "First name,Email,Mobile,Company\nAna,ana@H,+40721234567,F H\nAna,ana2@H,+40721234568,F H\n");

    assertThat(one("ana").data().phones()).hasSize(2);
  }

  @Test
  void cardsAreRecognisedByTheirUid() {
    bringCards("Ana Ionescu", "ana@" + host);
    ImportJob job = bringCards("Ana Popescu", "ana.new@" + host);

    assertThat(outcomes(job)).containsExactly(Outcome.UPDATED);
    assertThat(one("ana.new").data().externalId()).isEqualTo("vcard:" + key);
  }

  @Test
  void companiesOfOneNameAndTwoKeysStayTwo() {
    String csv =
        "Record ID,Company name,Website URL,Company owner,Create Date\n"
            + (key + "1,Firma H,a.example,,\n" + key + "2,Firma H,b.example,,\n");
    assertThat(outcomes(run(csv))).containsExactly(Outcome.CREATED, Outcome.CREATED);
    assertThat(outcomes(run(csv))).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
  }

  @Test
  void addressesThatOdooGivesRowsOfTheirOwnComeToTheCompany() {
    String csv =
        """
        External ID,Name,Is a company,Related company,Address type,Street,ZIP,City
        p1-H,Brasserie H,True,,Contact,Grand-Place 3,1000,Bruxelles
        p2-H,,False,Brasserie H,Invoice Address,Boîte postale 9,1050,Ixelles
        p3-H,Luc H,False,Brasserie H,Contact,,,
        """;
    ImportJob job = run(csv);

    assertThat(outcomes(job)).containsExactly(Outcome.CREATED, Outcome.UPDATED, Outcome.CREATED);
    List<CompanyId> found =
        house.as(() -> house.companies().matching("odoo:p1-" + host, "Brasserie " + host));
    assertThat(found).hasSize(1);
    assertThat(house.as(() -> house.companies().findAll(found)).getFirst().data().addresses())
        .hasSize(2);
    assertThat(outcomes(run(csv))).containsOnly(Outcome.UNCHANGED);
  }

  @Test
  void aCompanyGetsTheOneThatItBelongsToWhicheverComesFirst() {
    String csv =
        """
        Name,Is a company,Related company
        Filiale H,True,Mutter H
        Mutter H,True,
        Agence H,True,Filiale H
        """;
    assertThat(outcomes(run(csv)))
        .containsExactly(Outcome.CREATED, Outcome.TWICE_IN_FILE, Outcome.CREATED);
    Company branch = company("Filiale ");
    assertThat(branch.data().parentCompanyId()).isEqualTo(company("Mutter ").id());
    assertThat(company("Agence ").data().parentCompanyId()).isEqualTo(branch.id());
    assertThat(outcomes(run(csv))).doesNotContain(Outcome.CREATED, Outcome.UPDATED);
  }

  @Test
  void aCompanyThatItsPeopleNamedBeforeGetsWhatItsOwnRowHas() {
    run(
        """
        Company Type,Nom,Société liée,Ville,E-mail
        Person,Ana H,Firma H,,ana@H
        Company,Firma H,,Liège,info@H
        """);
    assertThat(company("Firma ").data().addresses()).hasSize(1);
  }

  private Company company(String name) {
    return house
        .as(() -> house.companies().findAll(house.companies().matching(null, name + host)))
        .getFirst();
  }

  private ImportJob bringCards(String name, String email) {
    String card =
        "BEGIN:VCARD\nVERSION:3.0\nUID:%s\nFN:%s\nEMAIL:%s\nEND:VCARD\n"
            .formatted(key, name, email);
    ImportJob job =
        house.as(
            () ->
                house
                    .imports()
                    .start(
                        house
                            .bring("people.vcf", card.getBytes(StandardCharsets.UTF_8))
                            .cards(ImportOptions.none()),
                        MatchPolicy.UPDATE,
                        new Codes()));
    await(job);
    return job;
  }

  private static List<Outcome> outcomes(ImportJob job) {
    assertThat(job.errorCode()).isEmpty();
    return job.shown().stream().map(RowResult::outcome).toList();
  }

  private String errorFile(ImportJob job) {
    return house.as(() -> house.imports().errorFile(job.id())).orElseThrow();
  }
}
