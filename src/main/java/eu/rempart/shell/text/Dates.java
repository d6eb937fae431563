package eu.rempart.shell.text;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValueContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;

/** What date fields say, in the current person's language. */
public final class Dates {

  private Dates() {}

  /**
   * Whether what is typed there is a day, or nothing; else it says so. What the browser can't read
   * is no value, and forms without a Binder would take it for an empty field.
   */
  public static boolean check(DatePicker picker) {
    boolean read = isRead(picker);
    if (!read) {
      picker.setErrorMessage(noDate());
      picker.setInvalid(true);
      picker.focus();
    }
    return read;
  }

  /** As {@link #check}, without a word. */
  public static boolean isRead(DatePicker picker) {
    return !picker
        .getDefaultValidator()
        .apply(picker.getValue(), new ValueContext(new Binder<>(), picker))
        .isError();
  }

  /** What is said of what is no day. */
  public static String noDate() {
    var example =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
            .withLocale(Formats.regional(Texts.locale()))
            .format(LocalDate.now(Formats.zone()));
    return Texts.t("shell.field.date.bad", example);
  }

  /** Names of months and days, and buttons, in the current person's language. */
  public static DatePicker.DatePickerI18n words() {
    Locale locale = Formats.regional(Texts.locale());
    var words = new DatePicker.DatePickerI18n();
    words.setBadInputErrorMessage(noDate());
    words.setMonthNames(
        Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
            .toList());
    words.setWeekdays(days(TextStyle.FULL_STANDALONE, locale));
    words.setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale));
    words.setFirstDayOfWeek(1);
    words.setToday(Texts.t("shell.field.today"));
    words.setCancel(Texts.t("shell.cancel"));
    return words;
  }

  /** From Sunday on, as the component counts. */
  private static java.util.List<String> days(TextStyle style, Locale locale) {
    return java.util.stream.Stream.of(
            DayOfWeek.SUNDAY,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY,
            DayOfWeek.SATURDAY)
        .map(day -> day.getDisplayName(style, locale))
        .toList();
  }
}
