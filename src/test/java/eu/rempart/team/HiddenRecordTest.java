package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.archive.BinFilter;
import eu.rempart.archive.Restored;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyQuery;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactQuery;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealFilter;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.board.Cards;
import eu.rempart.exchange.export.ExportWords;
import eu.rempart.exchange.vcard.VCardExport;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.GlobalSearch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may not read a record sees neither it nor its name, whatever way they try. */
class HiddenRecordTest extends WithHiddenRecords {

  @Test
  void listsCountAndFindWhatOneMayReadAlone() {
    assertThat(as(eve, () -> contacts.page(ContactQuery.ALL, 0, 50)).total()).isZero();
    assertThat(as(eve, () -> companies.page(CompanyQuery.ALL, 0, 50)).total()).isZero();
    assertThat(as(eve, () -> deals.page(DealQuery.ALL, 0, 50)).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.id()).isEqualTo(own))
        .satisfies(row -> assertThat(row.company()).isNullOrEmpty());
    assertThat(as(eve, () -> contacts.ids(ContactQuery.ALL, 50).toList())).containsOnly(List.of());
    assertThat(as(eve, () -> contacts.find(person))).isEmpty();
    assertThat(as(eve, () -> contacts.findAll(List.of(person)))).isEmpty();
    assertThat(as(eve, () -> contacts.rows(List.of(person), ContactColumn.DEFAULT))).isEmpty();
    assertThat(as(eve, () -> contacts.recentlyChanged(50, ContactColumn.DEFAULT))).isEmpty();
    assertThat(as(eve, () -> companies.find(firm))).isEmpty();
    assertThat(as(eve, () -> companies.reference(firm))).isEmpty();
    assertThat(as(eve, () -> deals.find(deal))).isEmpty();
    assertThat(as(eve, () -> deals.path(deal))).isEmpty();
    assertThat(as(eve, () -> deals.of(firm, 10, DealColumn.DEFAULT)).rows())
        .extracting(DealRow::id)
        .containsExactly(own);
    assertThat(as(eve, () -> deals.of(firm, 10, DealColumn.DEFAULT)).total()).isEqualTo(1);
  }

  @Test
  void searchNeitherFindsNorSuggestsNorWarnsOfIt() {
    for (String text : List.of(word, word.substring(0, 6), "Person" + word, "Chief " + word)) {
      for (GlobalSearch each : searches) {
        assertThat(as(eve, () -> each.find(text, 10))).as(text).isEmpty();
      }
      assertThat(as(eve, () -> index.everywhere(text, 10).values()))
          .as(text)
          .allSatisfy(ids -> assertThat(ids).isEmpty());
    }
    assertThat(
            as(
                eve,
                () ->
                    contacts.likelyDuplicates(
                        ContactData.builder().lastName("Person" + word).build(), null)))
        .isEmpty();
    assertThat(
            as(
                eve,
                () ->
                    companies.likelyDuplicates(
                        CompanyData.builder().name("Firm " + word).build(), null)))
        .isEmpty();
    assertThat(as(eve, () -> companies.matching(null, "Firm " + word))).isEmpty();
  }

  @Test
  void aDealIsNeitherFoundNorSortedByACompanyThatIsHidden() {
    DealQuery byFirm =
        new DealQuery("Firm " + word, DealFilter.NONE, DealColumn.NAME, false, DealColumn.DEFAULT);
    assertThat(deals.page(byFirm, 0, 10).total()).isEqualTo(2);
    assertThat(as(eve, () -> deals.page(byFirm, 0, 10)).total()).isZero();
    DealQuery own =
        new DealQuery("garden", DealFilter.NONE, DealColumn.COMPANY, true, DealColumn.DEFAULT);
    assertThat(as(eve, () -> deals.page(own, 0, 10)).total()).isEqualTo(1);
    String mistyped = word.substring(0, 5) + "z" + word.substring(6);
    assertThat(
            as(
                eve,
                () ->
                    deals.page(
                        new DealQuery(
                            mistyped, DealFilter.NONE, DealColumn.NAME, false, DealColumn.DEFAULT),
                        0,
                        10)))
        .satisfies(page -> assertThat(page.total()).isZero());
  }

  @Test
  void aDealIsNotFoundByACompanyThatItIsNotShownWith() {
    SignedInMember blind =
        narrowed(Role.MEMBER, without("deal", Map.of("company_id", FieldRule.HIDDEN)));
    DealQuery byFirm =
        new DealQuery("Firm " + word, DealFilter.NONE, DealColumn.NAME, false, DealColumn.DEFAULT);
    assertThat(as(blind, () -> companies.find(firm))).isPresent();
    assertThat(as(blind, () -> deals.page(byFirm, 0, 10)).total()).isZero();
  }

  @Test
  void boardsAndLinksLeaveItOut() {
    List<Cards> stages = List.copyOf(as(eve, () -> boards.board(pipeline(), null)).values());
    assertThat(stages.getFirst().count()).isEqualTo(1);
    assertThat(stages.subList(1, stages.size())).extracting(Cards::count).containsOnly(0);
    assertThat(stages.getFirst().cards())
        .singleElement()
        .satisfies(card -> assertThat(card.company()).isNullOrEmpty());
    assertThat(as(eve, () -> links.of(firm))).isEmpty();
    assertThat(as(eve, () -> links.of(person))).isEmpty();
    assertThat(as(eve, () -> people.of(own))).isEmpty();
    assertThat(as(eve, () -> people.of(person))).isEmpty();
  }

  @Test
  void historyAndBinKeepTheirSilence() {
    RecordRef hidden = new RecordRef("contact", person.value());
    assertThat(as(eve, () -> history.timeline(hidden))).isEmpty();
    assertThat(as(eve, () -> history.name(hidden))).isEmpty();
    assertThat(as(eve, () -> history.asOf(hidden, Instant.now()))).isEmpty();
    assertThat(as(eve, () -> history.timeline(new RecordRef("deal", own.value()))))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.link() == null ? "" : event.link().name()).isEmpty());

    contacts.archive(List.of(person));
    UUID change = deals.archive(List.of(deal));
    assertThat(as(eve, () -> archive.page(BinFilter.ALL, null, 200)).entries())
        .noneMatch(entry -> Set.of(person.value(), deal.value()).contains(entry.root().id()));
    assertThat(as(eve, () -> history.name(hidden))).isEmpty();
    assertThat(as(eve, () -> history.timeline(hidden))).isEmpty();
    UUID entry =
        archive.page(BinFilter.ALL, null, 200).entries().stream()
            .filter(each -> each.root().id().equals(deal.value()))
            .findFirst()
            .orElseThrow()
            .archiveId();
    assertThat(as(eve, () -> archive.contents(entry))).isEmpty();
    RecordRef archived = new RecordRef("contact", person.value());
    assertThat(as(eve, () -> archive.holding(archived))).isEmpty();
    assertThat(archive.holding(archived)).isPresent();
    assertThat(as(eve, () -> archive.restore(List.of(entry), true)))
        .isInstanceOf(Restored.Gone.class);
    as(eve, () -> archive.undo(change));
    assertThat(deals.find(deal)).isEmpty();
  }

  @Test
  void exportsTakeOutWhatOneMayReadAlone() {
    ExportWords words = new ExportWords(Locale.ENGLISH, key -> key, Map.of(), Map.of());
    assertThat(
            as(
                eve,
                () -> {
                  ByteArrayOutputStream out = new ByteArrayOutputStream();
                  export.contactsAsTable(ContactQuery.ALL, List.of(person), words, out);
                  export.contactsAsCards(
                      ContactQuery.ALL, List.of(person), VCardExport.Version.V4, out);
                  export.companiesAsTable(CompanyQuery.ALL, List.of(firm), words, out);
                  export.companiesAsTable(CompanyQuery.ALL, List.of(), words, out);
                  dealExport.asTable(DealQuery.ALL, List.of(), words, out);
                  dealExport.asTable(DealQuery.ALL, List.of(deal, own), words, out);
                  return out.toString(StandardCharsets.UTF_8);
                }))
        .contains("garden")
        .doesNotContain(word);
  }

  @Test
  void deepAddressesLeadNowhere() {
    pagesSayNothing("contacts/" + person, "companies/" + firm, "deals/" + deal, "deals/" + own);
    assertThat(sent("deals/" + own)).as("who may is sent it").contains(word);
  }

  @Test
  void theDatabaseItselfAnswersNothing() {
    for (String table :
        List.of(
            "contact",
            "contact_history",
            "contact_archive",
            "company",
            "contact_company",
            "contact_company_history",
            "deal_contact",
            "contact_photo")) {
      assertThat(as(eve, () -> dsl.fetchCount(org.jooq.impl.DSL.table(table)))).as(table).isZero();
    }
    assertThat(dsl.fetchCount(org.jooq.impl.DSL.table("contact"))).isPositive();
  }
}
