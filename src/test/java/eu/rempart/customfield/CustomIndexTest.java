package eu.rempart.customfield;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
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

    assertThat(schema.fields()).hasSize(255).startsWith(KNOWN.primary());
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
}
