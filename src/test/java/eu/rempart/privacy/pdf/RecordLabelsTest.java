package eu.rempart.privacy.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.WithFirm;
import eu.rempart.customfield.CustomParts;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.history.RecordKind;
import eu.rempart.shell.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever is told of a record, in a history or on paper, has words for it. Columns that say whose
 * a row is are called as what it belongs to.
 */
class RecordLabelsTest extends WithFirm {

  @Autowired private List<RecordKind> kinds;

  @Test
  void everyColumnThatPeopleAreShownHasALabel() {
    assertThat(kinds).isNotEmpty();
    assertThat(kinds.stream().flatMap(RecordLabelsTest::keys).filter(RecordLabelsTest::isMissing))
        .isEmpty();
  }

  private static Stream<String> keys(RecordKind kind) {
    return Stream.concat(
        Stream.of(kind.labelKey()),
        KeptTables.of(kind.name()).businessColumns().stream()
            .map(KeptColumn::name)
            .filter(column -> !kind.hidden().contains(column))
            .filter(column -> !kind.table().belongsTo().containsKey(column))
            .filter(column -> !column.equals(CustomParts.COLUMN))
            .map(kind::fieldKey));
  }

  private static boolean isMissing(String key) {
    return Texts.in(Locale.ENGLISH, key).equals(key);
  }
}
