package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.company.CompanyId;
import eu.rempart.company.ui.CompanyDetailsView;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.shell.part.ConflictDialog;
import eu.rempart.shell.part.DraftNotice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was typed and not saved outlives the lock. */
class UnfinishedContactTest extends WithFirm {

  @Autowired private CurrentMember current;

  /** The idle lock takes the key and the page; the member types the password again. */
  private void isLockedAndSignsInAgain() {
    sessions.end(current.get().signIn(), SessionEnd.IDLE);
    cleanVaadinEnvironment();
    initVaadinEnvironment();
  }

  private void open(ContactId id) {
    navigate(ContactNavigation.details(id), ContactDetailsView.class);
  }

  private String typed(String label) {
    return find(TextField.class).withLabel(label).all().getLast().getValue();
  }

  private boolean isTold() {
    return find(DraftNotice.class).exists();
  }

  @Test
  void aChangedContactIsGoneOnWith() {
    ContactId id = person("Lara", "Locked");
    open(id);
    assertThat(isTold()).isFalse();
    click("Edit");
    fill("First name", "Larissa");
    isLockedAndSignsInAgain();

    open(id);
    assertThat(find(H1.class).single().getText()).as("nothing is saved").isEqualTo("Lara Locked");
    click("Continue");
    assertThat(typed("First name")).isEqualTo("Larissa");
    click("Save contact");
    assertThat(contacts.find(id).orElseThrow().data().firstName()).isEqualTo("Larissa");

    isLockedAndSignsInAgain();
    open(id);
    assertThat(isTold()).isFalse();
  }

  @Test
  void aNewContactIsGoneOnWithFromTheList() {
    navigate(ContactListView.class);
    click("Add contact");
    fill("Last name", "Neubeginn");
    isLockedAndSignsInAgain();

    navigate(ContactListView.class);
    click("Continue");
    assertThat(typed("Last name")).isEqualTo("Neubeginn");
    click("Save contact");
    assertThat(find(H1.class).single().getText()).isEqualTo("Neubeginn");
    open("contacts", "");
    assertThat(isTold()).isFalse();
  }

  /** Else the person would be saved as one of the other company. */
  @Test
  void aNewContactBegunAtACompanyIsGoneOnWithThereAlone() {
    CompanyId first = firm("Begun & Sons");
    CompanyId second = firm("Blank & Co");
    navigate(CompanyNavigation.details(first), CompanyDetailsView.class);
    click("New contact");
    fill("Last name", "Angefangen");
    isLockedAndSignsInAgain();

    navigate(CompanyNavigation.details(second), CompanyDetailsView.class);
    click("New contact");
    assertThat(typed("Last name")).isEmpty();
    fill("Last name", "Anders");
    click("Save contact");
    assertThat(links.of(first)).isEmpty();
    assertThat(links.of(second)).hasSize(1);

    navigate(ContactListView.class);
    assertThat(isTold()).isFalse();
    navigate(CompanyNavigation.details(first), CompanyDetailsView.class);
    click("New contact");
    assertThat(typed("Last name")).isEqualTo("Angefangen");
    click("Save contact");
    assertThat(links.of(first)).hasSize(1);
  }

  @Test
  void whatIsGivenUpIsForgotten() {
    ContactId id = person("Gisa", "Givenup");
    open(id);
    click("Edit");
    fill("First name", "Gisela");
    isLockedAndSignsInAgain();
    open(id);
    click("Discard");
    assertThat(isTold()).isFalse();

    click("Edit");
    assertThat(typed("First name")).isEqualTo("Gisa");
    fill("First name", "Gitta");
    click("Cancel");
    click(t("shell.unsaved.leave"));
    click("Edit");
    assertThat(typed("First name")).isEqualTo("Gisa");
  }

  @Test
  void whatOthersSavedSinceIsNoticed() {
    ContactId id = person("Mika", "Meanwhile");
    open(id);
    click("Edit");
    fill("First name", "Miko");
    isLockedAndSignsInAgain();
    Contact before = contacts.find(id).orElseThrow();
    contacts.save(
        id, before.version(), before.data(), before.data().toBuilder().firstName("Mikael").build());

    open(id);
    click("Continue");
    click("Save contact");
    assertThat(find(ConflictDialog.class).exists()).isTrue();
    click(t("shell.conflict.save"));
    assertThat(contacts.find(id).orElseThrow().data().firstName()).isEqualTo("Miko");
  }
}
