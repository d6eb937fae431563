package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Role;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.Link;
import eu.rempart.contact.LinkData;
import eu.rempart.shell.part.ConflictDialog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do with contacts, from the list to the archive. */
class ContactScreensTest extends WithFirm {

  @Autowired private CurrentMember member;

  private List<ContactRow> named(String family) {
    return contacts
        .page(
            new ContactQuery(
                family, ContactFilter.NONE, ContactColumn.NAME, false, ContactColumn.DEFAULT),
            0,
            10)
        .rows();
  }

  private Contact now(ContactId id) {
    return contacts.find(id).orElseThrow();
  }

  private void open(ContactId id) {
    navigate(ContactNavigation.details(id), ContactDetailsView.class);
  }

  @Test
  void theListFindsWhatIsTypedAndBringsBackWhatItArchived() {
    person("Anna", "Quendler");
    person("Bert", "Quendler");
    navigate(ContactListView.class);
    fill("Search", "Quendler");
    assertThat(test(grid()).size()).isEqualTo(2);

    grid().select(test(grid()).getRow(0));
    click("Archive");
    assertThat(test(grid()).size()).isEqualTo(1);
    assertThat(named("Quendler"))
        .extracting(row -> row.shown().firstName())
        .containsExactly("Bert");

    click("Undo");
    assertThat(test(grid()).size()).isEqualTo(2);
  }

  @Test
  void theAddressOfTheListSaysTextAndOrder() {
    person("Ada", "Zwickel");
    person("Zoe", "Zwickel");

    open("contacts", foundBy("Zwickel") + "&sort=-name");

    assertThat(test(grid()).size()).isEqualTo(2);
    assertThat(((ContactRow) test(grid()).getRow(0)).shown().firstName()).isEqualTo("Zoe");
  }

  @Test
  void readersSeeButNeitherAddNorTakeOut() {
    ContactId id = person("Rita", "Lesender");
    actAs(Role.READER);
    navigate(ContactListView.class);
    fill("Search", "Lesender");
    assertThat(test(grid()).size()).isEqualTo(1);
    assertThat(offers("Add contact")).isFalse();
    assertThat(find(Div.class).withClassName("export-menu").exists()).isFalse();

    open(id);
    assertThat(find(H1.class).single().getText()).isEqualTo("Rita Lesender");
    assertThat(offers("Edit")).isFalse();
    assertThat(offers("Archive")).isFalse();
    assertThat(offers("Add company")).isFalse();
  }

  @Test
  void onlyWhoMayExportIsOfferedTo() {
    navigate(ContactListView.class);
    assertThat(find(Div.class).withClassName("export-menu").exists()).isTrue();

    actAs(Role.MEMBER);
    open("contacts", "");
    assertThat(offers("Add contact")).isTrue();
    assertThat(find(Div.class).withClassName("export-menu").exists()).isFalse();
  }

  @Test
  void aNewContactIsWrittenDownAndShown() {
    navigate(ContactListView.class);
    click("Add contact");
    click("Save contact");
    assertThat(find(TextField.class).withLabel("Last name").single().isInvalid()).isTrue();

    fill("First name", "Nora");
    fill("Last name", "Neuhaus");
    click("Save contact");

    assertThat(find(H1.class).single().getText()).isEqualTo("Nora Neuhaus");
    assertThat(named("Neuhaus")).hasSize(1);
  }

  @Test
  void whoIsKnownAlreadyIsNamedWhileTyping() {
    ContactId known = person("Dorothea", "Doppelmayr");
    navigate(ContactListView.class);
    click("Add contact");
    assertThat(find(Div.class).withClassName("duplicates").exists()).isFalse();

    fill("First name", "Dorothea");
    fill("Last name", "Doppelmayr");

    Div warning = find(Div.class).withClassName("duplicates").single();
    assertThat(find(Anchor.class, warning).single().getHref())
        .endsWith(ContactNavigation.details(known));
    click("Save contact");
    assertThat(named("Doppelmayr")).as("a warning is no refusal").hasSize(2);
  }

  @Test
  void ofAConflictOneChoosesFieldByField() {
    ContactId id = person("Camille", "Le Goff");
    open(id);
    click("Edit");
    fill("First name", "Kim");
    fill("Last name", "Kerros");
    Contact before = now(id);
    contacts.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().firstName("Cam").lastName("Morvan").language("br").build());
    click("Save contact");
    assertThat(find(ConflictDialog.class).exists()).isTrue();
    assertThat(now(id).data().lastName()).as("nothing is saved yet").isEqualTo("Morvan");

    chooseTheirs("Last name");
    click(t("shell.conflict.save"));

    assertThat(now(id).data().firstName()).isEqualTo("Kim");
    assertThat(now(id).data().lastName()).isEqualTo("Morvan");
    assertThat(now(id).data().language()).as("only they changed it").isEqualTo("br");
    assertThat(find(ConflictDialog.class).exists()).isFalse();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void chooseTheirs(String label) {
    RadioButtonGroup group =
        find(RadioButtonGroup.class).withCondition(g -> label.equals(g.getLabel())).single();
    group.setValue(group.getListDataView().getItem(1));
  }

