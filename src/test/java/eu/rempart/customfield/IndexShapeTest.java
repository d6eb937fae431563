package eu.rempart.customfield;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.WithFirm;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.Labels;
import eu.rempart.search.SearchSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of which kinds of records the index is built anew when an own field is another. */
class IndexShapeTest extends WithFirm {

  @Autowired private CustomFieldService fields;
  @Autowired private List<SearchSource> sources;

  private static CustomFieldData data(String kind, String label) {
    return new CustomFieldData(Labels.of(label), Set.of(kind), Set.of(), false, List.of());
  }

  private UUID field(String kind) {
    return fields.create(CustomKind.TEXT, data(kind, "Shape"));
  }

  private void save(UUID id, CustomFieldData data) {
    CustomField now =
        fields.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    assertThat(fields.save(id, now.version(), data)).isTrue();
  }

  private List<String> shaped(String table, UUID... rows) {
    return sources.stream()
        .filter(source -> source.shapedBy(table, List.of(rows)))
        .map(SearchSource::kind)
        .toList();
  }

  @Test
  void aFieldConcernsTheKindsThatHaveIt() {
    for (String kind : CustomFieldRules.RECORDS) {
      UUID id = field(kind);
      assertThat(shaped("custom_field", id)).containsExactly(kind);
      fields.archive(id);
      assertThat(shaped("custom_field", id)).as("in the bin").containsExactly(kind);
    }
  }

  @Test
  void oneThatMovesConcernsThoseThatHadItHoweverLateTheyAreTold() {
    UUID id = field("deal");
    save(id, data("document", "Shape"));
    save(id, data("document", "Renamed"));

    assertThat(shaped("custom_field", id)).containsExactlyInAnyOrder("deal", "document");
    fields.archive(id);
  }

  @Test
  void ofManyRowsOneIsEnoughAndOtherTablesShapeNothing() {
    UUID deals = field("deal");
    UUID people = field("contact");

    assertThat(shaped("custom_field", deals, people)).containsExactlyInAnyOrder("deal", "contact");
    assertThat(shaped("custom_field", UUID.randomUUID())).isEmpty();
    assertThat(shaped("deal", deals)).isEmpty();
    List.of(deals, people).forEach(fields::archive);
  }
}
