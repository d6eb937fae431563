package eu.rempart.alert.channel.answer;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.signin.SignInFailed;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who may bring answers, and what wrong tokens cost. */
class AnswerDoorTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String ADDRESS = "198.51.100.7";

  private final HandClock clock = new HandClock();
  private final AtomicBoolean away = new AtomicBoolean();
  private final AnswerTokenRepository tokens =
      new AnswerTokenRepository(database.app()) {
        @Override
        Optional<byte[]> hash() {
          if (away.get()) {
            throw new DataAccessResourceFailureException("away");
          }
          return super.hash();
        }
      };
  private final List<Object> events = new ArrayList<>();
  private final AnswerDoor door = new AnswerDoor(tokens, events::add, clock);

  @BeforeEach
  void aGateway() {
    database
        .owner()
        .execute(
            "INSERT INTO alert_channel (kind, enabled, settings) VALUES ('SMS_HTTP', true, '{}')");
  }

  @AfterEach
  void forget() {
    database.owner().execute("DELETE FROM alert_channel");
  }

  private String make() {
    String token = AnswerToken.next();
    assertThat(tokens.put(AnswerToken.hash(token))).isTrue();
    door.forget();
    return token;
  }

  private static String basic(String both) {
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whoHasTheTokenIsLetInUntilThereIsAnother() throws NotNowException {
    assertThat(door.exists()).isFalse();
    String token = make();
    assertThat(token).matches("rpa_[A-Za-z0-9_-]{43}");
    assertThat(door.exists()).isTrue();
    assertThat(door.admits("Bearer " + token, ADDRESS)).isTrue();
    assertThat(door.admits(basic("provider:" + token), ADDRESS)).isTrue();
    assertThat(door.admits(basic(token), ADDRESS)).isTrue();
    assertThat(events).isEmpty();
    // another node made that: here it is known within five seconds
    tokens.put(AnswerToken.hash(AnswerToken.next()));
    assertThat(door.admits("Bearer " + token, ADDRESS)).isTrue();
    clock.pass(AnswerDoor.FRESH);
    assertThat(door.admits("Bearer " + token, ADDRESS)).isFalse();
    tokens.put(null);
    door.forget();
    assertThat(door.exists()).isFalse();
  }

  @Test
  void ofATokenOnlyItsHashIsKept() {
    String token = make();
    assertThat(database.owner().fetch("SELECT c::text FROM alert_channel c").format(10_000))
        .doesNotContain(token, token.substring(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer rpa_",
        "Bearer rpa_0000000000000000000000000000000000000000000",
        "Basic %%%",
        "Basic eDp5",
        "Bearer rpa_' OR true --",
        "Token x"
      })
  void whatIsNoTokenCountsAsAFailureOfWhoSentIt(String header) throws NotNowException {
    make();
    assertThat(door.admits(header, ADDRESS)).isFalse();
    assertThat(door.admits(header + "x".repeat(100_000), ADDRESS)).isFalse();
    assertThat(events).hasSize(2);
    SignInFailed failed = (SignInFailed) events.getFirst();
    assertThat(failed.source()).isEqualTo(ADDRESS);
    assertThat(failed.account()).matches("answers:[0-9a-f]{16}");
  }

  @Test
  void whoSendsNothingIsRefusedAndDidNotTry() throws NotNowException {
    assertThat(door.admits(null, ADDRESS)).isFalse();
    assertThat(events).isEmpty();
  }

  @Test
  void whereNoTokenIsNobodyIsLetIn() throws NotNowException {
    assertThat(door.admits("Bearer " + AnswerToken.next(), ADDRESS)).isFalse();
  }

  /** Else the provider would take the answer back for good, and be banned. */
  @Test
  void whileNobodyCanTellWhichTokenOpensAnswersMayComeAgain() throws Exception {
    String token = "Bearer " + make();
    away.set(true);
    assertThat(post(token)).isEqualTo(503);
    assertThat(door.exists()).isFalse();
    assertThat(post("Bearer x")).as("that is none").isEqualTo(401);
    assertThat(events).hasSize(1);
    away.set(false);
    clock.pass(AnswerDoor.FRESH);
    assertThat(post(token)).as("let in, to no gateway").isEqualTo(503);
    assertThat(door.exists()).isTrue();
    away.set(true);
    clock.pass(AnswerDoor.FRESH);
    assertThat(door.exists()).as("what was read stays").isTrue();
    assertThat(post("Bearer " + AnswerToken.next())).isEqualTo(401);
    assertThat(events).hasSize(2);
  }

  private int post(String authorization) throws Exception {
    var request = new MockHttpServletRequest("POST", AnswerController.PATH);
    request.addHeader("Authorization", authorization);
    var response = new MockHttpServletResponse();
    var taken = new TakenAnswerRepository(database.app(), database.transactions());
    new AnswerController(door, _ -> Optional.empty(), (_, _, _) -> {}, taken)
        .answer(request, response);
    return response.getStatus();
  }
}
