package eu.rempart.shell.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.function.Consumer;

/** Who or what counts most, as bars with their numbers, largest first as given. */
@Tag("rempart-ranking")
@JsModule("./components/rempart-ranking.ts")
public final class Ranking extends Component {

  private static final long serialVersionUID = 1L;

  /**
   * A bar.
   *
   * @param key what {@link #onChoice} gives back
   * @param name in the person's language
   * @param value its length; 0 or more
   * @param part how much of the value is drawn in the colour of danger
   */
  public record Row(String key, String name, long value, long part) {}

  /**
   * @param label what the list ranks, for those who hear it
   * @param partName what {@link Row#part} counts; empty where it is not used
   * @param none the sentence for an empty list
   */
  public Ranking(String label, String partName, String none) {
    getElement().setProperty("label", label);
    getElement().setProperty("partName", partName);
    getElement().setProperty("none", none);
  }

  public void setRows(List<Row> rows) {
    getElement().setPropertyList("rows", rows);
  }

  /** Makes each row a button, and calls back with its key. */
  public void onChoice(Consumer<String> choice) {
    getElement().setProperty("choosable", true);
    getElement()
        .addEventListener(
            "row-chosen",
            event -> choice.accept(event.getEventData().get("event.detail.key").asString()))
        .addEventData("event.detail.key");
  }
}
