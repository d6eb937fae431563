package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.edge.traffic.Rise;
import eu.rempart.edge.traffic.Rise.Topic;
import eu.rempart.edge.ui.Lines;
import eu.rempart.edge.ui.Panel;
import eu.rempart.edge.ui.TrafficText;
import eu.rempart.shell.text.Formats;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is far above the same hour of the past weeks. */
final class RisesPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 12;
  private static final Duration BACK = Duration.ofDays(7);

  private final Lines lines = new Lines(t("edge.rises.title"), t("edge.rises.none"));
  private final Paragraph unknown = new Paragraph(t("edge.rises.unknown"));

  RisesPanel() {
    var note = new Paragraph(t("edge.rises.note"));
    note.addClassName("traffic-note");
    unknown.addClassName("traffic-note");
    getContent().add(lines, unknown, note);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.rises.title"));
  }

  /** Leads to the events that told of rises lately. */
  void lead() {
    var link =
        new Anchor(AccountNavigation.events(List.of("edge.rise"), "", "", BACK), t("edge.events"));
    link.getElement().setAttribute("router-link", true);
    link.getElement().setAttribute("aria-label", t("edge.events.of", t("edge.rises.title")));
    getContent().add(link);
  }

  /**
   * Shows them.
   *
   * @param rises empty while too few past weeks are known, which is not the same as none
   */
  void show(Optional<List<Rise>> rises) {
    lines.clear();
    rises.orElse(List.of()).stream().limit(SHOWN).forEach(this::add);
    lines.setVisible(rises.isPresent());
    unknown.setVisible(rises.isEmpty());
  }

  private void add(Rise rise) {
    String topic = of(rise.topic());
    lines.add(
        rise.place().map(place -> topic + " · " + TrafficText.of(place)).orElse(topic),
        t("edge.rises.times", Math.round(rise.times())),
        t("edge.rises.line", Formats.number(rise.now()), Formats.number(rise.usual())));
  }

  static String of(Topic topic) {
    return t("edge.rise.topic." + topic.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
