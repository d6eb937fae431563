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
import eu.rempart.contact.ContactId;
import eu.rempart.team.CustomRole;
import eu.rempart.team.Team;
import eu.rempart.team.WithNarrowedMembers;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The screens on which administrators make teams and roles, and what they do to others' screens.
 */
class TeamScreensTest extends WithNarrowedMembers {

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
