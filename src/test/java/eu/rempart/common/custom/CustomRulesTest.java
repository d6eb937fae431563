package eu.rempart.common.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomRulesTest {

  private static final List<CustomChoice> CHOICES =
      List.of(
          new CustomChoice("a", Labels.of("Gold"), false),
          new CustomChoice("b", Labels.of("Silver"), true));

  private static CustomField field(CustomKind kind) {
    return new CustomField(
        UUID.randomUUID(),
        1,
        kind,
        Labels.of("Field"),
        Set.of("contact"),
        Set.of(),
        false,
        0,
        kind.choosing() ? CHOICES : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT|  two   words |two words",
        "NUMBER|12.50|12.5",
        "NUMBER|-0.0001|-0.0001",
        "NUMBER|1200|1200",
        "MONEY|12.5 EUR|12.50 EUR",
        "MONEY|-3 CHF|-3.00 CHF",
        "DATE|2026-11-27|2026-11-27",
        "YES_NO|true|true",
        "CHOICE|b|b",
        "CHOICES|b,a|a,b",
        "LINK|example.org/x|https://example.org/x",
        "LINK|http://example.org|http://example.org",
        "EMAIL|Ada@Example.ORG|ada@example.org",
        "PHONE|+33 6 12 34 56 78|+33612345678",
      })
  void aValueIsKeptInOneForm(CustomKind kind, String typed, String kept) {
    assertThat(CustomRules.canonical(field(kind), typed)).contains(kept);
    assertThat(CustomRules.fits(field(kind), kept)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NUMBER|1e999999",
        "NUMBER|0.00001",
        "NUMBER|100000000000000",
        "NUMBER|twelve",
        "MONEY|12.5",
        "MONEY|12.5 euro",
        "DATE|27.11.2026",
        "DATE|+99999-01-01",
        "YES_NO|yes",
        "CHOICE|c",
        "CHOICES|a,c",
        "CHOICES|,",
        "LINK|javascript:alert(1)",
        "LINK|javascript://example.org/%0aalert(1)",
        "LINK|data:text/html,x",
        "LINK|https://user:secret@example.org",
        "LINK|two words",
        "EMAIL|nobody",
      })
  void whatIsNoSuchValueIsRefused(CustomKind kind, String typed) {
    assertThat(CustomRules.canonical(field(kind), typed)).isEmpty();
    assertThat(CustomRules.fits(field(kind), typed)).isFalse();
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    assertThat(CustomRules.canonical(field(CustomKind.TEXT), "x".repeat(256))).isEmpty();
    assertThat(CustomRules.canonical(field(CustomKind.LONG_TEXT), "x".repeat(20_001))).isEmpty();
    assertThat(CustomRules.canonical(field(CustomKind.LONG_TEXT), "a\nb")).contains("a\nb");
  }

  @Test
  void valuesGoThroughTextAndBackAndTheSameOnesAreTheSameText() {
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();
    CustomValues values = CustomValues.NONE.with(one, "a \"quoted\" text\n{}").with(two, "2");
    CustomValues same = CustomValues.NONE.with(two, "2").with(one, "a \"quoted\" text\n{}");

    assertThat(CustomText.values(CustomText.write(values))).isEqualTo(values);
    assertThat(CustomText.write(values)).isEqualTo(CustomText.write(same));
    assertThat(CustomText.write(values.with(one, "").with(two, ""))).isNull();
    assertThat(CustomText.values(null)).isEqualTo(CustomValues.NONE);
    assertThat(values.toString()).doesNotContain("quoted");
  }

  @Test
  void labelsAreInTheReadersLanguageElseInAnother() {
    Labels labels = new Labels(Map.of("en", "Size", "fr", " Taille ", "de", "  "));

    assertThat(labels.in(Locale.FRENCH)).isEqualTo("Taille");
    assertThat(labels.in(Locale.GERMAN)).isEqualTo("Size");
    assertThat(new Labels(Map.of("nl", "Maat")).in(Locale.FRENCH)).isEqualTo("Maat");
    assertThat(CustomText.labels(CustomText.write(labels))).isEqualTo(labels);
  }

  @Test
  void choicesGoThroughTextAndBack() {
    assertThat(CustomText.choices(CustomText.write(CHOICES))).isEqualTo(CHOICES);
    assertThat(CustomText.write(List.<CustomChoice>of())).isNull();
  }

  @Test
  void ofTwoRecordsThatBecomeOneTheFirstOnesValuesWin() {
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();
    CustomValues stays = CustomValues.NONE.with(one, "stays");
    CustomValues goes = CustomValues.NONE.with(one, "goes").with(two, "fills");

    assertThat(stays.or(goes)).isEqualTo(stays.with(two, "fills"));
    assertThat(stays.changed(goes)).containsExactlyInAnyOrder(one, two);
  }

  @Test
  void changesOfTwoPeopleInDifferentFieldsAreBothKept() {
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();
    CustomValues before = CustomValues.NONE.with(one, "a").with(two, "b");
    CustomValues mine = before.with(one, "mine");
    CustomValues theirs = before.with(two, "");

    assertThat(mine.meets(before, theirs)).isFalse();
    assertThat(mine.over(before, theirs)).isEqualTo(CustomValues.NONE.with(one, "mine"));
    assertThat(mine.meets(before, before.with(one, "theirs"))).isTrue();
    assertThat(mine.over(before, before.with(one, "theirs"))).isEqualTo(mine);
  }

  @Test
  void anAmountTooSmallForAnyMemoryIsNone() {
    assertThat(CustomRules.money(new BigDecimal("1E-400000000"), "EUR")).contains("0.00 EUR");
  }
}
