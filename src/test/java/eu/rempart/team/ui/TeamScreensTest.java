package eu.rempart.team.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.Right;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.Labels;
import eu.rempart.contact.ContactId;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.bulk.BulkRoom;
import eu.rempart.team.CustomRole;
import eu.rempart.team.Team;
import eu.rempart.team.WithNarrowedMembers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The screens on which administrators make teams and roles, and what they do to others' screens.
 */
class TeamScreensTest extends WithNarrowedMembers {

  @Autowired private CustomFieldService fields;
  @Autowired private List<BulkRoom> rooms;

  @SuppressWarnings("unchecked")
  private <T> MultiSelectComboBox<T> choice(String label) {
    return find(MultiSelectComboBox.class)
        .withCondition(each -> label.equals(each.getLabel()))
        .single();
  }

  @SuppressWarnings("unchecked")
  private void choose(KindEditor kind, String right, Scope scope) {
    find(com.vaadin.flow.component.select.Select.class, kind)
        .withCondition(each -> right.equals(each.getLabel()))
        .single()
        .setValue(scope);
  }

  @Test
  void aTeamIsMadeChangedAndArchived() {
    UUID colleague = join(Role.MEMBER).memberId();
    admin();
    navigate(TeamsView.class);
    click("New team");
    click("Save");
    assertThat(find(TextField.class).withLabel("Name").single().isInvalid()).isTrue();
    String name = "Team " + UUID.randomUUID();
    fill("Name", name);
    MultiSelectComboBox<UUID> members = choice("Members");
    members.setValue(Set.of(colleague));
    click("Save");

    assertThat(find(H2.class).withText(name).exists()).isTrue();
    Team team =
        teams.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    assertThat(team.members()).containsExactly(colleague);
    test(find(Button.class)
            .withCondition(b -> ("Archive " + name).equals(b.getAriaLabel().orElse("")))
            .single())
        .click();
    assertThat(teams.all()).noneMatch(each -> each.name().equals(name));
    click("Undo");
    assertThat(teams.all()).anyMatch(each -> each.name().equals(name));
  }

  @Test
  void aRoleIsMadeWithScopesAndHiddenFields() {
    navigate(RolesView.class);
    click("New role");
    String name = "Role " + UUID.randomUUID();
    fill("Name", name);
    KindEditor contact =
        find(KindEditor.class)
            .withCondition(e -> "Contact".equals(e.getElement().getAttribute("aria-label")))
            .single();
    choose(contact, "Export", Scope.NONE);
    @SuppressWarnings("unchecked")
    MultiSelectComboBox<String> hidden =
        find(MultiSelectComboBox.class, contact)
            .withCondition(each -> "Hidden fields".equals(each.getLabel()))
            .single();
    hidden.setValue(Set.of("birthday"));
    click("Save");

    CustomRole role =
        roles.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    assertThat(role.base()).isEqualTo(Role.MEMBER);
    assertThat(role.rules().of("contact").scope(Right.READ_RECORDS)).isEqualTo(Scope.TEAM);
    assertThat(role.rules().of("contact").scope(Right.EXPORT_RECORDS)).isEqualTo(Scope.NONE);
    assertThat(role.rules().of("contact").fields()).containsEntry("birthday", FieldRule.HIDDEN);
  }

  private UUID ownField(String label) {
    return ownField(label, false);
  }

  private UUID ownField(String label, boolean required) {
    return fields.create(
        CustomKind.TEXT,
        new CustomFieldData(
            Labels.of(label), Set.of("contact"), Set.of("contact"), required, List.of()));
  }

  private MultiSelectComboBox<String> fieldsOf(String kind, String label) {
    KindEditor editor =
        find(KindEditor.class)
            .withCondition(e -> kind.equals(e.getElement().getAttribute("aria-label")))
            .single();
    @SuppressWarnings("unchecked")
    MultiSelectComboBox<String> box =
        find(MultiSelectComboBox.class, editor)
            .withCondition(each -> label.equals(each.getLabel()))
            .single();
    return box;
  }

