package eu.rempart.account.security.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.mail.MailFault;
import eu.rempart.mail.MailStatus;
import eu.rempart.shell.text.Formats;
import java.util.Objects;

/** How the mail goes, in words. */
final class MailText {

  private MailText() {}

  static Component of(MailStatus mail) {
    if (!mail.enabled()) {
      return new Span(t("account.mail.off"));
    }
    var line = new Div(t("account.mail.counts", mail.waiting(), mail.givenUp()));
    var fault = mail.fault();
    if (fault != null) {
      var badge = new Span(why(fault, mail));
      badge.addClassNames("badge", "badge-warning");
      line.add(" ");
      line.add(badge);
    }
    return line;
  }

  private static String why(MailFault fault, MailStatus mail) {
    var at = Formats.dateTime(Objects.requireNonNull(mail.failedAt()));
    var reply = mail.reply();
    return reply == null
        ? t("account.mail.fault", words(fault), at)
        : t("account.mail.fault.reply", words(fault), at, reply.toString());
  }

  static String words(MailFault fault) {
    return switch (fault) {
      case UNREACHABLE -> t("account.mail.fault.unreachable");
      case PLACE -> t("account.mail.fault.place");
      case TLS -> t("account.mail.fault.tls");
      case CREDENTIALS -> t("account.mail.fault.credentials");
      case LATER -> t("account.mail.fault.later");
      case REFUSED -> t("account.mail.fault.refused");
      case NO_RECIPIENT -> t("account.mail.fault.recipient");
    };
  }
}
