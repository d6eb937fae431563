package eu.rempart.note.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.db.sealed.Opened;
import eu.rempart.note.Note;
import eu.rempart.note.NoteRules;
import eu.rempart.note.Written;
import eu.rempart.richtext.RichText;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.rich.RichTextField;
import eu.rempart.shell.rich.RichTextView;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Where a note is written, or written anew; what does not get through stays in the field. */
final class NoteForm extends Div {

  private static final long serialVersionUID = 1L;

  private final RichTextField text = new RichTextField(t("note.field.body"), t("note.placeholder"));
  private final Div conflict = new Div();
  private final transient BiFunction<Integer, String, Written> save;
  private final transient Consumer<Note> saved;
  private int version;

  /**
   * @param version of the note; 0 for a new one
   * @param save keeps what is written on this version
   * @param saved called when it is kept
   * @param ended called when it is given up
   */
  NoteForm(
      int version,
      String html,
      Map<UUID, String> mentionable,
      BiFunction<Integer, String, Written> save,
      Consumer<Note> saved,
      Runnable ended) {
    this.version = version;
    this.save = save;
    this.saved = saved;
    addClassName("note-form");
    text.setMentionable(mentionable);
    text.setValue(html);
    text.onSubmit(this::save);
    conflict.addClassName("note-conflict");
    conflict.getElement().setAttribute("role", "alert");
    conflict.setVisible(false);
    var keep = new Button(t("note.save"), _ -> save());
    keep.addThemeVariants(ButtonVariant.PRIMARY);
    var actions = new Div(new Button(t("shell.cancel"), _ -> ended.run()), keep);
    actions.addClassName("note-form-actions");
    add(conflict, text, actions);
  }

  void onChange(Consumer<String> typed) {
    text.addValueChangeListener(change -> typed.accept(change.getValue()));
  }

  int version() {
    return version;
  }

  void focus() {
    text.focus();
  }

  private void save() {
    text.setProblem("");
    try {
      switch (save.apply(version, text.getValue())) {
        case Written.Kept kept -> kept(kept);
        case Written.Stale(var current) -> stale(current);
        case Written.Gone _ -> Notices.error(t("note.gone"));
      }
    } catch (InvalidFieldException e) {
      text.setProblem(
          e.problem() == InvalidFieldException.Problem.REQUIRED
              ? t("note.empty")
              : t("note.long", NoteRules.MAX_PLAIN));
      text.focus();
    }
  }

  private void kept(Written.Kept kept) {
    saved.accept(kept.note());
    if (!kept.untold().isEmpty()) {
      Notices.info(t("note.untold", String.join(", ", kept.untold())));
    }
  }

  private void stale(Note current) {
    version = current.version();
    conflict.removeAll();
    conflict.add(new Paragraph(t("note.stale")));
    conflict.add(
        switch (current.body()) {
          case Opened.Clear<RichText>(var body) ->
              new RichTextView(body == null ? RichText.EMPTY : body);
          case Opened.Unopenable<RichText>(var code) -> new SealedMark(code);
        });
    conflict.setVisible(true);
  }
}
