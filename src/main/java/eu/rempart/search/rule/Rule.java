package eu.rempart.search.rule;

import java.util.List;

/** A condition on records of one kind. Prints no values: they are customer data. */
public sealed interface Rule {

  /** Lets everything through. */
  Rule EVERYTHING = new All(List.of());

  /** Whether it lets everything through. */
  boolean isEmpty();

  /** How many tests it is made of. */
  int tests();

  /** Every one of these holds; without any, everything does. */
  record All(List<Rule> rules) implements Rule {
    public All {
      rules = List.copyOf(rules);
    }

    @Override
    public boolean isEmpty() {
      return rules.stream().allMatch(Rule::isEmpty);
    }

    @Override
    public int tests() {
      return rules.stream().mapToInt(Rule::tests).sum();
    }

    @Override
    public String toString() {
      return "All" + rules;
    }
  }

  /** One of these holds at least; without any, everything does. */
  record Any(List<Rule> rules) implements Rule {
    public Any {
      rules = List.copyOf(rules);
    }

    @Override
    public boolean isEmpty() {
      return rules.stream().allMatch(Rule::isEmpty);
    }

    @Override
    public int tests() {
      return rules.stream().mapToInt(Rule::tests).sum();
    }

    @Override
    public String toString() {
      return "Any" + rules;
    }
  }

  /**
   * A test on one field.
   *
   * @param field its name in the index
   * @param values as text: ids, codes, ISO 8601 dates, whole numbers
   */
  record Test(String field, Operator operator, List<String> values) implements Rule {
    public Test {
      values = List.copyOf(values);
    }

    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public int tests() {
      return 1;
    }

    @Override
    public String toString() {
      return field + " " + operator;
    }
  }
}
