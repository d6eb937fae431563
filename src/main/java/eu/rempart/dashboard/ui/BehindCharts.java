package eu.rempart.dashboard.ui;

import eu.rempart.dashboard.Slice;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of the lists behind the charts: no more than groups in one outer group, as people
 * put them together, so that they can go on from there.
 */
final class BehindCharts {

  private BehindCharts() {}

  private static Rule test(String field, Operator operator, String... values) {
    return new Rule.Test(field, operator, List.of(values));
  }

  private static Rule state(String state) {
    return test("state", Operator.IS, state);
  }

  /** Those of them that the figures were made of. */
  private static Rule of(Slice slice, Rule... rules) {
    List<Rule> all = new ArrayList<>(List.of(rules));
    var pipeline = slice.pipeline();
    if (pipeline != null) {
      all.add(test("pipeline", Operator.IS, pipeline.toString()));
    }
    return owned(slice, all);
  }

  private static Rule owned(Slice slice, List<Rule> rules) {
    List<Rule> all = new ArrayList<>(rules);
    var owner = slice.owner();
    if (owner != null) {
      all.add(test("owner", Operator.IS, owner.toString()));
    }
    return new Rule.All(all);
  }

  static Rule openIn(Slice slice, String stage) {
    return of(slice, state("OPEN"), test("stage", Operator.IS, stage));
  }

  /**
   * Open deals of a member.
   *
   * @param owner empty for nobody
   */
  static Rule openOf(Slice slice, String owner) {
    return of(
        slice,
        state("OPEN"),
        owner.isEmpty() ? test("owner", Operator.EMPTY) : test("owner", Operator.IS, owner));
  }

  /**
   * What was won in the month.
   *
   * @param among whether there are deals in other currencies, too
   */
  static Rule won(Slice slice, boolean among, YearMonth month) {
    return worth(slice, among, state("WON"), from("closed", month), to("closed", month));
  }

  /** What was won in the month, and what is expected in it. */
  static Rule wonOrExpected(Slice slice, boolean among, YearMonth month) {
    return new Rule.Any(
        List.of(
            won(slice, among, month),
            worth(
                slice,
                among,
                state("OPEN"),
                from("expected_close", month),
                to("expected_close", month))));
  }

  private static Rule worth(Slice slice, boolean among, Rule... rules) {
    List<Rule> all = new ArrayList<>(List.of(rules));
    if (among) {
      all.addFirst(isIn(slice));
    }
    return of(slice, all.toArray(Rule[]::new));
  }

  private static Rule isIn(Slice slice) {
    return test("currency", Operator.IS, slice.currency());
  }

  private static Rule from(String field, YearMonth month) {
    return test(field, Operator.FROM, month.atDay(1).toString());
  }

  private static Rule to(String field, YearMonth month) {
    return test(field, Operator.TO, month.atEndOfMonth().toString());
  }

  /** Overdue, or in a stage for longer than it allows. */
  static Rule atRisk(Slice slice, List<Pipeline> pipelines, LocalDate today) {
    List<Rule> any = new ArrayList<>();
    any.add(
        of(
            slice,
            state("OPEN"),
            test("expected_close", Operator.TO, today.minusDays(1).toString())));
    for (Pipeline pipeline : pipelines) {
      for (Stage stage : pipeline.open()) {
        Integer days = stage.rottingDays();
        if (days != null) {
          any.add(
              of(
                  slice,
                  state("OPEN"),
                  test("stage", Operator.IS, stage.kept().toString()),
                  test("since", Operator.TO, today.minusDays(days).toString())));
        }
      }
    }
    return new Rule.Any(any);
  }

  static Rule cameFrom(Slice slice, String source, LocalDate since) {
    return owned(
        slice,
        List.of(
            test("origin", Operator.IS, source), test("created", Operator.FROM, since.toString())));
  }
}
