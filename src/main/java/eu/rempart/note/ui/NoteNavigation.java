package eu.rempart.note.ui;

import eu.rempart.note.NoteId;

/** The ways to notes; the only door for the screens of other rooms. */
public final class NoteNavigation {

  static final String DETAILS = "notes/:id";

  private NoteNavigation() {}

  /** Path of one note, which leads on to the record that it is about. */
  public static String details(NoteId id) {
    return "notes/" + id;
  }
}
