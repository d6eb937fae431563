package eu.rempart.document.file;

import java.util.UUID;

/** The id of one version of a document's content. */
public record FileId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
