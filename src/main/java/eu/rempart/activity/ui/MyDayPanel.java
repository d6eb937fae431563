package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.activity.calendar.MyDay;
import eu.rempart.activity.ui.field.QuickAdd;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.shell.HomePanel;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;

/** What is late, what is due today, and what has its hour today, on the first screen. */
@org.springframework.stereotype.Component
@Order(10)
final class MyDayPanel implements HomePanel {

  private final CalendarService calendar;
  private final ActivityService activities;
  private final ActivityEditor editor;
  private final ActivityMarking marking;
  private final CurrentMember member;

  MyDayPanel(
      CalendarService calendar,
      ActivityService activities,
      ActivityEditor editor,
      ActivityMarking marking,
      CurrentMember member) {
    this.calendar = calendar;
    this.activities = activities;
    this.editor = editor;
    this.marking = marking;
    this.member = member;
  }

  @Override
  public Component show() {
    var place = new ActivitiesPanel.Place();
    place.addClassName("my-day");
    fill(place);
    return place;
  }

  private void fill(Div place) {
    MyDay day = calendar.day(member.id(), Formats.zone());
    Runnable changed = () -> fill(place);
    place.removeAll();
    if (!day.overdue().isEmpty()) {
      place.add(overdue(day));
    }
    place.add(due(day, changed), today(day));
  }

  private Card overdue(MyDay day) {
    int count = day.overdueInAll();
    var card =
        new Card(count > 100 ? t("activity.day.overdue.many") : t("activity.day.overdue", count));
    card.add(ActivityLines.of(day.overdue(), member, this::toggle));
    if (count > day.overdue().size()) {
      var all =
          new Anchor(
              ActivityNavigation.LIST + "?overdue=true&owner=" + member.id(), t("activity.of.all"));
      all.getElement().setAttribute("router-link", true);
      card.withAction(all);
    }
    return card;
  }

  private Card due(MyDay day, Runnable changed) {
    var card = new Card(t("activity.day.due"));
    if (member.may(Right.WRITE_RECORDS, "activity")) {
      var add =
          new Button(
              t("activity.add"),
              Glyph.ADD.create(),
              _ ->
                  editor.createOn(
                      "today",
                      editor.start().when(When.on(LocalDate.now(Formats.zone()))).build(),
                      _ -> changed.run()));
      add.addThemeVariants(ButtonVariant.TERTIARY);
      card.withAction(add);
      card.add(
          new QuickAdd(
              member.id(),
              LocalDate.now(Formats.zone()),
              member.rights().fixed("activity"),
              data -> keep(data, changed)));
    }
    card.add(
        day.due().isEmpty()
            ? new Paragraph(t("activity.day.due.none"))
            : ActivityLines.of(day.due(), member, this::toggle));
    return card;
  }

  private Card today(MyDay day) {
    var card = new Card(Formats.weekday(LocalDate.now(Formats.zone())));
    card.add(
        day.calendar().isEmpty()
            ? new Paragraph(t("activity.day.calendar.none"))
            : ActivityLines.ofCalendar(day.calendar(), member, this::toggle));
    return card;
  }

  private boolean keep(ActivityData data, Runnable changed) {
    activities.create(data, ActivityLinks.NONE);
    changed.run();
    Notices.success(t("activity.created"));
    return true;
  }

  private void toggle(ActivityRow row, ActivityStatus to, Runnable changed) {
    marking.mark(List.of(row.id()), to, changed);
  }
}
