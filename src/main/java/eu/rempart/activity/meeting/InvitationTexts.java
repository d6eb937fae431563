package eu.rempart.activity.meeting;

import eu.rempart.activity.ical.InvitationFile.Meeting;
import eu.rempart.activity.ical.InvitationFile.Method;
import eu.rempart.activity.ical.InvitationFile.Moved;
import eu.rempart.activity.value.When;
import eu.rempart.shell.text.Catalogue;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What an invitation says to people whose calendars don't read it. */
@Component
class InvitationTexts {

  private final Catalogue texts;

  InvitationTexts(Catalogue texts) {
    this.texts = texts;
  }

  /**
   * The line on top.
   *
   * @param again whether they were invited before
   */
  String subject(Method method, boolean again, String subject, Locale language) {
    String key =
        method == Method.CANCEL
            ? "activity.invitation.cancelled"
            : again ? "activity.invitation.updated" : "activity.invitation.new";
    return texts.getTranslation(key, language, subject);
  }

  String text(Method method, Meeting meeting, Locale language) {
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.getTranslation(
            method == Method.CANCEL
                ? "activity.invitation.text.cancelled"
                : "activity.invitation.text",
            language,
            organizer(meeting)));
    lines.add("");
    lines.add(meeting.subject());
    lines.add(when(meeting.when(), language));
    if (meeting.recurrence() != null) {
      lines.add(texts.getTranslation("activity.recurs", language));
    }
    if (meeting.place() != null) {
      lines.add(meeting.place());
    }
    if (meeting.description() != null && method == Method.REQUEST) {
      lines.add("");
      lines.add(meeting.description());
    }
    return String.join("\n", lines);
  }

  /** As {@link #text}, of one occurrence of a recurring meeting. */
  String one(Method method, Meeting meeting, Moved one, Locale language) {
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.getTranslation(
            method == Method.CANCEL
                ? "activity.invitation.text.one.cancelled"
                : "activity.invitation.text.one",
            language,
            organizer(meeting)));
    lines.add("");
    lines.add(one.subject());
    lines.add(when(one.to(), language));
    if (!one.to().equals(one.of())) {
      lines.add(
          texts.getTranslation("activity.invitation.instead", language, when(one.of(), language)));
    }
    if (one.place() != null) {
      lines.add(one.place());
    }
    return String.join("\n", lines);
  }

  private static String organizer(Meeting meeting) {
    return meeting.organizer().name().isBlank()
        ? meeting.organizer().address()
        : meeting.organizer().name();
  }

  /** In the zone in which it was meant, which it names: nobody knows that of the reader. */
  private static String when(When when, Locale language) {
    ZoneId zone = when.zone();
    if (zone == null) {
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
          .withLocale(language)
          .format(when.day(ZoneOffset.UTC));
    }
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
            .withLocale(language)
            .format(when.in(zone))
        + " ("
        + zone.getId()
        + ")";
  }
}
