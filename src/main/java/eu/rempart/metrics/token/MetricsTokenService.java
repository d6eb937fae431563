package eu.rempart.metrics.token;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.db.AfterCommit;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Who may read numbers; administrators say so. Changes stand in the ledger. */
@Service
public class MetricsTokenService {

  /** So many open at most: each costs a comparison for whatever somebody tries. */
  public static final int MOST = 20;

  private static final Reason CHANGE = new Reason("metrics");

  private final TokenRepository tokens;
  private final TokenDoor door;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final FreshProof proof;

  MetricsTokenService(
      TokenRepository tokens,
      TokenDoor door,
      Writes writes,
      Rights rights,
      CurrentMember current,
      FreshProof proof) {
    this.tokens = tokens;
    this.door = door;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.proof = proof;
  }

  /** All of them, revoked ones last. */
  public List<MetricsToken> all() {
    rights.require(Right.MANAGE_SECURITY);
    return tokens.all();
  }

  /** Those that open, for who watches operations: none of them can be read. */
  public List<MetricsToken> open() {
    rights.require(Right.SEE_OPERATIONS);
    return tokens.all().stream().filter(token -> token.revokedAt() == null).toList();
  }

  /**
   * Makes a token.
   *
   * @param name 1 to {@value MetricsToken#LONGEST_NAME} characters in one line
   * @return the token, which nobody can ask for again
   * @throws IllegalArgumentException if the name is none
   * @throws IllegalStateException if {@value #MOST} open already
   */
  @NeedsFreshProof(ProofPurpose.TOKENS)
  public String make(String name) {
    rights.require(Right.MANAGE_SECURITY);
    String known = name.strip();
    if (known.isEmpty()
        || known.length() > MetricsToken.LONGEST_NAME
        || known.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a token's name has 1 to %d characters in one line, got %d"
              .formatted(MetricsToken.LONGEST_NAME, known.length()));
    }
    proof.require(ProofPurpose.TOKENS);
    String token = Secret.next();
    UUID id = UUID.randomUUID();
    UUID by = current.id();
    writes.run(
        CHANGE,
        _ -> {
          if (tokens.lockedCount() >= MOST) {
            throw new IllegalStateException("%d tokens open already".formatted(MOST));
          }
          tokens.insert(id, known, Secret.hash(token), Instant.now(), by);
          tokens.tell("metrics.token.made", Map.of("id", id.toString(), "name", known));
          AfterCommit.run(door::forget);
        });
    return token;
  }

  /** Takes a token back; answers whether it opened until now. */
  public boolean revoke(UUID id) {
    rights.require(Right.MANAGE_SECURITY);
    UUID by = current.id();
    return writes.inTransaction(
        CHANGE,
        _ -> {
          boolean revoked = tokens.revoke(id, Instant.now(), by);
          if (revoked) {
            tokens.tell("metrics.token.revoked", Map.of("id", id.toString()));
            AfterCommit.run(door::forget);
          }
          return revoked;
        });
  }
}
