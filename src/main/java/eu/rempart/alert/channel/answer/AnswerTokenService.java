package eu.rempart.alert.channel.answer;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.db.AfterCommit;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** By which token answers come in; administrators say so. Changes stand in the ledger. */
@Service
public class AnswerTokenService {

  private static final Reason CHANGE = new Reason("alert");

  private final AnswerTokenRepository tokens;
  private final AnswerDoor door;
  private final Writes writes;
  private final Rights rights;

  AnswerTokenService(AnswerTokenRepository tokens, AnswerDoor door, Writes writes, Rights rights) {
    this.tokens = tokens;
    this.door = door;
    this.writes = writes;
    this.rights = rights;
  }

  /** Whether there is a token. */
  public boolean exists() {
    rights.require(Right.MANAGE_SECURITY);
    return tokens.hash().isPresent();
  }

  /**
   * Makes a token; the former one opens no more.
   *
   * @return the token, which nobody can ask for again; empty if the gateway was never set up
   */
  public Optional<String> make() {
    rights.require(Right.MANAGE_SECURITY);
    String token = AnswerToken.next();
    return writes.inTransaction(
        CHANGE,
        _ -> {
          if (!tokens.put(AnswerToken.hash(token))) {
            return Optional.empty();
          }
          tokens.tell("alert.answers.token.made");
          AfterCommit.run(door::forget);
          return Optional.of(token);
        });
  }

  /** Takes the token back: no answer comes in. */
  public void revoke() {
    rights.require(Right.MANAGE_SECURITY);
    writes.run(
        CHANGE,
        _ -> {
          if (tokens.hash().isPresent() && tokens.put(null)) {
            tokens.tell("alert.answers.token.revoked");
            AfterCommit.run(door::forget);
          }
        });
  }
}
