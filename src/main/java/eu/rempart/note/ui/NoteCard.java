package eu.rempart.note.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.db.sealed.Opened;
import eu.rempart.note.Note;
import eu.rempart.richtext.RichText;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.rich.RichTextView;
import java.util.Map;
import java.util.UUID;

/** One note: who wrote it when, what it says, and what can be done with it. */
final class NoteCard extends Composite<Article> {

  private static final long serialVersionUID = 1L;

  private final transient NoteDesk desk;
  private final transient Map<UUID, String> names;
  private final boolean mayWrite;
  private final transient Runnable changed;

  /**
   * @param mayWrite whether it may be changed
   * @param changed called when it moved: it is pinned, or no longer, or archived
   */
  NoteCard(Note note, NoteDesk desk, Map<UUID, String> names, boolean mayWrite, Runnable changed) {
    this.desk = desk;
    this.names = names;
    this.mayWrite = mayWrite;
    this.changed = changed;
    getContent().addClassName("note-card");
    show(note);
  }

  private void show(Note note) {
    UUID by = note.created().memberId();
    String author = by == null ? t("note.author.none") : names.getOrDefault(by, "…");
    getContent().removeAll();
    getContent().getElement().setAttribute("aria-label", t("note.by", author));
    getContent().setClassName("note-pinned", note.pinned());
    var head = new Div(new Avatar(author, Avatar.Shape.PERSON), words(note, author), actions(note));
    head.addClassName("note-head");
    getContent().add(head);
    getContent()
        .add(
            switch (note.body()) {
              case Opened.Clear<RichText>(var body) ->
                  new RichTextView(body == null ? RichText.EMPTY : body);
              case Opened.Unopenable<RichText>(var code) -> new SealedMark(code);
            });
  }

  private static Div words(Note note, String author) {
    var name = new Span(author);
    name.addClassName("note-author");
    var words = new Div(name, new RelativeTime(note.created().at()));
    words.addClassName("note-words");
    if (note.version() > 1 && !note.changed().at().equals(note.created().at())) {
      var again = new Span(t("note.changed"));
      again.addClassName("badge");
      words.add(again);
    }
    if (note.pinned()) {
      var pinned = new Span(t("note.pinned"));
      pinned.addClassName("badge");
      words.add(pinned);
    }
    return words;
  }

  private Div actions(Note note) {
    var actions = new Div();
    actions.addClassName("note-actions");
    if (mayWrite) {
      actions.add(
          action(
              Glyph.THUMBTACK,
              note.pinned() ? t("note.unpin") : t("note.pin"),
              () -> desk.pin(note, changed)),
          action(Glyph.EDIT, t("note.edit"), () -> edit(note)));
    }
    actions.add(action(Glyph.HISTORY, t("note.history"), () -> desk.history(note, changed)));
    if (mayWrite && desk.mayArchive(note.about())) {
      actions.add(action(Glyph.ARCHIVE, t("note.archive"), () -> desk.archive(note.id(), changed)));
    }
    return actions;
  }

  private static Button action(Glyph glyph, String label, Runnable run) {
    var button = new Button(glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }

  private void edit(Note note) {
    RichText body = note.body().or(RichText.EMPTY);
    NoteForm form = desk.rewriting(note, body.html(), this::show, () -> show(note));
    getContent().removeAll();
    getContent().add(form);
    form.focus();
  }
}
