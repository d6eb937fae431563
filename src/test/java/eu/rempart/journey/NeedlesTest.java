package eu.rempart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search that proves secrecy finds what is planted. */
class NeedlesTest {

  private static final String VALUE = "Amélie Quéméré";

  private final Needles needles = new Needles();

  /** Noise with the value at an odd place. */
  private static byte[] hay(byte[] planted) {
    byte[] hay = new byte[100_003];
    new Random(5).nextBytes(hay);
    System.arraycopy(planted, 0, hay, 77_777, planted.length);
    return hay;
  }

  private void assertFound(byte[] planted) {
    assertThat(needles.in(hay(planted))).containsExactly(VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void textIsFoundInAnyEncodingAndInLowerCase(String charset) {
    needles.add(VALUE);

    assertFound(VALUE.getBytes(Charset.forName(charset)));
    assertFound(VALUE.toLowerCase(Locale.ROOT).getBytes(Charset.forName(charset)));
  }

  @Test
  void codedTextIsFoundWhereverItBegins() {
    needles.add(VALUE);

    byte[] utf8 = VALUE.getBytes(StandardCharsets.UTF_8);
    assertFound(HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
    assertFound(HexFormat.of().withUpperCase().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
    for (String before : new String[] {"", "x", "xy"}) {
      byte[] within = (before + VALUE + "zz").getBytes(StandardCharsets.UTF_8);
      assertFound(Base64.getEncoder().encode(within));
      assertFound(Base64.getUrlEncoder().encode(within));
    }
  }

  @Test
  void keysAreFoundAsBytesAndCoded() {
    byte[] key = new byte[32];
    new Random(9).nextBytes(key);
    needles.addKey(key, VALUE);

    assertFound(key);
    assertFound(HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII));
    assertFound(Base64.getEncoder().encode(key));
  }

  @Test
  void noiseHoldsNothing() {
    needles.add(VALUE);

    assertThat(needles.in(hay(new byte[0]))).isEmpty();
  }
}
