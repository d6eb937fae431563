package eu.rempart.alert.channel.peer;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.kernel.place.PlaceRules;
import eu.rempart.vault.operating.OperatingSeal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where channels lead, for administrators: the server sends there from inside the customer's
 * network, so it takes {@link Right#MANAGE_SECURITY}. No password ever comes out again. Changes
 * stand in the ledger.
 */
public class ChannelSettingsService {

  private static final Reason CHANGE = new Reason("alert");

  private final ChannelRepository repository;
  private final OperatingSeal seal;
  private final KeptPeers peers;
  private final Moves moves;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final FreshProof proof;
  private final PlaceRules places;

  ChannelSettingsService(
      ChannelRepository repository,
      OperatingSeal seal,
      KeptPeers peers,
      Moves moves,
      Writes writes,
      Rights rights,
      CurrentMember current,
      FreshProof proof,
      PlaceRules places) {
    this.repository = repository;
    this.seal = seal;
    this.peers = peers;
    this.moves = moves;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.proof = proof;
    this.places = places;
  }

  /** All channels, set up or not. */
  public List<ChannelSettings> all() {
    rights.require(Right.MANAGE_SECURITY);
    List<ChannelSettings> kept =
        repository.all().stream().map(ChannelRepository.Row::settings).toList();
    return Arrays.stream(ChannelKind.values())
        .map(
            kind ->
                kept.stream()
                    .filter(each -> each.kind() == kind)
                    .findFirst()
                    .orElseGet(() -> ChannelSettings.none(kind)))
        .toList();
  }

  /**
   * Saves what somebody said of a peer.
   *
   * @return false if somebody else did in between
   * @throws WrongSettingException if nothing can be sent to such a peer, or a password that was
   *     given for one place is to be kept for another
   * @throws eu.rempart.common.proof.FreshProofRequiredException if the password has to be typed
   */
  @NeedsFreshProof(ProofPurpose.SECURITY_RULES)
  public boolean save(ChannelSettings wanted, SecretChange change) {
    rights.require(Right.MANAGE_SECURITY);
    proof.require(ProofPurpose.SECURITY_RULES);
    UUID by = current.id();
    boolean saved =
        writes.inTransaction(
            CHANGE,
            _ -> {
              Optional<ChannelRepository.Row> before = repository.locked(wanted.kind());
              String secret = secret(wanted, change, before);
              Peer peer = Peer.of(wanted.kind(), wanted.values(), secret);
              requireAllowed(wanted, peer);
              String place = peer.place();
              byte[] sealed =
                  secret == null ? null : seal.seal(KeptPeers.use(wanted.kind()), secret);
              if (!repository.save(wanted, sealed, by)) {
                return false;
              }
              repository.tell(detail(wanted, change, secret != null));
              if (before.isPresent() && !isAt(place, before.get())) {
                moves.moved(wanted.kind());
              }
              return true;
            });
    peers.forget();
    return saved;
  }

  /**
   * Whether {@link #save} would refuse what somebody said of a peer, before they prove who they
   * are.
   *
   * @throws WrongSettingException as there
   */
  public void check(ChannelSettings wanted, SecretChange change) {
    rights.require(Right.MANAGE_SECURITY);
    Optional<ChannelRepository.Row> before =
        repository.all().stream().filter(row -> row.settings().kind() == wanted.kind()).findFirst();
    requireAllowed(wanted, Peer.of(wanted.kind(), wanted.values(), secret(wanted, change, before)));
  }

  /** One that is switched off may wait for its country. */
  private void requireAllowed(ChannelSettings wanted, Peer peer) {
    if (wanted.enabled() && places.refusal(peer.machine()).isPresent()) {
      throw new WrongSettingException(Setting.COUNTRY, null);
    }
  }

  /** The peer of one way as it is said, whether it is set up or not. */
  public ChannelSettings find(ChannelKind kind) {
    return all().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  private @Nullable String secret(
      ChannelSettings wanted, SecretChange change, Optional<ChannelRepository.Row> before) {
    return switch (change) {
      case SecretChange.Remove _ -> null;
      case SecretChange.Put(var secret) -> secret.isEmpty() ? null : secret;
      case SecretChange.Keep _ -> before.map(row -> kept(wanted, row)).orElse(null);
    };
  }

  private boolean isAt(String place, ChannelRepository.Row row) {
    byte[] sealed = row.secret();
    ChannelSettings old = row.settings();
    String secret =
        sealed == null ? null : seal.open(KeptPeers.use(old.kind()), sealed).orElse(null);
    try {
      return place.equals(Peer.of(old.kind(), old.values(), secret).place());
    } catch (WrongSettingException e) {
      // somebody made it by hand: nobody can say where it was
      return false;
    }
  }

  /** Whoever may say where a password goes to could otherwise have it sent to themselves. */
  private @Nullable String kept(ChannelSettings wanted, ChannelRepository.Row before) {
    byte[] sealed = before.secret();
    if (sealed == null) {
      return null;
    }
    String secret = seal.open(KeptPeers.use(wanted.kind()), sealed).orElse(null);
    if (secret == null) {
      throw new WrongSettingException(null, null);
    }
    ChannelSettings old = before.settings();
    String place = Peer.of(wanted.kind(), wanted.values(), secret).place();
    if (!place.equals(Peer.of(old.kind(), old.values(), secret).place())) {
      throw new WrongSettingException(null, null);
    }
    return secret;
  }

  private static Map<String, String> detail(
      ChannelSettings wanted, SecretChange change, boolean hasSecret) {
    Map<String, String> detail = new TreeMap<>(ChannelRepository.words(wanted.values()));
    detail.put("channel", wanted.kind().name());
    detail.put("enabled", Boolean.toString(wanted.enabled()));
    detail.put(
        "secret", hasSecret ? (change instanceof SecretChange.Keep ? "kept" : "new") : "none");
    return detail;
  }
}
