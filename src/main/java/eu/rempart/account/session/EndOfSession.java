package eu.rempart.account.session;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.UUID;

/** Lies in the browser's session and ends the sign-in when that session goes, however it goes. */
record EndOfSession(Sessions sessions, UUID signIn) implements HttpSessionBindingListener {

  @Override
  public void valueUnbound(HttpSessionBindingEvent event) {
    sessions.end(signIn, SessionEnd.EXPIRED);
  }
}
