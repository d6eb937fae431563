package eu.rempart.alert.channel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.TestPlaces;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is posted to, and what is no header. */
class PostTargetTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private static void post(String address, Wire wire) throws ChannelException {
    new HttpPost(wire, LONG)
        .post(
            WebAddress.of(PlaceKind.PUSH, address, "DE"),
            "text/plain",
            Map.of("Authorization", "Bearer t0ken"),
            "été".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "fe80::1",
        "100.100.100.200",
        "168.63.129.16",
        "fd00:ec2::254",
        "0.0.0.0",
        "224.0.0.1",
        "::ffff:169.254.169.254"
      })
  void nothingIsSentToTheMachinesOwnLinkWhateverTheName(String address) {
    Wire wire =
        new Wire(Optional.empty(), TestPlaces.through(_ -> InetAddress.getAllByName(address)));
    ChannelException failure =
        catchThrowableOfType(ChannelException.class, () -> post("https://gateway.example/", wire));
    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure.retry()).isFalse();
  }

  @Test
  void nothingGoesInClearToAnotherMachine() {
    Wire wire =
        new Wire(
            Optional.empty(),
            TestPlaces.through(
                _ ->
                    new InetAddress[] {
                      InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1})
                    }));
    ChannelException failure =
        catchThrowableOfType(ChannelException.class, () -> post("http://gateway.example/", wire));
    assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failure.retry()).isFalse();
  }

  @Test
  void noHeaderEndsALine() {
    HttpPost post = new HttpPost(new Wire(Optional.empty(), TestPlaces.anywhere()), LONG);
    assertThatThrownBy(
            () ->
                post.post(
                    WebAddress.of(PlaceKind.PUSH, "http://127.0.0.1:1/", null),
                    "text/plain",
                    Map.of("X-A", "b\r\nHost: evil.example"),
                    new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gateway.example",
        "ftp://gateway.example/",
        "https:///in",
        "https://user:secret@gateway.example/",
        "https://gateway.example/#a",
        "https://gateway.example:0/",
        "https://gateway.example:99999/",
        "https://gateway.example/a b",
        "file:///etc/passwd",
        "jar:https://gateway.example/!/"
      })
  void whatIsNoAddressOfTheWebIsNone(String text) {
    assertThatThrownBy(() -> WebAddress.of(PlaceKind.PUSH, text, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
