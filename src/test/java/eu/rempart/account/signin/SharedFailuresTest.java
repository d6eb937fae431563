package eu.rempart.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two servers on one database slow down guessing together. */
class SharedFailuresTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String SOURCE = "192.0.2.1";

  private final InstantSource clock = InstantSource.fixed(Instant.now());
  private final SignInFailureRepository repository = new SignInFailureRepository(database.app());
  private final SignInThrottle here = new SignInThrottle(clock, repository);
  private final SignInThrottle there = new SignInThrottle(clock, repository);

  @BeforeEach
  void nothingFailed() {
    owner("DELETE FROM sign_in_failure");
  }

  private static void owner(String statement) {
    database.owner().execute(statement);
  }

  private static void fail(SignInThrottle throttle, String account, String source) {
    assertThat(throttle.tryNow(account, source)).isZero();
    throttle.failed(account, source);
  }

  /** Until the delay is longer than any machine takes to look at it. */
  private static void failOn(SignInThrottle throttle, String account, String source) {
    for (int i = 0; i < 6; i++) {
      throttle.failed(account, source);
    }
  }

  @Test
  void whatFailedOnOneServerSlowsDownOnTheOther() {
    fail(here, "ada", SOURCE);
    fail(there, "ada", SOURCE);
    fail(here, "ada", SOURCE);
    failOn(here, "ada", SOURCE);

    assertThat(there.tryNow("ada", SOURCE)).isPositive();
    assertThat(there.why("ada", SOURCE)).isEqualTo(SignInThrottle.Why.ACCOUNT);
    assertThat(there.tryNow("max", SOURCE)).isZero();
  }

  @Test
  void aSourceThatGoesFromServerToServerGainsNothing() {
    for (int i = 0; i < 20; i++) {
      fail(i % 2 == 0 ? here : there, "account" + i, SOURCE);
    }
    failOn(there, "account20", SOURCE);
    assertThat(here.tryNow("another", SOURCE)).isPositive();
    assertThat(there.tryNow("another", SOURCE)).isPositive();
    assertThat(there.why("another", SOURCE)).isEqualTo(SignInThrottle.Why.SOURCE);
    assertThat(there.tryNow("another", "198.51.100.1")).isZero();
  }

  @Test
  void aServerThatStartsAnewForgetsNothing() {
    for (int i = 0; i < 3; i++) {
      fail(here, "ada", SOURCE);
    }
    failOn(here, "ada", SOURCE);
    assertThat(new SignInThrottle(clock, repository).tryNow("ada", SOURCE)).isPositive();
  }

  @Test
  void aDeviceInWrongHandsIsSlowedDownOnAllServers() {
    for (int i = 0; i < 5; i++) {
      assertThat(here.tryOnDevice("ada", "laptop")).isZero();
      here.failedOnDevice("ada", "laptop");
    }
    for (int i = 0; i < 6; i++) { // until the delay is longer than a machine takes to look at it
      here.failedOnDevice("ada", "laptop");
    }
    assertThat(there.tryOnDevice("ada", "laptop")).isPositive();
    assertThat(there.tryNow("ada", SOURCE)).as("elsewhere").isZero();
  }

  @Test
  void theRightPasswordStartsAnewOnAllServers() {
    fail(here, "ada", SOURCE);
    fail(here, "ada", SOURCE);
    assertThat(here.tryNow("ada", SOURCE)).isZero();
    here.succeeded("ada", SOURCE);

    for (int i = 0; i < 3; i++) {
      fail(there, "ada", SOURCE);
    }
    assertThat(there.tryNow("ada", SOURCE)).isPositive();
  }

  @Test
  void oldFailuresAreForgottenAndRemoved() {
    for (int i = 0; i < 3; i++) {
      fail(here, "ada", SOURCE);
    }
    owner("UPDATE sign_in_failure SET last_at = last_at - interval '31 minutes'");

    assertThat(there.tryNow("ada", SOURCE)).isZero();
    there.failed("ada", SOURCE);
    assertThat(
            database.app().fetch("SELECT count FROM sign_in_failure").getValues(0, Integer.class))
        .as("counts from one again")
        .containsOnly(1);
    owner("UPDATE sign_in_failure SET last_at = last_at - interval '31 minutes'");
    repository.forgetOld();
    assertThat(database.app().fetchCount(org.jooq.impl.DSL.table("sign_in_failure"))).isZero();
  }

  @Test
  void aClockThatWasSetBackKeepsNobodyOut() {
    for (int i = 0; i < 3; i++) {
      fail(here, "ada", SOURCE);
    }
    owner("UPDATE sign_in_failure SET last_at = last_at + interval '5 hours'");

    assertThat(there.tryNow("ada", SOURCE)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void serversThatCountAtTheSameMomentWaitForNobodyForEver() throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(4)) {
      for (int thread = 0; thread < 4; thread++) {
        boolean forth = thread % 2 == 0;
        var _ =
            both.submit(
                () -> {
                  for (int i = 0; i < 50; i++) {
                    repository.add(forth ? List.of("a", "b", "c") : List.of("c", "b", "a"));
                  }
                });
      }
      both.shutdown();
      assertThat(both.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(Objects.requireNonNull(repository.find(List.of("a")).get("a")).count())
        .isEqualTo(200);
  }
}
