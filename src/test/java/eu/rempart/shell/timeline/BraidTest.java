package eu.rempart.shell.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import eu.rempart.common.TimelineKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BraidTest {

  /** Things at these seconds, newest first, that counts how often it is asked. */
  private static final class Seconds implements TimelineSource.Strand {

    private final List<TimelineKey> keys;
    private int asked;

    Seconds(int... seconds) {
      keys =
          IntStream.of(seconds)
              .mapToObj(second -> new TimelineKey(Instant.ofEpochSecond(second), UUID.randomUUID()))
              .toList();
    }

    @Override
    public List<TimelineKey> keys(@Nullable TimelineKey before, int limit) {
      asked++;
      return keys.stream()
          .skip(before == null ? 0 : keys.indexOf(before) + 1)
          .limit(limit)
          .toList();
    }

    @Override
    public Map<UUID, Component> show(Collection<UUID> ids, Runnable changed) {
      return Map.of();
    }
  }

  private static List<Long> seconds(List<Braid.Knot> knots) {
    return knots.stream().map(knot -> knot.key().at().getEpochSecond()).toList();
  }

  @Test
  void strandsAreToldByTimePageByPage() {
    Seconds notes = new Seconds(90, 70, 50, 30, 10);
    Seconds files = new Seconds(80, 79, 78, 20);
    Braid braid = new Braid(List.of(notes, files));

    assertThat(seconds(braid.next(4))).containsExactly(90L, 80L, 79L, 78L);
    assertThat(braid.hasMore()).isTrue();
    assertThat(seconds(braid.next(4))).containsExactly(70L, 50L, 30L, 20L);
    assertThat(seconds(braid.next(4))).containsExactly(10L);
    assertThat(braid.hasMore()).isFalse();
    assertThat(braid.next(4)).isEmpty();
  }

  @Test
  void aPageCostsAtMostOneQuestionForEachStrand() {
    Seconds notes = new Seconds(IntStream.range(0, 100).map(i -> 1_000 - i).toArray());
    Seconds none = new Seconds();
    Braid braid = new Braid(List.of(notes, none));
    List<Long> all = new ArrayList<>();

    for (int page = 0; page < 5; page++) {
      all.addAll(seconds(braid.next(20)));
    }

    assertThat(all).hasSize(100).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(braid.hasMore()).isFalse();
    assertThat(notes.asked).isLessThanOrEqualTo(5);
    assertThat(none.asked).as("who has nothing is not asked again").isEqualTo(1);
  }

  @Test
  void ofTheSameMomentTheFirstStrandComesFirst() {
    Seconds notes = new Seconds(5);
    Seconds files = new Seconds(5);
    Braid braid = new Braid(List.of(notes, files));

    assertThat(braid.next(2)).extracting(Braid.Knot::strand).containsExactly(notes, files);
  }
}
