package eu.rempart.account.signin;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The address of a sign-in that failed, for the form that is shown again: whoever mistyped a
 * password types no more than that anew. It waits in the session of the page, until it is read
 * once; whoever comes without a page has no session, and leaves nothing.
 */
public final class TypedAddress {

  private static final String NAME = TypedAddress.class.getName();

  /** Longest address there is (RFC 3696, erratum 1690). */
  private static final int LONGEST = 254;

  private TypedAddress() {}

  static void keep(HttpServletRequest request) {
    var session = request.getSession(false);
    var typed = request.getParameter("username");
    if (session != null && typed != null && !typed.isBlank() && typed.length() <= LONGEST) {
      session.setAttribute(NAME, typed);
    }
  }

  /** What was typed, once. */
  public static Optional<String> take(WrappedSession session) {
    var typed = Optional.ofNullable(session.getAttribute(NAME)).map(Object::toString);
    session.removeAttribute(NAME);
    return typed;
  }
}
