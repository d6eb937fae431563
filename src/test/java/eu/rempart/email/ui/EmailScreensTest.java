package eu.rempart.email.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.CompanyId;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.email.Attachment;
import eu.rempart.email.EmailState;
import eu.rempart.email.attach.AttachmentService;
import eu.rempart.email.template.TemplateService;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people send on the page of a contact, and the templates for it. */
class EmailScreensTest extends WithEmailScreens {

  @Autowired private AttachmentService attachments;

  @Autowired private TemplateService templates;
  @Autowired private CustomFieldService customFields;

  @Test
  void settingsFileWinsAndIsShownReadOnly() {
    open("outgoing-mail", "");
    assertThat(find(DescriptionList.class).single().getElement().getTextRecursively())
        .contains("127.0.0.1:" + SERVERS.front().port(), "crm@firm.example");
    assertThat(offers("Set up the mail server")).isFalse();
    assertThat(offers("Change the mail server")).isFalse();
    assertThat(offers("Send a test email to me")).isTrue();
  }

  @Test
  void aTemplateIsFilledShownAndSent() throws Exception {
    Known zoe = known("Zoe", "Screen");
    var template =
        templates.create(
            "Welcome " + UUID.randomUUID(),
            false,
            "Hello {{contact.firstName}}",
            "Dear {{ contact.name }},\n{{contact.jobTitle}} {{nonsense}}\n{{me.name}}");
    open(zoe);
    click("Send an email");
    assertThat(find(TextField.class).withLabel("To").single().getValue()).isEqualTo(zoe.address());
    this.<eu.rempart.email.template.EmailTemplate>select("Template").setValue(template);
    String preview = find(Preview.class).single().getElement().getOuterHTML();
    assertThat(preview).contains("Hello Zoe", "Dear Zoe Screen", "Ada Admin");

    click("Send");
    assertThat(problem()).contains("{{contact.jobTitle}}, {{nonsense}}");
    assertThat(SERVERS.green().getReceivedMessages()).isEmpty();
    text().setValue("Dear {{contact.name}}, welcome.");
    click("Send");

    assertThat(SERVERS.green().waitForIncomingEmail(10_000, 1)).isTrue();
    var message = SERVERS.green().getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("Hello Zoe");
    assertThat(message.getContent().toString().strip()).isEqualTo("Dear Zoe Screen, welcome.");
    open(zoe);
    assertThat(isShown(card(), "Hello Zoe")).isTrue();
  }

  @Test
  void aFieldOfTheFirmsOwnIsInsertedAndFilled() {
    UUID shoes =
        customFields.create(
            CustomKind.YES_NO,
            new CustomFieldData(
                Labels.of("Wears shoes"), Set.of("contact"), Set.of(), false, List.of()));
    Known zoe = known("Zoe", "Shod");
    Contact kept = contacts.find(zoe.id()).orElseThrow();
    contacts.save(
        zoe.id(),
        kept.version(),
        kept.data(),
        kept.data().toBuilder().custom(CustomValues.NONE.with(shoes, "true")).build());
    open(zoe);
    click("Send an email");
    Select<FieldPicker.Offered> fields = select("Insert field");
    fields.setValue(
        fields
            .getListDataView()
            .getItems()
            .filter(each -> each.label().equals("Contact: Wears shoes"))
            .findFirst()
            .orElseThrow());

    assertThat(text().getValue()).startsWith("{{contact.own.").endsWith(" Wears shoes}}");
    assertThat(find(Preview.class).single().getElement().getTextRecursively()).contains("Yes");
    click("Cancel");
    customFields.archive(shoes);
  }

  @Test
  void whoseAddressEndsAsAnothersIsNotTakenForThem() {
    CompanyId firm = firm("Alike GmbH");
    String ending = "anna-" + UUID.randomUUID() + "@client.example";
    ContactId anna = at(firm, "Anna", ending);
    at(firm, "Joanna", "jo" + ending);
    open(CompanyNavigation.details(firm), "tab=timeline");
    click("Send an email");
    fill("To", "jo" + ending);
    text().setValue("Dear {{contact.firstName}}");
    assertThat(find(Preview.class).single().getElement().getTextRecursively())
        .contains("Dear Joanna");
    assertThat(find(Div.class).withClassName("email-hint").exists())
        .as("Anna wants no mail, Joanna does")
        .isFalse();

    press("Add Anna Alike · " + ending);
    assertThat(find(TextField.class).withLabel("To").single().getValue())
        .isEqualTo("jo" + ending + ", " + ending);
    assertThat(find(Preview.class).single().getElement().getTextRecursively())
        .as("the first one is written to")
        .contains("Dear Joanna");
    assertThat(contacts.find(anna)).isPresent();
  }

