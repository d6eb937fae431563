package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldTester;
import eu.rempart.WithFirm;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.Link;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form of a new contact asks for what a business card says. */
class NewContactScreensTest extends WithFirm {

  @BeforeEach
  void openForm() {
    navigate(ContactListView.class);
    click("Add contact");
  }

  private ComboBox<?> company() {
    return find(ComboBox.class).withLabel("Company").single();
  }

  private TextField input(String label) {
    return find(TextField.class).withAriaLabel(label).single();
  }

  private void type(String label, String text) {
    new TextFieldTester<>(input(label)).setValue(text);
  }

  private ContactId newest(String last) {
    return contacts.recentlyChanged(50, ContactColumn.DEFAULT).stream()
        .filter(row -> last.equals(row.shown().lastName()))
        .map(ContactRow::id)
        .findFirst()
        .orElseThrow();
  }

  private Link onlyLink(String last) {
    assertThat(links.of(newest(last))).hasSize(1);
    return links.of(newest(last)).getFirst();
  }

  @Test
  void newContactWorksAtAKnownCompany() {
    firm("Visitenkarte AG");
    fill("Last name", "Karteling");
    new ComboBoxTester<>(company()).selectItem("Visitenkarte AG");
    fill("Job title", "Head of sales");
    type("Email address", "karla@visitenkarte.example");
    type("Phone number", "+49 30 901820");
    click("Save contact");

    Link link = onlyLink("Karteling");
    assertThat(link.companyName()).isEqualTo("Visitenkarte AG");
    assertThat(link.data().jobTitle()).isEqualTo("Head of sales");
    assertThat(link.data().main()).isTrue();
    ContactData kept = contacts.find(newest("Karteling")).orElseThrow().data();
    assertThat(kept.emails())
        .singleElement()
        .matches(entry -> entry.address().value().equals("karla@visitenkarte.example"));
    assertThat(kept.phones()).hasSize(1);
  }

  @Test
  @SuppressWarnings("unchecked") // a class literal has no type arguments
  void newCompanyIsCreatedWithTheContact() {
    fill("Last name", "Gruenderin");
    ((ComboBox<CompanyChoice>) company()).setValue(new CompanyChoice(null, "Gruenderin GmbH"));
    click("Save contact");

    assertThat(onlyLink("Gruenderin").companyName()).isEqualTo("Gruenderin GmbH");
  }

  @Test
  void emptyLinesCountAsNothing() {
    fill("Last name", "Sparsam");
    click("Save contact");

    ContactData kept = contacts.find(newest("Sparsam")).orElseThrow().data();
    assertThat(kept.emails()).isEmpty();
    assertThat(kept.phones()).isEmpty();
    assertThat(links.of(newest("Sparsam"))).isEmpty();
  }

  @Test
  void jobTitleAsksForItsCompany() {
    fill("Last name", "Stellenlos");
    fill("Job title", "Director");
    click("Save contact");

    assertThat(company().isInvalid()).isTrue();
    assertThat(company().getErrorMessage()).isEqualTo(t("contact.link.company.required"));
  }

  @Test
  void draftKeepsCompanyJobTitleAndWrongEmail() {
    CompanyChoice known = new CompanyChoice(firm("Entwurf KG"), "Entwurf KG");
    fill("Last name", "Mueller");
    new ComboBoxTester<>(company()).selectItem("Entwurf KG");
    fill("Job title", "Buyer");
    type("Email address", "zoe.mueller@münchen-bau");
    cleanVaadinEnvironment();
    initVaadinEnvironment();

    navigate(ContactListView.class);
    click("Continue");

    assertThat(company().getValue()).isEqualTo(known);
    assertThat(find(TextField.class).withLabel("Job title").single().getValue()).isEqualTo("Buyer");
    assertThat(input("Email address").getValue()).isEqualTo("zoe.mueller@münchen-bau");
    assertThat(input("Email address").isInvalid()).isTrue();
    click("Save contact");
    assertThat(input("Email address").isInvalid()).as("nothing is saved").isTrue();
  }
}