  @Test
  void whatOthersSavedStaysThoughBothTogetherAreRefusedFirst() {
    ContactId id = person("Mara", "Merged");
    open(id);
    click("Edit");
    fill("First name", "");
    Contact before = now(id);
    contacts.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().lastName(null).language("lv").build());
    click("Save contact");
    assertThat(find(TextField.class).withLabel("Last name").all().getLast().isInvalid())
        .as("nobody is left to call them by")
        .isTrue();

    fill("First name", "Marina");
    click("Save contact");
    assertThat(now(id).data().firstName()).isEqualTo("Marina");
    assertThat(now(id).data().lastName()).as("they emptied it").isNull();
    assertThat(now(id).data().language()).isEqualTo("lv");
  }

  @Test
  void changesOfDifferentFieldsGoTogetherWithoutAQuestion() {
    ContactId id = person("Tove", "Together");
    open(id);
    click("Edit");
    fill("First name", "Tuva");
    Contact before = now(id);
    contacts.save(
        id, before.version(), before.data(), before.data().toBuilder().language("sv").build());
    click("Save contact");

    assertThat(find(ConflictDialog.class).exists()).isFalse();
    assertThat(now(id).data().firstName()).isEqualTo("Tuva");
    assertThat(now(id).data().language()).isEqualTo("sv");
  }

  @Test
  void whatWasArchivedMeanwhileCanBeKeptAsANewContact() {
    ContactId id = person("Gustav", "Gonemann");
    open(id);
    click("Edit");
    fill("First name", "Gus");
    contacts.archive(List.of(id));
    click("Save contact");
    click(t("contact.gone.create"));

    assertThat(named("Gonemann")).hasSize(1).noneMatch(row -> row.id().equals(id));
  }

  @Test
  void aNewContactBelongsToItsMaker() {
    navigate(ContactListView.class);
    click("Add contact");
    fill("Last name", "Eigenbauer");
    click("Save contact");

    assertThat(now(named("Eigenbauer").getFirst().id()).data().ownerId()).isEqualTo(member.id());
  }

  @Test
  void whoArchivesFromAViewReturnsToTheView() {
    ContactId id = person("Vera", "View");
    UI.getCurrent().navigate("contacts", QueryParameters.of("country", "FR"));
    fill("Search", "Vera");
    String view = UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    open(id);
    click("Archive");

    assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
        .startsWith("contacts?")
        .contains("country=FR", "found=");
    assertThat(view).contains("country=FR");
    assertThat(find(TextField.class).withPlaceholder("Search").single().getValue())
        .isEqualTo("Vera");
  }

  @Test
  void aContactIsArchivedFromItsPageAndComesBack() {
    ContactId id = person("Ute", "Undo");
    open(id);
    click("Archive");
    assertThat(contacts.find(id)).isEmpty();
    assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("contacts");

    click("Undo");
    assertThat(contacts.find(id)).isPresent();
    assertThat(find(H1.class).single().getText()).isEqualTo("Ute Undo");
  }

  @Test
  void aContactIsLinkedOnceUnlinkedAndLinkedAgain() {
    ContactId id = person("Lina", "Linkowski");
    firm("Kettenwerk Linz");
    open(id);
    addCompany("Kettenwerk Linz", "Director");
    Link link = only(id);
    assertThat(link.companyName()).isEqualTo("Kettenwerk Linz");
    assertThat(link.data().jobTitle()).isEqualTo("Director");
    assertThat(link.data().main()).as("the first is the main one").isTrue();

    addCompany("Kettenwerk Linz", "Twice");
    assertThat(find(ComboBox.class).withLabel("Company").single().getErrorMessage())
        .isEqualTo("They are linked already.");
    click("Cancel");
    click(t("shell.unsaved.leave"));

    test(find(Button.class).withAriaLabel("Remove Kettenwerk Linz").single()).click();
    assertThat(links.of(id)).isEmpty();
    click("Undo");
    assertThat(only(id).data().jobTitle()).isEqualTo("Director");
  }

  private Link only(ContactId id) {
    List<Link> all = links.of(id);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private void addCompany(String name, String jobTitle) {
    click("Add company");
    ComboBox<?> box = find(ComboBox.class).withLabel("Company").single();
    new ComboBoxTester<>(box).selectItem(name);
    fill("Job title", jobTitle);
    click("Save");
  }

  @Test
  void aPlaceInACompanyIsChanged() {
    ContactId id = person("Jobst", "Jobwechsel");
    links.link(id, firm("Wechsel AG"), new LinkData("Clerk", null, true, true));
    open(id);
    test(find(Button.class).withAriaLabel("Edit the place at Wechsel AG").single()).click();
    fill("Job title", "Head");
    click("Save");

    assertThat(only(id).data().jobTitle()).isEqualTo("Head");
  }
}
