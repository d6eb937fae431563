package eu.rempart.alert.channel.answer;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.peer.Moves;
import eu.rempart.db.AfterCommit;
import org.springframework.stereotype.Component;

/**
 * Whoever was the provider knows the numbers of engineers, and must not answer in their names once
 * another is: the token ends with the place that it was made for.
 */
@Component
class FormerProvider implements Moves {

  private final AnswerTokenRepository tokens;
  private final AnswerDoor door;

  FormerProvider(AnswerTokenRepository tokens, AnswerDoor door) {
    this.tokens = tokens;
    this.door = door;
  }

  @Override
  public void moved(ChannelKind kind) {
    if (kind == ChannelKind.SMS_HTTP && tokens.hash().isPresent() && tokens.put(null)) {
      tokens.tell("alert.answers.token.revoked");
      AfterCommit.run(door::forget);
    }
  }
}
