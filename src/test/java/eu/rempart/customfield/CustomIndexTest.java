package eu.rempart.customfield;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.search.question.FieldType;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the index knows of custom fields. */
class CustomIndexTest {

  private static final SearchSchema KNOWN =
      SearchSchema.of("deal", SearchField.text("name").asSorted());

  @Test
  void moreFieldsThanAnIndexTakesAreLeftOutAndTheOthersSearched() {
    List<FieldShape> shapes =
        Stream.generate(() -> new FieldShape(UUID.randomUUID(), CustomKind.CHOICE, Set.of("deal")))
            .limit(200)
            .toList();

    SearchSchema schema = CustomIndex.schema(KNOWN, shapes);

    assertThat(schema.fields()).hasSize(256).startsWith(KNOWN.primary());
    assertThat(schema.fields().getLast().name()).as("one is sorted").endsWith("-place");
    assertThat(schema.fields().get(1).name()).isEqualTo(CustomField.key(shapes.getFirst().id()));
  }

  @Test
  void fieldsOfOtherRecordsTakeNoRoom() {
    FieldShape other = new FieldShape(UUID.randomUUID(), CustomKind.TEXT, Set.of("contact"));
    FieldShape own = new FieldShape(UUID.randomUUID(), CustomKind.TEXT, Set.of("deal"));

    assertThat(CustomIndex.schema(KNOWN, List.of(other, own)).fields())
        .extracting(SearchField::name)
        .containsExactly("name", CustomField.key(own.id()));
  }

  @Test
  void listsSortByWhatTheIndexHasAndChoicesByTheirPlace() {
    FieldShape choice = new FieldShape(UUID.randomUUID(), CustomKind.CHOICE, Set.of("deal"));
    FieldShape text = new FieldShape(UUID.randomUUID(), CustomKind.LONG_TEXT, Set.of("deal"));
    FieldShape day = new FieldShape(UUID.randomUUID(), CustomKind.DATE, Set.of("deal"));
    SearchSchema schema = CustomIndex.schema(KNOWN, List.of(choice, text, day));

    assertThat(CustomIndex.sort(schema, choice.id(), true))
        .hasValueSatisfying(
            sort -> {
              assertThat(sort.field().type()).isEqualTo(FieldType.NUMBER);
              assertThat(sort.descending()).isTrue();
            });
    assertThat(CustomIndex.sort(schema, day.id(), false)).isPresent();
    assertThat(CustomIndex.sort(schema, text.id(), false)).isEmpty();
    assertThat(CustomIndex.sort(schema, UUID.randomUUID(), false)).as("it is gone").isEmpty();
    assertThat(CustomIndex.sort(schema, null, false)).isEmpty();
  }
}
