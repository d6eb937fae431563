package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.archive.ArchiveService;
import eu.rempart.archive.BinEntry;
import eu.rempart.archive.BinFilter;
import eu.rempart.archive.Restored;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Teams and roles, also where somebody else wrote them than Rempart. */
class NarrowedRoleTest extends WithNarrowedMembers {

  @Autowired private HistoryService history;
  @Autowired private ArchiveService archive;

  @Test
  void onlyWhoManagesMembersBringsBackATeamOrAFormerRole() {
    TeamId team = teams.create("West", Set.of());
    UUID removal = teams.remove(team);
    CustomRoleId role = roles.create("Wide once", Role.MEMBER, only(Scope.ALL));
    RecordRef formerRole = new RecordRef("custom_role", role.value());

    actAs(Role.MANAGER);
    assertThatThrownBy(() -> archive.undo(removal)).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> history.putBack(formerRole, 1, "rules", 1))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> archive.archive(List.of(formerRole), Reason.EDIT))
        .isInstanceOf(NotPermittedException.class);
    for (String kind : List.of("letterhead", "letterhead_logo")) {
      RecordRef firm = new RecordRef(kind, UUID.randomUUID());
      assertThatThrownBy(() -> archive.archive(List.of(firm), Reason.EDIT))
          .as(kind)
          .isInstanceOf(NotPermittedException.class);
      assertThatThrownBy(() -> history.putBack(firm, 1, "name", 1))
          .as(kind)
          .isInstanceOf(NotPermittedException.class);
    }

    admin();
    assertThat(archive.undo(removal)).isInstanceOf(Restored.Done.class);
    assertThat(teams.all()).extracting(Team::id).contains(team);
  }

  @Test
  void aTeamSharesWhatItsMembersOwn() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.TEAM));
    UUID colleague = join(Role.MEMBER).memberId();
    admin();
    ContactId theirs = person("Colleague's", colleague);
    assertThat(as(eve, () -> contacts.find(theirs))).isEmpty();

    TeamId id = teams.create("South", Set.of(eve.memberId(), colleague));
    assertThat(as(eve, () -> contacts.find(theirs))).isPresent();
    Team team = teams.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    assertThat(teams.save(team, "South-west", Set.of(eve.memberId()))).isTrue();
    assertThat(as(eve, () -> contacts.find(theirs))).isEmpty();
    assertThat(teams.save(team, "Late", Set.of())).as("somebody saved before").isFalse();
    assertThatThrownBy(() -> teams.create(" ", Set.of())).isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void aMembershipThatNobodyGaveSharesNothing() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.TEAM));
    UUID colleague = join(Role.MEMBER).memberId();
    admin();
    ContactId theirs = person("Colleague's", colleague);
    TeamId team = teams.create("North", Set.of(colleague));
    sql(
        "INSERT INTO team_member (id, team_id, member_id, proof) SELECT gen_random_uuid(), team_id,"
            + " ?, proof FROM team_member WHERE team_id = ?",
        eve.memberId(),
        team.value());
    assertThat(as(eve, () -> contacts.find(theirs))).isEmpty();
    assertThat(as(eve, () -> teams.all()))
        .filteredOn(each -> each.id().equals(team))
        .singleElement()
        .satisfies(each -> assertThat(each.members()).containsExactly(colleague));
  }

  @Test
  void aRoleThatSomebodyTookAwayOpensNothing() {
    String address = someone().value();
    UUID member = joinAs(address, Role.MEMBER).memberId();
    CustomRoleId role = roles.create("Own", Role.MEMBER, only(Scope.OWN));
    members.changeRole(member, Role.MEMBER, role.value());
    sql("UPDATE member SET custom_role_id = NULL WHERE id = ?", member);
    assertThatThrownBy(() -> signIn(address, PASSWORD))
        .isInstanceOf(org.springframework.security.core.AuthenticationException.class);
    admin();
    sql("UPDATE member SET custom_role_id = ? WHERE id = ?", role.value(), member);
    assertThat(signIn(address, PASSWORD).customRole()).isEqualTo(role.value());
  }

  @Test
  void rulesThatSomebodyElseWroteLeaveNothing() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    ContactId mine = as(eve, () -> contacts.create(ContactData.builder().lastName("Own").build()));
    assertThat(as(eve, () -> contacts.find(mine))).isPresent();
    CustomRoleId wide = roles.create("All", Role.MEMBER, RoleRules.EVERYTHING);
    sql(
        "UPDATE custom_role SET rules = (SELECT rules FROM custom_role WHERE id = ?) WHERE id = ?",
        wide.value(),
        java.util.Objects.requireNonNull(eve.customRole()));
    Awaitility.await()
        .pollInSameThread()
        .untilAsserted(() -> assertThat(as(eve, () -> contacts.find(mine))).isEmpty());
  }

  @Test
  void aChangedRoleHoldsAtOnceAndOneInUseStays() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    ContactId other = person("Other", admin().memberId());
    CustomRole role = role(eve);
    assertThat(as(eve, () -> contacts.find(other))).isEmpty();

    assertThat(roles.save(role, "Wider", RoleRules.EVERYTHING)).isTrue();
    assertThat(as(eve, () -> contacts.find(other))).isPresent();
    assertThat(roles.save(role, "Late", RoleRules.NOTHING)).isFalse();

    assertThatThrownBy(() -> roles.remove(role.id())).isInstanceOf(RoleInUseException.class);
    members.changeRole(eve.memberId(), Role.READER);
    roles.remove(role.id());
    assertThat(roles.all()).noneMatch(each -> each.id().equals(role.id()));
  }

  private CustomRole role(SignedInMember member) {
    return roles.all().stream()
        .filter(each -> each.id().value().equals(member.customRole()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aManagerFromWhomOneFieldIsHiddenBringsBackWhatOthersArchived() {
    SignedInMember eve =
        narrowed(Role.MANAGER, without("contact", Map.of("birthday", FieldRule.HIDDEN)));
    SignedInMember kim = narrowed(Role.MANAGER, readsAll());
    ContactId other = person("Other" + UUID.randomUUID(), admin().memberId());
    contacts.archive(List.of(other));

    act(kim);
    open("bin", "");
    Grid<BinEntry> bin = grid();
    bin.select(bin.getGenericDataView().getItem(0));
    assertThat(bin.getSelectedItems()).extracting(e -> e.root().id()).contains(other.value());
    click("Restore");
    assertThat(find(Notification.class).all()).as("a sentence, and no error").isNotEmpty();
    assertThat(contacts.find(other)).isEmpty();
    admin();

    assertThat(as(eve, () -> archive.restore(List.of(entry(other)), false)))
        .isInstanceOf(Restored.Done.class);
    assertThat(contacts.find(other)).isPresent();
  }

  private UUID entry(ContactId contact) {
    return archive.page(BinFilter.ALL, null, 200).entries().stream()
        .filter(each -> each.root().id().equals(contact.value()))
        .findFirst()
        .orElseThrow()
        .archiveId();
  }

  @Test
  void onlyAdministratorsShapeTeamsAndRoles() {
    SignedInMember manager = join(Role.MANAGER);
    admin();
    assertThatThrownBy(() -> as(manager, () -> roles.all()))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () -> as(manager, () -> roles.create("x", Role.MEMBER, RoleRules.EVERYTHING)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(manager, () -> teams.create("x", Set.of())))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () -> members.changeRole(manager.memberId(), Role.ADMINISTRATOR, UUID.randomUUID()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
