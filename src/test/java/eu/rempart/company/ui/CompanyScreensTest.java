package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.ComboBoxTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyType;
import eu.rempart.contact.ContactCompanyRole;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkData;
import eu.rempart.shell.part.ConflictDialog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do with companies, from the list to the archive. */
class CompanyScreensTest extends WithFirm {

  private Company now(CompanyId id) {
    return companies.find(id).orElseThrow();
  }

  private void open(CompanyId id) {
    navigate(CompanyNavigation.details(id), CompanyDetailsView.class);
  }

  @Test
  void theListIsFilteredByItsAddressAndSearched() {
    companies.create(CompanyData.builder().name("Ypsilon Nord").type(CompanyType.SUPPLIER).build());
    companies.create(CompanyData.builder().name("Ypsilon Süd").type(CompanyType.PARTNER).build());

    open("companies", foundBy("Ypsilon") + "&type=SUPPLIER");
    assertThat(test(grid()).size()).isEqualTo(1);

    open("companies", foundBy("Ypsilon") + "&sort=-name");
    assertThat(test(grid()).size()).isEqualTo(2);
    fill("Search", "Ypsilon Süd");
    assertThat(test(grid()).size()).isEqualTo(1);
  }

  @Test
  void readersNeitherAddNorChange() {
    CompanyId id = firm("Lesehalle");
    actAs(Role.READER);
    navigate(CompanyListView.class);
    assertThat(offers("Add company")).isFalse();

    open(id);
    assertThat(find(H1.class).single().getText()).isEqualTo("Lesehalle");
    assertThat(offers("Edit")).isFalse();
    assertThat(offers("Archive")).isFalse();
  }

  @Test
  void aNewCompanyNeedsANameAndIsShown() {
    navigate(CompanyListView.class);
    click("Add company");
    click("Save company");
    assertThat(find(TextField.class).withLabel("Name").single().isInvalid()).isTrue();

    fill("Name", "Neubau Grün");
    click("Save company");
    assertThat(find(H1.class).single().getText()).isEqualTo("Neubau Grün");
  }

  @Test
  void whatIsKnownAlreadyIsNamedWhileTyping() {
    CompanyId known = firm("Doppelstern Optik");
    navigate(CompanyListView.class);
    click("Add company");
    fill("Name", "Doppelstern Optik");

    Div warning = find(Div.class).withClassName("duplicates").single();
    assertThat(find(Anchor.class, warning).single().getHref())
        .endsWith(CompanyNavigation.details(known));
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void ofAConflictOneChoosesFieldByField() {
    CompanyId id = firm("Vorher KG");
    open(id);
    click("Edit");
    fill("Name", "Meine KG");
    fill("Industry", "Optics");
    Company before = now(id);
    companies.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().name("Ihre KG").website("https://ihre.example").build());
    click("Save company");

    RadioButtonGroup group =
        find(RadioButtonGroup.class, find(ConflictDialog.class).single()).single();
    assertThat(group.getLabel()).isEqualTo("Name");
    group.setValue(group.getListDataView().getItem(1));
    click(t("shell.conflict.save"));

    assertThat(now(id).data().name()).isEqualTo("Ihre KG");
    assertThat(now(id).data().industry()).isEqualTo("Optics");
    assertThat(now(id).data().website()).isEqualTo("https://ihre.example");
  }

  @Test
  void whoGoesBackFromASecondConflictTakesNothingBackThatOthersSaved() {
    CompanyId id = firm("Zweimal KG");
    open(id);
    click("Edit");
    fill("Name", "Meine KG");
    theirs(id, "Ihre KG", "https://ihre.example");
    click("Save company");
    theirs(id, "Ihre GmbH", "https://ihre.example");
    click(t("shell.conflict.save"));
    click(t("shell.conflict.back"));

    fill("Name", "Doch meine KG");
    click("Save company");
    click(t("shell.conflict.save"));
    assertThat(now(id).data().name()).isEqualTo("Doch meine KG");
    assertThat(now(id).data().website()).isEqualTo("https://ihre.example");
  }

  private void theirs(CompanyId id, String name, String website) {
    Company now = now(id);
    companies.save(
        id, now.version(), now.data(), now.data().toBuilder().name(name).website(website).build());
  }

  @Test
  void aPersonIsAddedFromTheCompanysSideWithAPlaceAndARole() {
    CompanyId id = firm("Seitenwechsel AG");
    ContactId petra = person("Petra", "Platzhalter");
    open(id);
    click("Add person");
    click("Save");
    ComboBox<?> box = find(ComboBox.class).withLabel("Contact").single();
    assertThat(box.getErrorMessage()).isEqualTo("Choose a contact.");

    new ComboBoxTester<>(box).selectItem("Petra Platzhalter");
    fill("Job title", "Head of purchasing");
    Select<ContactCompanyRole> role = select("Role");
    role.setValue(ContactCompanyRole.DECISION_MAKER);
    click("Save");

    assertThat(links.of(petra))
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.companyName()).isEqualTo("Seitenwechsel AG");
              assertThat(link.data().jobTitle()).isEqualTo("Head of purchasing");
              assertThat(link.data().role()).isEqualTo(ContactCompanyRole.DECISION_MAKER);
            });
  }

  @Test
  void personWhoIsNotThereYetIsAddedToo() {
    CompanyId id = firm("Neuling AG");
    open(id);
    click("Add person");
    ComboBox<?> box = find(ComboBox.class).withLabel("Contact").single();
    ComponentUtil.fireEvent(
        box, new ComboBoxBase.CustomValueSetEvent<>(box, true, "Anna Maria Neuling"));
    click("Save");

    ContactId made = links.of(id).getFirst().contactId();
    ContactData kept = contacts.find(made).orElseThrow().data();
    assertThat(kept.firstName()).isEqualTo("Anna Maria");
    assertThat(kept.lastName()).isEqualTo("Neuling");
  }

  @Test
  void peopleWhoWorkNowhereElseAreArchivedTooWhereOneWants() {
    CompanyId id = firm("Einzige GmbH");
    ContactId only = person("Olga", "Onlyhere");
    links.link(only, id, LinkData.CURRENT);
    open(id);
    click("Archive");
    test(find(Checkbox.class).withLabel("Archive this person too").single()).click();
    confirm();

    assertThat(companies.find(id)).isEmpty();
    assertThat(contacts.find(only)).isEmpty();

    click("Undo");
    assertThat(companies.find(id)).isPresent();
    assertThat(contacts.find(only)).isPresent();
    assertThat(links.of(id)).hasSize(1);
  }

  @Test
  void peopleStayWhereNobodyAsksForThem() {
    CompanyId id = firm("Bleibe GmbH");
    ContactId only = person("Bernd", "Bleiber");
    links.link(only, id, LinkData.CURRENT);
    open(id);
    click("Archive");
    confirm();

    assertThat(companies.find(id)).isEmpty();
    assertThat(contacts.find(only)).isPresent();
    assertThat(links.of(only)).isEqualTo(List.of());
  }
}
