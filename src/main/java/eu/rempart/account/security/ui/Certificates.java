package eu.rempart.account.security.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.security.SecurityService;
import eu.rempart.shell.part.CommandBlock;
import eu.rempart.shell.text.Formats;
import eu.rempart.tls.AuthorityNames;
import eu.rempart.tls.CertificateFacts;
import eu.rempart.tls.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The certificates in use, as facts: how old, how long they still last, and what to renew. */
final class Certificates {

  /** What makes another authority, bound to the names of the settings. */
  private static final String REPLACE = "./rempart ca renew --authority --new-key";

  private Certificates() {}

  static void addTo(Facts facts, SecurityService service) {
    var now = Instant.now();
    service
        .certificates()
        .ifPresent(
            status -> {
              facts.with(t("account.certificate.server"), line(status.server(), now));
              status
                  .authority()
                  .ifPresent(own -> facts.with(t("account.certificate.authority"), line(own, now)));
            });
    service
        .authorityNames()
        .ifPresent(names -> facts.with(t("account.certificate.names"), bounds(names)));
    service
        .machines()
        .forEach(
            machine ->
                facts.with(
                    t("account.certificate.machine", String.join(", ", machine.names())),
                    line(machine, now)));
  }

  /** When it ends, its age, and a badge where somebody should do something. */
  static Component line(CertificateFacts certificate, Instant now) {
    var line = new Div(words(certificate, now));
    warning(certificate, now)
        .ifPresent(
            text -> {
              line.add(" ");
              line.add(badge(text));
            });
    return line;
  }

  /**
   * For which names the authority may issue, and what to do where those are too many or too few.
   */
  static Component bounds(AuthorityNames names) {
    var bounds = new Div();
    if (names.isConstrained()) {
      bounds.setText(String.join(", ", names.permitted()));
    } else {
      bounds.add(badge(t("account.certificate.names.any")));
      bounds.add(new Paragraph(t("account.certificate.names.any.do")));
    }
    if (!names.outside().isEmpty()) {
      bounds.add(
          new Paragraph(
              t("account.certificate.names.outside", String.join(", ", names.outside()))));
    }
    if (!names.isConstrained() || !names.outside().isEmpty()) {
      bounds.add(new CommandBlock(t("account.certificate.names.replace"), REPLACE));
    }
    return bounds;
  }

  private static Span badge(String text) {
    var badge = new Span(text);
    badge.addClassNames("badge", "badge-warning");
    return badge;
  }

  private static String words(CertificateFacts certificate, Instant now) {
    var until = Formats.date(LocalDate.ofInstant(certificate.validUntil(), Formats.zone()));
    return certificate.validity(now) == Validity.EXPIRED
        ? t("account.certificate.until", until)
        : t(
            "account.certificate.until.left",
            until,
            certificate.daysLeft(now),
            Math.max(0, certificate.ageDays(now)));
  }

  private static Optional<String> warning(CertificateFacts certificate, Instant now) {
    return switch (certificate.validity(now)) {
      case VALID -> Optional.empty();
      case LAST_THIRD -> Optional.of(t("account.certificate.last-third"));
      case EXPIRED -> Optional.of(t("account.certificate.expired"));
      case NOT_YET_VALID -> Optional.of(t("account.certificate.not-yet-valid"));
    };
  }
}
