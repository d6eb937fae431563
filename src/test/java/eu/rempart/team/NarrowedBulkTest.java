package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.ItemClickEvent;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import eu.rempart.contact.ContactData;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealRow;
import eu.rempart.document.Brought;
import eu.rempart.document.DocumentService;
import eu.rempart.document.DocumentState;
import eu.rempart.document.file.UploadService;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.bulk.BulkRoom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is not shown what a record needs changes other fields of many, and in the list in place. */
class NarrowedBulkTest extends WithNarrowedMembers {

  @Autowired private List<BulkRoom> rooms;
  @Autowired private ActivityService activities;
  @Autowired private DocumentService documents;
  @Autowired private UploadService uploads;

  private UUID made(String kind) throws Exception {
    String name = "Narrowed " + UUID.randomUUID();
    return switch (kind) {
      case "deal" -> deal(name, null, null).value();
      case "company" -> firm(name, null).value();
      // called by the address alone
      case "contact" ->
          contacts
              .create(
                  ContactData.builder()
                      .emails(
                          List.of(
                              EmailEntry.of(
                                  EmailAddress.of(
                                      "x" + UUID.randomUUID() + "@narrowed-bulk.example"),
                                  EmailKind.WORK,
                                  true)))
                      .build())
              .value();
      case "activity" ->
          activities
              .create(ActivityData.builder().subject(name).build(), ActivityLinks.NONE)
              .value();
      case "document" ->
          ((Brought.Kept)
                  documents.create(uploads.take(name + ".txt", new byte[] {'a'}), null, List.of()))
              .document()
              .id()
              .value();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private BulkRoom room(String kind) {
    return rooms.stream().filter(room -> room.kind().equals(kind)).findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private ToIntFunction<List<UUID>> step(String kind, String column, @Nullable Object value) {
    return ((BulkField<Object>)
            room(kind).fields().stream()
                .filter(field -> field.column().equals(column))
                .findFirst()
                .orElseThrow())
        .step()
        .apply(value);
  }

  private static Object value(String column) {
    return column.equals("state") ? DocumentState.OUTDATED : "fair";
  }

  @ParameterizedTest
  @CsvSource({
    "deal, name, source",
    "company, name, industry",
    "contact, emails, basis_source",
    "activity, subject, place",
    "document, name, state"
  })
  void othersAreChangedOfManyAndOfOne(String kind, String hidden, String column) throws Exception {
    List<UUID> ids = List.of(made(kind), made(kind));
    SignedInMember eve = narrowed(Role.MEMBER, without(kind, Map.of(hidden, FieldRule.HIDDEN)));
    Object value = value(column);

    assertThat(as(eve, () -> step(kind, column, value).applyAsInt(ids.subList(0, 1)))).isEqualTo(1);
    assertThat(as(eve, () -> step(kind, column, value).applyAsInt(ids)))
        .as("one has it")
        .isEqualTo(1);
    assertThat(ids)
        .allSatisfy(id -> assertThat(room(kind).now(column, id)).isEqualTo(value))
        .allSatisfy(id -> assertThat(room(kind).now(hidden, id)).as("stays").isNotNull());
  }

  @Test
  void whatCanNotBeKeptIsLeftAlone() {
    DealId id = deal("Narrowed " + UUID.randomUUID(), null, null);
    SignedInMember eve = narrowed(Role.MEMBER, without("deal", Map.of("name", FieldRule.HIDDEN)));

    assertThat(as(eve, () -> step("deal", "probability", 101).applyAsInt(List.of(id.value()))))
        .isZero();
    assertThat(deals.find(id).orElseThrow().data().probability()).isNull();
  }

  @Test
  void inTheListInPlace() {
    DealId id = deal("Narrowed " + UUID.randomUUID(), null, null);
    LocalDate day = LocalDate.of(2027, 3, 1);
    SignedInMember eve = narrowed(Role.MEMBER, without("deal", Map.of("name", FieldRule.HIDDEN)));
    as(
        eve,
        () -> {
          open("deals/list", "");
          find(Button.class)
              .withAttribute("aria-label", "Edit fields in the list")
              .single()
              .click();
          clickCell(id, "expected_close");
          find(DatePicker.class, find(Dialog.class).single()).single().setValue(day);
          click("Save");
          return id;
        });

    assertThat(deals.find(id).orElseThrow().data().expectedClose()).isEqualTo(day);
  }

  private void clickCell(DealId id, String column) {
    Grid<DealRow> grid = grid();
    DealRow row = deals.rows(List.of(id), Set.of(DealColumn.EXPECTED_CLOSE)).getFirst();
    ComponentUtil.fireEvent(
        grid,
        new ItemClickEvent<>(
            grid,
            false,
            grid.getDataCommunicator().getKeyMapper().key(row),
            grid.getColumnByKey(column).getElement().getProperty("_flowId"),
            0,
            0,
            0,
            0,
            1,
            0,
            false,
            false,
            false,
            false));
  }
}
