package eu.rempart.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.Ids;
import eu.rempart.common.proof.FreshProofRequiredException;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactCompanyRole;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.LinkService;
import eu.rempart.db.Reason;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.run.ImportHouse;
import eu.rempart.exchange.vcard.VCardExport;
import eu.rempart.exchange.vcard.VCardFile;
import eu.rempart.vault.event.SecurityEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordExportTest extends ExportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  RecordExportTest() {
    super(house);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void theShownPeopleComeBackFromTheTable(String language) throws IOException {
    String family = "Le Goff " + language;
    ContactId id = keep(CAMILLE.toBuilder().lastName(family).build());
    CompanyId ponant =
        house.as(
            () ->
                house
                    .companies()
                    .create(CompanyData.builder().name("Chantiers du Ponant").build()));
    house.as(
        () ->
            house
                .bean(LinkService.class)
                .link(id, ponant, new LinkData("Skipper", null, true, true)));
    keep(ContactData.builder().firstName("Somebody").lastName("Else").build());

    run(
        house.administrator(),
        () -> {
          export.contactsAsTable(
              named(family), List.of(), words(Locale.forLanguageTag(language)), out);
        });

    List<ImportedRow> rows = readBack();
    assertThat(rows).hasSize(1);
    ImportedPerson person = Objects.requireNonNull(rows.getFirst().person());
    assertThat(rows.getFirst().problems()).isEmpty();
    assertThat(person.name().first()).isEqualTo("Camille");
    assertThat(person.name().last()).isEqualTo(family);
    assertThat(person.emails())
        .extracting(email -> email.address().value())
        .containsExactly("camille@ponant.example", "clg@x.example");
    assertThat(person.phones())
        .extracting(phone -> phone.number().dialled())
        .containsExactly("+33612345678", "+33298000000");
    assertThat(person.birthday()).isEqualTo(CAMILLE.birthday());
    assertThat(person.language()).isEqualTo("fr");
    assertThat(person.doNotCall()).isTrue();
    var link = rows.getFirst().companies().getFirst();
    assertThat(link.company().name()).isEqualTo("Chantiers du Ponant");
    assertThat(link.jobTitle()).isEqualTo("Skipper");
  }

  @Test
  void onlyTheShownColumnsGoOutInTheirOrder() throws IOException {
    ContactId id = keep(CAMILLE.toBuilder().lastName("Kerguelen").build());
    var shown = new LinkedHashMap<ContactColumn, Boolean>();
    shown.put(ContactColumn.PHONE, true);
    shown.put(ContactColumn.NAME, true);

    table(
        new ContactQuery(
            "Kerguelen", ContactFilter.NONE, ContactColumn.NAME, false, shown.keySet()));

    assertThat(text().lines())
        .containsExactly(
            "\uFEFFPhone,First name,Last name,Rempart ID",
            "+33612345678; +33298000000,Camille,Kerguelen," + id.value());
  }

  @Test
  void noCellIsAFormula() {
    keep(
        ContactData.builder()
            .firstName("=HYPERLINK(\"http://x.example\")")
            .lastName("Formule")
            .build());

    table(named("Formule"));

    assertThat(text()).contains("\"'=HYPERLINK(").doesNotContain(",=").doesNotContain("\n=");
  }

  @Test
  void aListOfManyPagesGoesOutWhole() {
    Map<ContactId, ContactData> many = new LinkedHashMap<>();
    for (int i = 0; i < 1_203; i++) {
      many.put(
          new ContactId(Ids.next()),
          ContactData.builder().firstName("Nr" + i).lastName("Zwyssig").build());
    }
    run(
        house.administrator(),
        () -> {
          house.contacts().createAll(many, Reason.EDIT);
          house.contacts().tellIndex(many.keySet()).accept(Duration.ofSeconds(30));
        });

    table(named("Zwyssig"));

    assertThat(text().lines().skip(1).distinct()).hasSize(1_203);
    assertThat(events).hasSize(1);
    SecurityEvent event = events.getFirst();
    assertThat(event.kind()).isEqualTo("exchange.export");
    assertThat(event.memberId()).isEqualTo(house.administrator().memberId());
    assertThat(event.detail())
        .containsEntry("rows", "1203")
        .containsEntry("kind", "contact")
        .containsEntry("format", "csv");
  }

  @Test
  void ofSelectedPeopleOnlyTheseGoOut() {
    ContactId one = keep(CAMILLE.toBuilder().lastName("Abgrall").build());
    keep(CAMILLE.toBuilder().firstName("Yann").lastName("Abgrall").build());

    table(named("Abgrall"), one);

    assertThat(text()).contains("Camille,Abgrall").doesNotContain("Yann");
    assertThat(events.getFirst().detail()).containsEntry("rows", "1");
  }

  @ParameterizedTest
  @EnumSource(VCardExport.Version.class)
  void cardsHaveTheMainCompany(VCardExport.Version version) throws IOException {
    String family = "Quéméré" + version;
    ContactId id = keep(CAMILLE.toBuilder().lastName(family).build());
    for (String name : List.of("Main & Co", "Besides")) {
      CompanyId company =
          house.as(() -> house.companies().create(CompanyData.builder().name(name).build()));
      house.as(
          () ->
              house
                  .bean(LinkService.class)
                  .link(
                      id,
                      company,
                      new LinkData("Boss", ContactCompanyRole.DECISION_MAKER, true, false)));
    }

    run(
        house.administrator(),
        () -> {
          export.contactsAsCards(named(family), List.of(), version, out);
        });

    assertThat(text()).contains(version == VCardExport.Version.V3 ? "VERSION:3.0" : "VERSION:4.0");
    try (var cards =
        VCardFile.read(
            () -> new ByteArrayInputStream(out.toByteArray()), HOME, ImportHouse.CLOCK)) {
      ImportedRow row = cards.next();
      ImportedPerson person = Objects.requireNonNull(row.person());
      assertThat(person.name().last()).isEqualTo(family);
      assertThat(person.emails()).isEqualTo(CAMILLE.emails());
      assertThat(person.birthday()).isEqualTo(CAMILLE.birthday());
      assertThat(row.companies()).hasSize(1);
      assertThat(row.companies().getFirst().company().name()).isEqualTo("Main & Co");
      assertThat(row.companies().getFirst().jobTitle()).isEqualTo("Boss");
    }
    assertThat(events.getFirst().detail()).containsEntry("format", "vcard");
  }

  @Test
  void moreThanFiveHundredNeedFreshProof() throws Exception {
    List<ContactId> chosen =
        Stream.generate(() -> new ContactId(UUID.randomUUID()))
            .limit(Leaving.UNPROVEN + 1)
            .toList();
    proof =
        purpose -> {
          throw new FreshProofRequiredException(purpose);
        };
    run(
        house.administrator(),
        () -> {
          export.check(named("nobody"), chosen.subList(1, chosen.size()));
          assertThatThrownBy(() -> export.check(named("nobody"), chosen))
              .isInstanceOfSatisfying(
                  FreshProofRequiredException.class,
                  e -> assertThat(e.purpose()).isEqualTo(ProofPurpose.EXPORT));
          // whoever comes without having asked gets nothing either
          assertThatThrownBy(
                  () -> export.contactsAsTable(named("nobody"), chosen, words(Locale.ENGLISH), out))
              .isInstanceOf(FreshProofRequiredException.class);
          assertThatThrownBy(
                  () ->
                      export.contactsAsCards(named("nobody"), chosen, VCardExport.Version.V4, out))
              .isInstanceOf(FreshProofRequiredException.class);
        });
  }
}
