package eu.rempart.alert.channel.send;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Messages;
import org.junit.jupiter.api.Test;

/** What fits one text message. */
class ShortTextTest {

  private static final String LINK = "\nhttps://crm.firm.example/alerts";

  private static String of(String title, String text) {
    return ShortText.of(Messages.of(MessageKind.ALARM, title, text), false);
  }

  @Test
  void signsAndAccentsThatPhonesLackAreWrittenAsTheyHaveThem() {
    assertThat(of("L’hôte « Æther » ne répond plus…", "Ça coûte 5 € – über Weiß"))
        .isEqualTo("L'hote \"Æther\" ne répond plus...\nÇa coute 5 € - über Weiß" + LINK);
  }

  @Test
  void otherLettersStayAndHaveSeventyCharacters() {
    String text = of("Магазин не отвечает", "Ошибка соединения с сервером");
    assertThat(text).startsWith("Магазин не отвечает\n").endsWith(LINK);
    assertThat(text.length()).isLessThanOrEqualTo(ShortText.LONGEST_UCS2);
    assertThat(of("Ж".repeat(60), "more")).isEqualTo("Ж".repeat(60) + "\nmore");
  }

  @Test
  void restIsCutBetweenWordsAndTitleAndLinkStay() {
    String text = of("Shop is down", "Reply 1 to acknowledge.\n" + "several words ".repeat(20));
    assertThat(text)
        .startsWith("Shop is down\nReply 1 to acknowledge.\nseveral words")
        .endsWith("..." + LINK)
        .doesNotContain("sever...", "wor...");
    assertThat(text.length()).isBetween(140, ShortText.LONGEST);
  }

  @Test
  void signsThatTakeTwoSeptetsCountTwice() {
    String text = of("[".repeat(40), "€".repeat(100));
    assertThat(Gsm7.encode(text)).hasValueSatisfying(it -> assertThat(it.length).isLessThan(161));
  }

  @Test
  void titleIsNeverCut() {
    assertThat(of("t".repeat(120), "more of it")).startsWith("t".repeat(120));
    assertThat(of("t".repeat(130 - 10), "")).doesNotContain("...").hasSizeLessThan(161);
  }
}
