package eu.rempart.account;

import org.springframework.security.access.AccessDeniedException;

/** Somebody asked for what their role does not include, or nobody is signed in. */
public class NotPermittedException extends AccessDeniedException {

  private static final long serialVersionUID = 1L;

  NotPermittedException(Right right, Role role) {
    super("%s needs the right %s, which it does not have".formatted(role, right));
  }

  NotPermittedException(Right right) {
    super("nobody is signed in, and %s needs somebody".formatted(right));
  }

  NotPermittedException(Right right, String kind) {
    super("the role does not give %s for this %s".formatted(right, kind));
  }
}
