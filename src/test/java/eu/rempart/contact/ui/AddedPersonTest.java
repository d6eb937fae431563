package eu.rempart.contact.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.account.Role;
import eu.rempart.account.right.FieldRule;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.ui.CompanyDetailsView;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.shell.merge.LikelyRecords;
import eu.rempart.team.WithNarrowedMembers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody new is typed in where a link is made: what a role fixes, and who is there already. */
class AddedPersonTest extends WithNarrowedMembers {

  private void addPerson(CompanyId company) {
    navigate(CompanyNavigation.details(company), CompanyDetailsView.class);
    click("Add person");
  }

  private ComboBox<?> type(String label, String text) {
    ComboBox<?> box = find(ComboBox.class).withLabel(label).single();
    ComponentUtil.fireEvent(box, new CustomValueSetEvent<>(box, true, text));
    return box;
  }

  private ContactData onlyPerson(CompanyId company) {
    admin();
    assertThat(links.of(company)).hasSize(1);
    return contacts.find(links.of(company).getFirst().contactId()).orElseThrow().data();
  }

  @Test
  void personIsAddedByARoleThatNamesNoOwner() {
    CompanyId company = firm("Ownerless & Sons");
    act(narrowed(Role.MEMBER, without("contact", Map.of("owner_id", FieldRule.READ_ONLY))));
    addPerson(company);
    type("Contact", "Nora Nobodys");
    click("Save");

    assertThat(onlyPerson(company).lastName()).isEqualTo("Nobodys");
    assertThat(onlyPerson(company).ownerId()).isNull();
  }

  @Test
  void nobodyIsAddedByARoleThatWritesNoNames() {
    CompanyId company = firm("Nameless & Sons");
    act(narrowed(Role.MEMBER, without("contact", Map.of("first_name", FieldRule.READ_ONLY))));
    addPerson(company);
    ComboBox<?> box = type("Contact", "Nora Nameless");

    assertThat(box.isInvalid()).isTrue();
    assertThat(box.getHelperText()).isNullOrEmpty();
    click("Save");
    admin();
    assertThat(links.of(company)).isEmpty();
  }

  @Test
  void companyIsAddedByARoleThatNamesNoOwner() {
    ContactId person = person("Ida", "Inhaber");
    act(narrowed(Role.MEMBER, without("company", Map.of("owner_id", FieldRule.READ_ONLY))));
    navigate(ContactNavigation.details(person), ContactDetailsView.class);
    click("Add company");
    type("Company", "Inhaberlos KG");
    click("Save");

    admin();
    CompanyId made = links.of(person).getFirst().companyId();
    CompanyData kept = companies.find(made).orElseThrow().data();
    assertThat(kept.name()).isEqualTo("Inhaberlos KG");
    assertThat(kept.ownerId()).isNull();
  }

  @Test
  void personWhoIsThereAlreadyIsNamed() {
    ContactId known = person("Wilhelmina", "Wiedergang");
    addPerson(firm("Wiedergang & Sons"));
    type("Contact", "Wilhelmine Wiedergang");

    LikelyRecords likely = find(LikelyRecords.class).single();
    assertThat(find(Anchor.class, likely).single().getHref())
        .endsWith(ContactNavigation.details(known));

    type("Contact", "Wilhelmina Wiedergang");
    assertThat(find(LikelyRecords.class).exists()).as("she is chosen").isFalse();
  }
}
