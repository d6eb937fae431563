package eu.rempart.team;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyId;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealId;
import eu.rempart.deal.ui.DealNavigation;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.UploadService;
import eu.rempart.document.ui.DocumentNavigation;
import eu.rempart.quote.QuoteColumn;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.TestQuotes;
import eu.rempart.quote.ui.QuoteNavigation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody began to type before their role let them change less of it can still be saved. */
class NarrowedDraftTest extends WithNarrowedMembers {

  @Autowired private DocumentService documents;
  @Autowired private UploadService uploads;
  @Autowired private QuoteService quotes;
  @Autowired private CustomFieldService fields;

  private UUID firm = new UUID(0, 0);
  private UUID open = firm;
  private CustomValues before = CustomValues.NONE;
  private String address = "";

  @BeforeEach
  void define() {
    firm = text("Firm");
    open = text("Open");
    before = CustomValues.NONE.with(firm, "quagmire").with(open, "meadow");
    address = someone().value();
    joinAs(address, Role.MEMBER);
    admin();
  }

  @AfterEach
  void clear() {
    admin();
    List.of(firm, open).forEach(fields::archive);
  }

  private UUID text(String label) {
    return fields.create(
        CustomKind.TEXT,
        new CustomFieldData(
            Labels.of(label),
            Set.of("document", "quote", "deal", "contact", "company"),
            Set.of(),
            false,
            List.of()));
  }

  /** Whoever typed, from now on with a role that leaves them less. */
  private SignedInMember narrow(String kind, String column) {
    UUID eve = signIn(address, PASSWORD).memberId();
    admin();
    CustomRoleId role =
        roles.create(
            "Role " + eve,
            Role.MEMBER,
            without(
                kind,
                Map.of(
                    column, FieldRule.READ_ONLY, CustomField.column(firm), FieldRule.READ_ONLY)));
    members.changeRole(eve, Role.MEMBER, role.value());
    return signIn(address, PASSWORD);
  }

  private void type(String page, String label) {
    act(signIn(address, PASSWORD));
    open(page, "");
    click("Edit");
    fill(label, "Typed");
    fill("Firm", "mine");
    fill("Open", "mine too");
  }

  private void continued(SignedInMember eve, String page, String label, String was) {
    cleanVaadinEnvironment();
    initVaadinEnvironment();
    act(eve);
    open(page, "");
    click("Edit");
    assertThat(find(TextField.class).withLabel(label).single().getValue()).isEqualTo(was);
    assertThat(find(TextField.class).withLabel("Firm").single().getValue()).isEqualTo("quagmire");
    assertThat(find(TextField.class).withLabel("Open").single().getValue()).isEqualTo("mine too");
  }

  private DocumentId document() throws Exception {
    UUID upload = uploads.take("Narrowed.txt", new byte[] {'a'});
    Document kept = ((Brought.Kept) documents.create(upload, null, List.of())).document();
    documents.save(kept.id(), kept.version(), kept.data(), kept.data().filled(before));
    return kept.id();
  }

  private QuoteId quote() {
    return quotes.create(TestQuotes.roof().toBuilder().custom(before).build());
  }

  private QuoteData now(QuoteId id) {
    admin();
    return quotes.find(id).orElseThrow().data();
  }

  @Test
  void ofADocumentTheRestIsSaved() throws Exception {
    DocumentId id = document();
    type(DocumentNavigation.details(id), "Name");
    continued(narrow("document", "name"), DocumentNavigation.details(id), "Name", "Narrowed");
    click("Save document");

    admin();
    Document now = documents.find(id).orElseThrow();
    assertThat(now.data().name()).isEqualTo("Narrowed");
    assertThat(now.data().custom()).isEqualTo(before.with(open, "mine too"));
  }

  @Test
  void ofAQuoteTheRestIsSaved() {
    QuoteId id = quote();
    type(QuoteNavigation.details(id), "Title");
    continued(narrow("quote", "title"), QuoteNavigation.details(id), "Title", "Roof");
    click("Save quote");

    assertThat(now(id).title()).isEqualTo("Roof");
    assertThat(now(id).custom()).isEqualTo(before.with(open, "mine too"));
  }

