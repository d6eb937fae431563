package eu.rempart.note.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftKey;
import eu.rempart.history.RecordRef;
import eu.rempart.history.ui.HistoryPanels;
import eu.rempart.note.Note;
import eu.rempart.note.NoteId;
import eu.rempart.note.NoteService;
import eu.rempart.note.Written;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What people do with notes: write, change, pin, archive, look back. */
@org.springframework.stereotype.Component
final class NoteDesk {

  private final NoteService notes;
  private final NoteUnfinished unfinished;
  private final WayBack back;
  private final HistoryPanels histories;
  private final MemberNames members;
  private final CurrentMember member;

  NoteDesk(
      NoteService notes,
      NoteUnfinished unfinished,
      WayBack back,
      HistoryPanels histories,
      MemberNames members,
      CurrentMember member) {
    this.notes = notes;
    this.unfinished = unfinished;
    this.back = back;
    this.histories = histories;
    this.members = members;
    this.member = member;
  }

  /** Whether notes about this record may be written, and changed. */
  boolean mayWrite(RecordRef about) {
    return notes.mayWrite(about);
  }

  /** Whether notes about this record may go to the bin. */
  boolean mayArchive(RecordRef about) {
    return member.may(Right.ARCHIVE_RECORDS, about.kind());
  }

  Map<UUID, String> names() {
    return members.all();
  }

  /** A place to write a note about a record; empty for those who may not. */
  Optional<Component> writing(RecordRef about, Runnable changed) {
    if (!mayWrite(about)) {
      return Optional.empty();
    }
    var place = new Div();
    place.addClassName("note-writing");
    DraftKey key = NoteUnfinished.key(about);
    Optional<Draft<NoteUnfinished.Typed>> draft = unfinished.find(key);
    if (draft.isPresent()) {
      open(place, about, draft.get().typed().html(), changed, false);
    } else {
      offer(place, about, changed);
    }
    return Optional.of(place);
  }

  private void offer(Div place, RecordRef about, Runnable changed) {
    place.removeAll();
    place.add(
        new Button(
            t("note.write"), Glyph.EDIT.create(), _ -> open(place, about, "", changed, true)));
  }

  private void open(Div place, RecordRef about, String html, Runnable changed, boolean focus) {
    DraftKey key = NoteUnfinished.key(about);
    NoteForm form =
        form(
            key,
            0,
            html,
            about,
            (_, typed) -> notes.write(about, typed),
            _ -> {
              Notices.success(t("note.saved"));
              offer(place, about, changed);
              changed.run();
            },
            () -> offer(place, about, changed));
    place.removeAll();
    place.add(form);
    if (focus) {
      form.focus();
    }
  }

  /**
   * A form for another text of this note, with what was left unfinished of it: that is of the
   * version on which it was begun, so that what others saved since is noticed.
   */
  NoteForm rewriting(Note note, String html, Consumer<Note> saved, Runnable ended) {
    DraftKey key = NoteUnfinished.key(note);
    Optional<Draft<NoteUnfinished.Typed>> draft = unfinished.find(key);
    return form(
        key,
        draft.map(Draft::version).orElse(note.version()),
        draft.map(left -> left.typed().html()).orElse(html),
        note.about(),
        (version, typed) -> notes.rewrite(note.id(), version, typed),
        saved,
        ended);
  }

  private NoteForm form(
      DraftKey key,
      int version,
      String html,
      RecordRef about,
      BiFunction<Integer, String, Written> save,
      Consumer<Note> saved,
      Runnable ended) {
    NoteForm form =
        new NoteForm(
            version,
            html,
            notes.mentionable(about),
            save,
            note -> {
              unfinished.drop(key);
              saved.accept(note);
            },
            () ->
                Confirmation.askLeave(
                    unfinished.find(key).isPresent(),
                    () -> {
                      unfinished.drop(key);
                      ended.run();
                    }));
    form.onChange(typed -> unfinished.keep(key, form.version(), typed));
    return form;
  }

  void pin(Note note, Runnable changed) {
    notes.pin(note.id(), !note.pinned());
    changed.run();
  }

  void archive(NoteId id, Runnable changed) {
    UUID change = notes.archive(id);
    changed.run();
    back.offer(
        t("note.archived"),
        change,
        () -> {
          notes.cameBack(id);
          changed.run();
        });
  }

  /** Shows the former versions of a note, any of which can be put back. */
  void history(Note note, Runnable changed) {
    var dialog = new Dialog();
    dialog.addClassName("note-history");
    dialog.setHeaderTitle(t("note.history"));
    dialog.add(histories.of(new RecordRef("note", note.id().value()), changed));
    dialog.getFooter().add(new Button(t("shell.close"), _ -> dialog.close()));
    dialog.open();
  }
}
