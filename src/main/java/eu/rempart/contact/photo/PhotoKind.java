package eu.rempart.contact.photo;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What history and bin need to know about photos: the small picture stands for both. */
@Component
class PhotoKind implements RecordKind {

  private static final String IMAGE = "image";
  private static final String THUMBNAIL = "thumbnail";

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.CONTACT_PHOTO;
  }

  @Override
  public String displayName(KeptRow row) {
    return "";
  }

  @Override
  public Set<String> hidden() {
    return Set.of(IMAGE);
  }

  @Override
  public Set<String> alongWith(String column) {
    return column.equals(THUMBNAIL) ? Set.of(IMAGE) : Set.of();
  }
}
