package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ui.ActivityTexts;
import eu.rempart.shell.field.ChoiceField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How long it takes: one of the usual lengths, or typed, such as 50, 1:30 or 2 h. */
public final class MinutesField extends ChoiceField<Integer> {

  private static final long serialVersionUID = 1L;
  private static final List<Integer> USUAL = List.of(10, 15, 30, 45, 60, 90, 120, 180, 240, 480);
  private static final int DAYS = 14;
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,3})\\s*[:h]\\s*(?:(\\d{1,2})\\s*(?:m\\w*)?)?");
  private static final Pattern PLAIN = Pattern.compile("(\\d{1,5})\\s*(?:m.*|′|')?");

  private boolean days;

  public MinutesField() {
    offer(false);
    setItemLabelGenerator(ActivityTexts::minutes);
    setClearButtonVisible(true);
    otherwise(typed -> read(typed, days), t("activity.form.minutes.unclear"));
  }

  /** Offers days for whole days, else minutes and hours. */
  public void offer(boolean wholeDays) {
    Integer kept = getValue();
    days = wholeDays;
    setItems(
        wholeDays
            ? IntStream.rangeClosed(1, DAYS).mapToObj(n -> n * ActivityRules.DAY).toList()
            : USUAL);
    boolean fits = kept != null && (kept % ActivityRules.DAY == 0) == wholeDays;
    setValue(fits || isReadOnly() ? kept : null); // who may not change it does not lose it
  }

  private static Optional<Integer> read(String typed, boolean days) {
    OptionalInt minutes = parse(typed, days);
    return minutes.isPresent() ? Optional.of(minutes.getAsInt()) : Optional.empty();
  }

  /**
   * Minutes from what somebody typed; empty where it says no length.
   *
   * @param days whether a plain number counts days
   */
  static OptionalInt parse(String typed, boolean days) {
    String text = typed.strip().toLowerCase(java.util.Locale.ROOT);
    Matcher plain = PLAIN.matcher(text);
    if (days) {
      Matcher number = Pattern.compile("(\\d{1,2})\\D*").matcher(text);
      return number.matches()
          ? OptionalInt.of(Integer.parseInt(number.group(1)) * ActivityRules.DAY)
          : OptionalInt.empty();
    }
    if (plain.matches()) {
      return OptionalInt.of(Integer.parseInt(plain.group(1)));
    }
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      String minutes = clock.group(2);
      return OptionalInt.of(
          Integer.parseInt(clock.group(1)) * 60
              + (minutes == null ? 0 : Integer.parseInt(minutes)));
    }
    return OptionalInt.empty();
  }
}
