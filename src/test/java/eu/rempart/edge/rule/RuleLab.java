package eu.rempart.edge.rule;

import eu.rempart.db.TestDatabase;

/** The package without Spring. */
public final class RuleLab {

  private RuleLab() {}

  public static Rules rules(TestDatabase database) {
    return new Rules(new RuleRepository(database.app()));
  }
}
