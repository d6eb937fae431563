package eu.rempart.metrics.token;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.signin.SignInFailed;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what wrong tokens cost. */
class TokenDoorTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String ADDRESS = "198.51.100.7";

  private final HandClock clock = new HandClock();
  private final TokenRepository tokens = new TokenRepository(database.app());
  private final List<Object> events = new ArrayList<>();
  private final TokenDoor door = new TokenDoor(tokens, events::add, clock);

  private String make(UUID id) {
    String token = Secret.next();
    tokens.insert(id, "prometheus", Secret.hash(token), Instant.now(), UUID.randomUUID());
    door.forget();
    return token;
  }

  @Test
  void whoHasATokenIsLetInUntilItIsRevoked() {
    UUID id = UUID.randomUUID();
    String token = make(id);
    assertThat(token).matches("rpm_[A-Za-z0-9_-]{43}");
    assertThat(door.admits("Bearer " + token, ADDRESS)).isTrue();
    assertThat(door.admits("bearer " + token, ADDRESS)).isTrue();
    assertThat(events).isEmpty();
    assertThat(tokens.all())
        .filteredOn(known -> known.id().equals(id))
        .allMatch(known -> known.usedAt() != null);

    assertThat(tokens.revoke(id, Instant.now(), UUID.randomUUID())).isTrue();
    assertThat(tokens.revoke(id, Instant.now(), UUID.randomUUID())).isFalse();
    // another node did that: here it is known within five seconds
    assertThat(door.admits("Bearer " + token, ADDRESS)).isTrue();
    clock.pass(TokenDoor.FRESH);
    assertThat(door.admits("Bearer " + token, ADDRESS)).isFalse();
  }

  /** Somebody has read what opens, and goes on only after it was revoked here. */
  @Test
  void whatWasReadBeforeARevocationIsNotKeptAfterIt() {
    UUID id = UUID.randomUUID();
    String token = make(id);
    List<TokenDoor> doors = new ArrayList<>();
    TokenDoor slow =
        new TokenDoor(
            tokens,
            events::add,
            () -> {
              // asked for the time at which it had read
              if (tokens.revoke(id, Instant.now(), UUID.randomUUID())) {
                doors.getFirst().forget();
              }
              return clock.getAsLong();
            });
    doors.add(slow);
    slow.admits("Bearer " + token, ADDRESS);
    assertThat(slow.admits("Bearer " + token, ADDRESS)).isFalse();
  }

  @Test
  void ofATokenOnlyItsHashIsKept() {
    UUID id = UUID.randomUUID();
    String token = make(id);
    String row =
        database
            .owner()
            .fetchSingle("SELECT t::text FROM metrics_token t WHERE id = ?", id)
            .get(0, String.class);
    assertThat(row).doesNotContain(token).doesNotContain(token.substring(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Basic cnBtXzE6eA==",
        "Bearer rpm_",
        "Bearer rpm_0000000000000000000000000000000000000000000",
        "Bearer rpm_' OR true --",
        "Bearer \u0000\r\nX: y",
        "Token x"
      })
  void whatIsNoTokenCountsAsAFailureOfWhoSentIt(String header) {
    assertThat(door.admits(header, ADDRESS)).isFalse();
    assertThat(events).hasSize(1);
    SignInFailed failed = (SignInFailed) events.getFirst();
    assertThat(failed.source()).isEqualTo(ADDRESS);
    assertThat(failed.account()).matches("metrics:[0-9a-f]{16}");
  }

  @Test
  void aHugeHeaderIsRefusedWithoutReadingIt() {
    assertThat(door.admits("Bearer " + "x".repeat(1_000_000), ADDRESS)).isFalse();
  }

  @Test
  void whoSendsNothingIsRefusedAndDidNotTry() {
    assertThat(door.admits(null, ADDRESS)).isFalse();
    assertThat(events).isEmpty();
  }

  @Test
  void manyWrongTokensAreManyTriesAndOneStaleTokenIsOne() {
    for (int i = 0; i < 20; i++) {
      assertThat(door.admits("Bearer " + Secret.next(), ADDRESS)).isFalse();
    }
    assertThat(events).extracting("account").doesNotHaveDuplicates().hasSize(20);
    events.clear();
    String stale = "Bearer " + Secret.next();
    for (int i = 0; i < 20; i++) {
      assertThat(door.admits(stale, ADDRESS)).isFalse();
    }
    assertThat(events)
        .extracting("account")
        .hasSize(20)
        .containsOnly(((SignInFailed) events.getFirst()).account());
  }

  @Test
  void aWrongTokenAsksTheDatabaseNothing() {
    String token = make(UUID.randomUUID());
    assertThat(door.admits("Bearer " + token, ADDRESS)).isTrue();
    // the table is away: whoever asked it would get an error
    database.owner().execute("ALTER TABLE metrics_token RENAME TO metrics_token_away");
    try {
      assertThat(door.admits("Bearer " + Secret.next(), ADDRESS)).isFalse();
      assertThat(door.admits("Bearer " + token, ADDRESS)).isTrue();
      // even when it is time to ask, who was let in stays so
      clock.pass(Duration.ofMinutes(2));
      assertThat(door.admits("Bearer " + token, ADDRESS)).isTrue();
    } finally {
      database.owner().execute("ALTER TABLE metrics_token_away RENAME TO metrics_token");
    }
  }
}
