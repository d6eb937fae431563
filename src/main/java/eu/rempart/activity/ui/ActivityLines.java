package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.account.CurrentMember;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.calendar.CalendarEntry;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.shell.part.Glyph;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Activities as lines, each with a button that says it is done. */
final class ActivityLines {

  /** What a line reads. */
  static final Set<ActivityColumn> READ =
      Set.copyOf(EnumSet.of(ActivityColumn.SUBJECT, ActivityColumn.PRIORITY, ActivityColumn.OWNER));

  /** A list: pages of other rooms that show it know nothing of our style sheet. */
  @StyleSheet("styles/activities.css")
  private static final class Lines extends UnorderedList {

    private static final long serialVersionUID = 1L;

    Lines() {
      addClassNames("link-lines", "activity-lines");
    }
  }

  private ActivityLines() {}

  /** Marks activities as done, or as open again. */
  @FunctionalInterface
  interface Toggle {

    /**
     * Marks one.
     *
     * @param changed called when that is done, and again when it was taken back
     */
    void mark(ActivityRow row, ActivityStatus to, Runnable changed);
  }

  /**
   * Lines in their order. One that is marked stays where it is: a second click must not meet
   * another.
   *
   * @param member who looks: only what they may change has a button
   * @param toggle marks a row
   */
  static UnorderedList of(List<ActivityRow> rows, CurrentMember member, Toggle toggle) {
    Instant now = Instant.now();
    var list = new Lines();
    rows.forEach(
        row -> {
          boolean may = ActivityMarking.may(member, row.shown().ownerId());
          list.add(line(row, row.shown(), now, may ? toggle : null, details(row)));
        });
    return list;
  }

  /** As {@link #of}, of a calendar: what a series still has to come to is marked on its page. */
  static UnorderedList ofCalendar(
      List<CalendarEntry> entries, CurrentMember member, Toggle toggle) {
    Instant now = Instant.now();
    var list = new Lines();
    for (CalendarEntry entry : entries) {
      ActivityRow row = entry.row();
      boolean may = !entry.isComing() && ActivityMarking.may(member, row.shown().ownerId());
      list.add(
          line(
              row,
              row.shown().toBuilder().when(entry.when()).build(),
              now,
              may ? toggle : null,
              entry.isComing()
                  ? ActivityNavigation.occurrence(row.id(), entry.when().at())
                  : details(row)));
    }
    return list;
  }

  private static String details(ActivityRow row) {
    return ActivityNavigation.details(row.id());
  }

  private static ListItem line(
      ActivityRow row, ActivityData shown, Instant now, @Nullable Toggle toggle, String route) {
    var item = new ListItem();
    fill(item, row, shown, now, toggle, route);
    return item;
  }

  private static void fill(
      ListItem item,
      ActivityRow row,
      ActivityData shown,
      Instant now,
      @Nullable Toggle toggle,
      String route) {
    String title = ActivityTexts.title(shown, row.unopenable());
    boolean done = shown.status() != ActivityStatus.OPEN;
    boolean overdue = ActivityTexts.overdue(shown, now);
    item.removeAll();
    if (toggle != null) {
      var button =
          new Button(
              done ? Glyph.CHECK.create() : new Span(),
              _ -> mark(item, row, shown, now, toggle, route));
      button.addThemeVariants(ButtonVariant.TERTIARY);
      button.addClassName("activity-check");
      button.setAriaLabel(
          done ? t("activity.reopen.of", title) : t("activity.mark.done.of", title));
      button.setTooltipText(done ? t("activity.reopen") : t("activity.mark.done"));
      item.add(button);
    }
    Span glyph = ActivityTexts.glyph(shown.kind()).create();
    var link = new Anchor(route, title);
    link.getElement().setAttribute("router-link", true);
    When when = shown.when();
    String words = when == null ? t("activity.when.none") : ActivityTexts.when(when, now);
    var what =
        new Span(
            ActivityTexts.kind(shown.kind())
                + " · "
                + (overdue ? t("activity.when.overdue", words) : words));
    what.addClassName("link-what");
    what.setClassName("activity-overdue", overdue);
    var text = new Div(link, what);
    text.addClassName("link-words");
    item.add(glyph, text);
    item.setClassName("former", done);
  }

  private static void mark(
      ListItem item,
      ActivityRow row,
      ActivityData shown,
      Instant now,
      Toggle toggle,
      String route) {
    ActivityStatus to =
        shown.status() == ActivityStatus.OPEN ? ActivityStatus.DONE : ActivityStatus.OPEN;
    ActivityData marked = shown.toBuilder().status(to).build();
    var taken = new AtomicBoolean();
    toggle.mark(
        row,
        to,
        () -> {
          // taken back the second time
          ActivityData is = taken.getAndSet(true) ? shown : marked;
          fill(item, row, is, now, toggle, route);
        });
  }
}
