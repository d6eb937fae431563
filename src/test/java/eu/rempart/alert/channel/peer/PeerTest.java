package eu.rempart.alert.channel.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.alert.channel.ChannelKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of peers, and what can't. */
class PeerTest {

  private static final Map<Setting, String> SMSC =
      Map.of(Setting.HOST, "sms.example", Setting.USER, "rempart");

  private static Map<Setting, String> with(
      Map<Setting, String> all, Setting setting, String value) {
    Map<Setting, String> copy = new EnumMap<>(all);
    copy.put(setting, value);
    return copy;
  }

  private static @Nullable Setting wrong(ChannelKind kind, Map<Setting, String> said) {
    return catchThrowableOfType(WrongSettingException.class, () -> Peer.of(kind, said, "secret"))
        .setting();
  }

  @Test
  void whatIsNotSaidIsAsUsual() {
    assertThat(Peer.of(ChannelKind.SMS, SMSC, "secret").place()).isEqualTo("sms.example:2775 TLS");
    assertThat(Peer.of(ChannelKind.PAGERDUTY, Map.of(), null).place())
        .isEqualTo("events.pagerduty.com:443");
    assertThat(Peer.of(ChannelKind.PUSH, Map.of(), null).place()).isEqualTo("ntfy.sh:443 TLS");
    assertThat(Peer.of(ChannelKind.PAGER, Map.of(Setting.HOST, "pager.example"), null).place())
        .isEqualTo("pager.example:444 TLS");
  }

  @ParameterizedTest
  @CsvSource({
    "HOST, 'a b'",
    "HOST, ''",
    "HOST, 'x\"><script>'",
    "PORT, 0",
    "PORT, 65536",
    "PORT, -1",
    "PORT, ''",
    "PROTECTION, ssl",
    "USER, ''",
    "USER, sixteen-letters-",
    "USER, é",
    "SENDER, twelve-letters",
    "SENDER, +1234567890123456",
    "ALPHABET, ascii",
    "LONG_TEXTS, never"
  })
  void aWrongSettingIsNamed(Setting setting, String value) {
    assertThat(wrong(ChannelKind.SMS, with(SMSC, setting, value))).isEqualTo(setting);
  }

  @Test
  void passwordsFitTheirProtocol() {
    assertThatThrownBy(() -> Peer.of(ChannelKind.SMS, SMSC, "ninechars"))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageNotContaining("ninechars");
    Map<Setting, String> pager = Map.of(Setting.HOST, "pager.example", Setting.USER, "me");
    assertThatThrownBy(() -> Peer.of(ChannelKind.PAGER, pager, "a\r\nPAGE 1"))
        .isInstanceOf(WrongSettingException.class);
    assertThatThrownBy(() -> Peer.of(ChannelKind.PUSH, Map.of(), "a\r\nHost: b"))
        .isInstanceOf(WrongSettingException.class);
  }

  @Test
  void noPeerSaysItsPassword() {
    Map<Setting, String> gateway = Map.of(Setting.URL, "https://sms.example/send");
    for (Peer peer :
        new Peer[] {
          Peer.of(ChannelKind.SMS, SMSC, "hunter2"),
          Peer.of(ChannelKind.SMS_HTTP, gateway, "hunter2"),
          Peer.of(ChannelKind.PAGER, SMSC, "hunter2"),
          Peer.of(ChannelKind.PUSH, Map.of(), "hunter2")
        }) {
      assertThat(peer.toString()).doesNotContain("hunter2");
    }
    assertThat(new SecretChange.Put("hunter2").toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length", "host", "Transfer-Encoding", "a b", "é"})
  void aHeaderThatIsTakenOrNoneIsWrong(String header) {
    Map<Setting, String> said =
        Map.of(Setting.URL, "https://sms.example/send", Setting.HEADER, header);
    assertThat(wrong(ChannelKind.SMS_HTTP, said)).isEqualTo(Setting.HEADER);
  }

  private static String filled(String format, String template, String text) {
    byte[] body =
        BodyTemplate.of(format, template)
            .fill(Map.of("to", "+33612345678", "text", text, "id", "7", "secret", "s\"3"));
    return new String(body, StandardCharsets.UTF_8);
  }

  @Test
  void aTextCanNotLeaveItsPlace() {
    String evil = "\", \"to\": \"+1\n{to}\u2028\\";
    assertThat(filled("json", "{\"m\": [{\"to\": \"{to}\", \"t\": \"a {text}\"}], \"n\": 1}", evil))
        .isEqualTo(
            "{\"m\":[{\"to\":\"+33612345678\",\"t\":\"a \\\", \\\"to\\\": \\\"+1\\n{to}"
                + "\u2028\\\\\"}],\"n\":1}");
    assertThat(filled("form", "to={to}&text={text}&key={secret}", "a&to=+1 é%"))
        .isEqualTo("to=%2B33612345678&text=a%26to%3D%2B1+%C3%A9%25&key=s%223");
  }

  @ParameterizedTest
  @CsvSource({
    "json, '{\"to\": \"{to}\"}'",
    "json, '{\"to\": {to}, \"text\": \"{text}\"}'",
    "json, '{\"{to}\": \"{text}\"}'",
    "json, '{to}{text}'",
    "json, '{\"to\": \"{to}\", \"text\": \"{text}\"'",
    "form, 'to={to}&{text}'",
    "form, '={to}&a={text}'",
    "form, 'to={to}&a={text}%zz'"
  })
  void aTemplateThatIsNoneIsWrong(String format, String template) {
    assertThatThrownBy(() -> BodyTemplate.of(format, template))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
