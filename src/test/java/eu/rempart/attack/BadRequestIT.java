package eu.rempart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are none, or half, as the whole application answers them. */
@Tag("attack")
class BadRequestIT {

  private static final String POST = "POST /login HTTP/1.1\r\nHost: localhost\r\n";

  /** Whoever is quicker is refused so often that a flood is what it is slowed for. */
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final Target target = Target.shared();

  @BeforeEach
  void nothingIsRuled() throws Exception {
    target.change(GateTables::clear);
  }

  @AfterEach
  void theMemberWorked() {
    target.member().assertServed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/contacts?q=%FF%FE", "/contacts?q=%zz", "/contacts?%", "/bin?a=%C3%28&b=1"})
  void aQuestionThatIsNoTextIsAnsweredInThePersonsLanguage(String path) throws Exception {
    try (Conversation conversation = target.at(target.member().source()).open()) {
      Answer french = conversation.get(path, target.member().cookie(), "Accept-Language: fr-FR");
      assertThat(french.status()).isEqualTo(400);
      assertThat(french.headers().get("Content-Type")).startsWith("text/html");
      assertThat(french.body())
          .contains("<html lang=\"fr\">", "Requête incomprise", "E-EDGE-7")
          .doesNotContain("Jetty", "Exception", "%FF");
    }
    Answer english = target.at(target.member().source()).get(path, target.member().cookie());
    assertThat(english.body()).contains("Not understood");
  }

  /** No link and no redirect leads where a stranger's header says. */
  @ParameterizedTest
  @CsvSource({"/login, localhost", "/, localhost", "/, evil.example", "/contacts, evil.example"})
  void foreignHostLeadsNowhere(String path, String host) throws Exception {
    try (Conversation conversation = target.at(target.country("FR")).open()) {
      conversation.send(
          "GET "
              + path
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: http\r\n"
              + "X-Forwarded-Prefix: /evil.example\r\nX-Forwarded-For: 8.8.8.8\r\n"
              + "Forwarded: host=evil.example;proto=http\r\n\r\n");
      Answer answer = conversation.read();

      assertThat(answer.status()).isIn(200, 302, 303);
      assertThat(answer.headers().toString()).doesNotContain("evil.example");
      assertThat(answer.body()).doesNotContain("evil.example");
    }
  }

  @Test
  void aFormThatIsNoTextIsAnsweredSo() throws Exception {
    try (Conversation conversation = target.at(target.country("FR")).open()) {
      Answer answer = conversation.post("/login", "username=%FF%FE&password=a");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("E-EDGE-7").doesNotContain("Jetty", "Exception");
    }
  }

  @Test
  void aSmuggledRequestIsNeverAnsweredAndItsConnectionEnds() throws Exception {
    try (Conversation conversation = target.at(target.country("FR")).open()) {
      String smuggled = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
      String length = "Content-Length: 4\r\n";
      conversation.send(POST + length + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled);

      assertThat(conversation.read().status()).isEqualTo(400);
      assertThat(conversation.ends()).isTrue();
    }
  }

  @Test
  void whoSendsWhatIsNoHttpAgainAndAgainIsNoticed() throws Exception {
    var source = target.country6("DE");
    var network = eu.rempart.tls.gate.Prefix.fine(source.high(), source.low());
    Visitor visitor = target.at(source);
    Patience.until(
        "it is slowed",
        PAUSE,
        () -> {
          try (Conversation conversation = visitor.open()) {
            conversation.send("GET /x HTTP/1.1\r\n\r\n");
            assertThat(conversation.read().status()).isEqualTo(400);
          } catch (SocketException refused) {
            // slowed since the last look: the visit came too soon after the one before
          }
          return !target.tables().steps(network).isEmpty();
        });
    assertThat(target.tables().steps(network).getFirst().cause()).isEqualTo("malformed");
  }
}
