package eu.rempart.shell.field;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.binder.Validator;
import eu.rempart.shell.part.TypedText;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one field that chooses one item of a list. A name typed faster than the list comes is chosen
 * all the same; what is not found stays and is said (see {@link ChoiceReader}).
 */
@SuppressWarnings("this-escape") // subclasses keep no state of their own that it needs
public class ChoiceField<T> extends ComboBox<T> implements TypedText {

  private static final long serialVersionUID = 1L;

  private final ChoiceReader<T> reader = new ChoiceReader<>(this, this::take);
  private boolean taking;

  /** An empty field without a label. */
  public ChoiceField() {
    reader.listen();
    getElement().setProperty("autoselect", true); // who types replaces what is chosen
  }

  /** An empty field with a label. */
  public ChoiceField(String label) {
    this();
    setLabel(label);
  }

  /**
   * Makes an item of what names nothing in the list.
   *
   * @param wrong said of a text that makes none
   */
  public final void otherwise(Function<String, Optional<T>> made, String wrong) {
    reader.otherwise(made, wrong);
  }

  @Override
  public final boolean isUnread() {
    return reader.isUnread();
  }

  @Override
  public final Validator<T> getDefaultValidator() {
    return reader.validator(super.getDefaultValidator());
  }

  /** As if the item had been chosen from the open list. */
  private void take(T item) {
    taking = true;
    setPresentationValue(item);
    taking = false;
    setModelValue(item, true);
    refreshValue();
    getElement().executeJs("this._revertInputValueToValue?.()");
  }

  @Override
  protected final void setModelValue(@Nullable T value, boolean fromClient) {
    if (!taking) {
      super.setModelValue(value, fromClient);
    }
  }
}
