package eu.rempart.document.folder;

import java.util.UUID;

/** The id of a folder. */
public record FolderId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
