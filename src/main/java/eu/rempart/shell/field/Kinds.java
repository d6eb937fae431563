package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.AddressKind;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneKind;

/** What the kinds of e-mails, phones and addresses are called. */
public final class Kinds {

  private Kinds() {}

  public static String label(EmailKind kind) {
    return switch (kind) {
      case WORK -> t("shell.kind.work");
      case HOME -> t("shell.kind.home");
      case OTHER -> t("shell.kind.other");
    };
  }

  public static String label(PhoneKind kind) {
    return switch (kind) {
      case MOBILE -> t("shell.kind.mobile");
      case WORK -> t("shell.kind.work");
      case HOME -> t("shell.kind.home");
      case FAX -> t("shell.kind.fax");
      case PAGER -> t("shell.kind.pager");
      case OTHER -> t("shell.kind.other");
    };
  }

  public static String label(AddressKind kind) {
    return switch (kind) {
      case WORK -> t("shell.kind.work");
      case HOME -> t("shell.kind.home");
      case BILLING -> t("shell.kind.billing");
      case SHIPPING -> t("shell.kind.shipping");
      case OTHER -> t("shell.kind.other");
    };
  }
}
