package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.data.binder.Validator;
import eu.rempart.shell.part.TypedText;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The one field that chooses any number of items of a list; reads as {@link ChoiceField} does. */
@SuppressWarnings("this-escape") // subclasses keep no state of their own that it needs
public class ChoicesField<T> extends MultiSelectComboBox<T> implements TypedText {

  private static final long serialVersionUID = 1L;

  private final ChoiceReader<T> reader = new ChoiceReader<>(this, this::take);
  private boolean taking;

  /** An empty field without a label. */
  public ChoicesField() {
    reader.listen();
    setI18n(
        new MultiSelectComboBoxI18n()
            .setCleared(t("shell.field.choices.cleared"))
            .setFocused(t("shell.field.choices.focused"))
            .setSelected(t("shell.field.choices.selected"))
            .setDeselected(t("shell.field.choices.deselected"))
            .setTotal(t("shell.field.choices.total", "{count}")));
  }

  /** An empty field with a label. */
  public ChoicesField(String label) {
    this();
    setLabel(label);
  }

  /** As {@link ChoiceField#otherwise}. */
  public final void otherwise(Function<String, Optional<T>> made, String wrong) {
    reader.otherwise(made, wrong);
  }

  @Override
  public final boolean isUnread() {
    return reader.isUnread();
  }

  @Override
  public final Validator<Set<T>> getDefaultValidator() {
    return reader.validator(super.getDefaultValidator());
  }

  /** As if the item had been chosen from the open list; what is chosen stays chosen. */
  private void take(T item) {
    Set<T> all = new LinkedHashSet<>(getValue());
    all.add(item);
    taking = true;
    setPresentationValue(all);
    taking = false;
    setModelValue(all, true);
    refreshValue();
  }

  @Override
  protected final void setModelValue(Set<T> value, boolean fromClient) {
    if (!taking) {
      super.setModelValue(value, fromClient);
    }
  }
}
