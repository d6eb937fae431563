package eu.rempart.account.acting;

import eu.rempart.account.CurrentMember;
import eu.rempart.db.Actor;
import eu.rempart.db.ActorSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the database who writes on this thread. */
@Component
class SignedInActor implements ActorSource {

  private final CurrentMember member;

  SignedInActor(CurrentMember member) {
    this.member = member;
  }

  @Override
  public Optional<Actor> current() {
    return member.find().map(signedIn -> Actor.manual(signedIn.memberId()));
  }
}
