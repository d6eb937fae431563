package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the database leads, as the sites say. */
class FollowerTest {

  /** Timelines of those that lead; a negative one is a site that does not answer. */
  private final Map<String, Long> leads = new HashMap<>();

  private final List<String> moves = new ArrayList<>();
  private long nanos;
  private final Follower follower =
      new Follower(
          () -> List.of(site("a"), site("b")),
          Runnable::run,
          (before, now) -> moves.add((before == null ? "" : before.site()) + ">" + now.site()),
          () -> nanos);

  private Follower.Site site(String name) {
    return new Follower.Site() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Optional<Long> leads() throws IOException {
        Long timeline = leads.get(name);
        if (timeline != null && timeline < 0) {
          throw new IOException("silent");
        }
        return Optional.ofNullable(timeline);
      }
    };
  }

  @Test
  void firstThatLeadsAndEachOtherAfterItAreTold() {
    follower.look();
    assertThat(follower.latest()).isNull();
    leads.put("a", 1L);
    follower.look();
    nanos = 5;
    follower.look();
    leads.put("a", -1L);
    nanos = 9;
    follower.look();
    assertThat(follower.latest())
        .as("no news is no move")
        .isEqualTo(new Follower.Sighting("a", 1, 5));
    assertThat(follower.isLed()).isFalse();
    leads.put("b", 2L);
    follower.look();
    assertThat(follower.isLed()).isTrue();
    assertThat(moves).containsExactly(">a", "a>b");
  }

  /** One that was cut off goes on for some seconds to say that it leads. */
  @Test
  void higherTimelineIsRight() {
    leads.put("a", 3L);
    leads.put("b", 2L);
    follower.look();
    leads.put("b", 4L);
    follower.look();
    follower.look();
    assertThat(moves).containsExactly(">a", "a>b");
  }

  @Test
  void samePlaceOnAnotherTimelineIsTold() {
    leads.put("a", 3L);
    follower.look();
    leads.put("a", 4L);
    follower.look();
    assertThat(moves).containsExactly(">a", "a>a");
  }

  @Test
  void oneThatWasCutOffIsNotBelievedWhileTheOtherIsSilent() {
    leads.put("a", 1L);
    follower.look();
    leads.put("b", 2L);
    follower.look();
    leads.put("b", -1L);
    follower.look();
    assertThat(follower.isLed()).isFalse();
    leads.put("b", 2L);
    follower.look();
    assertThat(moves).containsExactly(">a", "a>b");
  }

  @Test
  void nobodyWhoLeadsIsNoMove() {
    leads.put("b", 2L);
    follower.look();
    leads.remove("b");
    follower.look();
    leads.put("b", 2L);
    follower.look();
    assertThat(moves).containsExactly(">b");
  }
}
