package eu.rempart.account;

import org.springframework.security.access.AccessDeniedException;

/** Something needs to know who acts, and nobody does. */
public class NobodySignedInException extends AccessDeniedException {

  private static final long serialVersionUID = 1L;

  NobodySignedInException() {
    super("nobody is signed in on this thread");
  }
}
