package eu.rempart.document;

import eu.rempart.common.Trace;
import eu.rempart.document.file.FileId;
import java.util.Map;

/**
 * A document as it stands.
 *
 * @param version the optimistic lock number
 * @param file the version of its content that counts
 * @param unopenable fields whose ciphertext is not what was sealed there, each with its short code
 */
public record Document(
    DocumentId id,
    int version,
    DocumentData data,
    FileId file,
    Map<DocumentField, String> unopenable,
    Trace created,
    Trace changed) {

  public Document {
    unopenable = Map.copyOf(unopenable);
  }

  /** What lists and titles say: its name, or the short code of why it doesn't open. */
  public String title() {
    String name = data.name();
    return name == null ? unopenable.getOrDefault(DocumentField.NAME, "") : name;
  }
}
