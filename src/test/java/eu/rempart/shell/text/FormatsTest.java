package eu.rempart.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @AfterEach
  void leave() {
    UI.setCurrent(null);
  }

  @Test
  void moneyIsWrittenAsTheReadersLanguageWritesIt() {
    assertThat(money("1200000", "EUR")).isEqualTo("€1,200,000");
    read(Locale.FRENCH);
    assertThat(money("1200000", "EUR")).isEqualTo("1 200 000 €");
    assertThat(money("1200000", "RON")).isEqualTo("1 200 000 RON");
  }

  @Test
  void codesStandApartFromDigits() {
    assertThat(Formats.money(new BigDecimal("1500"), "RON")).isEqualTo("RON\u00a01,500");
  }

  @Test
  void thousandsStandApartInFrench() {
    read(Locale.FRENCH);
    assertThat(Formats.number(2965)).isEqualTo("2\u00a0965");
    assertThat(Formats.money(new BigDecimal("1250.5"), "EUR")).isEqualTo("1\u00a0250,50\u00a0€");
    assertThat(Texts.t("shell.list.indexing", 2965)).doesNotContain("2\u202f965");
  }

  @Test
  void threeDecimalsAreNotTakenForThousands() {
    assertThat(Formats.number(new BigDecimal("1.125"))).isEqualTo("1.1250");
    assertThat(Formats.number(new BigDecimal("1250.125"))).isEqualTo("1,250.125");
  }

  @Test
  void centsAreWrittenOnlyWhereThereAreAny() {
    assertThat(money("12.50", "EUR")).isEqualTo("€12.50");
    assertThat(money("12.00", "EUR")).isEqualTo("€12");
    assertThat(Formats.exactMoney(new BigDecimal("12"), "EUR")).isEqualTo("€12.00");
    assertThat(Formats.exactMoney(new BigDecimal("0.125"), "EUR")).isEqualTo("€0.125");
  }

  @Test
  void whatIsNoCurrencyStandsBehindTheNumber() {
    assertThat(money("1200.5", null)).isEqualTo("1,200.5");
    assertThat(money("1200", "points")).isEqualTo("1,200 points");
  }

  @Test
  void sizesHaveUnitsOfTheReadersLanguage() {
    assertThat(Formats.sizeUnits()).startsWith("B", "kB", "MB");
    read(Locale.FRENCH);
    assertThat(Formats.sizeUnits()).startsWith("o", "ko", "Mo");
    assertThat(Formats.size(1_440_000)).isEqualTo("1,4 Mo");
  }

  @Test
  void sizesHaveAFractionBelowTenOnly() {
    assertThat(Formats.size(0)).isEqualTo("0 B");
    assertThat(Formats.size(999)).isEqualTo("999 B");
    assertThat(Formats.size(2_000)).isEqualTo("2 kB");
    assertThat(Formats.size(1_440_000)).isEqualTo("1.4 MB");
    assertThat(Formats.size(978_400_000)).isEqualTo("978 MB");
  }

  private static String money(String amount, @org.jspecify.annotations.Nullable String currency) {
    return Formats.money(new BigDecimal(amount), currency)
        .replace('\u202f', ' ')
        .replace('\u00a0', ' ');
  }

  private static void read(Locale language) {
    var ui = new UI();
    ui.setLocale(language);
    UI.setCurrent(ui);
  }
}
