package eu.rempart.shell.field;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.Result;
import eu.rempart.common.time.DateReader;
import eu.rempart.common.time.DateReader.Side;
import eu.rempart.shell.part.TypedText;
import eu.rempart.shell.text.Dates;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.time.LocalDate;

/**
 * The one field for a day. It takes days as people write them in each language (see {@link
 * DateReader}) and refuses the rest with a sentence.
 */
public final class DateField extends DatePicker implements TypedText {

  private static final long serialVersionUID = 1L;

  /** The browser reads its own format; years that nobody means go to the server, which refuses. */
  private static final String READ =
      """
      StrictPicker.wrap(this, 'parseDate', old => text => {
        const day = old(text);
        return day && day.year >= 1500 && day.year <= 2999 ? day : undefined;
      });
      """;

  /**
   * A busy page draws the calendar late, even one that was closed meanwhile. By then the person may
   * type in the next field, and the calendar would take the cursor from there.
   */
  private static final String STAY_AWAY =
      """
      customElements.whenDefined('vaadin-date-picker').then(() => {
        this.addEventListener('opened-changed', () => {
          if (this.opened) this.rempartTyped = this.contains(document.activeElement);
        });
        const picker = customElements.get('vaadin-date-picker').prototype;
        if (Object.hasOwn(picker, 'rempartStaysAway')) return;
        picker.rempartStaysAway = true;
        const drawn = picker._onOverlayOpened;
        picker._onOverlayOpened = function () {
          const at = document.activeElement;
          if (this.rempartTyped && at !== document.body && !this.contains(at)) this.close();
          else drawn.call(this);
        };
      });
      """;

  private Side side = Side.FUTURE;

  /** An empty field without a label; a day without a year is the next such day. */
  public DateField() {
    setLocale(Formats.regional(Texts.locale()));
    setI18n(Dates.words());
    setClearButtonVisible(true);
    setFallbackParser(
        typed ->
            new DateReader(getLocale(), LocalDate.now(Formats.zone()), side)
                .read(typed)
                .map(Result::ok)
                .orElseGet(() -> Result.error(Dates.noDate())));
  }

  /** An empty field with a label. */
  public DateField(String label) {
    this();
    setLabel(label);
  }

  /** Lets a day without a year be the last such day: for what has happened. */
  public DateField past() {
    side = Side.PAST;
    return this;
  }

  @Override
  public boolean isUnread() {
    return isInputUnparsable();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    StrictPicker.run(this, READ);
    getElement().executeJs(STAY_AWAY);
  }
}
