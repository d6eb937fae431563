package eu.rempart.shell.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import eu.rempart.WithFirm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What was done a moment ago gets older while somebody looks. */
class RelativeTimeTest extends WithFirm {

  private static final Instant THEN = Instant.parse("2026-11-30T20:00:00Z");

  private Instant now = THEN.plusSeconds(5);
  private Runnable passed = () -> {};
  private boolean listening;

  private Runnable listen(Runnable news) {
    passed = news;
    listening = true;
    return () -> listening = false;
  }

  private RelativeTime show() {
    InstantSource source = () -> now;
    Clock clock = source.withZone(ZoneOffset.UTC);
    var time = new RelativeTime(THEN, clock, this::listen);
    UI.getCurrent().add(time);
    return time;
  }

  @Test
  void minutesGoOnAsTheyPass() {
    RelativeTime time = show();
    assertThat(time.getElement().getText()).isEqualTo("just now");

    now = THEN.plus(Duration.ofMinutes(3));
    outside(
        () -> {
          passed.run();
          await().until(() -> time.getElement().getText().equals("3 min ago"));
        });

    UI.getCurrent().remove(time);
    assertThat(listening).as("gone from the page").isFalse();
  }

  @Test
  void hoursWaitForTheNextPage() {
    now = THEN.plus(Duration.ofHours(2));
    show();
    assertThat(listening).isFalse();
  }
}
