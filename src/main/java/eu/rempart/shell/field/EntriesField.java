package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import eu.rempart.shell.part.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field for any number of entries of one kind. Its value has the valid entries only; a Binder
 * refuses to save while a line holds something that is none.
 */
abstract class EntriesField<E, R extends EntryRow<E>> extends CustomField<List<E>>
    implements HasValidator<List<E>> {

  private static final long serialVersionUID = 1L;

  private final Div rows = new Div();
  private final List<R> lines = new ArrayList<>();
  private final Button add;
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable R ready;

  EntriesField(String label, String addText) {
    super(List.of());
    setLabel(label);
    addClassName("entries-field");
    rows.addClassName("entry-rows");
    add = new Button(addText, Glyph.ADD.create());
    add.addThemeVariants(ButtonVariant.TERTIARY);
    add.addClickListener(_ -> empty().orElseGet(() -> addLine(null)).focusInput());
    add(rows, add);
  }

  /** A new line, empty or with an entry, with its inputs assembled. */
  abstract R line(@Nullable E entry, Runnable makePrimary, Runnable remove);

  /** The same entry, marked as the primary one or not. */
  abstract E marked(E entry, boolean primary);

  /** Whether an entry is marked as the primary one. */
  abstract boolean isPrimary(E entry);

  @Override
  protected final List<E> generateModelValue() {
    return lines.stream()
        .flatMap(line -> line.entry().map(entry -> marked(entry, line.isPrimary())).stream())
        .toList();
  }

  @Override
  protected final void setPresentationValue(@Nullable List<E> entries) {
    lines.clear();
    rows.removeAll();
    if (entries != null) {
      entries.forEach(this::addLine);
    }
  }

  /** Shows an empty line to type into where there is no entry; left empty it counts as nothing. */
  public final void offerLine() {
    if (lines.isEmpty() && !isReadOnly()) {
      ready = addLine(null);
    }
  }

  /** Texts that were typed and are no entries, in their order; each is marked as wrong. */
  public final List<String> unread() {
    return lines.stream().flatMap(line -> line.unread().stream()).toList();
  }

  /** Puts texts back that are no entries, each marked as wrong. */
  public final void showUnread(List<String> texts) {
    for (String text : texts) {
      R line = empty().orElseGet(() -> addLine(null));
      line.showUnread(text);
      var _ = line.check();
    }
  }

  /** Calls back on everything that is typed, also what is no entry. */
  public final void onTyped(Runnable listener) {
    listeners.add(listener);
  }

  /** The line that was offered, as long as nothing is typed there. */
  private Optional<R> empty() {
    R offered = ready;
    return offered != null
            && lines.contains(offered)
            && offered.entry().isEmpty()
            && offered.unread().isEmpty()
        ? Optional.of(offered)
        : Optional.empty();
  }

  /** Reads anew what is typed: what it means depends on more than its line. */
  final void reread() {
    lines.forEach(EntryRow::reread);
    updateValue();
  }

  private void typed() {
    updateValue();
    listeners.forEach(Runnable::run);
  }

  @Override
  public Validator<List<E>> getDefaultValidator() {
    return (_, _) ->
        lines.stream().map(EntryRow::check).reduce(false, Boolean::logicalOr)
            ? ValidationResult.error(t("shell.field.wrong"))
            : ValidationResult.ok();
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    super.setReadOnly(readOnly);
    add.setVisible(!readOnly);
    rows.setEnabled(!readOnly);
  }

  private R addLine(@Nullable E entry) {
    var handle = new LineHandle<E>();
    R line = line(entry, () -> makePrimary(handle.line()), () -> remove(handle.line()));
    handle.line = line;
    line.setPrimary(entry == null ? lines.isEmpty() : isPrimary(entry));
    line.onChange(this::typed);
    lines.add(line);
    rows.add(line);
    return line;
  }

  private void makePrimary(EntryRow<E> chosen) {
    lines.forEach(line -> line.setPrimary(line.equals(chosen)));
    updateValue();
  }

  private void remove(EntryRow<E> line) {
    lines.remove(line);
    rows.remove(line);
    if (line.isPrimary() && !lines.isEmpty()) {
      lines.getFirst().setPrimary(true);
    }
    typed();
  }

  /** Lets the callbacks of a line know the line that is built with them. */
  private static final class LineHandle<E> {
    private @Nullable EntryRow<E> line;

    EntryRow<E> line() {
      if (line == null) {
        throw new IllegalStateException("The line is still being built");
      }
      return line;
    }
  }
}
