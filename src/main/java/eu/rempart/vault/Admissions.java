package eu.rempart.vault;

import eu.rempart.vault.InvitationRepository.InvitationRow;
import eu.rempart.vault.InvitationRepository.WaitingRow;
import eu.rempart.vault.answer.Admission;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.answer.WaitingKey;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Hmac;
import eu.rempart.vault.crypto.KeyDestroyedException;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.joining.SixWords;
import eu.rempart.vault.joining.WaitingHandle;
import eu.rempart.vault.joining.WaitingRoom;
import eu.rempart.vault.joining.WaitingRoom.Place;
import eu.rempart.vault.key.Access;
import eu.rempart.vault.key.MemberKey;
import eu.rempart.vault.key.MemberKeys;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.VaultId;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.key.VaultRepository.VaultRow;
import eu.rempart.vault.passkey.PasskeyKeys;
import eu.rempart.vault.password.Stretching;
import eu.rempart.vault.password.Stretching.PasswordKeys;
import eu.rempart.vault.second.SecondFactors;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * From a key that waits to a key that opens: what {@link Invitations} left in the database becomes
 * a member's once a session that holds the organisation's key has checked it. Distrusts every
 * column.
 */
final class Admissions {

  private final InvitationRepository repository;
  private final VaultRepository keys;
  private final Access access;
  private final MemberKeys memberKeys;
  private final PasskeyKeys passkeys;
  private final SecondFactors seconds;
  private final WaitingRoom room;
  private final SecurityEvents events;
  private final Clock clock;

  /** What was told to the security page, so that each is an alarm once. */
  private final Set<ByteBuffer> told = ConcurrentHashMap.newKeySet();

  Admissions(
      InvitationRepository repository,
      VaultRepository keys,
      Access access,
      MemberKeys memberKeys,
      PasskeyKeys passkeys,
      SecondFactors seconds,
      WaitingRoom room,
      SecurityEvents events,
      Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.access = access;
    this.memberKeys = memberKeys;
    this.passkeys = passkeys;
    this.seconds = seconds;
    this.room = room;
    this.events = events;
    this.clock = clock;
  }

  /** Whether they wait and have no password yet that would be asked first. */
  boolean isNew(UUID memberId) {
    return repository.waiting(memberId).isPresent() && keys.memberKey(memberId).isEmpty();
  }

  /** A place for somebody who types the password of a key that waits; else empty. */
  Optional<WaitingHandle> verify(UUID memberId, char[] password) {
    WaitingRow row = repository.waiting(memberId).orElse(null);
    VaultRow vault = access.vault().orElse(null);
    if (row == null || vault == null || !isSane(row)) {
      return Optional.empty();
    }
    Instant until =
        repository.byId(row.invitationId()).map(InvitationRow::expiresAt).orElse(Instant.MIN);
    try (PasswordKeys opened = memberKeys.verify(row.chosen(), password)) {
      return opened == null || !until.isAfter(clock.instant())
          ? Optional.empty()
          : Optional.of(await(vault.id(), row.chosen(), row.pair(), opened.kek().copy(), until));
    }
  }

  /** Takes {@code kek} over. */
  WaitingHandle await(
      VaultId vault, MemberKey key, MemberKey.Wrap pair, Secret kek, Instant until) {
    List<String> words = words(vault, key.memberId(), key.version(), pair.publicKey());
    return room.enter(new Place(key.memberId(), key.version(), kek, words, until));
  }

  /** How it stands with them, without opening anything. */
  Entrance look(WaitingHandle handle) {
    return stand(handle, (_, _) -> new Entrance.Ready());
  }

  /**
   * The same, and lets them in.
   *
   * @param open takes the keys over
   */
  Entrance enter(WaitingHandle handle, BiFunction<MemberKey, OrganisationKeys, Entrance> open) {
    return stand(handle, (place, row) -> enter(handle, place, row, open));
  }

  private Entrance stand(WaitingHandle handle, BiFunction<Place, MemberKey, Entrance> admitted) {
    Place place = room.find(handle).orElse(null);
    if (place == null) {
      return new Entrance.Forgotten();
    }
    // looked for first: whoever is let in between the two is found by the second
    boolean waits =
        repository
            .waiting(place.memberId())
            .filter(row -> row.chosen().version() == place.version())
            .isPresent();
    if (waits && place.until().isAfter(clock.instant())) {
      return new Entrance.Waiting(place.words(), place.until());
    }
    MemberKey row = keys.memberKey(place.memberId()).orElse(null);
    if (row != null && row.version() == place.version()) {
      return admitted.apply(place, row);
    }
    room.leave(handle);
    return place.until().isAfter(clock.instant()) ? new Entrance.Refused() : new Entrance.Expired();
  }

  private Entrance enter(
      WaitingHandle handle,
      Place place,
      MemberKey row,
      BiFunction<MemberKey, OrganisationKeys, Entrance> open) {
    VaultRow vault = access.vault().orElse(null);
    MemberKey.Wrap wrap = row.wrap();
    if (vault == null || wrap == null || row.version() < access.newestVersion(row.memberId())) {
      room.leave(handle);
      return new Entrance.Refused();
    }
    try {
      OrganisationKeys opened =
          MemberKeys.open(vault.id(), row.memberId(), row.version(), wrap, place.kek());
      access.requireOf(vault, opened);
      access.saw(row.memberId(), row.version());
      return open.apply(row, opened);
    } catch (KeyDestroyedException e) {
      return new Entrance.Forgotten(); // they came by another of their pages in this moment
    } catch (CryptoException e) {
      events.record(SecurityEvent.of("vault.key.tampered", Severity.ALARM).member(row.memberId()));
      return new Entrance.Refused();
    } finally {
      room.leave(handle);
    }
  }

