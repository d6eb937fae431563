package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficSnapshot;
import eu.rempart.edge.ui.Panel;
import eu.rempart.shell.chart.TimeChart;
import eu.rempart.shell.chart.TimeChart.Series;
import eu.rempart.shell.chart.TimeChart.Tone;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToLongFunction;

/** Handshakes and refusals over time, and requests below them. */
final class OverTime extends Composite<Panel> {

  private static final long serialVersionUID = 1L;

  private final TimeChart connections =
      new TimeChart(t("edge.time.connections"), t("edge.time.when"));
  private final TimeChart requests = new TimeChart(t("edge.time.requests"), t("edge.time.when"));

  OverTime() {
    getContent().add(connections, requests);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.time.title"));
  }

  void show(Stretch stretch, Instant now, SortedMap<Instant, TrafficSnapshot> steps) {
    List<Instant> times = stretch.times(now);
    connections.show(
        times,
        stretch.step(),
        List.of(
            series(times, steps, t("edge.tile.handshakes"), Tone.ONE, Measure.FULL_HANDSHAKE),
            series(times, steps, t("edge.tile.resumed"), Tone.THREE, Measure.RESUMED_HANDSHAKE),
            series(
                times,
                steps,
                t("edge.tile.refused"),
                Tone.DANGER,
                Tiles.all(Measure::isRefusedConnection))));
    requests.show(
        times,
        stretch.step(),
        List.of(
            series(times, steps, t("edge.tile.requests"), Tone.ONE, Tiles.all(Measure::isRequest)),
            series(
                times,
                steps,
                t("edge.tile.limited"),
                Tone.DANGER,
                Tiles.all(Measure::isRefusedRequest))));
  }

  static Series series(
      List<Instant> times,
      SortedMap<Instant, TrafficSnapshot> steps,
      String name,
      Tone tone,
      Measure... measures) {
    ToLongFunction<Instant> count =
        at -> {
          TrafficSnapshot step = steps.get(at);
          return step == null ? 0 : step.total(measures);
        };
    return new Series(name, tone, times.stream().map(count::applyAsLong).toList());
  }
}
