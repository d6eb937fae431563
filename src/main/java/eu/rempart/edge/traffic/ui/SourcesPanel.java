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
  private final Ranking connections;
  private final Ranking refused;
  private final Ranking requests;
  private final Ranking failed;

  /**
   * @param choose what happens with a network that somebody clicks
   */
  SourcesPanel(Consumer<String> choose) {
    connections = ranking(t("edge.sources.connections"), choose);
    refused = ranking(t("edge.sources.refused"), choose);
    requests = ranking(t("edge.sources.requests"), choose);
    failed = ranking(t("edge.sources.failed"), choose);
    columns.addClassName("traffic-kinds");
    var note = new Paragraph(t("edge.sources.note"));
    note.addClassName("traffic-note");
    getContent().add(columns, note);
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

  private Ranking ranking(String title, Consumer<String> choose) {
    var ranking = new Ranking(title, "", t("edge.nothing"));
    ranking.onChoice(choose);
    columns.add(new Div(new H3(title), ranking));
    return ranking;
  }
}
