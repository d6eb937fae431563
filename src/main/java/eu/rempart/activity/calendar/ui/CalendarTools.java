package eu.rempart.activity.calendar.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.feed.FeedService;
import eu.rempart.activity.feed.ui.SubscribeDialog;
import eu.rempart.activity.ical.CalendarFileService;
import eu.rempart.activity.ical.CalendarFileService.Imported;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** What else can be done with a calendar: bring a file in, let others subscribe. */
@Component
final class CalendarTools {

  private final CalendarFileService files;
  private final ActivityService activities;
  private final FeedService feeds;
  private final CurrentMember member;

  CalendarTools(
      CalendarFileService files,
      ActivityService activities,
      FeedService feeds,
      CurrentMember member) {
    this.files = files;
    this.activities = activities;
    this.feeds = feeds;
    this.member = member;
  }

  /**
   * Buttons for those who may.
   *
   * @param changed called when activities came in, or were taken back
   */
  Div buttons(Runnable changed) {
    var tools = new Div();
    tools.addClassName("calendar-tools");
    if (member.may(Right.IMPORT_RECORDS)) {
      tools.add(button(t("activity.ical.import"), Glyph.IMPORT, () -> bring(changed)));
    }
    tools.add(
        button(t("activity.feed.title"), Glyph.LINK, () -> new SubscribeDialog(feeds).open()));
    return tools;
  }

  private static Button button(String text, Glyph glyph, Runnable run) {
    var button = new Button(text, glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setTooltipText(text); // where there is room for the drawing alone
    return button;
  }

  private void bring(Runnable changed) {
    ZoneId zone = Formats.zone();
    String untitled = t("activity.ical.untitled");
    new CalendarImportDialog(
            file -> files.take(file, zone, untitled),
            imported -> {
              changed.run();
              tell(imported, changed);
            })
        .open();
  }

  private void tell(Imported imported, Runnable changed) {
    String came =
        t(
            "activity.ical.taken",
            imported.created(),
            imported.updated(),
            imported.same(),
            imported.refused());
    Runnable undo =
        () -> {
          activities.undo(imported.change(), imported.touched());
          changed.run();
        };
    if (imported.remarks().isEmpty()) {
      Notices.success(came, undo);
    } else {
      new CalendarRemarksDialog(imported, came, undo).open();
    }
  }
}
