package eu.rempart.history.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryEvent;
import eu.rempart.history.Linked;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RelativeTime;
import org.jspecify.annotations.Nullable;

/** One line of the history: who did what when, and each field old → new. */
final class EventLine extends ListItem {

  private static final long serialVersionUID = 1L;

  /** What puts former values back. */
  interface PuttingBack {

    /** Whether whoever looks may put back what a field held before. */
    boolean offers(HistoryEvent event, FieldChange change);

    void putBack(HistoryEvent event, FieldChange change);
  }

  /**
   * Tells an event.
   *
   * @param who name of the member; empty where it was nobody's or does not open
   * @param part whether it happened to a part of the record rather than to a link
   * @param putBack null where no value can be put back
   */
  EventLine(
      HistoryEvent event,
      String who,
      ValueTexts values,
      boolean part,
      @Nullable PuttingBack putBack) {
    addClassName("history-event");
    String actor = actor(event, who);
    Span sentence = new Span(part ? ofPart(event, actor) : sentence(event, actor));
    sentence.addClassName("history-sentence");
    Div head = new Div(sentence, new RelativeTime(event.at()));
    head.addClassName("history-head");
    String why = why(event);
    if (!why.isEmpty()) {
      Span note = new Span(why);
      note.addClassName("history-why");
      head.add(note);
    }
    Div body = new Div(head);
    body.addClassName("history-body");
    for (FieldChange change : event.changes()) {
      body.add(line(event, change, values, putBack));
    }
    add(new Avatar(actor, Avatar.Shape.PERSON), body);
  }

  private static Div line(
      HistoryEvent event, FieldChange change, ValueTexts values, @Nullable PuttingBack putBack) {
    String label = values.label(change.column());
    Div line = new Div(marked(label, "history-label"));
    line.addClassName("history-change");
    boolean created = event.what() == HistoryEvent.What.CREATED;
    if (!created) {
      Span arrow = marked("→", "history-arrow");
      arrow.getElement().setAttribute("aria-label", t("history.became"));
      arrow.getElement().setAttribute("role", "img");
      line.add(values.show(change.column(), change.before(), "history-old"), arrow);
    }
    line.add(values.show(change.column(), change.after(), "history-new"));
    if (!created && putBack != null && putBack.offers(event, change)) {
      Button button = new Button(t("history.put.back"), Glyph.UNDO.create());
      button.addThemeVariants(ButtonVariant.TERTIARY);
      button.setAriaLabel(t("history.put.back.field", label));
      button.addClickListener(_ -> putBack.putBack(event, change));
      line.add(button);
    }
    return line;
  }

  private static Span marked(String text, String className) {
    Span span = new Span(text);
    span.addClassName(className);
    return span;
  }

  private static String actor(HistoryEvent event, String who) {
    if (!who.isEmpty()) {
      return who;
    }
    String database = "database:";
    if (event.source().startsWith(database)) {
      return t("history.actor.database", event.source().substring(database.length()));
    }
    return event.by() == null ? t("history.actor.system") : t("history.actor.unknown");
  }

  private static String sentence(HistoryEvent event, String actor) {
    Linked link = event.link();
    if (link == null) {
      return switch (event.what()) {
        case CREATED -> t("history.event.created", actor);
        case CHANGED -> t("history.event.changed", actor);
        case ARCHIVED -> t("history.event.archived", actor);
        case RESTORED -> t("history.event.restored", actor);
      };
    }
    String other = link.name().isEmpty() ? t("history.value.nameless") : link.name();
    return switch (event.what()) {
      case CREATED -> t("history.link.created", actor, other);
      case CHANGED -> t("history.link.changed", actor, other);
      case ARCHIVED -> t("history.link.archived", actor, other);
      case RESTORED -> t("history.link.restored", actor, other);
    };
  }

  private static String ofPart(HistoryEvent event, String actor) {
    return switch (event.what()) {
      case CREATED, CHANGED -> t("history.event.changed", actor);
      case ARCHIVED -> t("history.part.archived", actor);
      case RESTORED -> t("history.part.restored", actor);
    };
  }

  private static String why(HistoryEvent event) {
    String reason = event.reason() == null ? "" : event.reason();
    return switch (reason) {
      case "put-back" -> t("history.reason.put-back");
      case "undo" -> t("history.reason.undo");
      case "import" -> t("history.reason.import");
      case "bulk" -> t("history.reason.bulk");
      default ->
          switch (event.source()) {
            case "import" -> t("history.reason.import");
            case "demo" -> t("history.reason.demo");
            default -> "";
          };
    };
  }
}
