package eu.rempart.team.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.Right;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.common.InvalidFieldException;

/** Scopes, rights and problems in the person's language. */
final class TeamText {

  private TeamText() {}

  static String of(Scope scope) {
    return switch (scope) {
      case NONE -> t("team.scope.none");
      case OWN -> t("team.scope.own");
      case TEAM -> t("team.scope.team");
      case ALL -> t("team.scope.all");
    };
  }

  /** What is done with records. */
  static String of(Right right) {
    return switch (right) {
      case READ_RECORDS -> t("team.right.read");
      case WRITE_RECORDS -> t("team.right.write");
      case ARCHIVE_RECORDS -> t("team.right.archive");
      case EXPORT_RECORDS -> t("team.right.export");
      default -> throw new IllegalArgumentException(right + " is not given by kinds of record");
    };
  }

  static String of(Role base) {
    return switch (base) {
      case MANAGER -> t("account.role.manager");
      case MEMBER -> t("account.role.member");
      case READER -> t("account.role.reader");
      case ADMINISTRATOR, ENGINEER ->
          throw new IllegalArgumentException("nothing is taken away from " + base);
    };
  }

  static String of(InvalidFieldException.Problem problem) {
    return problem == InvalidFieldException.Problem.REQUIRED
        ? t("team.problem.required")
        : t("team.problem.toolong");
  }
}
