package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

/** Kinds of security events in the person's language. */
final class EventText {

  private EventText() {}

  static String of(String kind) {
    return t("account.event." + kind);
  }
}
