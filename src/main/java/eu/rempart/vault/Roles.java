package eu.rempart.vault;

import eu.rempart.db.AfterCommit;
import eu.rempart.vault.answer.RoleProof;
import eu.rempart.vault.event.Damage;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.Witness;
import eu.rempart.vault.key.Witnessed;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Proves and checks roles. What a member may do is written in the database, where an operator can
 * write too; that an administrator meant it is proven under the organisation's key.
 */
final class Roles {

  private static final String TAMPERED = "vault.role.tampered";

  private final Witness witness;
  private final SecurityEvents events;
  private final Set<UUID> told = ConcurrentHashMap.newKeySet();

  Roles(Witness witness, SecurityEvents events) {
    this.witness = witness;
    this.events = events;
  }

  RoleProof prove(OrganisationKeys keys, UUID memberId, String role, int former) {
    int version = Math.max(former, witness.newest(Witnessed.ROLE, memberId)) + 1;
    AfterCommit.run(() -> witness.saw(Witnessed.ROLE, memberId, version));
    return new RoleProof(version, keys.vouchForRole(memberId, role, version));
  }

  boolean isProven(OrganisationKeys keys, UUID memberId, String role, RoleProof proof) {
    byte[] mac = proof.mac();
    if (mac == null
        || proof.version() < witness.newest(Witnessed.ROLE, memberId)
        || !keys.vouchesForRole(memberId, role, proof.version(), mac)) {
      return false;
    }
    witness.saw(Witnessed.ROLE, memberId, proof.version());
    return true;
  }

  /** Records it; answers the code to show. */
  String tampered(UUID memberId) {
    String code = code(memberId);
    events.record(SecurityEvent.of(TAMPERED, Severity.ALARM).member(memberId).code(code));
    return code;
  }

  /** Records it, the first time that somebody is shown it; answers the code to show. */
  String shown(UUID memberId) {
    return told.add(memberId) ? tampered(memberId) : code(memberId);
  }

  private static String code(UUID memberId) {
    return "K-" + Damage.shortCode((TAMPERED + memberId).getBytes(StandardCharsets.UTF_8));
  }
}
