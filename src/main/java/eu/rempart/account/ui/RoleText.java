package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.MemberState;
import eu.rempart.account.Role;

/** Roles and states in the person's language. */
public final class RoleText {

  private RoleText() {}

  public static String of(Role role) {
    return switch (role) {
      case ADMINISTRATOR -> t("account.role.administrator");
      case MANAGER -> t("account.role.manager");
      case MEMBER -> t("account.role.member");
      case READER -> t("account.role.reader");
      case ENGINEER -> t("account.role.engineer");
    };
  }

  public static String of(MemberState state) {
    return switch (state) {
      case INVITED -> t("account.state.invited");
      case ACTIVE -> t("account.state.active");
      case SUSPENDED -> t("account.state.suspended");
    };
  }
}
