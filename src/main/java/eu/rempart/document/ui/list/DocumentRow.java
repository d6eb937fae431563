package eu.rempart.document.ui.list;

import eu.rempart.document.Document;
import eu.rempart.document.DocumentId;
import eu.rempart.document.file.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * A document in the list.
 *
 * @param file that counts; null where it is gone
 */
record DocumentRow(Document document, @Nullable StoredFile file) {

  DocumentId id() {
    return document.id();
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "DocumentRow[" + id() + "]";
  }
}
