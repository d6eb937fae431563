package eu.rempart.account.security.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.security.SecurityNote;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactId;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the security page tells of each event. */
class SecurityEventsTest extends WithFirm {

  private Grid<SecurityNote> events() {
    open("security", "");
    return grid();
  }

  /** The newest event of a kind, as a line of the page. */
  private int row(Grid<SecurityNote> events, String kind) {
    return IntStream.range(0, test(events).size())
        .filter(row -> test(events).getRow(row).kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private String what(Grid<SecurityNote> events, int row) {
    return test(events).getCellComponent(row, 0).getElement().getTextRecursively();
  }

  private void awaitKind(String kind) {
    await()
        .pollInSameThread()
        .until(() -> security.events().stream().anyMatch(note -> note.kind().equals(kind)));
  }

  @Test
  void aDamagedFieldIsToldWithItsRecordItsLabelAndItsCode() {
    ContactId id = person("Sabine", "Sealed");
    sql("UPDATE contact SET first_name = '\\x00' WHERE id = ?", id.value());
    String code =
        Objects.requireNonNull(
            contacts.find(id).orElseThrow().unopenable().get(ContactField.FIRST_NAME));
    awaitEvent("vault.field.unopenable", code);

    Grid<SecurityNote> events = events();
    int row = row(events, "vault.field.unopenable");
    assertThat(what(events, row))
        .contains("A sealed field is not what was sealed there")
        .contains("Alarm")
        .contains("Contact: ", "Sealed")
        .contains("field “First name”");
    assertThat(find(Anchor.class, test(events).getCellComponent(row, 0)).single().getHref())
        .isEqualTo("contacts/" + id.value());
    assertThat(test(events).getCellText(row, 3)).isEqualTo(code);
  }

  @Test
  void aChangeOfRoleIsToldWithBothRolesAndWhoMadeIt() {
    SignedInMember member = join(Role.MEMBER);
    members.changeRole(member.memberId(), Role.READER);
    awaitKind("account.role.changed");

    Grid<SecurityNote> events = events();
    int row = row(events, "account.role.changed");
    assertThat(what(events, row)).contains("before: Member · now: Reader · by Ada Admin");
    assertThat(test(events).getCellText(row, 1)).isEqualTo("Max Muster");
  }

  @Test
  void newEventAppearsOnAnOpenPage() {
    SignedInMember member = join(Role.MEMBER);
    Grid<SecurityNote> events = events();
    long before = roleChanges(events);
    members.changeRole(member.memberId(), Role.READER);

    await()
        .pollInSameThread()
        .until(
            () -> {
              find(SecurityView.class).single().refreshEvents(); // as the clock of the page does
              return roleChanges(events) == before + 1;
            });
  }

  private static long roleChanges(Grid<SecurityNote> events) {
    return events
        .getListDataView()
        .getItems()
        .filter(note -> note.kind().equals("account.role.changed"))
        .count();
  }

  @Test
  void noEventIsToldByItsCodeName() {
    Grid<SecurityNote> events = events();
    assertThat(IntStream.range(0, test(events).size()).mapToObj(row -> what(events, row)))
        .isNotEmpty()
        .noneMatch(words -> words.contains("account.") || words.contains("vault."));
  }
}
