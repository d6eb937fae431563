package eu.rempart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is to be done today is written down on the first screen, and done. */
class ActivityJourneyIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void aTaskIsWrittenDownAndDoneOnTheFirstScreen(Way way) {
    String task = "Journey task " + way;
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.open("/");
      person.sees(person.t("activity.day.due"));
      person.picture("my-day");
      person.field("activity.quick.subject").first().fill(task);
      person.button("activity.quick.add").first().click();
      person.isTold(person.t("activity.created"));
      person.sees(task);
      person.button("activity.mark.done.of", task).click();
      person.isTold(person.t("activity.done", 1));

      assertThat(person.complaints()).isEmpty();
    }
  }
}
