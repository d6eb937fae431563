package eu.rempart.account;

import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.signin.KeyDamagedException;
import eu.rempart.account.signin.SignedIn;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.handle.VaultHandle;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What comes before and after a proof of who somebody is, whatever they prove it with. */
@Component
public class Arrivals {

  private final MemberRepository members;
  private final GivenRoles roles;
  private final VaultService vault;
  private final AddressPlaces places;
  private final SecurityEvents events;
  private final ApplicationEventPublisher publisher;

  Arrivals(
      MemberRepository members,
      GivenRoles roles,
      VaultService vault,
      AddressPlaces places,
      SecurityEvents events,
      ApplicationEventPublisher publisher) {
    this.members = members;
    this.roles = roles;
    this.vault = vault;
    this.places = places;
    this.events = events;
    this.publisher = publisher;
  }

  /** Who has this address, and may sign in. */
  Optional<MemberRow> withAddress(byte[] emailHash) {
    return members.findByEmailHash(emailHash).filter(Arrivals::mayCome);
  }

  private static boolean mayCome(MemberRow row) {
    return row.state() != MemberState.SUSPENDED;
  }

  /**
   * Lets somebody in whose proof was right.
   *
   * @param handle what it opened; null for an engineer
   * @param source the client's address
   * @param knownDevice whether they signed in there before
   * @return empty if this member may not come any more; nothing stays open then
   * @throws KeyDamagedException if their role is not the one that they were given
   */
  public Optional<SignedInMember> admit(
      UUID memberId, @Nullable VaultHandle handle, String source, boolean knownDevice) {
    MemberRow row = members.findRow(memberId).filter(Arrivals::mayCome).orElse(null);
    if (row == null) {
      lock(handle);
      return Optional.empty();
    }
    if (!roles.fits(row, handle)) {
      lock(handle);
      throw new KeyDamagedException(roles.refuse(memberId));
    }
    SignedInMember member =
        new SignedInMember(memberId, row.role(), UUID.randomUUID(), handle, row.customRole());
    members.signedIn(memberId);
    note("account.signin.done", Severity.INFO, memberId, source);
    publisher.publishEvent(new SignedIn(member, source, knownDevice));
    return Optional.of(member);
  }

  private void lock(@Nullable VaultHandle handle) {
    if (handle != null) {
      vault.lock(handle);
    }
  }

  /** Records what happened at the door. */
  public void note(String kind, Severity severity, @Nullable UUID memberId, String source) {
    var event = SecurityEvent.of(kind, severity);
    var about = memberId == null ? event : event.member(memberId);
    events.record(source.isEmpty() ? about : about.from(source).with("place", places.of(source)));
  }
}
