package eu.rempart.db;

import java.util.Optional;

/** Knows who acts on this thread; the room account implements it. */
@FunctionalInterface
public interface ActorSource {

  /** Empty where nobody is signed in: the write is then recorded as made by the database user. */
  Optional<Actor> current();
}
