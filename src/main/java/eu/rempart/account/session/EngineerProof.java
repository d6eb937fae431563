package eu.rempart.account.session;

import eu.rempart.account.CurrentMember;
import eu.rempart.vault.proof.KeylessProof;
import eu.rempart.vault.proof.SessionProof;
import java.time.InstantSource;

/** When engineers proved last who they are: their sign-ins have no key that would remember it. */
class EngineerProof implements KeylessProof {

  private final Sessions sessions;
  private final CurrentMember current;
  private final InstantSource clock;

  EngineerProof(Sessions sessions, CurrentMember current, InstantSource clock) {
    this.sessions = sessions;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public boolean isFresh() {
    return current
        .find()
        .filter(member -> member.vault() == null)
        .flatMap(member -> sessions.proven(member.signIn()))
        .filter(proven -> proven.plus(SessionProof.LIFE).isAfter(clock.instant()))
        .isPresent();
  }
}