  /** Somebody of a firm; who is called Anna wants no mail. */
  private ContactId at(CompanyId firm, String first, String address) {
    boolean wantsNone = first.equals("Anna");
    ContactId id =
        contacts.create(
            ContactData.builder()
                .firstName(first)
                .lastName("Alike")
                .emails(
                    List.of(
                        new EmailEntry(
                            EmailAddress.of(address), EmailKind.WORK, true, wantsNone, false)))
                .build());
    links.link(id, firm, new LinkData(null, null, true, true));
    return id;
  }

  private String problem() {
    return find(Div.class)
        .withCondition(each -> each.hasClassName("email-problem"))
        .all()
        .getFirst()
        .getText();
  }

  @Test
  void whatCanNotBeSentStaysWithASentenceAndWhatIsNotSentComesBack() {
    Known zoe = known("Zoe", "Draft");
    open(zoe);
    click("Send an email");
    fill("To", "nobody");
    fill("Subject", "Half a thought");
    text().setValue("Dear");
    click("Send");
    TextField to = find(TextField.class).withLabel("To").single();
    assertThat(to.getErrorMessage())
        .isEqualTo("nobody is no email address. Correct it and send again.");
    assertThat(text().getValue()).isEqualTo("Dear");

    open(zoe);
    assertThat(text().getValue()).as("kept as a draft").isEqualTo("Dear");
    click("Cancel");
    assertThat(text().getValue()).as("a slip of the hand loses nothing").isEqualTo("Dear");
    confirm();
    assertThat(offers("Send an email")).isTrue();
  }

  @Test
  void aMailThatWasNotTakenSaysWhyAndIsSentAgain() {
    Known max = known("Max", "Refused");
    SERVERS.front().answer("554 5.7.1 Sender not welcome here");
    open(max);
    click("Send an email");
    fill("Subject", "Hello");
    text().setValue("Dear Max");
    click("Send");
    await().pollInSameThread().until(() -> on(max.ref()).getFirst().state() == EmailState.FAILED);
    open(max);
    assertThat(says("Not sent")).isTrue();
    assertThat(says("554 5.7.1 Sender not welcome here")).isTrue();

    SERVERS.front().answer(null);
    press("Send again");
    await().pollInSameThread().until(() -> on(max.ref()).getFirst().state() == EmailState.SENT);
    open(max);
    assertThat(says("554 5.7.1")).isFalse();
  }

  @Test
  void aDocumentOfTheRecordGoesWithAMailAndIsTakenOffAgain() throws Exception {
    Known eve = known("Eve", "Attached");
    var kept = attachments.bring(eve.ref(), "offer.txt", new byte[] {'a'}).orElseThrow();
    attachments.bring(eve.ref(), "other.txt", new byte[] {'b'});
    open(eve);
    click("Send an email");
    @SuppressWarnings("unchecked")
    ComboBox<Attachment> box =
        find(ComboBox.class).withLabel("Attach a document of this record").single();
    box.setValue(kept);
    assertThat(box.getValue()).as("ready for the next").isNull();
    box.setValue(
        attachments.offered(eve.ref()).stream()
            .filter(each -> each.name().equals("other.txt"))
            .findFirst()
            .orElseThrow());
    press("Take off other.txt");
    fill("Subject", "With a file");
    text().setValue("See there");
    click("Send");

    assertThat(SERVERS.green().waitForIncomingEmail(10_000, 1)).isTrue();
    assertThat(content(on(eve.ref()).getFirst()).attachments()).containsExactly(kept);
    assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("offer.txt");
  }

  @Test
  void templatesAreWrittenChangedAndArchived() {
    templates.all().forEach(each -> templates.archive(each.id()));
    UI.getCurrent().navigate("bin");
    UI.getCurrent().navigate("emails");
    roundTrip();
    assertThat(find(Paragraph.class).withTextContaining("There is no template yet").exists())
        .isTrue();
    click("New template");
    click("Save template");
    assertThat(find(TextField.class).withLabel("Name").single().getErrorMessage())
        .isEqualTo("Fill this in.");
    fill("Name", "Thanks");
    fill("Subject", "Thank you");
    text().setValue("Dear {{contact.name}}");
    click("Save template");
    assertThat(templates.all()).singleElement().satisfies(t -> assertThat(t.shared()).isFalse());

    press("Edit Thanks");
    fill("Name", "Many thanks");
    click("Save template");
    assertThat(templates.all().getFirst().name()).isEqualTo("Many thanks");
    press("Archive Many thanks");
    assertThat(templates.all()).isEmpty();
    click("Undo");
    assertThat(templates.all()).hasSize(1);
  }
}
