package eu.rempart.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.generated.KeptTables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomFieldServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final CurrentMember current = new CurrentMember();
  private final Rights rights = new Rights(current);
  private CustomFieldService fields;
  private CustomChecks checks;

  @BeforeEach
  void open() throws Exception {
    fields = TestCustomFields.service(database, current);
    checks = TestCustomFields.checks(database);
    for (CustomField field : as(Role.ADMINISTRATOR, fields::all)) {
      as(Role.ADMINISTRATOR, () -> fields.archive(field.id()));
    }
  }

  private <T> T as(Role role, Callable<T> work) throws Exception {
    UUID member = database.member(role.name());
    return current.callAs(new SignedInMember(member, role, UUID.randomUUID(), null), work);
  }

  private static CustomFieldData data(String label, CustomChoice... choices) {
    return new CustomFieldData(
        new Labels(Map.of("en", label, "fr", label)),
        Set.of("contact", "deal"),
        Set.of("contact"),
        true,
        List.of(choices));
  }

  private UUID create(CustomKind kind, CustomFieldData data) throws Exception {
    return as(Role.ADMINISTRATOR, () -> fields.create(kind, data));
  }

  private CustomField now(UUID id) throws Exception {
    return as(Role.READER, fields::all).stream()
        .filter(field -> field.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyKindOfRecordThatIsOfferedHasAPlaceForThem() throws Exception {
    Set<String> all = Set.copyOf(CustomFieldRules.RECORDS);
    UUID id =
        create(
            CustomKind.TEXT,
            new CustomFieldData(Labels.of("Everywhere"), all, all, false, List.of()));

    assertThat(now(id).records()).isEqualTo(all);
    for (String kind : all) {
      assertThat(as(Role.READER, () -> fields.of(kind)))
          .as(kind)
          .extracting(CustomField::id)
          .containsExactly(id);
      assertThat(KeptTables.of(kind).businessColumns())
          .as(kind)
          .extracting(column -> column.name())
          .contains(CustomParts.COLUMN);
    }
  }

  @Test
  void aFieldIsKeptAndReadBack() throws Exception {
    UUID id = create(CustomKind.NUMBER, data("Shoe size"));

    CustomField kept = now(id);
    assertThat(kept.label()).isEqualTo(data("Shoe size").label());
    assertThat(kept.kind()).isEqualTo(CustomKind.NUMBER);
    assertThat(kept.records()).containsExactlyInAnyOrder("contact", "deal");
    assertThat(kept.lists()).containsExactly("contact");
    assertThat(kept.required()).isTrue();
    assertThat(as(Role.READER, () -> fields.of("deal"))).contains(kept);
    assertThat(as(Role.READER, () -> fields.of("company"))).isEmpty();
    assertThat(kept.toString()).doesNotContain("Shoe");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MANAGER", "MEMBER", "READER", "ENGINEER"})
  void onlyAdministratorsShapeFields(Role role) throws Exception {
    UUID id = create(CustomKind.TEXT, data("Mine"));

    assertThatThrownBy(() -> as(role, () -> fields.create(CustomKind.TEXT, data("Other"))))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(role, () -> fields.save(id, 1, data("Other"))))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(role, () -> fields.archive(id)))
        .isInstanceOf(NotPermittedException.class);
    assertThat(now(id).label()).isEqualTo(data("Mine").label());
  }

  @Test
  void anOldVersionIsNotSavedAndHistoryTellsOfEach() throws Exception {
    UUID id = create(CustomKind.TEXT, data("First"));

    assertThat(as(Role.ADMINISTRATOR, () -> fields.save(id, 1, data("Second")))).isTrue();
    assertThat(as(Role.ADMINISTRATOR, () -> fields.save(id, 1, data("Third")))).isFalse();
    assertThat(now(id).label()).isEqualTo(data("Second").label());
    assertThat(KeptTables.CUSTOM_FIELD.versionsOf(database.app(), id)).hasSize(2);
  }

  @Test
  void aChoiceThatIsLeftOutIsRetiredAndNotLost() throws Exception {
    var gold = new CustomChoice("gold", Labels.of("Gold"), false);
    var silver = new CustomChoice("silver", Labels.of("Silver"), false);
    UUID id = create(CustomKind.CHOICE, data("Metal", gold, silver));

    as(Role.ADMINISTRATOR, () -> fields.save(id, 1, data("Metal", gold)));

    assertThat(now(id).offered()).containsExactly(gold);
    assertThat(now(id).choice("silver"))
        .contains(new CustomChoice("silver", Labels.of("Silver"), true));
    checks.check(rights, "contact", CustomValues.NONE, CustomValues.NONE.with(id, "silver"));
  }

  @Test
  void fieldsHaveAnOrderThatIsGivenAnew() throws Exception {
    UUID one = create(CustomKind.TEXT, data("One"));
    UUID two = create(CustomKind.TEXT, data("Two"));
    UUID three = create(CustomKind.TEXT, data("Three"));

    as(
        Role.ADMINISTRATOR,
        () -> {
          fields.order(List.of(three, one, two));
          return true;
        });

    assertThat(as(Role.READER, fields::all))
        .extracting(CustomField::id)
        .containsExactly(three, one, two);
  }

  @Test
  void whatIsWrongIsSaidAndNotKept() {
    assertWrong(CustomKind.TEXT, data("  "), "label");
    assertWrong(CustomKind.TEXT, data("x".repeat(61)), "label");
    assertWrong(CustomKind.CHOICE, data("No choices"), "choices");
    assertWrong(
        CustomKind.TEXT, data("Choices", new CustomChoice("a", Labels.of("A"), false)), "choices");
    assertWrong(
        CustomKind.CHOICE,
        data(
            "Twice",
            new CustomChoice("a", Labels.of("A"), false),
            new CustomChoice("a", Labels.of("B"), false)),
        "choices");
    assertWrong(
        CustomKind.TEXT,
        new CustomFieldData(Labels.of("Nowhere"), Set.of(), Set.of(), false, List.of()),
        "records");
    assertWrong(
        CustomKind.TEXT,
        new CustomFieldData(Labels.of("Members"), Set.of("member"), Set.of(), false, List.of()),
        "records");
  }

  private void assertWrong(CustomKind kind, CustomFieldData data, String part) {
    assertThatThrownBy(() -> create(kind, data))
        .isInstanceOfSatisfying(
            InvalidFieldException.class,
            e -> assertThat(e.field()).isEqualTo("custom_field.field." + part));
  }

  @Test
  void onlyValuesOfTheirKindPassAndThoseOfFieldsThatAreGoneStay() throws Exception {
    UUID number = create(CustomKind.NUMBER, data("Number"));
    CustomValues wrong = CustomValues.NONE.with(number, "twelve");

    assertThatThrownBy(() -> checks.check(rights, "contact", CustomValues.NONE, wrong))
        .isInstanceOf(InvalidFieldException.class);
    checks.check(rights, "contact", wrong, wrong);
    checks.check(rights, "contact", CustomValues.NONE, CustomValues.NONE.with(number, "12"));

    as(Role.ADMINISTRATOR, () -> fields.archive(number));
    checks.check(rights, "contact", CustomValues.NONE, CustomValues.NONE.with(number, "12"));
  }
}
