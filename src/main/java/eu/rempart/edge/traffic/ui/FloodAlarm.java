package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.edge.abuse.Flood;
import eu.rempart.edge.ui.TrafficText;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says that a flood goes on, how large it is and where it comes from; hidden while there is none.
 */
final class FloodAlarm extends Paragraph {

  private static final long serialVersionUID = 1L;

  FloodAlarm() {
    addClassName("traffic-alarm");
    // There from the start, and empty: then what is put in is read out.
    getElement().setAttribute("role", "alert");
  }

  void show(Optional<Flood> flood) {
    setText(
        flood
            .map(
                now ->
                    t(
                        "edge.flood.now",
                        now.refused(),
                        now.most().stream().map(TrafficText::of).collect(Collectors.joining(", "))))
            .orElse(""));
    setClassName("traffic-calm", flood.isEmpty());
  }
}
