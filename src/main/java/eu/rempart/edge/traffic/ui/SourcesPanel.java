package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.traffic.BusySource;
import eu.rempart.edge.traffic.TrafficService;
import eu.rempart.edge.ui.Panel;
import eu.rempart.edge.ui.TrafficText;
import eu.rempart.shell.chart.Ranking;
import java.util.List;
import java.util.function.Consumer;

/** The networks that did most within the last minutes. */
final class SourcesPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;
  private static final int RANKED = 8;

  private final Div columns = new Div();
  private final Ranking connections = ranking(t("edge.sources.connections"));
  private final Ranking refused = ranking(t("edge.sources.refused"));
  private final Ranking requests = ranking(t("edge.sources.requests"));
  private final Ranking failed = ranking(t("edge.sources.failed"));

  /** A panel in which nothing can be chosen. */
  SourcesPanel() {
    columns.addClassName("traffic-kinds");
    getContent().add(columns);
  }

  /**
   * A panel.
   *
   * @param choose what happens with a network that somebody clicks
   * @param note says what that is
   */
  SourcesPanel(Consumer<String> choose, String note) {
    this();
    for (Ranking each : List.of(connections, refused, requests, failed)) {
      each.onChoice(choose);
    }
    var words = new Paragraph(note);
    words.addClassName("traffic-note");
    getContent().add(words);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.sources.title"));
  }

  void show(TrafficService traffic) {
    connections.setRows(rows(traffic.busiest(Sign.CONNECTION, RANKED), Sign.CONNECTION));
    refused.setRows(rows(traffic.busiest(Sign.REFUSED, RANKED), Sign.REFUSED));
    requests.setRows(rows(traffic.busiest(Sign.REQUEST, RANKED), Sign.REQUEST));
    failed.setRows(rows(traffic.busiest(Sign.SIGN_IN_FAILED, RANKED), Sign.SIGN_IN_FAILED));
  }

  private static List<Ranking.Row> rows(List<BusySource> sources, Sign sign) {
    return sources.stream()
        .map(
            source ->
                new Ranking.Row(
                    source.facts().prefix().toString(),
                    name(source),
                    Math.round(source.facts().score(sign)),
                    0))
        .filter(row -> row.value() > 0)
        .toList();
  }

  private static String name(BusySource source) {
    String name = source.facts().prefix() + " · " + TrafficText.of(source.place());
    return source.known() ? name + " · " + t("edge.sources.known") : name;
  }

  private Ranking ranking(String title) {
    var ranking = new Ranking(title, "", t("edge.nothing"));
    columns.add(new Div(new H3(title), ranking));
    return ranking;
  }
}
