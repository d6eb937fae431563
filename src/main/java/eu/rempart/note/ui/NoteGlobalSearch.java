package eu.rempart.note.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.db.sealed.Opened;
import eu.rempart.note.Note;
import eu.rempart.note.NoteService;
import eu.rempart.richtext.RichText;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.text.Formats;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Notes in the search box of every page. */
@Component
@Order(40)
class NoteGlobalSearch implements GlobalSearch {

  private static final int TITLE = 80;

  private final NoteService notes;
  private final CurrentMember member;

  NoteGlobalSearch(NoteService notes, CurrentMember member) {
    this.notes = notes;
    this.member = member;
  }

  @Override
  public List<Group> find(String query, int limit) {
    if (!member.may(Right.READ_RECORDS)) {
      return List.of();
    }
    List<Hit> hits = notes.search(query, limit).stream().map(NoteGlobalSearch::hit).toList();
    return hits.isEmpty() ? List.of() : List.of(new Group("note.list.title", hits, ""));
  }

  private static Hit hit(Note note) {
    String title =
        switch (note.body()) {
          case Opened.Clear<RichText>(var body) -> body == null ? "" : body.beginning(TITLE);
          case Opened.Unopenable<RichText>(var code) -> code;
        };
    return new Hit(
        title, Formats.dateTime(note.created().at()), NoteNavigation.details(note.id()), "");
  }
}
