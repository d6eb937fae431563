package eu.rempart.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.Birthday;
import eu.rempart.common.CountryCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.Ids;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanySize;
import eu.rempart.company.CompanyType;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactCompanyRole;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.LinkService;
import eu.rempart.db.Reason;
import eu.rempart.exchange.csv.CsvFile;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.run.ImportHouse;
import eu.rempart.exchange.vcard.VCardExport;
import eu.rempart.exchange.vcard.VCardFile;
import eu.rempart.shell.text.Texts;
import eu.rempart.vault.SecurityEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordExportTest {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private static final ImportOptions HOME = new ImportOptions(CountryCode.of("FR"));
  private static final ContactData CAMILLE =
      ContactData.builder()
          .firstName("Camille")
          .lastName("Le Goff")
          .emails(List.of(email("camille@ponant.example", true), email("clg@x.example", false)))
          .phones(
              List.of(
                  PhoneEntry.of(
                      PhoneNumber.of("+33612345678", CountryCode.of("FR")), PhoneKind.MOBILE, true),
                  PhoneEntry.of(
                      PhoneNumber.of("+33298000000", CountryCode.of("FR")), PhoneKind.WORK, false)))
          .birthday(Birthday.of(LocalDate.of(1980, 3, 7)))
          .language("fr")
          .doNotCall(true)
          .build();

  private final List<SecurityEvent> events = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private RecordExport export;

  @BeforeEach
  void open() {
    export =
        new RecordExport(
            house.contacts(),
            house.bean(LinkService.class),
            house.companies(),
            house.rights(),
            house.current(),
            events::add);
  }

  private static EmailEntry email(String address, boolean primary) {
    return EmailEntry.of(EmailAddress.of(address), EmailKind.WORK, primary);
  }

  private static ContactQuery named(String text) {
    return new ContactQuery(
        text, ContactFilter.NONE, ContactColumn.NAME, false, EnumSet.allOf(ContactColumn.class));
  }

  private static ExportWords words(Locale locale) {
    return new ExportWords(locale, key -> Texts.in(locale, key), Map.of());
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private ContactId keep(ContactData data) {
    return house.as(() -> house.contacts().create(data));
  }

  private List<ImportedRow> readBack() throws IOException {
    FileSource file = () -> new ByteArrayInputStream(out.toByteArray());
    var inspection = CsvFile.inspect(file);
    try (var rows =
        CsvFile.read(file, inspection, inspection.proposal(), HOME, ImportHouse.CLOCK)) {
      return rows.stream().toList();
    }
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
    keep(CAMILLE.toBuilder().lastName("Kerguelen").build());
    var shown = new LinkedHashMap<ContactColumn, Boolean>();
    shown.put(ContactColumn.PHONE, true);
    shown.put(ContactColumn.NAME, true);

    table(
        new ContactQuery(
            "Kerguelen", ContactFilter.NONE, ContactColumn.NAME, false, shown.keySet()));

    assertThat(text().lines())
        .containsExactly(
            "\uFEFFPhone;First name;Last name",
            "\"'+33612345678; +33298000000\";Camille;Kerguelen");
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(SignedInMember member, Work work) {
    house.as(
        member,
        () -> {
          work.run();
          return null;
        });
  }

  private void table(ContactQuery query, ContactId... chosen) {
    run(
        house.administrator(),
        () -> {
          export.contactsAsTable(query, List.of(chosen), words(Locale.ENGLISH), out);
        });
  }

  @Test
  void noCellIsAFormula() {
    keep(
        ContactData.builder()
            .firstName("=HYPERLINK(\"http://x.example\")")
            .lastName("Formule")
            .build());

    table(named("Formule"));

    assertThat(text()).contains("\"'=HYPERLINK(").doesNotContain(";=").doesNotContain("\n=");
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
          house.contacts().awaitIndex(many.keySet(), Duration.ofSeconds(30));
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

    assertThat(text()).contains("Camille;Abgrall").doesNotContain("Yann");
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

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void theShownCompaniesComeBackFromTheTable(String language) throws IOException {
    String name = "Brasserie du Port " + language;
    house.as(
        () ->
            house
                .companies()
                .create(
                    CompanyData.builder()
                        .name(name)
                        .website("https://port.example")
                        .emails(List.of(email("contact@port.example", true)))
                        .type(CompanyType.SUPPLIER)
                        .industry("Boissons")
                        .size(CompanySize.TO_49)
                        .annualRevenue(new BigDecimal("1250000"))
                        .revenueCurrency("EUR")
                        .language("fr")
                        .build()));

    run(
        house.administrator(),
        () -> {
          export.companiesAsTable(
              new CompanyQuery(
                  name,
                  CompanyFilter.NONE,
                  CompanyColumn.NAME,
                  false,
                  EnumSet.allOf(CompanyColumn.class)),
              List.of(),
              words(Locale.forLanguageTag(language)),
              out);
        });

    ImportedRow row = readBack().getFirst();
    assertThat(row.person()).isNull();
    var company = row.companies().getFirst().company();
    assertThat(company.name()).isEqualTo(name);
    assertThat(company.website()).isEqualTo("https://port.example");
    assertThat(company.emails().getFirst().address().value()).isEqualTo("contact@port.example");
    assertThat(company.type()).isEqualToIgnoringCase("supplier");
    assertThat(company.industry()).isEqualTo("Boissons");
    assertThat(company.size()).isEqualTo("10-49");
    assertThat(company.annualRevenue()).isEqualByComparingTo("1250000");
    assertThat(company.revenueCurrency()).isEqualTo("EUR");
    assertThat(company.language()).isEqualTo("fr");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MEMBER", "READER", "ENGINEER"})
  void whoeverMayNotExportGetsNothing(Role role) {
    ContactId id = keep(CAMILLE);

    assertThatThrownBy(
            () ->
                run(
                    house.member(role),
                    () -> {
                      export.contactsAsTable(named(""), List.of(id), words(Locale.ENGLISH), out);
                    }))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () ->
                run(
                    house.member(role),
                    () -> {
                      export.contactsAsCards(named(""), List.of(id), VCardExport.Version.V4, out);
                    }))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () ->
                run(
                    house.member(role),
                    () -> {
                      export.companiesAsTable(
                          CompanyQuery.ALL, List.of(), words(Locale.ENGLISH), out);
                    }))
        .isInstanceOf(NotPermittedException.class);
    assertThat(out.size()).isZero();
    assertThat(events).isEmpty();
  }

  @Test
  void aManagerMayExport() {
    ContactId id = keep(CAMILLE);

    run(
        house.member(Role.MANAGER),
        () -> {
          export.contactsAsTable(named(""), List.of(id), words(Locale.FRENCH), out);
        });

    assertThat(text()).startsWith("\uFEFFPrénom;Nom;Société");
    assertThat(events.getFirst().detail()).containsEntry("rows", "1");
  }
}
