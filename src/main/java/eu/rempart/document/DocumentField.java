package eu.rempart.document;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a document that people fill in, each with its column. */
public enum DocumentField {
  NAME("name", DocumentData::name),
  FOLDER("folder_id", DocumentData::folder),
  SORT("kind", DocumentData::sort),
  STATE("state", DocumentData::state),
  PUBLISHED("published", DocumentData::published),
  EXPIRES("expires", DocumentData::expires),
  DESCRIPTION("description", DocumentData::description),
  OWNER("owner_id", DocumentData::owner);

  private final String column;
  private final Function<DocumentData, @Nullable Object> value;

  DocumentField(String column, Function<DocumentData, @Nullable Object> value) {
    this.column = column;
    this.value = value;
  }

  /** Its column in SQL, which also names its label: {@code document.field.COLUMN}. */
  public String column() {
    return column;
  }

  public @Nullable Object valueIn(DocumentData data) {
    return value.apply(data);
  }

  /** The fields in which the two differ. */
  public static Set<DocumentField> changed(DocumentData before, DocumentData after) {
    Set<DocumentField> changed = EnumSet.noneOf(DocumentField.class);
    for (DocumentField field : values()) {
      if (!Objects.equals(field.valueIn(before), field.valueIn(after))) {
        changed.add(field);
      }
    }
    return changed;
  }
}
