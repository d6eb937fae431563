package eu.rempart.account.security;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.account.session.Sessions;
import eu.rempart.db.AfterCommit;
import eu.rempart.home.HomeFolder;
import eu.rempart.mail.MailStatus;
import eu.rempart.mail.Outbox;
import eu.rempart.tls.AuthorityNames;
import eu.rempart.tls.CertificateAuthority;
import eu.rempart.tls.CertificateFacts;
import eu.rempart.tls.CertificateStatus;
import eu.rempart.tls.ServerTls;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.Vouching;
import eu.rempart.vault.answer.VaultFacts;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the organisation is protected: facts, events, and the one setting. */
@Service
@Transactional
public class SecurityService {

  private static final int SHOWN = 100;

  private final VaultService vault;
  private final Vouching vouching;
  private final SecurityQueries queries;
  private final Sessions sessions;
  private final Rights rights;
  private final CurrentMember current;
  private final SecurityEvents events;
  private final ObjectProvider<ServerTls> tls;
  private final HomeFolder home;
  private final Outbox outbox;

  SecurityService(
      VaultService vault,
      Vouching vouching,
      SecurityQueries queries,
      Sessions sessions,
      Rights rights,
      CurrentMember current,
      SecurityEvents events,
      ObjectProvider<ServerTls> tls,
      HomeFolder home,
      Outbox outbox) {
    this.vault = vault;
    this.vouching = vouching;
    this.queries = queries;
    this.sessions = sessions;
    this.rights = rights;
    this.current = current;
    this.events = events;
    this.tls = tls;
    this.home = home;
    this.outbox = outbox;
  }

  @Transactional(readOnly = true)
  public VaultFacts facts() {
    rights.require(Right.MANAGE_SECURITY);
    return vault.facts();
  }

  /** The latest events, the newest first. */
  @Transactional(readOnly = true)
  public List<SecurityNote> events() {
    rights.require(Right.MANAGE_SECURITY);
    return queries.latest(SHOWN);
  }

  /** The number of the first broken row of the ledger; empty if the ledger is whole. */
  @Transactional(readOnly = true)
  public Optional<Long> ledgerBreak() {
    rights.require(Right.MANAGE_SECURITY);
    return vouching.ledgerBreak();
  }

  /**
   * Sets how long somebody may do nothing before their session is locked.
   *
   * @param minutes 1 to 1440
   */
  public void setIdle(int minutes) {
    rights.require(Right.MANAGE_SECURITY);
    var limit = Duration.ofMinutes(minutes);
    vault.setIdle(limit);
    AfterCommit.run(() -> sessions.idleLimit(limit));
    events.record(
        SecurityEvent.of("account.idle.changed", Severity.NOTICE)
            .member(current.id())
            .with("minutes", Integer.toString(minutes)));
  }

  /** The certificates in use; empty where this process serves no HTTPS. */
  public Optional<CertificateStatus> certificates() {
    rights.require(Right.SEE_OPERATIONS);
    return Optional.ofNullable(tls.getIfAvailable()).map(ServerTls::status);
  }

  /** The certificates that the own authority issued for other machines; the first to end first. */
  public List<CertificateFacts> machines() {
    rights.require(Right.SEE_OPERATIONS);
    return CertificateAuthority.in(home.path()).machines();
  }

  /**
   * For which names the own authority may issue; empty where there is none, and where the operator
   * has another certificate.
   */
  public Optional<AuthorityNames> authorityNames() {
    boolean own = certificates().map(status -> status.authority().isPresent()).orElse(true);
    return own ? CertificateAuthority.in(home.path()).names() : Optional.empty();
  }

  /** How the mail goes. */
  @Transactional(readOnly = true)
  public MailStatus mail() {
    rights.require(Right.SEE_OPERATIONS);
    return outbox.status();
  }

  /** The version of PostgreSQL. */
  @Transactional(readOnly = true)
  public String databaseVersion() {
    rights.require(Right.SEE_OPERATIONS);
    return queries.databaseVersion();
  }
}
