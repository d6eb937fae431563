package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The one field for a day with a time of the day; it has a value once both are there. */
public final class MomentField extends CustomField<@Nullable LocalDateTime> {

  private static final long serialVersionUID = 1L;

  /** A group may not be called required, though Vaadin does; its two fields may. */
  private static final String NO_GROUP_IS_REQUIRED =
      """
      customElements.whenDefined(this.localName).then(() => {
        this._fieldAriaController.setRequired = () => {};
        this.removeAttribute('aria-required');
      });
      """;

  private final DateField date = new DateField();
  private final TimeField time = new TimeField();
  private boolean showing;

  /** An empty field. */
  public MomentField(String label) {
    setLabel(label);
    date.setAriaLabel(t("shell.field.moment.date", label));
    time.setAriaLabel(t("shell.field.moment.time", label));
    var row = new Div(date, time);
    row.addClassName("when-field");
    add(row);
    date.addValueChangeListener(_ -> changed());
    time.addValueChangeListener(_ -> changed());
  }

  /** Offers no later day, and lets a day without a year be the last such day. */
  public void setLastDay(LocalDate day) {
    date.past().setMax(day);
  }

  private void changed() {
    if (!showing) {
      updateValue();
    }
  }

  @Override
  protected @Nullable LocalDateTime generateModelValue() {
    LocalDate day = date.getValue();
    LocalTime at = time.getValue();
    return day == null || at == null ? null : day.atTime(at);
  }

  @Override
  protected void setPresentationValue(@Nullable LocalDateTime moment) {
    showing = true;
    date.setValue(moment == null ? null : moment.toLocalDate());
    time.setValue(moment == null ? null : moment.toLocalTime());
    showing = false;
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    super.setReadOnly(readOnly);
    date.setReadOnly(readOnly);
    time.setReadOnly(readOnly);
  }

  @Override
  public void setRequiredIndicatorVisible(boolean required) {
    super.setRequiredIndicatorVisible(required);
    date.setRequiredIndicatorVisible(required);
    time.setRequiredIndicatorVisible(required);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    getElement().executeJs(NO_GROUP_IS_REQUIRED);
  }

  @Override
  public void focus() {
    date.focus();
  }
}
