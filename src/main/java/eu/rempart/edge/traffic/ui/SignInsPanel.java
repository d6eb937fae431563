package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import eu.rempart.account.security.EventCount;
import eu.rempart.account.ui.AccountNavigation;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.edge.ui.Panel;
import eu.rempart.edge.ui.TrafficText;
import eu.rempart.shell.chart.Ranking;
import eu.rempart.shell.chart.TimeChart;
import eu.rempart.shell.chart.TimeChart.Tone;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Sign-ins that went well and that did not, from where, and what was strange about them. */
final class SignInsPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;
  private static final int RANKED = 8;

  /** What is told of sign-ins, the usual first. */
  private static final List<String> KINDS =
      List.of(
          "account.signin.done",
          "account.signin.refused",
          "account.signin.throttled",
          "account.place.new",
          "edge.travel",
          "edge.account.tried",
          "edge.spraying");

  private final TimeChart chart = new TimeChart(t("edge.sign-ins.chart"), t("edge.time.when"));
  private final Ranking events = new Ranking(t("edge.sign-ins.events"), "", t("edge.nothing"));
  private final Ranking places = new Ranking(t("edge.sign-ins.places"), "", t("edge.nothing"));

  SignInsPanel() {
    var columns =
        new Div(
            new Div(new H3(t("edge.sign-ins.events")), events),
            new Div(new H3(t("edge.sign-ins.places")), places));
    columns.addClassName("traffic-kinds");
    getContent().add(chart, columns);
  }

  /** Has kinds and countries lead to the events behind them, as far back as is looked at. */
  void lead(Supplier<Stretch> stretch) {
    events.onChoice(
        kind -> AccountNavigation.showEvents(List.of(kind), "", stretch.get().length()));
    places.onChoice(
        place ->
            AccountNavigation.showEvents(
                List.of("account.signin.refused", "account.signin.throttled"),
                place,
                stretch.get().length()));
  }

  void show(Stretch stretch, Instant now, SortedMap<Instant, TrafficSnapshot> steps) {
    List<Instant> times = stretch.times(now);
    chart.show(
        times,
        stretch.step(),
        List.of(
            OverTime.series(times, steps, t("edge.tile.sign-ins"), Tone.ONE, Measure.SIGN_IN),
            OverTime.series(
                times, steps, t("edge.tile.failed"), Tone.DANGER, Measure.SIGN_IN_FAILED)));
  }

  void show(TrafficSnapshot now) {
    Map<Place, Long> failed = now.byPlace(Measure.SIGN_IN_FAILED);
    places.setRows(
        failed.entrySet().stream()
            .sorted(Map.Entry.<Place, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(RANKED)
            .map(
                each ->
                    new Ranking.Row(
                        each.getKey().code(),
                        TrafficText.of(each.getKey()),
                        each.getValue(),
                        each.getValue()))
            .toList());
  }

  void show(List<EventCount> counts) {
    events.setRows(
        KINDS.stream()
            .map(
                kind ->
                    new Ranking.Row(
                        kind,
                        t("account.event." + kind),
                        counts.stream()
                            .filter(count -> count.kind().equals(kind))
                            .mapToLong(EventCount::count)
                            .sum(),
                        0))
            .filter(row -> row.value() > 0)
            .toList());
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.sign-ins.title"));
  }
}
