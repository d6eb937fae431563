package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.RelativeTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * How long ago something was; the exact moment appears on hover and is in the markup. What says
 * minutes goes on as they pass.
 */
@Tag("time")
public final class RelativeTime extends Component {

  private static final long serialVersionUID = 1L;

  /** Hours and days go on when the page is opened again. */
  private static final Duration MINUTES = Duration.ofHours(1);

  private static final Duration PACE = Duration.ofSeconds(30);

  private final Instant then;
  private final transient Clock clock;

  /** Describes a moment as seen from the system's clock. */
  public RelativeTime(Instant then) {
    this(then, Clock.systemUTC());
  }

  /** Describes a moment as seen from a clock. */
  public RelativeTime(Instant then, Clock clock) {
    this(then, clock, Live.passing(PACE));
  }

  /**
   * Describes a moment as seen from a clock, again at each news.
   *
   * @param passing takes what is to be called when time has passed, and answers how to stop that
   */
  RelativeTime(Instant then, Clock clock, Function<Runnable, Runnable> passing) {
    this.then = then;
    this.clock = clock;
    addClassName("relative-time");
    getElement().setAttribute("datetime", then.toString());
    getElement().setAttribute("title", Formats.dateTime(then));
    say();
    if (Duration.between(then, clock.instant()).abs().compareTo(MINUTES) < 0) {
      Live.keep(this, passing, this::say);
    }
  }

  private void say() {
    String words = RelativeTimes.describe(then, clock.instant());
    if (!words.equals(getElement().getText())) {
      getElement().setText(words);
    }
  }
}
