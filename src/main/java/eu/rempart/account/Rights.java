package eu.rempart.account;

import org.springframework.stereotype.Component;

/**
 * The question at the door of every service: {@code rights.require(Right.READ_RECORDS)}. Screens
 * ask {@link CurrentMember#may} to decide what to show; the service decides what happens.
 */
@Component
public class Rights {

  private final CurrentMember current;

  public Rights(CurrentMember current) {
    this.current = current;
  }

  /**
   * Goes on only if whoever acts on this thread has the right.
   *
   * @throws NotPermittedException if their role lacks it, or nobody is signed in
   */
  public void require(Right right) {
    var role =
        current
            .find()
            .map(SignedInMember::role)
            .orElseThrow(() -> new NotPermittedException(right));
    if (!role.may(right)) {
      throw new NotPermittedException(right, role);
    }
  }
}
