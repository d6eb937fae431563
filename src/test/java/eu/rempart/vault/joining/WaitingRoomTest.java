package eu.rempart.vault.joining;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.joining.WaitingRoom.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

  private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

  private Instant now = START;
  private final WaitingRoom room =
      new WaitingRoom(
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }
          });

  private static Place place() {
    return new Place(
        UUID.randomUUID(), 1, Secret.random(32), List.of(), START.plus(Duration.ofDays(3)));
  }

  @Test
  void whosePageIsGoneIsForgottenAndTheirKeyZeroed() {
    Place stays = place();
    Place goes = place();
    WaitingHandle one = room.enter(stays);
    WaitingHandle other = room.enter(goes);
    now = now.plus(WaitingRoom.PATIENCE.minusSeconds(1));
    assertThat(room.find(one)).contains(stays);
    now = now.plusSeconds(1);
    room.sweep();

    assertThat(room.find(one)).contains(stays);
    assertThat(room.find(other)).isEmpty();
    assertThat(goes.kek().isDestroyed()).isTrue();
    assertThat(stays.kek().isDestroyed()).isFalse();
  }

  @Test
  void nobodyWaitsForEver() {
    Place place = place();
    WaitingHandle handle = room.enter(place);
    now = now.plus(WaitingRoom.LONGEST);
    assertThat(room.find(handle)).isPresent();
    room.sweep();
    assertThat(room.find(handle)).isEmpty();
    assertThat(place.kek().isDestroyed()).isTrue();
  }

  @Test
  void crowdsTakeNoMoreMemory() {
    Place first = place();
    WaitingHandle handle = room.enter(first);
    for (int i = 0; i < WaitingRoom.MOST; i++) {
      room.enter(place());
    }
    assertThat(room.find(handle)).isEmpty();
    assertThat(first.kek().isDestroyed()).isTrue();
  }

  @Test
  void anotherHandleFindsNothingAndPrintsNothing() {
    WaitingHandle handle = room.enter(place());
    assertThat(room.find(new WaitingHandle())).isEmpty();
    assertThat(handle.toString()).isEmpty();
    room.clear();
    assertThat(room.find(handle)).isEmpty();
  }
}
