package eu.rempart.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.picture.TestPictures;
import eu.rempart.privacy.trace.Tie;
import eu.rempart.privacy.trace.TraceSearch;
import eu.rempart.privacy.trace.Treatment;
import eu.rempart.team.WithNarrowedMembers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** What the law gives a person. */
class PrivacyServiceTest extends WithNarrowedMembers {

  @Autowired private PrivacyService privacy;
  @Autowired private ConsentService consents;
  @Autowired private ErasedRecords erased;
  @Autowired private ErasureReplay replay;
  @Autowired private PhotoService photos;
  @Autowired private HistoryService history;
  @Autowired private DSLContext dsl;

  private String name;
  private ContactId id;
  private CompanyId firm;

  @BeforeEach
  void make() {
    name = "Z" + UUID.randomUUID().toString().substring(0, 8);
    id =
        contacts.create(
            ContactData.builder()
                .firstName("Lea")
                .lastName(name)
                .emails(
                    List.of(
                        EmailEntry.of(EmailAddress.of(name + "@x.example"), EmailKind.WORK, true)))
                .build());
    Contact contact = contacts.find(id).orElseThrow();
    contacts.save(id, 1, contact.data(), contact.data().toBuilder().language("fr").build());
    firm = firm("Firm of Lea " + name, admin().memberId());
    links.link(id, firm, new LinkData("Boss", null, true, true));
    consents.add(id, "newsletter " + name, true, LocalDate.of(2026, 11, 2), "form");
  }

  @Autowired private CustomFieldService fields;

  @Test
  void aWordTakenBackStaysInTheHistory() {
    Consent given = consents.of(id).getFirst();
    assertThat(given.given()).isTrue();
    assertThat(consents.change(given, false, LocalDate.of(2026, 11, 20), "call")).isTrue();
    assertThat(consents.change(given, true, LocalDate.of(2026, 11, 21), null))
        .as("somebody was quicker")
        .isFalse();
    assertThat(consents.of(id))
        .singleElement()
        .satisfies(
            now -> {
              assertThat(now.given()).isFalse();
              assertThat(now.saidOn()).isEqualTo(LocalDate.of(2026, 11, 20));
              assertThat(now.source()).isEqualTo("call");
            });
    assertThat(history.timeline(new RecordRef("contact", id.value())))
        .anySatisfy(
            event ->
                assertThat(event.changes()).anyMatch(change -> change.column().equals("given")));
    assertThatThrownBy(() -> consents.add(id, " ", true, LocalDate.of(2026, 1, 1), null))
        .isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void theReportSaysWhereAPersonIs() {
    PersonReport report = privacy.report(id).orElseThrow();
    assertThat(report.places())
        .anySatisfy(
            place -> {
              assertThat(place.kind()).isEqualTo("contact");
              assertThat(place.live()).isEqualTo(1);
              assertThat(place.history()).isEqualTo(1);
            })
        .anySatisfy(place -> assertThat(place.kind()).isEqualTo("contact_company"))
        .anySatisfy(place -> assertThat(place.kind()).isEqualTo("consent"));
    TraceSearch search = privacy.search(id).orElseThrow();
    assertThat(search.await(Duration.ofSeconds(30))).isTrue();
    assertThat(search.traces())
        .anySatisfy(
            trace -> {
              assertThat(trace.record()).isEqualTo(new RecordRef("company", firm.value()));
              assertThat(trace.name()).isEqualTo("Firm of Lea " + name);
              assertThat(trace.tie()).isEqualTo(Tie.TEXT);
              assertThat(trace.choices()).containsExactly(Treatment.KEEP);
            });
  }

  @Test
  void theCopyHoldsAllThatIsKept() {
    String json = new String(privacy.copy(id), StandardCharsets.UTF_8);
    assertThat(json)
        .contains(name, "Lea", name.toLowerCase(java.util.Locale.ROOT), "newsletter", "Boss")
        .contains("\"before\"");
    SignedInMember member = join(Role.MEMBER);
    admin();
    assertThatThrownBy(() -> as(member, () -> privacy.copy(id)))
        .isInstanceOf(NotPermittedException.class);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replace('\u202f', ' ');
    }
  }

