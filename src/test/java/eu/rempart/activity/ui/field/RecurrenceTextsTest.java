package eu.rempart.activity.ui.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of RFC 5545 as people say them, whichever program wrote them. */
class RecurrenceTextsTest {

  @AfterEach
  void nobodyLooks() {
    UI.setCurrent(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY                                         | Every day
          FREQ=DAILY;INTERVAL=3                              | Every 3 days
          FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR                   | Every working day
          FREQ=WEEKLY;WKST=MO;BYDAY=FR,TH,WE,TU,MO           | Every working day
          FREQ=WEEKLY                                        | Every week
          FREQ=WEEKLY;INTERVAL=2                             | Every 2 weeks
          FREQ=WEEKLY;BYDAY=MO,WE                            | Every week, on Monday and Wednesday
          FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=10           | Every 2 weeks, on Tuesday, 10 times in all
          FREQ=MONTHLY;INTERVAL=3                            | Every 3 months
          FREQ=MONTHLY;BYDAY=2TU                             | Every month, on the second Tuesday
          FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2                   | Every month, on the second Tuesday
          FREQ=MONTHLY;BYDAY=-1FR                            | Every month, on the last Friday
          FREQ=MONTHLY;BYDAY=1MO,3MO                         | Every month, on the first Monday and on the third Monday
          FREQ=MONTHLY;BYMONTHDAY=1,15                       | Every month, on day 1 and on day 15
          FREQ=MONTHLY;BYMONTHDAY=-1                         | Every month, on the last day of the month
          FREQ=MONTHLY;BYMONTHDAY=-3                         | Every month, on day 3 from the end of the month
          FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1               | Every month, on Monday and Tuesday, of these number 1 from the end
          FREQ=YEARLY;BYMONTH=11;BYDAY=4TH                   | Every year, on the fourth Thursday, in November
          FREQ=YEARLY;BYYEARDAY=100                          | Every year, on day 100 of the year
          FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO                   | Every year, on Monday, in week 20
          FREQ=YEARLY;BYDAY=20MO                             | Every year, on Monday number 20
          FREQ=YEARLY;INTERVAL=4;UNTIL=20400229              | Every 4 years, until 29 Feb 2040
          FREQ=DAILY;BYHOUR=9,17                             | Every day, at 9 and 17 o’clock
          """)
  void inEnglish(String rule, String words) {
    assertThat(RecurrenceTexts.words(rule, null)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY                          | Tous les jours
          FREQ=WEEKLY;BYDAY=MO,WE             | Toutes les semaines, le lundi et mercredi
          FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR    | Tous les jours ouvrés
          FREQ=MONTHLY;BYDAY=2TU;COUNT=6      | Tous les mois, le deuxième mardi, 6 fois en tout
          FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR  | Tous les 2 mois, le dernier vendredi
          FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15 | Tous les ans, le 15 du mois, en mars
          """)
  void inFrench(String rule, String words) {
    UI ui = new UI();
    UI.setCurrent(ui);
    ui.setLocale(Locale.FRENCH);
    assertThat(RecurrenceTexts.words(rule, null)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "FREQ=MONTHLY;BYDAY=XX",
        "FREQ=FORTNIGHTLY",
        "FREQ=DAILY;INTERVAL=x",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=MONTHLY;BYMONTHDAY=,"
      })
  void whatIsNoRuleStandsAsItIs(String rule) {
    assertThat(RecurrenceTexts.words(rule, null)).isEqualTo("By the rule " + rule);
  }

  @org.junit.jupiter.api.Test
  void thereAreNoneForNone() {
    assertThat(RecurrenceTexts.words(null, null)).isEmpty();
  }
}
