package eu.rempart.account.signin;

import eu.rempart.vault.proof.DeviceMarks;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Remembers on a device, in a cookie, for which accounts somebody signed in on it: one mark for
 * each, with the device's name, a day, and a proof under this server's pepper. A mark opens
 * nothing; it only keeps an attack on an account from slowing its owner down.
 */
public class KnownDevices {

  static final String COOKIE = "__Host-rempart-device";

  private static final Duration LIFE = Duration.ofDays(180);
  private static final int ACCOUNTS = 5;
  private static final int LONGEST_COOKIE = 600;
  private static final Pattern MARK =
      Pattern.compile("([A-Za-z0-9_-]{22})\\.([0-9]{1,6})\\.([A-Za-z0-9_-]{43})");

  private final DeviceMarks marks;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  KnownDevices(DeviceMarks marks, InstantSource clock) {
    this.marks = marks;
    this.clock = clock;
  }

  /** What the browser sent; null if nothing. */
  static @Nullable String cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? null
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(null);
  }

  /**
   * The device's name, if somebody signed in to this account on it within half a year.
   *
   * @param account a digest of the account's e-mail address
   */
  public Optional<String> find(String account, @Nullable String cookie) {
    return marksIn(cookie).stream()
        .filter(mark -> isRight(account, mark))
        .map(mark -> mark.substring(0, 22))
        .findFirst();
  }

  /** Remembers that somebody signed in to this account. */
  void remember(String account, HttpServletRequest request, HttpServletResponse response) {
    List<String> kept = new ArrayList<>(marksIn(cookie(request)));
    kept.removeIf(mark -> isRight(account, mark));
    String device = kept.isEmpty() ? newName() : kept.getFirst().substring(0, 22);
    kept.addFirst(mark(account, device, today()));
    while (kept.size() > ACCOUNTS) {
      kept.removeLast();
    }
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, String.join("~", kept))
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .path("/")
            .maxAge(LIFE)
            .build()
            .toString());
  }

  private static List<String> marksIn(@Nullable String cookie) {
    return cookie == null || cookie.length() > LONGEST_COOKIE
        ? List.of()
        : Arrays.stream(cookie.split("~", -1))
            .filter(mark -> MARK.matcher(mark).matches())
            .limit(ACCOUNTS)
            .toList();
  }

  private boolean isRight(String account, String mark) {
    var parts = MARK.matcher(mark);
    if (!parts.matches()) {
      return false;
    }
    long day = Long.parseLong(parts.group(2));
    long age = today() - day;
    // a day ahead: two servers' clocks may differ
    return age >= -1
        && age <= LIFE.toDays()
        && marks.isRight(digest(account), parts.group(1), day, bytes(parts.group(3)));
  }

  private String mark(String account, String device, long day) {
    return device + "." + day + "." + text(marks.of(digest(account), device, day));
  }

  private long today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }

  private String newName() {
    var name = new byte[16];
    random.nextBytes(name);
    return text(name);
  }

  private static byte[] digest(String account) {
    return HexFormat.of().parseHex(account);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
