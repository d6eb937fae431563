package eu.rempart.watch.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSealTest {

  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final KeyPair agent = ProbeKeys.generate();
  private final KeyPair home = ProbeKeys.generate();
  private final RequestSeal seal =
      new RequestSeal(
          UUID.randomUUID(), UUID.randomUUID(), 7, Instant.parse("2026-03-01T12:00:00.123Z"));

  private RequestSeal.Signed signed() {
    return RequestSeal.read(seal.sign(agent.getPrivate(), "POST", "/probe/exchange", BODY))
        .orElseThrow();
  }

  @Test
  void whatIsSignedIsReadAndVerified() {
    assertThat(signed().seal()).isEqualTo(seal);
    assertThat(signed().by(agent.getPublic(), "POST", "/probe/exchange", BODY)).isTrue();
  }

  @Test
  void nothingOfTheRequestCanBeAnother() {
    assertThat(signed().by(home.getPublic(), "POST", "/probe/exchange", BODY)).isFalse();
    assertThat(signed().by(agent.getPublic(), "GET", "/probe/exchange", BODY)).isFalse();
    assertThat(signed().by(agent.getPublic(), "POST", "/probe/other", BODY)).isFalse();
    assertThat(signed().by(agent.getPublic(), "POST", "/probe/exchange", new byte[1])).isFalse();
    for (RequestSeal other :
        new RequestSeal[] {
          new RequestSeal(UUID.randomUUID(), seal.boot(), 7, seal.moment()),
          new RequestSeal(seal.agent(), UUID.randomUUID(), 7, seal.moment()),
          new RequestSeal(seal.agent(), seal.boot(), 8, seal.moment()),
          new RequestSeal(seal.agent(), seal.boot(), 7, seal.moment().plusMillis(1))
        }) {
      assertThat(
              new RequestSeal.Signed(other, signed().signature())
                  .by(agent.getPublic(), "POST", "/probe/exchange", BODY))
          .isFalse();
    }
  }

  @Test
  void anAnswerFitsOneRequest() {
    String answer = seal.answer(home.getPrivate(), 200, BODY);
    RequestSeal next = new RequestSeal(seal.agent(), seal.boot(), 8, seal.moment());
    assertThat(seal.answered(home.getPublic(), 200, BODY, answer)).isTrue();
    assertThat(seal.answered(home.getPublic(), 403, BODY, answer)).isFalse();
    assertThat(seal.answered(home.getPublic(), 200, new byte[0], answer)).isFalse();
    assertThat(seal.answered(agent.getPublic(), 200, BODY, answer)).isFalse();
    assertThat(next.answered(home.getPublic(), 200, BODY, answer)).isFalse();
    assertThat(seal.answered(home.getPublic(), 200, BODY, "<b>")).isFalse();
    assertThat(seal.answered(home.getPublic(), 200, BODY, "")).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "1 2 3 4 5 6",
        "2 6f1f4a52-0000-4000-8000-000000000000 6f1f4a52-0000-4000-8000-000000000000 1 1 aa",
        "1 6f1f4a52-0000-4000-8000-000000000000 6f1f4a52-0000-4000-8000-000000000000 x 1 aa",
        "1 6f1f4a52-0000-4000-8000-000000000000 6f1f4a52-0000-4000-8000-000000000000 1 1 aa b",
        "1 <script> 6f1f4a52-0000-4000-8000-000000000000 1 1 aa"
      })
  void whatIsNoHeaderIsNone(String header) {
    assertThat(RequestSeal.read(header)).isEmpty();
    assertThat(RequestSeal.read("1".repeat(5_000))).isEmpty();
  }

  @Test
  void aCodeIsReadAsItWasWritten() {
    AdmissionCode code = AdmissionCode.random(home.getPublic());
    AdmissionCode read = AdmissionCode.of(" " + code.text() + "\n");
    assertThat(read.secret()).isEqualTo(code.secret());
    assertThat(read.home()).isEqualTo(home.getPublic());
    assertThat(code.toString()).doesNotContain(code.secret());
    assertThatThrownBy(() -> AdmissionCode.of(code.text().substring(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(code.secret().substring(2));
    assertThatThrownBy(() -> AdmissionCode.of("<script>"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoAsksToBeAdmittedHasTheKey() {
    AdmissionCode code = AdmissionCode.random(home.getPublic());
    Admission.Request asked = Admission.Request.of(code, "BR", "machine", "1", agent);
    assertThat(asked.provenKey()).isEqualTo(agent.getPublic());
    Admission.Request other =
        new Admission.Request(asked.secret(), "HK", "machine", "1", asked.key(), asked.proof());
    assertThatThrownBy(other::provenKey).isInstanceOf(IllegalArgumentException.class);
    Admission.Request nothing = new Admission.Request(null, null, null, null, null, null);
    assertThatThrownBy(nothing::provenKey).isInstanceOf(IllegalArgumentException.class);
    assertThat(asked.toString()).doesNotContain(code.secret());
  }
}
