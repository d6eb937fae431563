package eu.rempart.customfield.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Access;
import eu.rempart.account.Right;
import eu.rempart.account.Role;
import eu.rempart.archive.ArchiveService;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.ui.CompanyNavigation;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryService;
import eu.rempart.history.PutBack;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.part.ConflictDialog;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Custom fields from their screen to the form, the page and the history of a record. */
class CustomFieldScreensTest extends WithFirm {

  @Autowired private CustomFieldService fields;
  @Autowired private HistoryService history;
  @Autowired private ArchiveService archive;

  @AfterEach
  void clear() {
    actAs(Role.ADMINISTRATOR);
    fields.all().forEach(field -> fields.archive(field.id()));
  }

  private UUID field(CustomKind kind, String label, boolean required) {
    return fields.create(
        kind,
        new CustomFieldData(
            Labels.of(label), Set.of("contact", "company"), Set.of(), required, List.of()));
  }

  private List<String> rows() {
    return find(Span.class).withClassName("custom-field-label").all().stream()
        .map(Span::getText)
        .toList();
  }

  @Test
  void anAdministratorAddsAFieldOrdersAndArchivesIt() {
    open(CustomFieldNavigation.fields(), "");
    click("Add field");
    click("Save field");
    TextField name = find(TextField.class).withLabel("Name (English)").single();
    assertThat(name.getErrorMessage()).isEqualTo("Something is missing here.");

    test(name).setValue("Shoe size");
    click("Save field");
    assertThat(rows()).containsExactly("Shoe size");

    field(CustomKind.TEXT, "Nickname", false);
    open(CustomFieldNavigation.fields(), "");
    test(find(Button.class).withAriaLabel("Move Nickname up").single()).click();
    assertThat(rows()).containsExactly("Nickname", "Shoe size");

    test(find(Button.class).withAriaLabel("Archive the field Nickname").single()).click();
    assertThat(rows()).containsExactly("Shoe size");
    click("Undo");
    assertThat(rows()).containsExactly("Nickname", "Shoe size");
  }

  @Test
  void aChoiceThatNobodyCanHaveYetGoesWithoutATrace() {
    open(CustomFieldNavigation.fields(), "");
    click("Add field");
    Select<?> kind = find(Select.class).withLabel("Kind").single();
    test(kind).selectItem("Choice");
    click("Add choice");
    assertThat(find(TextField.class).withLabel("Choice (English)").all()).hasSize(1);
    click("Take away");
    assertThat(find(TextField.class).withLabel("Choice (English)").all()).isEmpty();
  }

  @Test
  void onlyAdministratorsOpenTheScreen() {
    assertThat(CustomFieldsView.class.getAnnotation(RolesAllowed.class).value())
        .containsExactly(Access.FIELDS);
    assertThat(Role.ADMINISTRATOR.may(Right.MANAGE_FIELDS)).isTrue();
    assertThat(Role.MANAGER.may(Right.MANAGE_FIELDS)).isFalse();
  }

  @Test
  void aValueIsFilledInShownToldAndPutBack() {
    UUID size = field(CustomKind.NUMBER, "Shoe size", false);
    UUID site = field(CustomKind.LINK, "Shop", false);
    ContactId id = person("Sam", "Schuh");
    open(ContactNavigation.details(id), "");
    click("Edit");
    Typing.into(find(DecimalField.class).withLabel("Shoe size").single(), "42.50");
    fill("Shop", "shoes.example/42");
    click("Save contact");

    Contact kept = contacts.find(id).orElseThrow();
    assertThat(kept.data().custom())
        .isEqualTo(CustomValues.NONE.with(size, "42.5").with(site, "https://shoes.example/42"));
    assertThat(find(Anchor.class).all())
        .extracting(Anchor::getHref)
        .contains("https://shoes.example/42");
    assertThat(says("42.5")).isTrue();

    click("Edit");
    Typing.into(find(DecimalField.class).withLabel("Shoe size").single(), "43");
    click("Save contact");
    RecordRef ref = new RecordRef("contact", id.value());
    List<FieldChange> changes = history.timeline(ref).getFirst().changes();
    assertThat(changes).extracting(FieldChange::column).containsExactly("custom." + size);
    assertThat(changes.getFirst().before().orNull()).isEqualTo("42.5");

    assertThat(history.putBack(ref, 2, "custom." + size, 3)).isEqualTo(new PutBack.Done(4));
    assertThat(contacts.find(id).orElseThrow().data().custom()).isEqualTo(kept.data().custom());
    open(ContactNavigation.details(id), "tab=history");
    assertThat(find(Span.class).withClassName("history-label").all())
        .extracting(Span::getText)
        .contains("Shoe size", "Shop");
  }

  @Test
  void aRequiredFieldIsAskedForAndAWrongValueIsNotKept() {
    field(CustomKind.EMAIL, "Assistant", true);
    open("companies", "");
    click("Add company");
    fill("Name", "Pflichtfeld AG");
    click("Save company");
    var input =
        find(com.vaadin.flow.component.textfield.EmailField.class).withLabel("Assistant").single();
    assertThat(input.getErrorMessage()).isEqualTo("Fill this in.");

    test(input).setValue("nobody");
    click("Save company");
    assertThat(input.isInvalid()).isTrue();

    test(input).setValue("ada@example.org");
    click("Save company");
    assertThat(find(CustomValuesField.class).exists()).isFalse();
  }

  @Test
  void whatTwoPeopleChangeInDifferentFieldsIsBothKept() {
    UUID one = field(CustomKind.TEXT, "Own one", false);
    UUID two = field(CustomKind.TEXT, "Own two", false);
    ContactId id = person("Zwei", "Leute");
    open(ContactNavigation.details(id), "");
    click("Edit");
    fill("Own one", "mine");
    Contact before = contacts.find(id).orElseThrow();
    contacts.save(
        id,
        before.version(),
        before.data(),
        before.data().toBuilder().custom(CustomValues.NONE.with(two, "theirs")).build());
    click("Save contact");

    assertThat(find(ConflictDialog.class).exists()).isFalse();
    assertThat(contacts.find(id).orElseThrow().data().custom())
        .isEqualTo(CustomValues.NONE.with(one, "mine").with(two, "theirs"));
  }

  @Test
  void anArchivedFieldKeepsItsValuesThroughAChangeOfTheRecord() {
    UUID code = field(CustomKind.TEXT, "Code", false);
    CompanyId id =
        companies.create(
            CompanyData.builder()
                .name("Archivfirma")
                .custom(CustomValues.NONE.with(code, "X-1"))
                .build());
    open(CompanyNavigation.details(id), "");
    assertThat(says("X-1")).isTrue();

    UUID change = fields.archive(code);
    open(CompanyNavigation.details(id), "");
    assertThat(says("X-1")).isFalse();
    click("Edit");
    fill("Name", "Archivfirma Neu");
    click("Save company");
    assertThat(companies.find(id).orElseThrow().data().custom().of(code)).isEqualTo("X-1");

    archive.undo(change);
    open(CompanyNavigation.details(id), "");
    assertThat(says("X-1")).isTrue();
    assertThat(fields.all()).extracting(CustomField::id).contains(code);
  }

  @Test
  void whereThereAreNoFieldsFormsAreAsTheyWere() {
    contacts.create(ContactData.builder().lastName("Ohne").build());
    open("contacts", "");
    click("Add contact");
    assertThat(find(CustomValuesField.class).exists()).isFalse();
  }
}
