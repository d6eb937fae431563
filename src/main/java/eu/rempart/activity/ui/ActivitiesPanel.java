package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ui.field.QuickAdd;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.timeline.RecordTimeline;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** What is to be done about a record, what was done last, and a line to add what comes next. */
@Component
final class ActivitiesPanel {

  /** More are found in the list of activities. */
  private static final int OPEN = 8;

  private static final int DONE = 3;

  private final ActivityService activities;
  private final ActivityEditor editor;
  private final ActivityMarking marking;
  private final CurrentMember member;

  ActivitiesPanel(
      ActivityService activities,
      ActivityEditor editor,
      ActivityMarking marking,
      CurrentMember member) {
    this.activities = activities;
    this.editor = editor;
    this.marking = marking;
    this.member = member;
  }

  /** Where it stands: the pages of other rooms know nothing of our style sheet. */
  @StyleSheet("styles/activities.css")
  static final class Place extends Div {

    private static final long serialVersionUID = 1L;

    Place() {
      addClassName("activities-panel");
    }
  }

  Div show(ActivityLinks about) {
    var place = new Place();
    fill(place, about);
    return place;
  }

  private void fill(Div place, ActivityLinks about) {
    Runnable changed =
        () -> {
          fill(place, about);
          RecordTimeline.changed();
        };
    boolean writes = member.may(Right.WRITE_RECORDS, "activity");
    List<ActivityRow> open = activities.open(about, OPEN + 1, ActivityLines.READ);
    List<ActivityRow> done = activities.done(about, DONE, ActivityLines.READ);
    var card = new Card(t("activity.list.title"));
    if (writes) {
      var add =
          new Button(
              t("activity.add"),
              Glyph.ADD.create(),
              _ -> editor.create(editor.start().build(), about, _ -> changed.run()));
      add.addThemeVariants(ButtonVariant.TERTIARY);
      Shortcuts.on(add, ActivityNavigation.NEW_KEYS);
      card.withAction(add);
      LocalDate tomorrow = LocalDate.now(Formats.zone()).plusDays(1);
      card.add(
          new QuickAdd(
              member.id(),
              tomorrow,
              member.rights().fixed("activity"),
              data -> keep(data, about, changed)));
    }
    ActivityLines.Toggle toggle =
        (row, to, marked) ->
            marking.mark(
                List.of(row.id()),
                to,
                () -> {
                  marked.run();
                  RecordTimeline.changed();
                });
    card.add(
        open.isEmpty()
            ? new Paragraph(t("activity.of.empty"))
            : ActivityLines.of(open.stream().limit(OPEN).toList(), member, toggle));
    if (!done.isEmpty()) {
      card.add(ActivityLines.of(done, member, toggle));
    }
    if (open.size() > OPEN || done.size() == DONE) {
      var all = new Button(t("activity.of.all"), _ -> ActivityNavigation.openOf(about));
      all.addThemeVariants(ButtonVariant.TERTIARY);
      card.add(all);
    }
    place.removeAll();
    place.add(card);
  }

  private boolean keep(ActivityData data, ActivityLinks about, Runnable changed) {
    try {
      activities.create(data, about);
    } catch (DataIntegrityViolationException _) {
      Notices.error(t("activity.links.gone"));
      return false;
    }
    changed.run();
    Notices.success(t("activity.created"));
    return true;
  }
}
