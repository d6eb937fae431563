package eu.rempart.alert.channel.answer;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.peer.Setting;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What providers post, and what somebody else does. */
class AnswerFormTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private static Optional<AnswerForm> read(
      String from, String text, @Nullable String type, String body) {
    return read(from, text, "", type, body);
  }

  private static Optional<AnswerForm> read(
      String from, String text, String id, @Nullable String type, String body) {
    Peer.Gateway peer =
        (Peer.Gateway)
            Peer.of(
                ChannelKind.SMS_HTTP,
                Map.of(
                    Setting.URL,
                    "https://sms.example/send",
                    Setting.ANSWER_FROM,
                    from,
                    Setting.ANSWER_TEXT,
                    text,
                    Setting.ANSWER_ID,
                    id),
                null);
    return AnswerForm.read(type, body.getBytes(StandardCharsets.UTF_8), peer);
  }

  @Test
  void aFormAndJsonAreReadAsTheProviderWritesThem() {
    AnswerForm one = new AnswerForm("+33612345678", "1", null);
    assertThat(read("From", "Body", FORM, "To=%2B1&From=%2B33612345678&Body=+1%0A&From=2"))
        .contains(one);
    assertThat(
            read(
                "from",
                "text",
                "application/json; charset=utf-8",
                "{\"from\": \"+33612345678\", \"text\": \"1\"}"))
        .contains(one);
    assertThat(read("msisdn", "text", JSON, "{\"msisdn\": 33612345678, \"text\": 1}"))
        .contains(new AnswerForm("33612345678", "1", null));
    assertThat(
            read(
                "results.0.from",
                "results.0.text",
                "Application/JSON",
                "{\"results\": [{\"from\": \"+33612345678\", \"text\": \"1\"}]}"))
        .contains(one);
  }

  @Test
  void whoeverSaysWhereTheIdStandsGetsNoAnswerWithoutOne() {
    assertThat(read("from", "text", "sid", FORM, "from=1&text=1&sid=SM-7"))
        .contains(new AnswerForm("1", "1", "SM-7"));
    assertThat(read("from", "text", "m.id", JSON, "{\"from\":1,\"text\":1,\"m\":{\"id\":9}}"))
        .contains(new AnswerForm("1", "1", "9"));
    assertThat(read("from", "text", "sid", FORM, "from=1&text=1")).isEmpty();
    assertThat(read("from", "text", "sid", FORM, "from=1&text=1&sid=+")).isEmpty();
    String long201 = "x".repeat(AnswerForm.LONGEST_ID + 1);
    assertThat(read("from", "text", "sid", FORM, "from=1&text=1&sid=" + long201)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none | from=1&text=1",
        "text/plain | from=1&text=1",
        "multipart/form-data; boundary=x | --x",
        "application/x-www-form-urlencoded | ''",
        "application/x-www-form-urlencoded | from=%zz&text=1",
        "application/x-www-form-urlencoded | =1&&&text=1",
        "application/json | ''",
        "application/json | null",
        "application/json | [1]",
        "application/json | {\"from\": {\"from\": 1}, \"text\": [1]}",
        "application/json | {\"from\": \"1\"",
        "application/json | {\"from\": true, \"text\": \"1\"}",
      })
  void whatIsNoAnswerIsNone(@Nullable String type, String body) {
    assertThat(read("from", "text", type, body)).isEmpty();
  }

  @Test
  void whatIsHugeIsNoneOrCut() {
    assertThat(read("from", "text", FORM, "from=" + "9".repeat(41) + "&text=1")).isEmpty();
    assertThat(read("from", "text", FORM, "from=1&text=" + "x".repeat(5_000)))
        .hasValueSatisfying(answer -> assertThat(answer.text()).hasSize(AnswerForm.LONGEST_TEXT));
    assertThat(read("from", "text", FORM, "a=b&".repeat(3_000))).isEmpty();
    assertThat(read("from", "text", JSON, "[".repeat(10_000))).isEmpty();
    assertThat(read("from", "text", JSON, "{\"from\": " + "9".repeat(5_000) + "}")).isEmpty();
    assertThat(read("from", "text", FORM, "from=%2B33612345678&text=1").toString())
        .doesNotContain("336");
  }
}
