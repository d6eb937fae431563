package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.traffic.Count;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.tls.gate.Source;
import eu.rempart.vault.event.SecurityEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Floods from everywhere get a name within seconds. */
class FloodNamesTest extends WithAbuse {

  @Test
  void aFloodFromEverywhereIsNamedWithinSecondsAndItsEndToo() {
    var refused = new Count(new Place("BR"), Measure.NO_HANDSHAKE_LEFT.key(), 200);
    var other = new Count(new Place("US"), Measure.TOO_FAST.key(), 100);
    for (int i = 0; i < 3; i++) {
      assertThat(abuse.watch.isFlooded()).isFalse();
      abuse.watch.second(List.of(refused, other));
    }
    assertThat(abuse.watch.isFlooded()).isTrue();
    assertThat(abuse.events).extracting(SecurityEvent::kind).containsExactly("edge.flood.begun");
    assertThat(abuse.events.getFirst().detail())
        .containsEntry("refused", "900")
        .containsEntry("places", "BR US");
    for (int i = 0; i < 30; i++) {
      abuse.watch.second(List.of());
    }
    assertThat(abuse.watch.isFlooded()).isFalse();
    assertThat(abuse.events.getLast().kind()).isEqualTo("edge.flood.over");
    assertThat(abuse.events.getLast().detail().get("flood"))
        .as("it says which one is over")
        .isNotNull()
        .isEqualTo(abuse.events.getFirst().detail().get("flood"));
    assertThat(abuse.events).hasSize(2);
  }

  @Test
  void aLargeFloodIsNamedAfterTwoSecondsAndOneBadSecondIsNone() {
    var refused = List.of(new Count(new Place("BR"), Measure.NO_HANDSHAKE_LEFT.key(), 4_000));
    abuse.watch.second(refused);
    abuse.watch.second(List.of());
    abuse.watch.second(refused);
    assertThat(abuse.watch.isFlooded()).isFalse();
    abuse.watch.second(refused);

    assertThat(abuse.watch.isFlooded()).isTrue();
    assertThat(abuse.events).extracting(SecurityEvent::kind).containsExactly("edge.flood.begun");
  }

  @Test
  void aDatabaseThatTakesItsTimeHoldsUpNeitherTheNameOfAFloodNorTheNextSecond() {
    List<Runnable> written = new ArrayList<>();
    AbuseLab slow = new AbuseLab(lab, written::add);
    Source scanner = addresses.ipv4("FR");
    sign(scanner, Sign.MISSING, 500);
    var refused = List.of(new Count(new Place("BR"), Measure.NO_HANDSHAKE_LEFT.key(), 4_000));
    for (int i = 0; i < 5; i++) {
      slow.watch.second(refused);
    }

    assertThat(slow.watch.flood()).isPresent();
    assertThat(lab.bans.latest(10)).isEmpty();
    assertThat(written).as("the news, and what is suspicious once").hasSize(2);
    List.copyOf(written).forEach(Runnable::run);
    assertThat(banOf(scanner, Step.SLOWED).cause()).isEqualTo("scan");
    assertThat(slow.events)
        .extracting(SecurityEvent::kind)
        .containsExactlyInAnyOrder("edge.flood.begun", "edge.slowed");
    slow.watch.second(refused);
    assertThat(written).as("asked again only when the last are answered").hasSize(3);
  }
}
