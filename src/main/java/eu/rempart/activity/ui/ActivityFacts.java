package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityField;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.FieldList;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.tag.TagBook;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of an activity, for reading. */
final class ActivityFacts extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Activity activity;
  private final transient Map<UUID, String> names;

  ActivityFacts(Activity activity, Map<UUID, String> names, CustomBook custom) {
    this.activity = activity;
    this.names = names;
    addClassName("record-facts");
    var facts = new FieldList();
    fill(facts, ActivityField.KIND);
    fill(facts, ActivityField.DIRECTION);
    fill(facts, ActivityField.WHEN);
    fill(facts, ActivityField.MINUTES);
    fill(facts, ActivityField.RECURRENCE);
    fill(facts, ActivityField.REMINDER);
    place(facts);
    fill(facts, ActivityField.STATUS);
    fill(facts, ActivityField.PRIORITY);
    fill(facts, ActivityField.OWNER);
    own(facts, custom);
    fill(facts, ActivityField.DESCRIPTION);
    var done = activity.done();
    if (done != null) {
      facts.add(t("activity.done.at"), trace(done.at(), done.by()));
    }
    facts.add(
        t("activity.created.at"), trace(activity.created().at(), activity.created().memberId()));
    facts.add(
        t("activity.changed.at"), trace(activity.changed().at(), activity.changed().memberId()));
    add(new Card(t("activity.card.about"), facts));
  }

  /** A link to meet at can be followed. */
  private void place(FieldList facts) {
    String place = activity.data().place();
    if (place != null && place.matches("https://[^\\s\"<>]+")) {
      var link = new Anchor(place, place, AnchorTarget.BLANK);
      link.getElement().setAttribute("rel", "noopener noreferrer");
      facts.add(ActivityTexts.label(ActivityField.PLACE), link);
    } else {
      fill(facts, ActivityField.PLACE);
    }
  }

  private void fill(FieldList list, ActivityField field) {
    String code = activity.unopenable().get(field);
    if (code != null) {
      list.add(ActivityTexts.label(field), new SealedMark(code));
    } else {
      list.add(
          ActivityTexts.label(field),
          ActivityTexts.value(field, activity.data(), names, TagBook.EMPTY, CustomBook.EMPTY));
    }
  }

  private void own(FieldList list, CustomBook custom) {
    String code = activity.unopenable().get(ActivityField.CUSTOM);
    if (code == null) {
      CustomWords.fill(list, custom, activity.data().custom());
    } else {
      list.add(ActivityTexts.label(ActivityField.CUSTOM), new SealedMark(code));
    }
  }

  private Component trace(Instant at, @Nullable UUID by) {
    String who = names.getOrDefault(by, "");
    var line = new Div(new RelativeTime(at));
    if (!who.isEmpty()) {
      line.add(new Span(" · " + who));
    }
    return line;
  }
}
