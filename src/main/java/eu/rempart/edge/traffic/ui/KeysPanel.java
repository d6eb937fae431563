package eu.rempart.edge.traffic.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import eu.rempart.account.security.OversightService;
import eu.rempart.account.security.SecurityService;
import eu.rempart.edge.admin.EdgeAdministration;
import eu.rempart.edge.ticket.SharedTickets;
import eu.rempart.edge.ui.Lines;
import eu.rempart.edge.ui.Panel;
import eu.rempart.edge.ui.TrafficText;
import eu.rempart.shell.text.Formats;
import eu.rempart.tls.CertificateFacts;
import eu.rempart.tls.Validity;
import eu.rempart.tls.serve.EdgeEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How old certificates and keys are, those of programs that are let in among them, and how long
 * they last, in words where one is to be renewed; and what encrypts connections, where a part of it
 * is missing.
 */
final class KeysPanel extends Composite<Panel> {

  private static final long serialVersionUID = 1L;

  private final transient SecurityService security;
  private final transient SharedTickets tickets;
  private final transient EdgeAdministration administration;
  private final transient OversightService oversight;
  private final Lines lines = new Lines(t("edge.keys.title"), t("edge.nothing"));

  KeysPanel(
      SecurityService security,
      SharedTickets tickets,
      EdgeAdministration administration,
      OversightService oversight) {
    this.security = security;
    this.tickets = tickets;
    this.administration = administration;
    this.oversight = oversight;
    getContent().add(lines);
  }

  @Override
  protected Panel initContent() {
    return new Panel(t("edge.keys.title"));
  }

  void show() {
    Instant now = Instant.now();
    lines.clear();
    administration.engine().ifPresent(this::add);
    security
        .certificates()
        .ifPresent(
            status -> {
              add(t("edge.keys.server"), status.server(), now);
              status
                  .authority()
                  .ifPresent(authority -> add(t("edge.keys.authority"), authority, now));
            });
    tickets
        .madeAt()
        .ifPresentOrElse(
            made ->
                lines.add(
                    t("edge.keys.tickets"),
                    "",
                    t("edge.keys.age", TrafficText.of(Duration.between(made, now)))),
            () -> lines.add(t("edge.keys.tickets"), "", t("edge.keys.tickets.own")));
    security
        .machines()
        .forEach(
            machine ->
                add(t("edge.keys.machine", String.join(", ", machine.names())), machine, now));
    oversight
        .vaultKeys()
        .ifPresent(
            keys -> {
              add(t("edge.keys.organisation"), keys.organisation(), now);
              add(t("edge.keys.kit"), keys.kit(), now);
            });
    oversight.keysOfPrograms().forEach(key -> add(key.name(), key.since(), now));
  }

  /** A key that nothing but its age is known of. */
  private void add(String name, Instant since, Instant now) {
    lines.add(name, "", t("edge.keys.since", TrafficText.of(Duration.between(since, now))));
  }

  private void add(EdgeEngine engine) {
    lines.add(
        t("edge.keys.engine"),
        engine.postQuantum() ? "" : t("edge.keys.engine.classic"),
        t(
            engine.postQuantum() ? "edge.keys.engine.whole" : "edge.keys.engine.part",
            engine.engine(),
            engine.signer()));
  }

  private void add(String name, CertificateFacts certificate, Instant now) {
    Validity validity = certificate.validity(now);
    String mark =
        switch (validity) {
          case VALID -> "";
          case LAST_THIRD -> t("account.certificate.last-third");
          case EXPIRED -> t("account.certificate.expired");
          case NOT_YET_VALID -> t("account.certificate.not-yet-valid");
        };
    String until = Formats.date(LocalDate.ofInstant(certificate.validUntil(), Formats.zone()));
    lines.add(
        name,
        mark,
        validity == Validity.EXPIRED
            ? t("account.certificate.until", until)
            : t(
                "account.certificate.until.left",
                until,
                certificate.daysLeft(now),
                Math.max(0, certificate.ageDays(now))));
  }
}