  @Test
  void theCopyOnPaperSpeaksThePersonsLanguage() throws Exception {
    photos.put(id, TestPictures.reader().read(TestPictures.file("jpg", 300, 200)));
    byte[] pdf = privacy.paper(id);
    assertThat(text(pdf))
        .contains("Ce qui est conservé sur vous : Lea " + name, "Page 1 sur")
        .contains("Ce qui est conservé aujourd’hui", "Ce qui était conservé auparavant")
        .contains("Prénom", "Lea", "newsletter", "Boss", "Firm of Lea " + name)
        .doesNotContain(".field.", ".kind");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
      assertThat(document.getDocumentInformation().getTitle()).contains(name);
      assertThat(document.getPage(0).getResources().getXObjectNames()).as("photo").isNotEmpty();
    }
    assertThat(new String(privacy.copy(id), StandardCharsets.UTF_8)).contains("data:image/jpeg;");
    SignedInMember member = join(Role.MEMBER);
    admin();
    assertThatThrownBy(() -> as(member, () -> privacy.paper(id)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void whoIsNotShownAColumnHandsOutNoCopy() {
    SignedInMember narrow =
        narrowed(Role.MANAGER, without("contact", Map.of("birthday", FieldRule.HIDDEN)));
    assertThatThrownBy(() -> as(narrow, () -> privacy.paper(id)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(narrow, () -> privacy.copy(id)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  @Timeout(60)
  void noTextBreaksTheCopyOnPaper() throws IOException {
    String endless = "W".repeat(9_000);
    Contact contact = contacts.find(id).orElseThrow();
    contacts.save(
        id,
        contact.version(),
        contact.data(),
        contact.data().toBuilder()
            .language("he")
            .lastName("שלום (" + name + ")")
            .description(endless + "\n\u0007\u202e漢字 😀 مرحبا \ud800 <b>{0}</b>\n\u2028end")
            .build());

    String text = text(privacy.paper(id));

    assertThat(text).contains("Data stored about you", "שלום", name, "??", "<b>{0}</b>", "end");
    assertThat(text.replaceAll("[^W]", "")).hasSizeGreaterThanOrEqualTo(9_000);
  }

  @Test
  void theCopyNamesFieldsOfTheOrganisationsOwn() throws IOException {
    UUID field =
        fields.create(
            CustomKind.CHOICE,
            new CustomFieldData(
                Labels.of("Favourite metal"),
                Set.of("contact"),
                Set.of(),
                false,
                List.of(new CustomChoice("au", Labels.of("Pure gold"), false))));
    ContactId owner =
        contacts.create(
            ContactData.builder()
                .lastName("Metal " + name)
                .custom(CustomValues.NONE.with(field, "au"))
                .build());

    assertThat(new String(privacy.copy(owner), StandardCharsets.UTF_8))
        .contains("\"Favourite metal\" : \"Pure gold\"");
    assertThat(text(privacy.paper(owner))).contains("Favourite metal", "Pure gold");
    fields.archive(field);
  }

  @Test
  void anErasedPersonIsNowhereAndTheLedgerSaysSo() {
    SignedInMember manager = join(Role.MANAGER);
    admin();
    assertThatThrownBy(() -> as(manager, () -> privacy.erase(id, Map.of())))
        .isInstanceOf(NotPermittedException.class);

    Certificate certificate = privacy.erase(id, Map.of()).orElseThrow();

    assertThat(certificate.record()).isEqualTo(id.value());
    assertThat(certificate.rows())
        .containsEntry("contact", 1)
        .containsEntry("contact_company", 1)
        .containsEntry("consent", 1);
    assertThat(privacy.erase(id, Map.of())).isEmpty();
    assertThat(contacts.find(id)).isEmpty();
    assertThat(history.timeline(new RecordRef("contact", id.value()))).isEmpty();
    for (String table : List.of("contact_archive", "contact_history")) {
      assertThat(
              dsl.fetchCount(
                  org.jooq.impl.DSL.table(table),
                  org.jooq.impl.DSL.field("id", UUID.class).eq(id.value())))
          .as(table)
          .isZero();
    }
    for (String table : List.of("consent_history", "contact_company_archive")) {
      assertThat(
              dsl.fetchCount(
                  org.jooq.impl.DSL.table(table),
                  org.jooq.impl.DSL.field("contact_id", UUID.class).eq(id.value())))
          .as(table)
          .isZero();
    }
    assertThat(companies.find(firm)).as("who else was there stays").isPresent();
    String ledger =
        dsl.fetch("SELECT detail::text FROM ledger WHERE kind = 'erasure'").getValues(0).toString();
    assertThat(ledger).contains(id.toString()).doesNotContain(name);
    assertThat(erased.all()).contains(id.value().toString());
  }

  @Test
  void aRestoredBackupBringsNobodyBack() {
    assertThat(privacy.erase(id, Map.of())).isPresent();
    sql("INSERT INTO contact (id) VALUES (?)", id.value());
    assertThat(contacts.find(id)).isPresent();
    replay.run();
    assertThat(contacts.find(id)).isEmpty();
    assertThat(history.timeline(new RecordRef("contact", id.value()))).isEmpty();
  }

  @Test
  void aPersonInTheBinIsErasedToo() {
    contacts.archive(List.of(id));
    assertThat(privacy.erase(id, Map.of())).isPresent();
    assertThat(
            dsl.fetchCount(
                org.jooq.impl.DSL.table("archive_entry"),
                org.jooq.impl.DSL.field("root_id", UUID.class).eq(id.value())))
        .isZero();
  }
}
