package eu.rempart.shell.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.Consumer;

/** Groups of columns side by side, with a hidden table of the same numbers; each group leads on. */
@Tag("rempart-columns")
@JsModule("./components/rempart-columns.ts")
public final class Columns extends Component {

  private static final long serialVersionUID = 1L;

  /**
   * What stands together.
   *
   * @param key what {@link #onChoice} gives back
   * @param name in the person's language, short enough for an axis
   */
  public record Group(String key, String name) {}

  /**
   * @param label what the chart shows, for those who hear it
   * @param groupName heads the column of groups in the hidden table
   * @param unit stands behind each number; may be empty
   */
  public Columns(String label, String groupName, String unit) {
    getElement().setProperty("label", label);
    getElement().setProperty("groupName", groupName);
    getElement().setProperty("unit", unit);
  }

  /**
   * Shows these.
   *
   * @param series each with one value for each group, 0 or more
   */
  public void show(List<Group> groups, List<TimeChart.Series> series) {
    getElement().setPropertyList("groups", groups);
    getElement().setPropertyList("series", series.stream().map(TimeChart.Sent::of).toList());
  }

  /** Calls back with the key of the group that was clicked, or chosen by Enter. */
  public void onChoice(Consumer<String> choice) {
    getElement()
        .addEventListener(
            "group-chosen",
            event -> choice.accept(event.getEventData().get("event.detail.key").asString()))
        .addEventData("event.detail.key");
  }
}
