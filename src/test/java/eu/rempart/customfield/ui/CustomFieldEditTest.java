package eu.rempart.customfield.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.bulk.ui.BulkView;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.bulk.BulkRoom;
import eu.rempart.shell.custom.CustomValueField;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.part.Confirmation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Custom fields are set in many records at once, and in the list where they stand. */
class CustomFieldEditTest extends WithFirm {

  private static final List<String> KINDS =
      List.of("company", "contact", "deal", "activity", "document");

  @Autowired private CustomFieldService fields;
  @Autowired private List<BulkRoom> rooms;

  @AfterEach
  void clear() {
    actAs(Role.ADMINISTRATOR);
    fields.all().forEach(field -> fields.archive(field.id()));
  }

  private UUID field(CustomKind kind, String label, CustomChoice... choices) {
    return fields.create(
        kind,
        new CustomFieldData(
            Labels.of(label), Set.copyOf(KINDS), Set.copyOf(KINDS), false, List.of(choices)));
  }

  private CompanyId firm(String name, UUID field, String value) {
    return companies.create(
        CompanyData.builder().name(name).custom(CustomValues.NONE.with(field, value)).build());
  }

  private String value(CompanyId id, UUID field) {
    return companies.find(id).orElseThrow().data().custom().of(field);
  }

  private BulkRoom room(String kind) {
    return rooms.stream().filter(room -> room.kind().equals(kind)).findFirst().orElseThrow();
  }

  private void chooseField(UUID field) {
    @SuppressWarnings("unchecked")
    Select<BulkField<?>> which = find(Select.class).withLabel("Field").single();
    which.setValue(
        which
            .getListDataView()
            .getItems()
            .filter(each -> each.column().equals(CustomField.column(field)))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void aFieldIsSetInAllThatMatchAndAWrongValueInNone() {
    UUID size = field(CustomKind.NUMBER, "Floor area");
    UUID other = field(CustomKind.TEXT, "Untouched");
    List<CompanyId> ids =
        List.of(
            firm("Mengenfirma Eins", other, "stays"),
            firm("Mengenfirma Zwei", size, "12.5"),
            firm("Mengenfirma Drei", size, "7"));
    open("companies", foundBy("Mengenfirma"));
    test(grid()).size();
    grid().select(test(grid()).getRow(0));
    test(find(Button.class)
            .withCondition(button -> button.getText().startsWith("Select all that match"))
            .single())
        .click();
    click("Edit a field");
    chooseField(size);
    DecimalField input = find(DecimalField.class).withLabel("Floor area").single();
    Typing.into(input, "12.123456");
    click("Edit a field");
    assertThat(input.isInvalid()).isTrue();
    assertThat(find(Confirmation.class).exists()).as("the question stays").isTrue();

    Typing.into(input, "12.50");
    click("Edit a field");
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(says("2 records edited. One was so already")).isTrue();
            });
    assertThat(ids).allMatch(id -> value(id, size).equals("12.5"));
    assertThat(value(ids.getFirst(), other)).isEqualTo("stays");

    navigate(BulkView.class);
    assertThat(says("Floor area")).isTrue();
  }

  @Test
  void everyListOffersItsFieldsInPlaceLongTextsToo() {
    UUID grade =
        field(
            CustomKind.CHOICE,
            "Grade",
            new CustomChoice("a", Labels.of("Amber"), false),
            new CustomChoice("z", Labels.of("Zinc"), false));
    UUID remark = field(CustomKind.LONG_TEXT, "Remark");
    for (String kind : KINDS) {
      assertThat(room(kind).fields())
          .as(kind)
          .extracting(BulkField::column)
          .contains(CustomField.column(grade), CustomField.column(remark));
      for (BulkField<?> each : room(kind).fields()) {
        if (each.input().get() instanceof CustomValueField input) {
          assertThat(input.getChildren().anyMatch(TextArea.class::isInstance))
              .as("%s takes lines", each.label())
              .isEqualTo(each.column().equals(CustomField.column(remark)));
        }
      }
    }
    BulkField<?> known =
        room("company").fields().stream()
            .filter(each -> each.column().equals(CustomField.column(grade)))
            .findFirst()
            .orElseThrow();
    assertThat(known.key()).as("as the list's column").isEqualTo(CustomField.key(grade));
  }

  @Test
  void anInputShowsWhatIsKeptAndHoldsIt() {
    UUID grade =
        field(
            CustomKind.CHOICE,
            "Grade",
            new CustomChoice("a", Labels.of("Amber"), false),
            new CustomChoice("z", Labels.of("Zinc"), true));
    CompanyId id = firm("Einzelfirma", grade, "z");
    BulkRoom room = room("company");
    assertThat(room.now(CustomField.column(grade), id.value())).isEqualTo("z");
    var input =
        new CustomValueField(
            fields.all().stream()
                .filter(each -> each.id().equals(grade))
                .findFirst()
                .orElseThrow());
    input.setValue("z");
    assertThat(input.getValue()).isEqualTo("z");
    assertThat(input.getChildren().findFirst())
        .as("which is offered no more, but held")
        .hasValueSatisfying(child -> assertThat(((ComboBox<?>) child).getValue()).isEqualTo("z"));
    input.setValue("");
    assertThat(input.isEmpty()).isTrue();
    assertThat(input.check()).isTrue();
  }
}