  /** Whose keys wait, the longest first. */
  List<UUID> whoWaits() {
    return repository.whoWaits();
  }

  /** In the caller's transaction. */
  Admission admit(OrganisationKeys vault, UUID memberId) {
    WaitingRow row = repository.lockWaiting(memberId).orElse(null);
    if (row == null) {
      return Admission.NOBODY;
    }
    if (row.chosen().version() < access.nextVersion(memberId)) {
      return drop(row, Admission.OVERTAKEN);
    }
    InvitationRow invitation = invitation(vault, row).orElse(null);
    if (invitation == null) {
      tell(row);
      return Admission.TAMPERED;
    }
    if (!invitation.expiresAt().isAfter(clock.instant())) {
      return drop(row, Admission.EXPIRED);
    }
    keys.save(MemberKeys.admitted(row.chosen(), row.pair(), vault), keys.version(memberId));
    passkeys.removeAll(memberId); // whoever asked for a new password may have lost the device too
    seconds.forget(memberId);
    access.saw(memberId, row.chosen().version());
    events.record(SecurityEvent.of("vault.member.joined", Severity.INFO).member(memberId));
    return drop(row, Admission.ADMITTED);
  }

  private Admission drop(WaitingRow row, Admission why) {
    repository.deleteWaiting(row.chosen().memberId());
    repository.close(row.invitationId());
    return why;
  }

  /** Nobody joins with what waits, nor with a code that is open; their present password stays. */
  void refuse(UUID memberId) {
    access.refuse(memberId);
    repository.revoke(memberId, clock.instant());
  }

  /** Everybody who waits, with the words of what was made with the code. */
  List<WaitingKey> waiting(OrganisationKeys vault) {
    return repository.waiting().stream()
        .map(
            row -> {
              Optional<InvitationRow> invitation = invitation(vault, row);
              return new WaitingKey(
                  row.chosen().memberId(),
                  invitation.isPresent() ? words(vault.vault(), row) : List.of(),
                  row.askedAt(),
                  invitation.map(InvitationRow::expiresAt).orElse(row.askedAt()));
            })
        .toList();
  }

  /** The words of a member's key; empty where there is none, or nobody vouched for it. */
  List<String> words(OrganisationKeys vault, UUID memberId) {
    MemberKey row = keys.memberKey(memberId).orElse(null);
    MemberKey.Wrap wrap = row == null ? null : row.wrap();
    if (row == null || wrap == null) {
      return List.of();
    }
    try {
      vault.requireVouched(memberId, row.version(), wrap.publicKey(), wrap.publicKeyMac());
      return words(vault.vault(), memberId, row.version(), wrap.publicKey());
    } catch (CryptoException e) {
      return List.of();
    }
  }

  private static List<String> words(VaultId vault, WaitingRow row) {
    return words(vault, row.chosen().memberId(), row.chosen().version(), row.pair().publicKey());
  }

  private static List<String> words(VaultId vault, UUID memberId, int version, byte[] publicKey) {
    return SixWords.of(
        Binding.of("rempart 1 words")
            .and(vault.id())
            .and(memberId)
            .and(version)
            .and(publicKey)
            .bytes());
  }

  /** The invitation that this key was made with; empty unless both are what was made. */
  private Optional<InvitationRow> invitation(OrganisationKeys vault, WaitingRow row) {
    InvitationRow invitation = repository.byId(row.invitationId()).orElse(null);
    return invitation != null && isSane(row) && isProven(vault, invitation, row)
        ? Optional.of(invitation)
        : Optional.empty();
  }

  private static boolean isSane(WaitingRow row) {
    return row.chosen().cost().isAcceptable()
        && row.chosen().salt().length == Stretching.SALT_BYTES;
  }

  private static boolean isProven(
      OrganisationKeys vault, InvitationRow invitation, WaitingRow row) {
    byte[] sealed = invitation.admissionKey();
    if (sealed == null
        || invitation.revoked()
        || invitation.epoch() != vault.vault().epoch()
        || invitation.keyVersion() != row.chosen().version()
        || !invitation.memberId().equals(row.chosen().memberId())) {
      return false;
    }
    byte[] bound = Invitations.bound(vault.vault(), vault.checkValue(), invitation, true);
    @Nullable Secret admission = null;
    try {
      admission = vault.openAdmission(sealed, bound);
      Hmac.check(admission, Invitations.proven(bound, row.chosen(), row.pair()), row.proof());
      return true;
    } catch (CryptoException e) {
      return false;
    } finally {
      if (admission != null) {
        admission.destroy();
      }
    }
  }

  private void tell(WaitingRow row) {
    if (told.add(ByteBuffer.wrap(row.proof()))) {
      events.record(
          SecurityEvent.of("vault.joining.tampered", Severity.ALARM)
              .member(row.chosen().memberId()));
    }
  }
}
