package eu.rempart.shell.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts over time as stacked columns, with a hidden table of the same numbers. */
@Tag("rempart-time-chart")
@JsModule("./components/rempart-time-chart.ts")
@NpmPackage(value = "d3-scale", version = "4.0.2") // axes of time and number; ISC
@NpmPackage(value = "d3-shape", version = "3.2.1") // stacks; ISC
@NpmPackage(value = "@types/d3-scale", version = "4.0.9", dev = true) // its types; MIT
@NpmPackage(value = "@types/d3-shape", version = "3.2.0", dev = true) // its types; MIT
public final class TimeChart extends Component {

  private static final long serialVersionUID = 1L;

  /** Colours of series; the first six stay apart for colour-blind eyes. */
  public enum Tone {
    ONE("1"),
    TWO("2"),
    THREE("3"),
    FOUR("4"),
    FIVE("5"),
    SIX("6"),
    DANGER("danger"),
    SEALED("sealed");

    private final String name;

    Tone(String name) {
      this.name = name;
    }
  }

  /**
   * One layer of the columns.
   *
   * @param values one for each column, 0 or more
   */
  public record Series(String name, Tone tone, List<Long> values) {}

  /**
   * @param label what the chart shows, for those who hear it
   * @param timeName heads the column of times in the hidden table
   */
  public TimeChart(String label, String timeName) {
    getElement().setProperty("label", label);
    getElement().setProperty("timeName", timeName);
  }

  /**
   * @param times the columns' beginnings, evenly spaced, earliest first
   * @param step what a column stands for
   */
  public void show(List<Instant> times, Duration step, List<Series> series) {
    getElement().setProperty("step", (double) step.toMillis());
    getElement().setPropertyList("times", times.stream().map(Instant::toEpochMilli).toList());
    getElement().setPropertyList("series", series.stream().map(Sent::of).toList());
  }

  /** A series as the element takes it. */
  record Sent(String name, String tone, List<Long> values) {
    static Sent of(Series series) {
      return new Sent(series.name(), series.tone().name, series.values());
    }
  }
}
