package eu.rempart.activity.calendar.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import eu.rempart.shell.calendar.CalendarPane.Way;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The top of the calendar: which days, in which way, of whom. */
final class CalendarHead extends Div {

  private static final long serialVersionUID = 1L;

  private final H1 title = new H1();
  private final ChoicesField<UUID> owners = new ChoicesField<>();
  private final Map<Way, Button> ways = new EnumMap<>(Way.class);
  private final transient Consumer<CalendarUrl> go;
  private transient @Nullable CalendarUrl shown;

  /**
   * @param members names of those whose activities may be chosen
   * @param go told where somebody wants to go
   * @param tools what stands at the end
   * @param create begins a new activity; null for who may not
   */
  CalendarHead(
      Map<UUID, String> members, Consumer<CalendarUrl> go, Div tools, @Nullable Runnable create) {
    this.go = go;
    addClassName("calendar-head");
    var steps =
        new Div(
            step(Glyph.CHEVRON_LEFT, t("activity.calendar.before"), -1),
            new Button(
                t("activity.when.today"), _ -> to(url -> url.on(LocalDate.now(Formats.zone())))),
            step(Glyph.CHEVRON_RIGHT, t("activity.calendar.after"), 1));
    steps.addClassName("calendar-steps");
    owners.setAriaLabel(t("activity.field.owner_id"));
    owners.setPlaceholder(t("activity.calendar.everybody"));
    owners.setItems(members.keySet());
    owners.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    owners.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            to(url -> url.of(change.getValue()));
          }
        });
    add(title, steps, choice(), owners, tools);
    if (create != null) {
      var add = new Button(t("activity.add"), Glyph.ADD.create(), _ -> create.run());
      add.addThemeVariants(ButtonVariant.PRIMARY);
      add(add);
    }
  }

  private Div choice() {
    var choice = new Div();
    choice.addClassName("calendar-ways");
    choice.getElement().setAttribute("role", "group");
    choice.getElement().setAttribute("aria-label", t("activity.calendar.ways"));
    for (Way way : Way.values()) {
      var button =
          new Button(
              t("activity.calendar.way." + way.name()),
              _ -> to(url -> url.as(way, LocalDate.now(Formats.zone()))));
      button.addThemeVariants(ButtonVariant.TERTIARY);
      ways.put(way, button);
      choice.add(button);
    }
    return choice;
  }

  private Button step(Glyph glyph, String label, int by) {
    var button = new Button(glyph.create(), _ -> to(url -> url.step(by)));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }

  private void to(UnaryOperator<CalendarUrl> change) {
    if (shown != null) {
      go.accept(change.apply(shown));
    }
  }

  void show(CalendarUrl url) {
    shown = url;
    owners.setValue(url.owners());
    title.setText(url.title());
    ways.forEach(
        (way, button) ->
            button.getElement().setAttribute("aria-pressed", String.valueOf(way == url.way())));
  }
}
