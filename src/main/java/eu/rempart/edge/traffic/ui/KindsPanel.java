package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.edge.traffic.Count;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.edge.ui.Panel;
import eu.rempart.edge.ui.TrafficText;
import eu.rempart.shell.chart.Ranking;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Handshakes by protocol, cipher, key exchange, fingerprint and failure, and refusals by reason.
 */
final class KindsPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;
  private static final int FINGERPRINTS = 10;

  private final Div columns = new Div();
  private final Ranking protocols = ranking(t("edge.kinds.protocol"), t("edge.nothing"));
  private final Ranking ciphers = ranking(t("edge.kinds.cipher"), t("edge.nothing"));
  private final Ranking groups = ranking(t("edge.kinds.group"), t("edge.nothing"));
  private final Ranking fingerprints = ranking(t("edge.kinds.ja4"), t("edge.nothing"));
  private final Ranking failures = ranking(t("edge.kinds.failure"), t("edge.kinds.failure.none"));
  private final Ranking reasons = ranking(t("edge.kinds.reason"), t("edge.kinds.reason.none"));

  KindsPanel() {
    columns.addClassName("traffic-kinds");
    getContent().add(columns);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.kinds.title"));
  }

  /** Has reasons lead to the events of who was refused, as far back as is looked at. */
  void lead(Supplier<Stretch> stretch) {
    reasons.onChoice(why -> AccountNavigation.showRefused(why, stretch.get().length()));
  }

  void show(TrafficSnapshot now) {
    protocols.setRows(rows(now.byName(Count.Kind.PROTOCOL)));
    ciphers.setRows(rows(now.byName(Count.Kind.CIPHER)));
    groups.setRows(rows(now.byName(Count.Kind.GROUP)));
    fingerprints.setRows(
        rows(now.byName(Count.Kind.FINGERPRINT)).stream().limit(FINGERPRINTS).toList());
    failures.setRows(rows(now.byName(Count.Kind.FAILURE)));
    reasons.setRows(
        now.refusedByReason().stream()
            .map(
                entry ->
                    new Ranking.Row(
                        entry.getKey().key(),
                        TrafficText.of(entry.getKey()),
                        entry.getValue(),
                        entry.getValue()))
            .toList());
  }

  private static List<Ranking.Row> rows(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(entry -> new Ranking.Row(entry.getKey(), entry.getKey(), entry.getValue(), 0))
        .toList();
  }

  private Ranking ranking(String title, String none) {
    var ranking = new Ranking(title, "", none);
    columns.add(new Div(new H3(title), ranking));
    return ranking;
  }
}
