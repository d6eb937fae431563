package eu.rempart.dashboard.ui;

import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The conditions of the lists behind the charts. */
final class BehindCharts {

  private BehindCharts() {}

  private static Rule test(String field, Operator operator, String... values) {
    return new Rule.Test(field, operator, List.of(values));
  }

  private static Rule state(String state) {
    return test("state", Operator.IS, state);
  }

  static Rule openIn(String stage) {
    return new Rule.All(List.of(state("OPEN"), test("stage", Operator.IS, stage)));
  }

  /**
   * Open deals of a member.
   *
   * @param owner empty for nobody
   */
  static Rule openOf(String owner) {
    return new Rule.All(
        List.of(
            state("OPEN"),
            owner.isEmpty() ? test("owner", Operator.EMPTY) : test("owner", Operator.IS, owner)));
  }

  static Rule won(YearMonth month) {
    return new Rule.All(List.of(state("WON"), from("closed", month), to("closed", month)));
  }

  /** What was won in the month, and what is expected in it. */
  static Rule wonOrExpected(YearMonth month) {
    return new Rule.Any(
        List.of(
            won(month),
            new Rule.All(
                List.of(
                    state("OPEN"), from("expected_close", month), to("expected_close", month)))));
  }

  private static Rule from(String field, YearMonth month) {
    return test(field, Operator.FROM, month.atDay(1).toString());
  }

  private static Rule to(String field, YearMonth month) {
    return test(field, Operator.TO, month.atEndOfMonth().toString());
  }

  /** Overdue, or in a stage for longer than it allows. */
  static Rule atRisk(List<Pipeline> pipelines, LocalDate today) {
    List<Rule> any = new ArrayList<>();
    any.add(test("expected_close", Operator.TO, today.minusDays(1).toString()));
    for (Pipeline pipeline : pipelines) {
      for (Stage stage : pipeline.open()) {
        Integer days = stage.rottingDays();
        if (days != null) {
          any.add(
              new Rule.All(
                  List.of(
                      test("stage", Operator.IS, stage.kept().toString()),
                      test("since", Operator.TO, today.minusDays(days).toString()))));
        }
      }
    }
    return new Rule.All(List.of(state("OPEN"), new Rule.Any(any)));
  }

  static Rule cameFrom(String source, LocalDate since) {
    return new Rule.All(
        List.of(
            test("origin", Operator.IS, source), test("created", Operator.FROM, since.toString())));
  }
}
