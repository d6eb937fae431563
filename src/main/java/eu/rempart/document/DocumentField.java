package eu.rempart.document;

import eu.rempart.common.RecordField;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a document that people fill in, each with its column. */
public enum DocumentField implements RecordField<DocumentData> {
  NAME("name", DocumentData::name),
  FOLDER("folder_id", DocumentData::folder),
  SORT("kind", DocumentData::sort),
  STATE("state", DocumentData::state),
  PUBLISHED("published", DocumentData::published),
  EXPIRES("expires", DocumentData::expires),
  DESCRIPTION("description", DocumentData::description),
  OWNER("owner_id", DocumentData::owner),
  TAGS("tags", DocumentData::tags),
  CUSTOM("custom", DocumentData::custom);

  private final String column;
  private final Function<DocumentData, @Nullable Object> value;

  DocumentField(String column, Function<DocumentData, @Nullable Object> value) {
    this.column = column;
    this.value = value;
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public @Nullable Object valueIn(DocumentData data) {
    return value.apply(data);
  }

  /** The fields in which the two differ. */
  public static Set<DocumentField> changed(DocumentData before, DocumentData after) {
    return RecordField.changed(DocumentField.class, before, after);
  }

  /** {@code target} with these fields taken from {@code source}. */
  public static DocumentData copy(
      Set<DocumentField> fields, DocumentData source, DocumentData target) {
    Function<DocumentField, DocumentData> from = field -> fields.contains(field) ? source : target;
    return new DocumentData(
        from.apply(NAME).name(),
        from.apply(FOLDER).folder(),
        from.apply(SORT).sort(),
        from.apply(STATE).state(),
        from.apply(PUBLISHED).published(),
        from.apply(EXPIRES).expires(),
        from.apply(DESCRIPTION).description(),
        from.apply(OWNER).owner(),
        from.apply(TAGS).tags(),
        from.apply(CUSTOM).custom());
  }
}
