package eu.rempart.account;

import eu.rempart.account.joining.WaitingMember;
import eu.rempart.account.session.AllSessions;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.session.Sessions;
import eu.rempart.vault.VaultJoining;
import eu.rempart.vault.Vouching;
import eu.rempart.vault.answer.Admission;
import eu.rempart.vault.answer.WaitingKey;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets in who accepted an invitation and waits: on each server, with the session of any
 * administrator who is signed in there, every other second. What was asked for with fresh proof is
 * the invitation; this carries it out. Methods for screens need {@link Right#MANAGE_MEMBERS}.
 */
@Service
public class Admissions {

  private static final Logger log = LoggerFactory.getLogger(Admissions.class);

  private final MemberRepository members;
  private final GivenRoles roles;
  private final VaultJoining vault;
  private final Vouching vouching;
  private final Sessions here;
  private final AllSessions sessions;
  private final Rights rights;
  private final CurrentMember current;
  private final SecurityEvents events;
  private final TransactionTemplate transactions;

  Admissions(
      MemberRepository members,
      GivenRoles roles,
      VaultJoining vault,
      Vouching vouching,
      Sessions here,
      AllSessions sessions,
      Rights rights,
      CurrentMember current,
      SecurityEvents events,
      PlatformTransactionManager manager) {
    this.members = members;
    this.roles = roles;
    this.vault = vault;
    this.vouching = vouching;
    this.here = here;
    this.sessions = sessions;
    this.rights = rights;
    this.current = current;
    this.events = events;
    this.transactions = new TransactionTemplate(manager);
  }

  /** Lets everybody in who may be; does nothing where no administrator is signed in. */
  @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
  void look() {
    try {
      if (!here.withKey(Role.ADMINISTRATOR).isEmpty()) {
        vault.whoWaits().forEach(this::admit);
      }
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; who waits is found the next time
      log.warn("nobody could be let in: {}", e.getClass().getName());
    }
  }

  private void admit(UUID memberId) {
    for (var administrator : here.withKey(Role.ADMINISTRATOR)) {
      try {
        transactions.executeWithoutResult(_ -> admit(memberId, administrator));
        return;
      } catch (VaultLockedException _) {
        log.debug("an administrator signed out in this moment; the next one goes on");
      } catch (RuntimeException e) {
        log.warn("member {} could not be let in: {}", memberId, e.getClass().getName());
        return;
      }
    }
  }

  /** The member's row is held: nobody suspends them or changes the role meanwhile. */
  void admit(UUID memberId, SignedInMember by) {
    VaultHandle handle = Objects.requireNonNull(by.vault());
    var row = members.lockRow(memberId);
    if (row.isEmpty() || !isAdministrator(by, handle)) {
      return;
    }
    var member = row.get();
    if (member.state() == MemberState.SUSPENDED) {
      vault.refuse(memberId);
      return;
    }
    if (!roles.fits(member, handle)) {
      vouching.roleShownTampered(memberId); // stays for administrators to see, and to refuse
      return;
    }
    if (vault.admit(handle, memberId) == Admission.ADMITTED) {
      if (member.state() == MemberState.INVITED) {
        members.setState(memberId, MemberState.ACTIVE);
      }
      sessions.endAllOf(memberId, SessionEnd.PASSWORD_CHANGED, null);
      events.record(
          SecurityEvent.of("account.member.admitted", Severity.INFO)
              .member(memberId)
              .with("by", by.memberId().toString()));
    }
  }

  /** Whether they are one now, and the organisation's key says so. */
  private boolean isAdministrator(SignedInMember by, VaultHandle handle) {
    return members
        .findRow(by.memberId())
        .filter(row -> row.state() == MemberState.ACTIVE)
        .filter(row -> row.role() == Role.ADMINISTRATOR)
        .filter(row -> roles.fits(row, handle))
        .isPresent();
  }

  /** Who waits to be let in, the longest first. */
  public List<WaitingMember> waiting() {
    rights.require(Right.MANAGE_MEMBERS);
    return vault.waiting().stream()
        .flatMap(key -> members.find(key.memberId()).map(who -> waiting(who, key)).stream())
        .toList();
  }

  private WaitingMember waiting(Member who, WaitingKey key) {
    return new WaitingMember(
        who.id(), who.name(), who.role(), key.words(), roles.fault(who), key.since(), key.until());
  }

  /**
   * Sends somebody away who waits, and takes back their invitation; a password that they had before
   * stays. Asks for no fresh proof: it opens nothing, and a new invitation undoes it.
   */
  public void refuse(UUID memberId) {
    rights.require(Right.MANAGE_MEMBERS);
    transactions.executeWithoutResult(
        _ -> {
          members.lockRow(memberId);
          vault.refuse(memberId);
          events.record(
              SecurityEvent.of("account.member.refused", Severity.NOTICE)
                  .member(memberId)
                  .with("by", current.id().toString()));
        });
  }

  /** The six words of a member's key, to compare with what they see; empty where they have none. */
  public List<String> words(UUID memberId) {
    rights.require(Right.MANAGE_MEMBERS);
    return vault.words(memberId);
  }

  /** The six words of one's own key; empty for an engineer. */
  public List<String> ownWords() {
    return Optional.ofNullable(current.get().vault())
        .map(_ -> vault.words(current.id()))
        .orElse(List.of());
  }
}