  @Test
  void aRoleHidesOneCustomFieldAndDoesSoStillOnceThatComesBackFromTheBin() {
    UUID secret = ownField("Confidential remark");
    navigate(RolesView.class);
    click("New role");
    String name = "Role " + UUID.randomUUID();
    fill("Name", name);
    MultiSelectComboBox<String> hidden = fieldsOf("Contact", "Hidden fields");
    String column = CustomField.column(secret);
    assertThat(hidden.getItemLabelGenerator().apply(column)).isEqualTo("Confidential remark");
    hidden.setValue(Set.of(column));
    click("Save");
    assertThat(role(name).rules().of("contact").fields()).containsEntry(column, FieldRule.HIDDEN);

    fields.archive(secret);
    open("roles", "");
    test(find(Button.class)
            .withCondition(b -> ("Edit " + name).equals(b.getAriaLabel().orElse("")))
            .single())
        .click();
    fieldsOf("Contact", "Read-only fields").setValue(Set.of("birthday"));
    click("Save");
    assertThat(role(name).rules().of("contact").fields())
        .containsEntry("birthday", FieldRule.READ_ONLY)
        .containsEntry(column, FieldRule.HIDDEN);
  }

  private CustomRole role(String name) {
    return roles.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aCustomFieldThatARoleTakesAwayIsAbsentAndOneThatItFixesIsReadOnly() {
    UUID secret = ownField("Taken away");
    UUID fixed = ownField("Only read", true);
    ownField("Left as it is");
    ContactId id = person("Own fields in a form", admin().memberId());
    SignedInMember eve =
        narrowed(
            Role.MEMBER,
            without(
                "contact",
                Map.of(
                    CustomField.column(secret), FieldRule.HIDDEN,
                    CustomField.column(fixed), FieldRule.READ_ONLY)));
    act(eve);
    open("contacts/" + id, "");
    click("Edit");
    assertThat(find(TextField.class).withLabel("Taken away").exists()).isFalse();
    assertThat(find(TextField.class).withLabel("Only read").single().isReadOnly()).isTrue();
    assertThat(find(TextField.class).withLabel("Left as it is").single().isReadOnly()).isFalse();

    fill("Left as it is", "filled in");
    click("Save contact");
    assertThat(contacts.find(id).orElseThrow().data().custom().byId())
        .as("whoever may not fill in what is required is not asked for it")
        .containsValue("filled in");

    open("contacts", "");
    assertThat(grid().getColumnByKey(CustomField.key(secret))).isNull();
    assertThat(grid().getColumnByKey(CustomField.key(fixed))).isNotNull();
    assertThat(rooms.stream().filter(room -> room.kind().equals("contact")).findFirst())
        .hasValueSatisfying(
            room ->
                assertThat(room.fields())
                    .extracting(BulkField::label)
                    .contains("Left as it is")
                    .doesNotContain("Taken away", "Only read"));
    admin();
    fields.all().forEach(field -> fields.archive(field.id()));
  }

  @Test
  void buttonsAndFieldsThatARoleTakesAwayAreAbsent() {
    SignedInMember reader = narrowed(Role.MANAGER, readsAll());
    ContactId other = person("Somebody else's", admin().memberId());
    act(reader);
    open("contacts/" + other, "");
    assertThat(offers("Edit")).isFalse();
    assertThat(offers("Archive")).isFalse();
    ContactId mine = person("Mine", reader.memberId());
    open("contacts/" + mine, "");
    assertThat(offers("Edit")).isTrue();

    admin();
    SignedInMember eve =
        narrowed(
            Role.MEMBER,
            without(
                "contact",
                Map.of("salutation", FieldRule.HIDDEN, "external_id", FieldRule.READ_ONLY)));
    act(eve);
    open("contacts/" + other, "");
    click("Edit");
    assertThat(
            find(com.vaadin.flow.component.combobox.ComboBox.class)
                .withCondition(each -> "Salutation".equals(each.getLabel()))
                .exists())
        .isFalse();
    assertThat(find(TextField.class).withLabel("External ID").single().isReadOnly()).isTrue();
  }
}
