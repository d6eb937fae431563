package eu.rempart.account.ui;

import eu.rempart.db.sealed.Opened;

/** A member's name or address as it is shown, also when it doesn't open. */
public final class MemberText {

  private MemberText() {}

  public static String of(Opened<String> opened) {
    return switch (opened) {
      case Opened.Clear<String>(var value) -> value == null ? "" : value;
      case Opened.Unopenable<String>(var code) -> "•••• " + code;
    };
  }
}
