package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.RelativeTimes;
import java.time.Clock;
import java.time.Instant;

/** How long ago something was; the exact moment appears on hover and is in the markup. */
@Tag("time")
public final class RelativeTime extends Component {

  private static final long serialVersionUID = 1L;

  /** Describes a moment as seen from the system's clock. */
  public RelativeTime(Instant then) {
    this(then, Clock.systemUTC());
  }

  /** Describes a moment as seen from a clock. */
  public RelativeTime(Instant then, Clock clock) {
    addClassName("relative-time");
    getElement().setText(RelativeTimes.describe(then, clock.instant()));
    getElement().setAttribute("datetime", then.toString());
    getElement().setAttribute("title", Formats.dateTime(then));
  }
}
