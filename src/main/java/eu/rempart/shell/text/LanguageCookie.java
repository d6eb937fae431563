package eu.rempart.shell.text;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The language of the member who was signed in last on a browser: the sign-in page keeps to it. It
 * says nothing else of them.
 */
public final class LanguageCookie {

  private static final String NAME = "__Host-rempart-language";
  private static final Duration LIFE = Duration.ofDays(180);
  private static final String BEFORE = LanguageCookie.class.getName() + ".before";

  /** What a session began with. */
  private record Before(Locale browser, Locale cookie) implements Serializable {}

  private LanguageCookie() {}

  /**
   * The language that a browser remembers, if it is one of these.
   *
   * @param request what the browser asks
   */
  private static Optional<Locale> of(VaadinRequest request, List<Locale> offered) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(NAME))
        .flatMap(
            cookie ->
                offered.stream()
                    .filter(language -> language.getLanguage().equals(cookie.getValue())))
        .findFirst();
  }

  /** Has a new session speak the language that its browser remembers. */
  public static void begin(VaadinSession session, VaadinRequest request, List<Locale> offered) {
    of(request, offered)
        .ifPresent(
            language -> {
              session.setAttribute(BEFORE, new Before(session.getLocale(), language));
              session.setLocale(language);
            });
  }

  /**
   * Has a session speak the browser's own language again, since whoever signed in follows it. What
   * was chosen on the sign-in page stays.
   */
  public static void followBrowser(VaadinSession session) {
    if (session.getAttribute(BEFORE) instanceof Before(Locale browser, Locale cookie)) {
      session.setAttribute(BEFORE, null);
      if (session.getLocale().equals(cookie)) {
        session.setLocale(browser);
      }
    }
  }

  /**
   * Lets a browser remember a member's language, or forget that of the member before.
   *
   * @param response null where nothing is answered that has headers
   * @param language empty where the member has the browser's
   */
  public static void keep(@Nullable VaadinResponse response, Optional<Locale> language) {
    if (response == null) {
      return;
    }
    var cookie = new Cookie(NAME, language.map(Locale::getLanguage).orElse(""));
    cookie.setPath("/");
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(language.isPresent() ? (int) LIFE.toSeconds() : 0);
    response.addCookie(cookie);
  }
}
