package eu.rempart.document.ui.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.HasValue;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentData;
import eu.rempart.document.DocumentField;
import eu.rempart.document.DocumentSort;
import eu.rempart.document.DocumentState;
import eu.rempart.document.WithFiles;
import eu.rempart.document.folder.FolderId;
import eu.rempart.shell.bulk.BulkField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done to many documents, step by step as a bulk change takes it. */
class DocumentBulkTest extends WithFiles {

  private static final UUID TAG = UUID.randomUUID();

  @Autowired private DocumentBulk room;
  @Autowired private CustomFieldService custom;
  private List<UUID> ids;

  @BeforeEach
  void bring() {
    ids =
        IntStream.range(0, 3)
            .mapToObj(i -> document("Bulk " + i + ".txt", bytes("a")).id().value())
            .toList();
  }

  private List<DocumentData> now() {
    return documents.findAll(ids).values().stream().map(Document::data).toList();
  }

  @Test
  void theyAreTaggedAndThoseThatHaveTheTagAlreadyAreNotCounted() {
    assertThat(room.tag(Set.of(TAG), Set.of()).applyAsInt(ids.subList(0, 2))).isEqualTo(2);
    assertThat(room.tag(Set.of(TAG), Set.of()).applyAsInt(ids)).isEqualTo(1);
    assertThat(now()).allSatisfy(data -> assertThat(data.tags()).containsExactly(TAG));

    assertThat(room.tag(Set.of(), Set.of(TAG)).applyAsInt(ids)).isEqualTo(3);
    assertThat(now()).allSatisfy(data -> assertThat(data.tags()).isEmpty());
  }

  @Test
  void moreTagsThanARecordHasAreRefusedAndNothingElseChanges() {
    Set<UUID> many = Set.copyOf(IntStream.range(0, 51).mapToObj(_ -> UUID.randomUUID()).toList());
    assertThat(room.tag(many, Set.of()).applyAsInt(ids)).isZero();
    assertThat(now()).allSatisfy(data -> assertThat(data.tags()).isEmpty());
  }

  @Test
  void everyFieldThatIsOfferedIsSetAndToldAndNoOther() {
    FolderId folder = folders.create(null, "Bulk " + UUID.randomUUID());
    Map<String, Object> values =
        Map.of("folder_id", folder, "kind", DocumentSort.CONTRACT, "state", DocumentState.OUTDATED);
    assertThat(room.fields())
        .extracting(field -> field.column())
        .containsExactlyInAnyOrderElementsOf(values.keySet());
    room.fields().forEach(field -> set(field, values.get(field.column())));
    for (BulkField<?> field : room.fields()) {
      boolean stays = field.column().equals("state");
      assertThat(field.step().apply(null).applyAsInt(ids)).isEqualTo(stays ? 0 : 3);
      assertThat(room.now(field.column(), ids.getFirst()))
          .isEqualTo(stays ? DocumentState.OUTDATED : null);
    }
  }

  /** Fills the field's own input, and takes the step that comes of it. */
  @SuppressWarnings("unchecked")
  private <V> void set(BulkField<V> field, @Nullable Object value) {
    Map<UUID, DocumentData> before = byId();
    HasValue<?, V> input = field.input().get();
    input.setValue((V) value);
    assertThat(field.step().apply(input.getValue()).applyAsInt(ids)).isEqualTo(3);
    byId()
        .forEach(
            (id, data) -> {
              assertThat(room.now(field.column(), id)).isEqualTo(value);
              assertThat(DocumentField.changed(Objects.requireNonNull(before.get(id)), data))
                  .extracting(DocumentField::column)
                  .containsExactly(field.column());
            });
    assertThat(field.step().apply(input.getValue()).applyAsInt(ids)).as("as they were").isZero();
  }

  private Map<UUID, DocumentData> byId() {
    return documents.findAll(ids).values().stream()
        .collect(Collectors.toMap(each -> each.id().value(), Document::data));
  }

  @Test
  void ownFieldsAreSetAndEmptiedAndTheOthersStay() {
    UUID shelf = text("Shelf");
    UUID other = text("Other");
    try {
      assertThat(step(other, "stays").applyAsInt(ids)).isEqualTo(3);
      assertThat(step(shelf, "B 12").applyAsInt(ids.subList(0, 2))).isEqualTo(2);
      assertThat(step(shelf, "B 12").applyAsInt(ids)).as("two had it").isEqualTo(1);
      assertThat(room.now(CustomField.column(shelf), ids.getFirst())).isEqualTo("B 12");
      assertThat(now())
          .allSatisfy(
              data ->
                  assertThat(data.custom())
                      .isEqualTo(CustomValues.NONE.with(shelf, "B 12").with(other, "stays")));
      assertThat(step(shelf, null).applyAsInt(ids)).isEqualTo(3);
      assertThat(now())
          .allSatisfy(
              data -> assertThat(data.custom()).isEqualTo(CustomValues.NONE.with(other, "stays")));
    } finally {
      List.of(shelf, other).forEach(custom::archive);
    }
  }

  private UUID text(String label) {
    return custom.create(
        CustomKind.TEXT,
        new CustomFieldData(Labels.of(label), Set.of("document"), Set.of(), false, List.of()));
  }

  @SuppressWarnings("unchecked")
  private ToIntFunction<List<UUID>> step(UUID field, @Nullable String value) {
    BulkField<String> found =
        (BulkField<String>)
            room.fields().stream()
                .filter(each -> each.column().equals(CustomField.column(field)))
                .findFirst()
                .orElseThrow();
    return found.step().apply(value);
  }

  @Test
  void theyAreGivenAnOwner() {
    UUID owner = admin().memberId();
    assertThat(room.assign(null).applyAsInt(ids)).isEqualTo(3);
    assertThat(room.assign(owner).applyAsInt(ids)).isEqualTo(3);
    assertThat(now()).allSatisfy(data -> assertThat(data.owner()).isEqualTo(owner));
  }

  @Test
  void theyAreArchivedByWhoMay() {
    actAs(Role.READER);
    assertThatThrownBy(() -> room.archive().applyAsInt(ids))
        .isInstanceOf(NotPermittedException.class);
    admin();
    assertThat(room.archive().applyAsInt(ids)).isEqualTo(3);
    assertThat(now()).isEmpty();
    assertThat(room.archive().applyAsInt(ids)).as("gone already").isZero();
  }
}
