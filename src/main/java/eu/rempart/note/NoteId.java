package eu.rempart.note;

import java.util.UUID;

/** The id of a note. */
public record NoteId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
