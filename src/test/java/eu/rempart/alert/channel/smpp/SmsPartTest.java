package eu.rempart.alert.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.Messages;
import eu.rempart.alert.channel.send.Gsm7;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Texts as phones get them. */
class SmsPartTest {

  private static List<SmsPart> parts(String text) {
    return SmsPart.of(text, Messages.ID, false, false);
  }

  /** As a phone puts it together, which shows what lies behind the headers. */
  private static String joined(List<SmsPart> parts) {
    return parts.stream()
        .map(
            part -> {
              byte[] content = part.content();
              byte[] text =
                  part.headed() ? Arrays.copyOfRange(content, 6, content.length) : content;
              return part.coding() == SmsPart.UCS2
                  ? new String(text, StandardCharsets.UTF_16BE)
                  : Gsm7.decode(text);
            })
        .collect(Collectors.joining());
  }

  @Test
  void theAlphabetOfPhonesComesBackAsItWent() {
    String all =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]|€";
    assertThat(Gsm7.decode(Gsm7.encode(all).orElseThrow())).isEqualTo(all);
    assertThat(Gsm7.encode("€")).hasValue(new byte[] {0x1b, 'e'});
    assertThat(Gsm7.encode("ê")).isEmpty();
    assertThat(Gsm7.encode("\u001b")).isEmpty();
    assertThat(Gsm7.decode(new byte[] {(byte) 0x80, 0x1b, 'x', 0x1b})).isEqualTo("???");
  }

  @Test
  void aShortTextIsOneMessage() {
    assertThat(parts("é".repeat(160))).hasSize(1);
    assertThat(parts("é".repeat(160)).getFirst().headed()).isFalse();
    assertThat(parts("ê".repeat(70))).hasSize(1);
    assertThat(parts("ê".repeat(70)).getFirst().coding()).isEqualTo(SmsPart.UCS2);
  }

  @Test
  void aLongTextGoesInPartsThatPhonesJoin() {
    for (String text :
        List.of("x".repeat(152) + "€".repeat(20), "ê".repeat(66) + "😀".repeat(30))) {
      List<SmsPart> parts = parts(text);
      assertThat(parts).hasSizeGreaterThan(1).allMatch(SmsPart::headed);
      assertThat(joined(parts)).as("nothing is cut in two").isEqualTo(text);
      for (int i = 0; i < parts.size(); i++) {
        assertThat(Arrays.copyOf(parts.get(i).content(), 6))
            .containsExactly(
                5, 0, 3, (byte) Messages.ID.hashCode(), (byte) parts.size(), (byte) (i + 1));
        assertThat(parts.get(i).content().length)
            .isLessThanOrEqualTo(parts.get(i).coding() == SmsPart.UCS2 ? 140 : 159);
      }
    }
  }

  @Test
  void whoeverWantsItWholeGetsItWhole() {
    assertThat(SmsPart.of("x".repeat(500), Messages.ID, false, true)).hasSize(1);
    assertThat(SmsPart.of("x", Messages.ID, true, false).getFirst().coding())
        .isEqualTo(SmsPart.UCS2);
  }
}