  @Test
  void ofADealTheRestIsSaved() {
    DealId id = deal("Narrowed", null, null);
    Deal kept = deals.find(id).orElseThrow();
    deals.save(id, kept.version(), kept.data(), kept.data().toBuilder().custom(before).build());
    type(DealNavigation.details(id), "Name");
    continued(narrow("deal", "name"), DealNavigation.details(id), "Name", "Narrowed");
    click("Save deal");

    admin();
    assertThat(deals.find(id).orElseThrow().data().name()).isEqualTo("Narrowed");
    assertThat(deals.find(id).orElseThrow().data().custom())
        .isEqualTo(before.with(open, "mine too"));
  }

  @Test
  void ofAContactTheRestIsSaved() {
    ContactId id = person("Narrowed", (UUID) null);
    Contact kept = contacts.find(id).orElseThrow();
    contacts.save(id, kept.version(), kept.data(), kept.data().toBuilder().custom(before).build());
    type(ContactNavigation.details(id), "Last name");
    continued(
        narrow("contact", "last_name"), ContactNavigation.details(id), "Last name", "Narrowed");
    click("Save contact");

    admin();
    assertThat(contacts.find(id).orElseThrow().data().lastName()).isEqualTo("Narrowed");
    assertThat(contacts.find(id).orElseThrow().data().custom())
        .isEqualTo(before.with(open, "mine too"));
  }

  @Test
  void ofACompanyTheRestIsSaved() {
    CompanyId id = firm("Narrowed", null);
    Company kept = companies.find(id).orElseThrow();
    companies.save(id, kept.version(), kept.data(), kept.data().toBuilder().custom(before).build());
    type(CompanyNavigation.details(id), "Name");
    continued(narrow("company", "name"), CompanyNavigation.details(id), "Name", "Narrowed");
    click("Save company");

    admin();
    assertThat(companies.find(id).orElseThrow().data().name()).isEqualTo("Narrowed");
    assertThat(companies.find(id).orElseThrow().data().custom())
        .isEqualTo(before.with(open, "mine too"));
  }

  @Test
  void whoseFormIsOpenMeanwhileIsTold() {
    ContactId contact = person("Narrowed", (UUID) null);
    type(ContactNavigation.details(contact), "Last name");
    act(narrow("contact", "last_name"));
    click("Save contact");
    assertThat(says(t("shell.form.forbidden"))).isTrue();
    admin();
    assertThat(contacts.find(contact).orElseThrow().data().lastName()).isEqualTo("Narrowed");
  }

  @Test
  void whoseFormOfADocumentIsOpenMeanwhileIsTold() throws Exception {
    DocumentId id = document();
    type(DocumentNavigation.details(id), "Name");
    act(narrow("document", "name"));
    click("Save document");
    assertThat(says(t("shell.form.forbidden"))).isTrue();
    admin();
    assertThat(documents.find(id).orElseThrow().data().name()).isEqualTo("Narrowed");
  }

  @Test
  void whoseFormOfAQuoteIsOpenMeanwhileIsTold() {
    QuoteId id = quote();
    type(QuoteNavigation.details(id), "Title");
    act(narrow("quote", "title"));
    click("Save quote");
    assertThat(says(t("shell.form.forbidden"))).isTrue();
    assertThat(now(id).title()).isEqualTo("Roof");
  }

  @Test
  void aQuoteThatIsGoneIsMadeAnewWithoutThem() {
    QuoteId id = quote();
    SignedInMember eve = narrow("quote", "introduction");
    act(eve);
    open(QuoteNavigation.details(id), "");
    click("Edit");
    fill("Title", "Roof anew");
    fill("Open", "mine");
    as(eve, () -> quotes.archive(List.of(id)));
    act(eve);
    click("Save quote");
    confirm();

    admin();
    var query = new QuoteQuery("", Set.of(), QuoteColumn.CHANGED, true);
    QuoteId made = quotes.page(query, 0, 1).rows().getFirst().id();
    assertThat(now(made).title()).isEqualTo("Roof anew");
    assertThat(now(made).custom()).isEqualTo(CustomValues.NONE.with(open, "mine"));
  }
}
