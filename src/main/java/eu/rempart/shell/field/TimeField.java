package eu.rempart.shell.field;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.timepicker.TimePicker;
import eu.rempart.common.time.TimeReader;
import eu.rempart.shell.part.TypedText;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The one field for a time of the day. It takes times as people write them (see {@link
 * TimeReader}); what is none is refused with a sentence, never turned into another time.
 */
public final class TimeField extends TimePicker implements TypedText {

  private static final long serialVersionUID = 1L;

  private static final Duration STEP = Duration.ofMinutes(15);
  private static final LocalTime EXAMPLE = LocalTime.of(14, 30);

  /** The browser reads what it wrote itself; the list begins near now. */
  private static final String READ =
      """
      const field = this;
      StrictPicker.wrap(field, 'parseTime', (old, words) => text => {
        const time = old(text);
        return time && words.formatTime(time) === text ? time : undefined;
      });
      if (!field.startsNow) {
        field.startsNow = true;
        field.addEventListener('opened-changed', event => {
          if (!event.detail.value || field.value) return;
          const now = new Date();
          const row = Math.floor((now.getHours() * 60 + now.getMinutes()) * 60 / field.step);
          requestAnimationFrame(() => field._scroller?.scrollIntoView(row));
        });
      }
      """;

  private boolean reading;

  /** An empty field without a label. */
  public TimeField() {
    setLocale(Formats.regional(Texts.locale()));
    setStep(STEP);
    setClearButtonVisible(true);
    setI18n(new TimePickerI18n().setBadInputErrorMessage(noTime()));
  }

  /** What is said of what is no time. */
  public static String noTime() {
    return Texts.t("shell.field.time.bad", Formats.time(EXAMPLE));
  }

  @Override
  protected void setModelValue(@Nullable LocalTime value, boolean fromClient) {
    if (reading) {
      return;
    }
    LocalTime read = value;
    if (fromClient && value == null) {
      read = TimeReader.read(getElement().getProperty("_inputElementValue", "")).orElse(null);
      if (read != null) {
        reading = true;
        setPresentationValue(read);
        reading = false;
      }
    }
    super.setModelValue(read, fromClient);
  }

  @Override
  public boolean isUnread() {
    return isInputUnparsable();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    StrictPicker.run(this, READ);
  }
}
